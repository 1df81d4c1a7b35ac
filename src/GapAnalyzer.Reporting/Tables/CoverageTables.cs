using GapAnalyzer.Measures;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Reporting.Tables;

/// <summary>Themes, places, periods and what the headline depends on.</summary>
internal static class CoverageTables
{
    public static CsvTable Cells { get; } = new CsvTable<Cell>
    {
        Id = "cells",
        Needs = AnalysisParts.Coverage,
        Description = "Theme x place over all periods, with exactly one status each",
        From = analysis => analysis.Cells,
    }
        .With("theme", "Theme; all where the dataset has none", (a, c) => a.Name(c.Theme))
        .With("place", "Place; all where the dataset has none", (a, c) => a.Name(c.Place))
        .With("place_code", "P-code or ISO code, where given", (a, c) => a.Code(c.Place))
        .With("status", "Status, see gap-analyzer catalog measures", (_, c) => Naming.NameOf(c.Status))
        .With("stakeholders", "Stakeholders present", (_, c) => c.Stakeholders)
        .With("sectors", "Known sectors among them", (_, c) => c.Sectors)
        .With("activities", "Distinct activities", (_, c) => c.Activities)
        .With("cross_sector_ties", "Ties between different known sectors among those present; empty where not measured", CrossSectorTies)
        .With("largest_component_share", "Share of those present in the largest group linked by ties; empty where not measured", LargestShare)
        .With("need", "People in need or severity; empty where not given", (_, c) => c.Need)
        .With("need_unit", "people or severity; empty where no need is given", (_, c) => c.NeedUnit == NeedUnit.None ? null : Naming.NameOf(c.NeedUnit))
        .With("reached", "People reached; empty where not given", (_, c) => c.Reached)
        .With("unmet_share", "Share of the people in need who were not reached; empty where either is not given", (_, c) => c.UnmetShare)
        .With("stakeholders_per_need", "Stakeholders present per unit of need; empty where no need is given", (_, c) => c.StakeholdersPerNeed)
        .With("sector_diversity", "Blau's 1 - sum p^2 over known sectors, at most 1 - 1/k; empty where no one is present", (_, c) => c.SectorDiversity)
        .With("sector_diversity_unbiased", "Chance that two of those present are of different sectors", (_, c) => c.SectorDiversityUnbiased)
        .With("expected", "true when the expectations table names this theme here", (_, c) => c.Expected)
        .With("missing_sectors", "Expected sectors without anyone present, separated by ' | '", (a, c) => string.Join(" | ", c.MissingSectors.Select(s => a.Name(s))));

    public static CsvTable Themes { get; } = Groups("themes", "theme", "Rates per theme", analysis => analysis.Themes);

    public static CsvTable Places { get; } = Groups("places", "place", "Rates per place", analysis => analysis.Places);

    public static CsvTable Periods { get; } = Groups("periods", "period", "Rates per period, with the ties active in it", analysis => analysis.Periods);

    public static CsvTable Sensitivity { get; } = new CsvTable<SensitivityRow>
    {
        Id = "sensitivity",
        Needs = AnalysisParts.Sensitivity,
        Description = "The headline rate under other choices of what counts as meeting",
        From = analysis => analysis.Sensitivity,
    }
        .With("period", "Length of the period: year, quarter, month, all", (_, s) => Naming.NameOf(s.Period))
        .With("place_level", "Administrative level of a place", (_, s) => s.PlaceLevel)
        .With("arenas", "Arenas that someone is present in", (_, s) => s.Arenas)
        .WithRate(s => s.Rate)
        .WithCrossSectorRate(s => s.CrossSectorRate);

    private static CsvTable<GroupRate> Groups(string id, string name, string description, Func<Analysis, IEnumerable<GroupRate>> from) => new CsvTable<GroupRate>
    {
        Id = id,
        Needs = AnalysisParts.Groups,
        Description = description,
        From = from,
    }
        .With(name, "Name", (_, g) => g.Label)
        .With("stakeholders", "Stakeholders present", (_, g) => g.Stakeholders)
        .With("arenas", "Arenas that someone is present in", (_, g) => g.Arenas)
        .WithRate(g => g.Rate)
        .WithRange(g => g.Range)
        .WithCrossSectorRate(g => g.CrossSectorRate);

    private static CellValue CrossSectorTies(Analysis analysis, Cell cell) => analysis.Measured ? cell.CrossSectorTies : CellValue.None;

    private static CellValue LargestShare(Analysis analysis, Cell cell) => analysis.Measured ? cell.LargestComponentShare : CellValue.None;
}
