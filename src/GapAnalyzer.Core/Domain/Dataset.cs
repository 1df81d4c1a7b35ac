using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Domain;

/// <summary>
/// The one model that every input becomes. Every list is in canonical order, which does not depend on the order of the
/// input rows: stakeholders by name, activities by id, ties by their ends.
/// </summary>
public sealed record Dataset
{
    /// <summary>Title where neither title nor country is set: says what is missing, and does not depend on the folder's name.</summary>
    public const string Untitled = "Untitled dataset";

    public required string Title { get; init; }
    public string? Country { get; init; }

    /// <summary>What the files were understood to be, in words for the person who has to trust it.</summary>
    public required IReadOnlyList<SourceFile> Files { get; init; }

    public required IReadOnlyList<Sector> Sectors { get; init; }
    public required IReadOnlyList<Stakeholder> Stakeholders { get; init; }

    /// <summary>Themes in the order of <c>dataset.json</c>, then by name. Empty when the dataset has no theme at all.</summary>
    public required IReadOnlyList<string> Themes { get; init; }

    public required IReadOnlyList<Place> Places { get; init; }
    public required IReadOnlyList<Activity> Activities { get; init; }
    public required IReadOnlyList<DeclaredTie> Ties { get; init; }
    public required IReadOnlyList<Need> Needs { get; init; }
    public required IReadOnlyList<Expectation> Expectations { get; init; }

    /// <summary>What <c>dataset.json</c> sets instead of the tool's defaults; options of the command win over both.</summary>
    public required DatasetDefaults Defaults { get; init; }

    /// <summary>Number of distinct participations: pairs of an activity and a stakeholder.</summary>
    public required long ParticipationRows { get; init; }

    /// <summary>Every spelling that is not the shown name of its stakeholder, and why it was taken for it; by stakeholder, spelling and rule.</summary>
    public IReadOnlyList<ResolvedSpelling> Resolution { get; init; } = [];

    /// <summary>Everything that was noticed, repaired or left out, ordered by code, message, file and line.</summary>
    public required DiagnosticList Diagnostics { get; init; }

    public Sector SectorOf(StakeholderId stakeholder) => Sectors[Stakeholders[stakeholder.Index].Sector.Index];

    /// <summary>How many known sectors have a stakeholder; that of the unknown ones is none.</summary>
    public int KnownSectors => Stakeholders.Select(stakeholder => stakeholder.Sector).Distinct().Count(sector => Sectors[sector.Index].Known);

    /// <summary><c>activities.csv:17</c>.</summary>
    public string Cite(SourceRow row) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Files[row.File].Name}:{row.Line}");

    /// <summary>"activities.csv:7, 9, ties.csv:2": several rows, each file named once, its lines in order.</summary>
    public string Cite(IEnumerable<SourceRow> rows) => string.Join(", ", rows.Distinct().GroupBy(row => row.File).SelectMany(file =>
        file.OrderBy(row => row.Line).Select((row, i) => i == 0 ? Cite(row) : row.Line.ToString(System.Globalization.CultureInfo.InvariantCulture))));

    /// <summary>From the first to the last day of the dated activities; null where none is dated.</summary>
    /// <remarks>One pass over the activities.</remarks>
    public DateSpan? Days => Activities.Select(activity => activity.Dates).Aggregate((DateSpan?)null, (days, dates) => (days, dates) switch
    {
        (_, null) => days,
        (null, { } only) => new(only.First, only.Last, DatePrecision.Day),
        ({ } so, { } more) => new(more.First < so.First ? more.First : so.First, more.Last > so.Last ? more.Last : so.Last, DatePrecision.Day),
    });

    /// <summary>Row counts over all files.</summary>
    public RowTally Rows => RowTally.Sum(Files.Select(f => f.Rows));
}

/// <summary>Settings that a dataset brings along.</summary>
public sealed record DatasetDefaults(PeriodGrain? Period = null, int? PlaceLevel = null, DateOnly? AsOf = null)
{
    public int? MaxJointParticipants { get; init; }

    /// <summary>Language tag of the dataset, such as <c>fr</c>; a report is written in it where there are words for it.</summary>
    public string? Language { get; init; }

    /// <summary>Why these settings, in the dataset's own words; shown with the settings.</summary>
    public string? Note { get; init; }
}

/// <summary>One input file: what it was taken for and what became of its rows.</summary>
/// <param name="Name">File name without folder.</param>
/// <param name="Shape">What it was taken for, such as <c>activities</c> or <c>wide 3W table with HXL tags</c>.</param>
/// <param name="Encoding">Encoding it was decoded as.</param>
/// <param name="Delimiter">Field delimiter; null in a workbook.</param>
/// <param name="HeaderLine">1-based line of the header; 0 where a tag row stands alone.</param>
/// <param name="Columns">The columns that are used and why, in column order.</param>
/// <param name="Rows">What became of the rows.</param>
public sealed record SourceFile(
    string Name, string Shape, string Encoding, char? Delimiter, int HeaderLine, IReadOnlyList<UnderstoodColumn> Columns, RowTally Rows)
{
    /// <summary>Name of the sheet, which <see cref="Shape"/> says too; null in a delimited file.</summary>
    public string? Sheet { get; init; }

    /// <summary>Headers of the columns that the tool has no use for, in column order.</summary>
    public IReadOnlyList<string> NotRead { get; init; } = [];
}

/// <summary>A column that is read, and why it was taken for what it is.</summary>
/// <param name="Header">Header text; the tag where there is no header.</param>
/// <param name="Meaning">What it is taken for, such as <c>theme</c> or <c>lead organisation, acronym</c>.</param>
/// <param name="Reason">Why: HXL tag, header alias, option, content.</param>
public sealed record UnderstoodColumn(string Header, string Meaning, string Reason)
{
    /// <summary>The field by its name in <c>--map</c> and <c>dataset.json</c>.</summary>
    public string Field { get; init; } = "";
}

/// <summary>Rows read = rows used + rows set aside, by reason.</summary>
/// <param name="Read">Records after headers and tags, blank ones included.</param>
/// <param name="SetAside">Rows that became no fact of the model, by reason, in ordinal order of the reason.</param>
public sealed record RowTally(long Read, IReadOnlyDictionary<string, long> SetAside)
{
    /// <summary>Rows that became, or repeat, a fact of the model.</summary>
    public long Used => Read - SetAside.Values.Sum();

    public static RowTally Sum(IEnumerable<RowTally> tallies)
    {
        long read = 0;
        var setAside = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var tally in tallies)
        {
            read += tally.Read;
            foreach (var (reason, count) in tally.SetAside)
                setAside[reason] = setAside.GetValueOrDefault(reason) + count;
        }

        return new(read, setAside);
    }
}
