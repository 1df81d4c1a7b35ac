namespace GapAnalyzer.Reading;

/// <summary>How to read a dataset where it cannot tell by itself.</summary>
public sealed record ReadOptions
{
    /// <summary>Field delimiter; null: detected.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Name of a field, such as <c>theme</c>, to column header: wins over tags and header aliases. For wide tables only.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Sheet of a workbook that holds the wide table; null: the one whose header is understood best.</summary>
    public string? Sheet { get; init; }

    /// <summary>What is refused as too large.</summary>
    public ReadLimits Limits { get; init; } = new();

    /// <summary>Whether months come before days in dates such as 03/04/2021; null: what dataset.json says, else what the columns prove.</summary>
    public bool? MonthFirst { get; init; }

    /// <summary>Whether a wide table without a column for the organisation is refused; else it is read for its columns alone.</summary>
    public bool RequireOrganisation { get; init; } = true;

    /// <summary>Gives a year to months without one.</summary>
    public DateOnly? AsOf { get; init; }
}
