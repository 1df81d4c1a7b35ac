using System.Globalization;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Reporting.Gates;

/// <summary>A gap that someone looked at and accepted, for now or for good.</summary>
/// <param name="A">An organisation, as the file has it: name, acronym, id or another spelling of the dataset.</param>
/// <param name="B">The other one.</param>
/// <param name="Reason">Why it is accepted.</param>
/// <param name="Expires">Last day on which it is; null: for good.</param>
/// <param name="Row">Where the file has it.</param>
public sealed record AcceptedGap(string A, string B, string Reason, DateOnly? Expires, SmallRow Row);

/// <summary>The accepted gaps of a dataset: a CSV file that is kept beside it.</summary>
/// <param name="Name">Name of the file, for messages.</param>
/// <param name="Table">What it holds.</param>
/// <param name="Entries">Its rows.</param>
public sealed record Baseline(string Name, SmallTable Table, IReadOnlyList<AcceptedGap> Entries)
{
    /// <summary>Columns of the file.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["a", "b", "reason", "expires"];

    /// <summary>A file that is not there yet.</summary>
    public static Baseline Empty(string name) => new(name, new(Columns, [], ','), []);

    /// <exception cref="InputException">It cannot be read, or a row lacks an organisation or a reason, or its day cannot be read.</exception>
    public static Baseline Read(DataFile file)
    {
        var table = SmallTable.Read(file, Columns, [.. Columns.Take(3)]);
        return new(file.Name, table, [.. table.Rows.Select(Entry)]);
    }

    private static AcceptedGap Entry(SmallRow row)
    {
        if (Columns.Take(3).FirstOrDefault(column => row[column].Length == 0) is { } missing)
            throw new InputException($"{row.Where}: no {missing}; expected two organisations (a, b) and the reason why their gap is accepted");
        var expires = row["expires"];
        if (expires.Length == 0)
            return new(row["a"], row["b"], row["reason"], null, row);
        return DateOnly.TryParseExact(expires, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(row["a"], row["b"], row["reason"], day, row)
            : throw new InputException($"{row.Where}: expires is {Quote.Value(expires)}; expected a day as yyyy-MM-dd, or nothing");
    }
}
