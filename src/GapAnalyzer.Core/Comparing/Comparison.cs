using GapAnalyzer.Measures;
using GapAnalyzer.Nulls;

namespace GapAnalyzer.Comparing;

/// <summary>Why the gaps and ties of two sides cannot be held against each other.</summary>
public enum Comparability
{
    /// <summary>They can.</summary>
    Full,

    /// <summary>Neither side has evidence of ties.</summary>
    NothingMeasured,
    NotMeasuredBefore,
    NotMeasuredAfter,

    /// <summary>One side lacks the theme, the place or the date, so that "meeting" is another thing there.</summary>
    OtherDimensions,
}

/// <summary>Two datasets, or windows of one, held against each other: what a comparison report is written from.</summary>
public sealed record Comparison
{
    /// <summary>The first side, as its own report would have it.</summary>
    public required Analysis Before { get; init; }

    /// <summary>The last side.</summary>
    public required Analysis After { get; init; }

    /// <summary>The first side, in the numbering of <see cref="Names"/>.</summary>
    public required Side First { get; init; }

    /// <summary>The last side.</summary>
    public required Side Last { get; init; }

    /// <summary>The organisations, sectors, themes and places of both.</summary>
    public required NameUnion Names { get; init; }

    public required Comparability Comparability { get; init; }

    /// <summary>Windows of the dataset by time, the first and the last of them being the two sides; empty where two datasets are compared.</summary>
    public required IReadOnlyList<SeriesPoint> Series { get; init; }

    /// <summary>One for each number of the series; empty with fewer than three windows.</summary>
    public required IReadOnlyList<Trend> Trends { get; init; }

    public required RateChange Rate { get; init; }
    public required RateChange CrossRate { get; init; }

    /// <summary>Ties; null where they cannot be compared.</summary>
    public required TieFlow? Ties { get; init; }

    /// <summary>Missing links; null where they cannot be compared.</summary>
    public required GapFlow? Gaps { get; init; }

    /// <summary>Those between two known sectors.</summary>
    public required GapFlow? CrossGaps { get; init; }

    /// <summary>Pairs of different known sectors that meet on either side, in the order of <see cref="NameUnion.Sectors"/>.</summary>
    public required IReadOnlyList<SectorPairChange> SectorPairs { get; init; }

    /// <summary>Cells whose status is another, in the order of themes and places.</summary>
    public required IReadOnlyList<CellChange> Cells { get; init; }

    /// <summary>Stakeholders with an activity before and none after, ascending.</summary>
    public required IReadOnlyList<int> Left { get; init; }

    /// <summary>Stakeholders with an activity after and none before, ascending.</summary>
    public required IReadOnlyList<int> Arrived { get; init; }

    /// <summary>One that left and one that arrived whose names are alike, best first: maybe one organisation. Nothing was merged.</summary>
    public required IReadOnlyList<NameDoubt> Doubts { get; init; }

    /// <summary>Settings that the first dataset brings along and that gave way to those of the last, such as <c>period</c>.</summary>
    public required IReadOnlyList<string> OverruledSettings { get; init; }

    /// <summary>Windows of one dataset, and not two datasets.</summary>
    public bool OfWindows => Series.Count > 0;

    /// <summary>Stakeholders with an activity before and after.</summary>
    public int Stayed => First.IsThere.Zip(Last.IsThere).Count(there => there.First && there.Second);

    /// <summary>Stakeholders that are of another sector in each dataset.</summary>
    public int Moved => Enumerable.Range(0, Names.Stakeholders.Count).Count(Names.HasMoved);

    /// <summary>Every pair that meets or is tied on either side, ascending; none where they cannot be compared.</summary>
    public IEnumerable<PairChange> Pairs => Comparability == Comparability.Full ? PairChange.All(First, Last) : [];
}

/// <summary>A pair of sectors before and after.</summary>
/// <param name="A">The sector that comes first, by number.</param>
/// <param name="Before">Verdict before; not measured where the pair is not there.</param>
/// <param name="After">Verdict after.</param>
/// <param name="Gaps">Missing links between the two; null where they cannot be compared.</param>
public sealed record SectorPairChange(int A, int B, RateChange Rate, Verdict Before, Verdict After, GapFlow? Gaps)
{
    /// <summary>The two meet on both sides, were judged on both, and the verdict is another.</summary>
    public bool VerdictChanged => Before != After && Before != Verdict.NotMeasured && After != Verdict.NotMeasured;
}

/// <summary>A cell whose status is another.</summary>
/// <param name="Theme">By number; null: the datasets have no theme.</param>
/// <param name="Place">By number; null: the datasets have no place.</param>
/// <param name="StakeholdersBefore">Stakeholders present before.</param>
/// <param name="StakeholdersAfter">Stakeholders present after.</param>
public sealed record CellChange(int? Theme, int? Place, CellStatus Before, CellStatus After, int StakeholdersBefore, int StakeholdersAfter);

/// <summary>Two names that may be one organisation.</summary>
/// <param name="Left">The one that left, by number.</param>
/// <param name="Arrived">The one that arrived.</param>
/// <param name="Score">0 to 1, see <see cref="Resolving.LookAlikes"/>; 0 where only their ids are the same.</param>
public sealed record NameDoubt(int Left, int Arrived, double Score);
