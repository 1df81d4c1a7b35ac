using GapAnalyzer.Measures;
using GapAnalyzer.Nulls;

namespace GapAnalyzer.Reporting.Tables;

/// <summary>Sectors and pairs of them.</summary>
internal static class SectorTables
{
    public static CsvTable Sectors { get; } = new CsvTable<SectorSummary>
    {
        Id = "sectors",
        Description = "Sectors: the constituency of a stakeholder, never its theme",
        From = analysis => analysis.Sectors,
    }
        .With("sector", "Name", (a, s) => a.Name(s.Sector))
        .With("known", "false for the one sector that stands for unknown", (a, s) => a.Dataset.Sectors[s.Sector.Index].Known)
        .With("stakeholders", "Stakeholders of the sector", (_, s) => s.Stakeholders)
        .With("activities", "Distinct activities they take part in; only paying is none", (_, s) => s.Activities)
        .With("ties_internal", "Ties within the sector, each once", (_, s) => s.TiesInternal)
        .With("ties_external", "Ties to other known sectors", (_, s) => s.TiesExternal)
        .With("ei_index", "(external - internal) / (external + internal), internal ties once per end; -1 to 1", (_, s) => s.EiIndex)
        .With("ei_expected", "Mean of ei_index over shuffles of the sector labels; empty where none were made", (_, s) => s.EiChance.Expected)
        .With("ei_low", "One shuffle in forty is below", (_, s) => s.EiChance.Low)
        .With("ei_high", "One shuffle in forty is above", (_, s) => s.EiChance.High)
        .With("ei_p", "Chance of an ei_index as far out, two-sided", (_, s) => s.EiChance.P)
        .With("ei_q", "The same, adjusted for the number of sectors", (_, s) => s.EiChance.Q)
        .WithRate(s => s.Rate)
        .WithRange(s => s.Range)
        .WithCrossSectorRate(s => s.CrossSectorRate);

    public static CsvTable Pairs { get; } = new CsvTable<SectorPairSummary>
    {
        Id = "sector_pairs",
        Description = "Every unordered pair of sectors, each sector with itself included",
        From = analysis => analysis.SectorPairs,
    }
        .With("a", "Sector that comes first in canonical order", (a, p) => a.Name(p.A))
        .With("b", "Other sector; the same within a sector", (a, p) => a.Name(p.B))
        .With("cross_sector", "true when both are known and differ", (_, p) => p.IsCross)
        .With("stakeholders_a", "Stakeholders of a", (_, p) => p.StakeholdersA)
        .With("stakeholders_b", "Stakeholders of b", (_, p) => p.StakeholdersB)
        .With("ties", "Tied pairs between the two", (_, p) => p.Ties)
        .With("possible", "All pairs between the two", (_, p) => p.Possible)
        .With("density", "ties / possible; empty where nothing is possible, or the dataset has no tie evidence", (_, p) => p.Density)
        .With("strength", "Sum of the strengths of these ties", (_, p) => p.Strength)
        .WithRate(p => p.Rate)
        .WithRange(p => p.Range)
        .With("requirement_weight", "Sum of the requirement over required pairs", (_, p) => p.Rate.RequiredWeight)
        .With("gaps", "required - satisfied; empty where not measured", (_, p) => p.Rate.Measured ? p.Rate.Gaps : CellValue.None)
        .With("disjoint_ties", "Ties between the two without a common stakeholder: so many losses leave none", (_, p) => CellValue.Of(p.DisjointTies))
        .With("disjoint_routes", "The same for paths through anyone; empty also where not counted", (_, p) => CellValue.Of(p.DisjointRoutes))
        .With("cover", "Ids of as few stakeholders as possible that all ties between the two touch, separated by semicolons", (a, p) =>
            string.Join(';', p.Cover.Select(id => a.Id(id))))
        .With("verdict", "Verdict of the tests; only pairs of different known sectors are testable", (a, p) => Naming.NameOf(a.TestOf(p).Verdict))
        .With("verdict_ties", "Required pairs with a verdict tie; empty where not measured", (a, p) => p.Rate.Measured ? a.TestOf(p).VerdictTies : CellValue.None)
        .WithModel("labels", "shuffled sector labels", test => test.Labels)
        .With("labels_method", "enumeration (exact), shuffles, or normal (above the work budget)", (a, p) => Naming.NameOf(a.TestOf(p).Labels.Method))
        .WithModel("activity", "activity", test => test.Activity)
        .WithModel("homophily", "activity and homophily", test => test.Homophily)
        .With("together", "Pairs of participants, one of each sector, added up over joint activities; only where it cannot be seen who invited", (a, p) =>
            a.TestOf(p).Company is { } company ? company.Together : CellValue.None)
        .WithModel("company", "the company that each sector keeps", test => test.Company ?? ModelTest.Undefined)
        .With("ratio", "Observed / expected of the test that the verdict is from: company where it is given, else homophily", (a, p) => a.TestOf(p).Deciding.Ratio)
        .With("detectable_ratio", "Ratio at or below which this test, were it the only one, would show a gap four times in five; 0: not even without a tie", (a, p) => a.TestOf(p).Deciding.DetectableRatio);

    public static CsvTable CoPresence { get; } = new CsvTable<SectorCoPresence>
    {
        Id = "sector_copresence",
        Needs = AnalysisParts.CoPresence,
        Description = "Every two different known sectors that are present: shared arenas against what reach explains; needs no ties",
        From = analysis => analysis.CoPresence.Sectors,
    }
        .With("a", "Sector that comes first in canonical order", (a, p) => a.Name(p.A))
        .With("b", "Other sector", (a, p) => a.Name(p.B))
        .With("pairs", "Pairs of present stakeholders", (_, p) => p.Pairs)
        .With("pairs_apart", "Those that by themselves share significantly few arenas", (_, p) => p.PairsApart)
        .With("shared_arenas", "Shared arenas, added up over the pairs", (_, p) => p.Shared)
        .With("expected", "What the reach of each stakeholder and each arena explains", (_, p) => p.Expected)
        .With("ratio", "shared_arenas / expected", (_, p) => p.Ratio)
        .With("z", "Standard score", (_, p) => p.Z)
        .With("p", "Chance of as few or fewer", (_, p) => p.P)
        .With("q", "The same, adjusted for the number of pairs of sectors", (_, p) => p.Q);

    private static CsvTable<SectorPairSummary> WithModel(
        this CsvTable<SectorPairSummary> table, string name, string model, Func<SectorPairTest, ModelTest> test) => table
        .With($"{name}_expected", $"Expected under {model}: verdict ties, for company times together", (a, p) => test(a.TestOf(p)).Expected)
        .With($"{name}_z", "Standard score", (a, p) => test(a.TestOf(p)).Z)
        .With($"{name}_p", "Chance of as few or fewer", (a, p) => test(a.TestOf(p)).P)
        .With($"{name}_q", "The same, adjusted for the number of pairs tested; empty for pairs that are not", (a, p) => test(a.TestOf(p)).Q);
}
