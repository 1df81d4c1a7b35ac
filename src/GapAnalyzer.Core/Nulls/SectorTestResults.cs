using GapAnalyzer.Domain;

namespace GapAnalyzer.Nulls;

/// <summary>What is said about a pair of sectors: relative to how cross-sector pairs usually do.</summary>
public enum Verdict
{
    /// <summary>Fewer pairs are tied than activity and homophily explain, by enough to matter.</summary>
    Under,
    AsExpected,

    /// <summary>More pairs are tied than activity and homophily explain, by enough to matter.</summary>
    Over,

    /// <summary>One of the two has no verdict tie at all: nothing can be expected of it.</summary>
    SectorWithoutTies,

    /// <summary>Even without any tie it could not have been told from chance.</summary>
    TooFewToTell,

    /// <summary>Not two different known sectors, or the only pair of sectors that meets: there is nothing to compare it with.</summary>
    NotTestable,

    /// <summary>The dataset has no tie evidence.</summary>
    NotMeasured,

    /// <summary>The models were left out.</summary>
    NotTested,
}

/// <summary>Satisfied pairs against one model. Undefined numbers are NaN.</summary>
/// <param name="Expected">Satisfied pairs that the model expects.</param>
/// <param name="Z">(satisfied - expected) / standard deviation.</param>
/// <param name="P">Lower tail: chance of as few or fewer.</param>
/// <param name="Q">Benjamini-Hochberg over the tested cross-sector pairs; NaN for pairs that are not.</param>
public record ModelTest(double Expected, double Z, double P, double Q)
{
    public static ModelTest Undefined { get; } = new(double.NaN, double.NaN, double.NaN, double.NaN);
}

/// <summary>Against shuffled sector labels.</summary>
/// <param name="Method">How p was found.</param>
public sealed record LabelTest(double Expected, double Z, double P, double Q, LabelMethod Method) : ModelTest(Expected, Z, P, Q)
{
    public static new LabelTest Undefined { get; } = new(double.NaN, double.NaN, double.NaN, double.NaN, LabelMethod.None);
}

/// <summary>A test that a verdict can be from.</summary>
/// <param name="POver">Upper tail: chance of as many or more.</param>
/// <param name="QOver">Benjamini-Hochberg of the upper tails.</param>
/// <param name="Ratio">Observed / expected.</param>
/// <param name="DetectableRatio">
/// Ratio at or below which a gap would be found four times in five (one test at .05), <c>1 - 2.49 sd / expected</c>; 0 where not even that.
/// </param>
/// <param name="None">Chance of nothing at all; above .05 the pair is too small to tell.</param>
public record DecidingTest(
    double Expected, double Z, double P, double Q, double POver, double QOver, double Ratio, double DetectableRatio, double None)
    : ModelTest(Expected, Z, P, Q);

/// <summary>Against activity and homophily: what the verdict is from, unless it cannot be seen who invited.</summary>
/// <param name="LeftOut">The second fit did not see this pair, because the first found it far from expectation.</param>
public sealed record HomophilyTest(
    double Expected, double Z, double P, double Q, double POver, double QOver, double Ratio, double DetectableRatio, double None, bool LeftOut)
    : DecidingTest(Expected, Z, P, Q, POver, QOver, Ratio, DetectableRatio, None)
{
    public static new HomophilyTest Undefined { get; } = new(
        double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, false);
}

/// <summary>Against the company that each of two sectors keeps: what the verdict is from where it cannot be seen who invited.</summary>
/// <param name="Together">Pairs of participants, one of each sector, added up over joint activities.</param>
public sealed record CompanyTest(
    long Together, double Expected, double Z, double P, double Q, double POver, double QOver, double Ratio, double DetectableRatio, double None)
    : DecidingTest(Expected, Z, P, Q, POver, QOver, Ratio, DetectableRatio, None)
{
    public static new CompanyTest Undefined { get; } = new(
        0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
}

/// <summary>One unordered pair of sectors, or one with itself, under the three models.</summary>
/// <param name="VerdictTies">Required pairs with a verdict tie: what the models speak of.</param>
/// <param name="Required">Required pairs.</param>
/// <param name="Company">Clique mode only.</param>
public sealed record SectorPairTest(
    SectorId A, SectorId B, long VerdictTies, long Required, LabelTest Labels, ModelTest Activity, HomophilyTest Homophily, CompanyTest? Company, Verdict Verdict)
{
    /// <summary>The test that the verdict is from.</summary>
    public DecidingTest Deciding => (DecidingTest?)Company ?? Homophily;

    /// <summary>What that test counts: times together, or required pairs with a verdict tie.</summary>
    public long Counted => Company?.Together ?? VerdictTies;

    /// <summary>Share of required pairs with a verdict tie; NaN where none is required.</summary>
    public double Rate => Required > 0 ? (double)VerdictTies / Required : double.NaN;
}

/// <summary>A whole sector without a single verdict tie, against shuffled labels.</summary>
/// <param name="Required">Its required pairs, within and across.</param>
/// <param name="Labels">Over required pairs with at least one end in the sector.</param>
public sealed record SectorWithoutTies(SectorId Sector, int Present, long Required, LabelTest Labels);

/// <summary>Is a sector pair under-coordinated, or is it chance? Models side by side, and a verdict from one of them.</summary>
public sealed record SectorTests
{
    public required VerdictTieMode Mode { get; init; }

    /// <summary>What the variances of the models are multiplied with, because the ties of an activity come at once.</summary>
    public required double Clustering { get; init; }

    /// <summary>Joint activities, and how many of them name who invited.</summary>
    public required int JointActivities { get; init; }

    public required int ActivitiesNamingInitiator { get; init; }

    /// <summary>Ratio at or below which a significant shortfall is called "under".</summary>
    public required double Material { get; init; }

    /// <summary>Ratio at or above which a significant surplus is called "over".</summary>
    public required double MaterialOver { get; init; }

    /// <summary>Every unordered pair of sectors, in the order of <see cref="Analysis.SectorPairs"/>.</summary>
    public required IReadOnlyList<SectorPairTest> Pairs { get; init; }

    /// <summary>Sectors that are present, meet others, and have no verdict tie, in canonical order.</summary>
    public required IReadOnlyList<SectorWithoutTies> WithoutTies { get; init; }

    /// <summary>Seed of the shuffled labels.</summary>
    public required long Seed { get; init; }

    /// <summary>Shuffles of the labels.</summary>
    public required int Shuffles { get; init; }

    /// <summary>The fit of activity and homophily did not reach its tolerance: its numbers are near, not exact.</summary>
    public bool FitFellShort { get; init; }

    /// <summary>Log-odds that being of one sector adds to a tie, over activity; NaN where there is no fit.</summary>
    public double Homophily { get; init; } = double.NaN;

    /// <summary>Pairs of sectors with a verdict from the models, for the sentence that says how many were tested.</summary>
    public int Tested => Pairs.Count(pair => pair.Verdict is Verdict.Under or Verdict.Over or Verdict.AsExpected);
}
