using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Networks;
using GapAnalyzer.Nulls;

namespace GapAnalyzer.Reporting;

/// <summary>Names and labels behind the ids of an analysis.</summary>
internal static class Naming
{
    extension(Analysis analysis)
    {
        public Stakeholder Of(StakeholderId id) => analysis.Dataset.Stakeholders[id.Index];

        public string Name(StakeholderId id) => analysis.Of(id).Name;

        public string Id(StakeholderId id) => analysis.Of(id).Id;

        public string Sector(StakeholderId id) => analysis.Dataset.SectorOf(id).Name;

        public string Name(SectorId id) => analysis.Dataset.Sectors[id.Index].Name;

        /// <summary>A dimension that the dataset does not have is "all".</summary>
        public string Name(ThemeId? id) => id is { } theme ? analysis.Dataset.Themes[theme.Index] : Vocabulary.All;

        /// <summary>A dimension that the dataset does not have is "all".</summary>
        public string Name(PlaceId? id) => id is { } place ? analysis.Dataset.Places[place.Index].Name : Vocabulary.All;

        public string? Code(PlaceId? id) => id is { } place ? analysis.Dataset.Places[place.Index].Code : null;

        /// <summary>Two stakeholders of different known sectors.</summary>
        public bool AreCross(StakeholderId a, StakeholderId b)
        {
            var (s, t) = (analysis.Of(a).Sector, analysis.Of(b).Sector);
            return s != t && analysis.Dataset.Sectors[s.Index].Known && analysis.Dataset.Sectors[t.Index].Known;
        }

        public Activity Of(ActivityId id) => analysis.Dataset.Activities[id.Index];

        /// <summary>Id of a gap, as in <c>report.json</c> and <c>gaps.csv</c>.</summary>
        public string GapId(StakeholderId a, StakeholderId b) => $"{analysis.Id(a)}--{analysis.Id(b)}";

        /// <summary><c>joint</c>, <c>declared</c>, <c>both</c> or <c>none</c>.</summary>
        public string EvidenceName => NameOf(analysis.TieEvidence);

        public PeriodGrain Grain => analysis.Options.Period ?? AnalysisOptions.DefaultPeriod;

        public int Level => analysis.Options.PlaceLevel ?? AnalysisOptions.DefaultPlaceLevel;

        /// <summary>The period in which two organisations meet: all of time where the dataset has no dates, whatever was asked for.</summary>
        public PeriodGrain GrainInUse => analysis.Unplaced.AbsentDimensions.Contains("date") ? PeriodGrain.All : analysis.Grain;

        /// <summary>Whether this is the way of counting of the analysis itself; a dataset of one level of places has no other.</summary>
        public bool IsOwn(SensitivityRow row) =>
            row.Period == analysis.GrainInUse && (row.PlaceLevel == analysis.Level || analysis.Sensitivity.All(other => other.PlaceLevel == row.PlaceLevel));

        /// <summary>The tests of a pair of sectors: they are in the same order.</summary>
        public SectorPairTest TestOf(SectorPairSummary pair) =>
            analysis.SectorTests.Pairs[analysis.PairIndex(pair.A.Index, pair.B.Index)];

        private int PairIndex(int a, int b) => (a * analysis.Dataset.Sectors.Count) - (a * (a - 1) / 2) + b - a;

        /// <summary>Whether coordination could be measured at all.</summary>
        public bool Measured => analysis.TieEvidence != TieKinds.None;
    }

    public static string NameOf(TieKinds kinds) => kinds switch
    {
        TieKinds.Joint => "joint",
        TieKinds.Declared => "declared",
        TieKinds.Both => "both",
        _ => "none",
    };

    public static string NameOf(PeriodGrain grain) => grain switch
    {
        PeriodGrain.Year => "year",
        PeriodGrain.Quarter => "quarter",
        PeriodGrain.Month => "month",
        _ => "all",
    };

    public static string NameOf(NeedUnit unit) => unit switch
    {
        NeedUnit.People => "people",
        NeedUnit.Severity => "severity",
        _ => "none",
    };

    /// <summary>Verdict in JSON and CSV, in plain words.</summary>
    public static string NameOf(Verdict verdict) => SnakeCase(verdict.ToString()).Replace('_', ' ');

    public static string NameOf(VerdictTieMode mode) => SnakeCase(mode.ToString());

    public static string NameOf(LabelMethod method) => SnakeCase(method.ToString());

    /// <summary>Status in JSON and CSV, snake case.</summary>
    public static string NameOf(CellStatus status) => SnakeCase(status.ToString());

    public static string SnakeCase(string pascal) =>
        string.Concat(pascal.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString()));
}
