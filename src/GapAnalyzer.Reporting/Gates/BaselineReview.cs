using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Planning;

namespace GapAnalyzer.Reporting.Gates;

/// <summary>What an entry of a baseline is worth today.</summary>
public enum Standing
{
    /// <summary>The gap is there, and accepted.</summary>
    Accepts,

    /// <summary>The gap is there, and was accepted until a day that has passed.</summary>
    Expired,

    /// <summary>There is no such gap across sectors any more.</summary>
    Closed,

    /// <summary>An organisation cannot be found: the entry accepts nothing, and nothing is known of it.</summary>
    NotFound,
}

/// <summary>An entry, its standing, and why.</summary>
/// <param name="Because">For a reader: <c>they are tied</c>.</param>
public sealed record ReviewedGap(AcceptedGap Entry, Standing Standing, string Because);

/// <summary>A baseline against the gaps across sectors of an analysis: all of them, not only those that a report lists.</summary>
public sealed class BaselineReview
{
    private readonly Analysis analysis;
    private readonly Dictionary<(StakeholderId A, StakeholderId B), ReviewedGap> byPair = [];

    /// <exception cref="InputException">Coordination is not measured; or an entry expires, and nothing says which day it is.</exception>
    public BaselineReview(Analysis analysis, Baseline baseline)
    {
        if (analysis.TieEvidence == TieKinds.None)
            throw new InputException($"{baseline.Name}: the dataset holds no tie evidence, so coordination is not measured and no gap can be accepted or closed");
        this.analysis = analysis;
        Names = new(analysis.Dataset);
        Day = analysis.Options.AsOf ?? analysis.Days?.Last;
        if (Day is null && baseline.Entries.FirstOrDefault(entry => entry.Expires is not null) is { } expiring)
            throw new InputException($"{expiring.Row.Where}: the entry expires, and no date in the data says which day it is; give --as-of");
        Entries = [.. baseline.Entries.Select(Review)];
    }

    /// <summary>Finds organisations.</summary>
    public StakeholderNames Names { get; }

    /// <summary>The day on which entries are looked at; null where there is none.</summary>
    public DateOnly? Day { get; }

    /// <summary>Where <see cref="Day"/> comes from, for a reader.</summary>
    public string DayFrom => analysis.Options.AsOf is null ? "the last day in the data" : "as of";

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<ReviewedGap> Entries { get; }

    /// <summary>Gaps across sectors.</summary>
    public long Gaps => analysis.Headline.CrossSector.Gaps;

    /// <summary>Those of them that an entry accepts.</summary>
    public int Accepted => byPair.Values.Count(entry => entry.Standing == Standing.Accepts);

    /// <summary>Those that none accepts.</summary>
    public long New => Gaps - Accepted;

    /// <summary>The first of the gaps that no entry accepts, in rank order.</summary>
    public IReadOnlyList<GapRow> NewGaps(int most) => GapList.CrossSectorGaps(analysis, most, gap => !IsAccepted(gap.A, gap.B));

    /// <summary>The entry of a pair; null where there is none.</summary>
    public ReviewedGap? Of(StakeholderId a, StakeholderId b) => byPair.GetValueOrDefault(Ordered(a, b));

    public bool IsAccepted(StakeholderId a, StakeholderId b) => Of(a, b) is { Standing: Standing.Accepts };

    /// <summary>Why a pair is no gap across sectors; null where it is one.</summary>
    public string? NoGap(StakeholderId a, StakeholderId b)
    {
        var (first, second) = (analysis.Dataset.SectorOf(a), analysis.Dataset.SectorOf(b));
        return a == b ? "they are one organisation"
            : !first.Known || !second.Known ? "the sector of one of them is not known"
            : first == second ? $"both are in the sector {Quote.Value(first.Name)}"
            : analysis.Ties.AreTied(a, b) ? "they are tied"
            : analysis.Requirement.Of(a, b).Shared == 0 ? "they do not meet"
            : null;
    }

    /// <summary>The name of an organisation where it finds that one and no other, else its id.</summary>
    public string Call(StakeholderId id) => Names.Matches(analysis.Name(id)) is [var only] && only == id ? analysis.Name(id) : analysis.Id(id);

    private ReviewedGap Review(AcceptedGap entry)
    {
        StakeholderId a, b;
        try
        {
            (a, b) = (Names.Organisation(entry.A), Names.Organisation(entry.B));
        }
        catch (InputException unknown)
        {
            return new(entry, Standing.NotFound, unknown.Message);
        }

        var reviewed = NoGap(a, b) is { } closed ? new ReviewedGap(entry, Standing.Closed, closed)
            : entry.Expires < Day ? new(entry, Standing.Expired, $"accepted until {Numbers.Date(entry.Expires.Value)}")
            : new(entry, Standing.Accepts, entry.Reason);
        // Where a pair is there twice, one entry that accepts is enough.
        if (Of(a, b) is not { Standing: Standing.Accepts })
            byPair[Ordered(a, b)] = reviewed;
        return reviewed;
    }

    private static (StakeholderId, StakeholderId) Ordered(StakeholderId a, StakeholderId b) => a.Index < b.Index ? (a, b) : (b, a);
}
