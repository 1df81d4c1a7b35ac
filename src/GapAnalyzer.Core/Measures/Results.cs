using GapAnalyzer.Domain;

namespace GapAnalyzer.Measures;

/// <summary>What the report opens with.</summary>
/// <param name="Coordination">Over all required pairs.</param>
/// <param name="CoordinationSe">Leave-one-stakeholder-out standard error of the rate; NaN where undefined.</param>
/// <param name="CrossSector">Over required pairs of two different known sectors.</param>
/// <param name="CrossSectorSe">Its leave-one-stakeholder-out standard error.</param>
/// <param name="UncoveredNeedShare">Need in cells where no one is present, over all need; NaN without needs.</param>
/// <param name="UncoordinatedNeedShare">Need in cells that are covered, yet uncoordinated, over all need; NaN without needs or tie evidence.</param>
/// <param name="Ei">E-I index of the whole network.</param>
/// <param name="Baseline">What the same number of ties placed at random would satisfy.</param>
public sealed record Headline(
    Rate Coordination,
    double CoordinationSe,
    Rate CrossSector,
    double CrossSectorSe,
    double UncoveredNeedShare,
    double UncoordinatedNeedShare,
    EiIndex Ei,
    RandomTiesBaseline Baseline)
{
    /// <summary>How far the rate moves when any one stakeholder is left out, and whose absence moves it most.</summary>
    public Jackknife CoordinationRange { get; init; } = Jackknife.Undefined;

    /// <summary>The same for the cross-sector rate.</summary>
    public Jackknife CrossSectorRange { get; init; } = Jackknife.Undefined;

    /// <summary>What the need shares are shares of.</summary>
    public Networks.NeedUnit NeedUnit { get; init; }
}

/// <summary>E-I index (external - internal) / (external + internal) over ties between stakeholders of known sectors.</summary>
/// <param name="External">Ties between two sectors.</param>
/// <param name="Internal">Ties within a sector.</param>
/// <param name="Expected">Expected under random sector labels, <c>2X / C(n,2) - 1</c>.</param>
/// <param name="Rescaled">Rescaled to [-1, 1] given the sector sizes and the number of ties.</param>
public sealed record EiIndex(long External, long Internal, double Expected, double Rescaled)
{
    /// <summary>NaN (undefined) without ties or with fewer than two known sectors.</summary>
    public required double Value { get; init; }

    /// <summary>Chance of a value as far from expected under shuffled sector labels, two-sided; NaN where undefined or not tested.</summary>
    public double P { get; init; } = double.NaN;

    /// <summary>Where 19 in 20 shuffles of the sector labels lie.</summary>
    public ChanceRange Chance { get; init; } = ChanceRange.Undefined;
}

/// <summary>
/// Actor's-choice baseline, exact and without simulation: m ties placed at random among n stakeholders.
/// "Closed" is the sum over tied pairs of shared arenas; "open" the same over untied pairs.
/// </summary>
/// <param name="Closed">Observed closed triangles.</param>
/// <param name="Open">Observed open triangles.</param>
/// <param name="ExpectedClosed"><c>p sum c</c>, <c>p = m / C(n,2)</c>.</param>
/// <param name="VarianceClosed">Variance with exactly m ties: <c>p(1-p) M/(M-1) (sum c^2 - (sum c)^2 / M)</c>.</param>
/// <param name="VarianceIndependentTies">Variance with independent ties, <c>p(1-p) sum c^2</c>.</param>
/// <param name="ExpectedRate">Coordination rate that random ties would give: p.</param>
public sealed record RandomTiesBaseline(
    long Closed, long Open, double ExpectedClosed, double VarianceClosed, double VarianceIndependentTies, double ExpectedRate)
{
    /// <summary>Standard score of the observed closed triangles; NaN where the variance is 0.</summary>
    public double Z => VarianceClosed > 0 ? (Closed - ExpectedClosed) / Math.Sqrt(VarianceClosed) : double.NaN;
}

/// <summary>Measures of the whole tie graph: simple, undirected, isolates kept.</summary>
/// <param name="ExcessTies">Ties without a shared arena; reported, not judged.</param>
public sealed partial record NetworkSummary(
    int N, long M, double Density, int Components, int Isolates, int LargestComponent, double TotalStrength,
    double Assortativity, double AssortativityWeighted, long ExcessTies);

/// <summary>One sector.</summary>
/// <param name="TiesInternal">Ties within the sector, each once.</param>
/// <param name="TiesExternal">Ties to other known sectors.</param>
/// <param name="EiIndex">Internal ties counted once per endpoint, so that it is the mean over the sector's tie ends; NaN without ties.</param>
/// <param name="Rate">Required pairs with at least one end in the sector.</param>
/// <param name="CrossSectorRate">Those of them that lead to another known sector.</param>
public sealed record SectorSummary(
    SectorId Sector, int Stakeholders, int Activities, long TiesInternal, long TiesExternal, double EiIndex, Rate Rate, Rate CrossSectorRate)
{
    /// <summary>Range of <see cref="Rate"/>.</summary>
    public Jackknife Range { get; init; } = Jackknife.Undefined;

    /// <summary>What shuffled sector labels make of <see cref="EiIndex"/>.</summary>
    public ChanceRange EiChance { get; init; } = ChanceRange.Undefined;
}

/// <summary>One unordered pair of sectors, or one sector with itself. <paramref name="A"/> comes first in canonical order.</summary>
/// <param name="Possible">Pairs of stakeholders: <c>n_a n_b</c>, within a sector <c>n(n-1)/2</c>.</param>
/// <param name="Density">Ties / possible; NaN where nothing is possible.</param>
/// <param name="Strength">Sum of tie strengths.</param>
public sealed partial record SectorPairSummary(
    SectorId A, SectorId B, int StakeholdersA, int StakeholdersB, long Ties, long Possible, double Density, double Strength, Rate Rate)
{
    /// <summary>Two different known sectors.</summary>
    public bool IsCross => A != B && Known;

    /// <summary>Both sectors are known.</summary>
    public required bool Known { get; init; }

    /// <summary>Range of <see cref="Rate"/>.</summary>
    public Jackknife Range { get; init; } = Jackknife.Undefined;
}

/// <summary>The rate within one theme, place or period: pairs that share an arena of it.</summary>
/// <param name="Label">Name of the theme or place, label of the period.</param>
/// <param name="Stakeholders">Stakeholders present there.</param>
public sealed record GroupRate(string Label, int Stakeholders, int Arenas, Rate Rate, Rate CrossSectorRate)
{
    /// <summary>Range of <see cref="Rate"/>.</summary>
    public Jackknife Range { get; init; } = Jackknife.Undefined;

    /// <summary>Range of <see cref="CrossSectorRate"/>.</summary>
    public Jackknife CrossSectorRange { get; init; } = Jackknife.Undefined;
}

/// <summary>One stakeholder.</summary>
/// <param name="Activities">Distinct activities it takes part in, as anything but funder only (unless funders count as present).</param>
/// <param name="Arenas">Arenas it is present in.</param>
/// <param name="Degree">Stakeholders it has a tie with.</param>
/// <param name="Strength">Newman strength of its ties.</param>
/// <param name="Component">Number of its component, the largest component being 0.</param>
/// <param name="EiIndex">(external - internal) / degree; NaN without ties.</param>
/// <param name="Rate">Its required pairs.</param>
/// <param name="CrossSectorRate">Those of them that lead to another known sector.</param>
public sealed partial record StakeholderSummary(
    StakeholderId Stakeholder, int Activities, int Arenas, int Degree, double Strength, int Component, double EiIndex, Rate Rate, Rate CrossSectorRate);

/// <summary>A missing link: two stakeholders that share an arena and have no tie.</summary>
/// <param name="A">First in canonical order.</param>
/// <param name="Requirement"><c>R = sum_c n_c b_ic b_jc</c>.</param>
/// <param name="SharedArenas">The same, unweighted.</param>
/// <param name="Distance">Ties on the shortest path between the two; null where none exists.</param>
/// <param name="Path">The first shortest path in canonical order, both ends included; empty where none exists.</param>
/// <param name="Introducers">Common partners that could introduce them, strongest first (by the weaker of their two ties); sector stand-ins excluded.</param>
/// <param name="Evidence">The shared arenas with the activities and rows on both sides.</param>
public sealed record Gap(
    StakeholderId A,
    StakeholderId B,
    bool CrossSector,
    double Requirement,
    int SharedArenas,
    int? Distance,
    IReadOnlyList<StakeholderId> Path,
    IReadOnlyList<StakeholderId> Introducers,
    IReadOnlyList<GapEvidence> Evidence);

/// <summary>One arena that both ends of a gap are present in.</summary>
public sealed record GapEvidence(Arena Arena, IReadOnlyList<ActivityEvidence> ActivitiesA, IReadOnlyList<ActivityEvidence> ActivitiesB);

/// <summary>An activity and the rows that put the stakeholder into it.</summary>
public sealed record ActivityEvidence(ActivityId Activity, IReadOnlyList<SourceRow> Sources);

/// <summary>Theme x place x period: where stakeholders meet or should. A null dimension is absent from the dataset: "all".</summary>
public readonly record struct Arena(ThemeId? Theme, PlaceId? Place, Period Period);

/// <summary>What a theme at a place looks like.</summary>
public enum CellStatus
{
    Uncovered,
    SingleProvider,
    SingleSector,

    /// <summary>Two or more stakeholders, of which too few have a known sector to tell.</summary>
    SectorsUnknown,
    CoveredUncoordinated,

    /// <summary>Two or more sectors, but the dataset has no tie evidence.</summary>
    CoordinationUnknown,
    Fragmented,
    Coordinated,
    NeedUnknownNonePresent,
    NotNeeded,
}

/// <summary>Theme x place, over all periods.</summary>
/// <param name="Theme">Null: the dataset has no theme.</param>
/// <param name="Place">Null: the dataset has no place.</param>
/// <param name="Sectors">Known sectors among those present.</param>
/// <param name="Activities">Distinct activities there.</param>
/// <param name="Need">People in need or severity; NaN where not given.</param>
/// <param name="Reached">People reached; NaN where not given.</param>
/// <param name="Expected">The expectations table names this theme here.</param>
/// <param name="CrossSectorTies">Ties between stakeholders of different known sectors among those present.</param>
/// <param name="LargestComponentShare">Share of those present in the largest component of the tie graph among them; NaN when empty or without tie evidence.</param>
/// <param name="MissingSectors">Expected sectors without anyone present.</param>
public sealed record Cell(
    ThemeId? Theme,
    PlaceId? Place,
    int Stakeholders,
    int Sectors,
    int Activities,
    double Need,
    double Reached,
    bool Expected,
    long CrossSectorTies,
    double LargestComponentShare,
    IReadOnlyList<SectorId> MissingSectors,
    CellStatus Status)
{
    /// <summary>Unit of <see cref="Need"/>.</summary>
    public Networks.NeedUnit NeedUnit { get; init; }

    /// <summary>Sectors that the expectations table names for this cell, in canonical order.</summary>
    public IReadOnlyList<SectorId> ExpectedSectors { get; init; } = [];

    /// <summary>Blau's diversity of the known sectors of those present, at most 1 - 1/k; NaN when empty.</summary>
    public double SectorDiversity { get; init; } = double.NaN;

    /// <summary>Chance that two of those present are of different sectors; NaN with fewer than two.</summary>
    public double SectorDiversityUnbiased { get; init; } = double.NaN;

    /// <summary>Stakeholders present per unit of need; NaN where no need is given.</summary>
    public double StakeholdersPerNeed => Need > 0 ? Stakeholders / Need : double.NaN;

    /// <summary>Share of the people in need who were not reached; NaN where either is not given.</summary>
    public double UnmetShare => NeedUnit == Networks.NeedUnit.People && Need > 0 && !double.IsNaN(Reached)
        ? Math.Max(0, Need - Reached) / Need
        : double.NaN;
}

/// <summary>How the headline depends on what counts as meeting.</summary>
public sealed record SensitivityRow(PeriodGrain Period, int PlaceLevel, int Arenas, Rate Rate, Rate CrossSectorRate);

/// <summary>What could not be placed, and therefore makes no arena.</summary>
/// <param name="UnknownThemes">Activities without a theme, where the dataset has themes.</param>
/// <param name="UnknownPlaces">Activities without a place at the chosen level.</param>
/// <param name="UnknownDates">Activities without a date fine enough for the chosen period.</param>
/// <param name="UndatedInCell">Those of them with a theme and a place: presence in their cell, though in no arena.</param>
/// <param name="WithoutArena">Activities that are in no arena for any of these reasons.</param>
/// <param name="OutsideWindow">Activities left out by --from and --to: outside, or without a date.</param>
/// <param name="UndatedOutsideWindow">Those of them without a date.</param>
/// <param name="TooLargeForTies">Activities with more participants than make ties, largest first.</param>
/// <param name="AbsentDimensions">Dimensions absent from the whole dataset: theme, place, date.</param>
public sealed record Unplaced(
    int UnknownThemes,
    int UnknownPlaces,
    int UnknownDates,
    int UndatedInCell,
    int WithoutArena,
    int OutsideWindow,
    int UndatedOutsideWindow,
    IReadOnlyList<ActivityId> TooLargeForTies,
    IReadOnlyList<string> AbsentDimensions);
