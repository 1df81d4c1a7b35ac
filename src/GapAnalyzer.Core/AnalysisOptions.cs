using GapAnalyzer.Domain;

namespace GapAnalyzer;

/// <summary>Which evidence counts as a tie.</summary>
[Flags]
public enum TieKinds
{
    None = 0,

    /// <summary>Both took part in one activity.</summary>
    Joint = 1,

    /// <summary>A row of the ties table, or a funder with the lead of what it funds.</summary>
    Declared = 2,

    Both = Joint | Declared,
}

/// <summary>
/// Every choice that can change a number, with its default. A null is "not chosen": the dataset's own setting holds, else the
/// default named here.
/// </summary>
public sealed record AnalysisOptions
{
    public const PeriodGrain DefaultPeriod = PeriodGrain.Year;
    public const int DefaultPlaceLevel = 1;

    /// <summary>Seats above which an activity is presence but poor evidence of coordination: a 300-seat conference introduces no one.</summary>
    public const int DefaultMaxJointParticipants = 50;

    /// <summary>Satisfied / expected at or below which a significant shortfall is called "under"; the inverse is "over".</summary>
    public const double DefaultMaterial = 2.0 / 3;

    /// <summary>The same where verdict ties are cliques: they hide who invites whom, and a gap shows weaker.</summary>
    public const double DefaultMaterialClique = 0.8;

    /// <summary>Length of a period. Default: year.</summary>
    public PeriodGrain? Period { get; init; }

    /// <summary>Administrative level of a place, 1 or 2. Default: 1.</summary>
    public int? PlaceLevel { get; init; }

    public TieKinds Ties { get; init; } = TieKinds.Both;

    /// <summary>Activities with more participants make no ties; <see cref="int.MaxValue"/> is unlimited. Default: 50.</summary>
    public int? MaxJointParticipants { get; init; }

    /// <summary>Only ties made in a cell count towards its status. Rates, gaps and verdicts count ties made anywhere all the same.</summary>
    public bool LocalTies { get; init; }

    /// <summary>A funder counts as present in the arenas of what it funds.</summary>
    public bool FundersPresent { get; init; }

    /// <summary>Only activities and ties active on or after this day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Only activities and ties active on or before this day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The day the report speaks of; gives a year to months without one.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Gaps shown with their evidence. All of them are counted and listed in the table.</summary>
    public int Top { get; init; } = 200;

    /// <summary>Most rows that <c>tables/gaps.csv</c> and <c>tables/ties.csv</c> hold; a cut is said.</summary>
    public int MaxTableRows { get; init; } = 1_000_000;

    /// <summary>See <see cref="DefaultMaterial"/>; between 0 and 1. Null: by the kind of verdict ties.</summary>
    public double? Material { get; init; }

    /// <summary>Seed of everything random; printed in the report.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Shuffles of the sector labels: p is known to about a percent at .01, and never below 1 in 10,000.</summary>
    public int Permutations { get; init; } = 9_999;

    /// <summary>Most pairs that all shuffles together look at, about half a second; above, p is the normal tail of an exact z.</summary>
    public long PermutationWork { get; init; } = 400_000_000;

    /// <summary>Parts that are not computed: the report says so, and has nothing in their place.</summary>
    public AnalysisParts Without { get; init; }

    /// <summary>Whether all of these parts are computed.</summary>
    public bool Has(AnalysisParts parts) => (Without & parts) == AnalysisParts.None;

    /// <summary>Bytes of memory that the analysis may take; what is estimated to need more is refused. Changes no number.</summary>
    public long Memory { get; init; } = 16_000_000_000;

    /// <summary>These options with the dataset's settings and the defaults filled in: no null is left where a default exists.</summary>
    public AnalysisOptions WithDefaults(DatasetDefaults dataset) => this with
    {
        Period = Period ?? dataset.Period ?? DefaultPeriod,
        PlaceLevel = PlaceLevel ?? dataset.PlaceLevel ?? DefaultPlaceLevel,
        MaxJointParticipants = MaxJointParticipants ?? dataset.MaxJointParticipants ?? DefaultMaxJointParticipants,
        AsOf = AsOf ?? dataset.AsOf,
    };
}
