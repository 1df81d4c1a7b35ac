using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;
using static GapAnalyzer.Reporting.Document.Holds;

namespace GapAnalyzer.Reporting.Document;

/// <summary>3: sector by sector, and between each two of them.</summary>
internal static class SectorsSection
{
    public static IEnumerable<Block> Blocks(Report report)
    {
        var t = report.Texts;
        if (report.Analysis.Sectors.Count == 0)
            return [];
        return
        [
            new Heading(2, t.Say("sectors.heading")),
            new Paragraph(t.Say(report.Analysis.Measured ? "sectors.text" : "sectors.text-unmeasured")),
            .. Sectors(report),
            .. Section.Chart(report, "sector-matrix"),
            .. Section.Chart(report, "ei-index"),
            .. Pairs(report),
            .. ChanceSection.Blocks(report),
            .. Findings.Blocks(report, FindingText.IsAboutSectors),
        ];
    }

    private static IEnumerable<Block> Sectors(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        Column<SectorSummary>[] columns =
        [
            new("sector", s => t.Sector(analysis.Name(s.Sector))),
            new("organisations", s => Numbers.Count(s.Stakeholders), Figures),
            new("activities", s => Numbers.Count(s.Activities), Figures),
            new("ties-internal", s => Numbers.Count(s.TiesInternal), TieFigures),
            new("ties-external", s => Numbers.Count(s.TiesExternal), CrossTieFigures),
            new("ei", s => Numbers.Index(s.EiIndex, t), CrossTieFigures),
            new("cross-pairs", s => Numbers.Count(s.CrossSectorRate.Required), CrossFigures),
            new("tied", s => Numbers.Count(s.CrossSectorRate.Satisfied), CrossTieFigures),
            new("cross-rate", s => Numbers.Percent(s.CrossSectorRate.Value, t), CrossTieFigures),
        ];
        return Section.TopTable(report, columns, analysis.Sectors.Where(s => s.Stakeholders > 0).ToArray(), "sectors.csv");
    }

    /// <summary>Pairs of sectors that meet at all, most missing links first.</summary>
    private static IEnumerable<Block> Pairs(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        var meeting = analysis.SectorPairs.Where(pair => pair.Rate.Required > 0)
            .OrderByDescending(pair => analysis.Measured ? pair.Rate.Gaps : pair.Rate.Required).ToArray();
        if (meeting.Length == 0)
            return [new Paragraph(t.Say("sectors.never-meet"))];
        Column<SectorPairSummary>[] columns =
        [
            new("sector", pair => t.Sector(analysis.Name(pair.A))),
            new("other-sector", pair => pair.A == pair.B ? t.Say("pairs.within") : t.Sector(analysis.Name(pair.B))),
            new("pairs", pair => Numbers.Count(pair.Rate.Required), Figures),
            new("tied", pair => Numbers.Count(pair.Rate.Satisfied), TieFigures),
            new("rate", pair => Numbers.Percent(pair.Rate.Value, t), TieFigures),
            new("points", pair => HeadlineText.Points(pair.Rate, pair.Range.Se, t), TieFigures),
            new("gaps", pair => Numbers.Count(pair.Rate.Gaps), TieFigures),
            new("ties", pair => Numbers.Count(pair.Ties), TieFigures),
            new("possible", pair => Numbers.Count(pair.Possible), Figures),
        ];
        return
        [
            new Heading(3, t.Say("pairs.heading")),
            new Paragraph(t.Say(analysis.Measured ? "pairs.text" : "pairs.text-unmeasured")),
            .. Section.TopTable(report, columns, meeting, "sector_pairs.csv"),
        ];
    }
}
