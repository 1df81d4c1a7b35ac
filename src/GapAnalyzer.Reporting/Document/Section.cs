using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Document;

/// <summary>What the sections share: the readable length of a table, and where the rest of it is.</summary>
internal static class Section
{
    /// <summary>Rows of a table that a reader still reads.</summary>
    public const int MostRows = 20;

    /// <summary>Sentences in one list.</summary>
    public const int MostSentences = 10;

    /// <summary>A table of the first rows, then how many more there are and where; nothing when there are none.</summary>
    /// <param name="file">File below <c>tables/</c> with all rows.</param>
    /// <param name="total">Number of rows there are in all, where the list does not hold them all.</param>
    public static IEnumerable<Block> TopTable<T>(
        Publication report, IEnumerable<Column<T>> columns, IReadOnlyList<T> rows, string file, long? total = null)
    {
        if (rows.Count == 0)
            yield break;
        yield return Column<T>.Table(report, columns, rows.Take(MostRows)) with { File = file };
        foreach (var more in More(report, (total ?? rows.Count) - Math.Min(rows.Count, MostRows), file))
            yield return more;
    }

    /// <summary>"7 more in tables/x.csv", when there are more.</summary>
    public static IEnumerable<Block> More(Publication report, long more, string file)
    {
        if (more <= 0)
            yield break;
        yield return report.Has("csv")
            ? new Paragraph([new Plain(report.Texts.Say("more.in", ("n", more)) + " "), FileLink(file)])
            : new Paragraph(report.Texts.Say("more", ("n", more)));
    }

    public static Link FileLink(string file) => new($"tables/{file}", $"tables/{file}");

    /// <summary>The chart with this id, where it applies and charts are written at all.</summary>
    public static IEnumerable<Block> Chart(Publication report, string id) =>
        report.Has("charts") ? report.Charts.Where(chart => chart.Id == id).Select(chart => new Figure(chart)) : [];

    /// <summary>"112 of 431"; where nothing was measured only what is required, "- of 431"; "-" where nothing is required.</summary>
    public static string Of(Rate rate, Texts t) => rate.Required == 0
        ? Numbers.Undefined
        : t.Say("of", ("part", rate.Measured ? Numbers.Count(rate.Satisfied) : Numbers.Undefined), ("whole", rate.Required));

    /// <summary>A head for text.</summary>
    public static TableColumn Words(this Texts t, string key) => new(t.Say($"column.{key}"));

    /// <summary>A head for numbers.</summary>
    public static TableColumn Figures(this Texts t, string key) => new(t.Say($"column.{key}"), IsNumber: true);
}
