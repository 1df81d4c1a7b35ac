using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;

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
            new Paragraph(t.Say("sectors.text")),
            .. Sectors(report),
            .. Pairs(report),
            .. Section.Chart(report, "sector-matrix"),
        ];
    }

    private static IEnumerable<Block> Sectors(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        TableColumn[] columns =
        [
            t.Words("sector"), t.Figures("organisations"), t.Figures("activities"), t.Figures("ties-internal"), t.Figures("ties-external"),
            t.Figures("ei"), t.Figures("cross-tied"), t.Figures("cross-rate"),
        ];
        var rows = analysis.Sectors.Select(IReadOnlyList<Line> (sector) =>
        [
            analysis.Name(sector.Sector),
            Numbers.Count(sector.Stakeholders),
            Numbers.Count(sector.Activities),
            Numbers.Count(sector.TiesInternal),
            Numbers.Count(sector.TiesExternal),
            Numbers.Index(sector.EiIndex),
            Section.Of(sector.CrossSectorRate, t),
            Numbers.Percent(sector.CrossSectorRate.Value),
        ]);
        return Section.TopTable(report, columns, rows, "sectors.csv", analysis.Sectors.Count);
    }

    /// <summary>Pairs of sectors that meet at all, most missing links first.</summary>
    private static IEnumerable<Block> Pairs(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        var meeting = analysis.SectorPairs.Where(pair => pair.Rate.Required > 0).ToArray();
        if (meeting.Length == 0)
            return [new Paragraph(t.Say("sectors.never-meet"))];
        TableColumn[] columns =
        [
            t.Words("sector"), t.Words("other-sector"), t.Figures("pairs"), t.Figures("tied"), t.Figures("rate"), t.Figures("points"), t.Figures("gaps"),
            t.Figures("ties-of-possible"),
        ];
        var rows = meeting
            .OrderByDescending(pair => pair.Rate.Measured ? pair.Rate.Gaps : pair.Rate.Required)
            .Select(pair => PairRow(analysis, pair, t));
        return
        [
            new Heading(3, t.Say("pairs.heading")),
            new Paragraph(t.Say("pairs.text")),
            .. Section.TopTable(report, columns, rows, "sector_pairs.csv", meeting.Length),
        ];
    }

    private static IReadOnlyList<Line> PairRow(Analysis analysis, SectorPairSummary pair, Texts t) =>
    [
        analysis.Name(pair.A),
        pair.A == pair.B ? t.Say("pairs.within") : analysis.Name(pair.B),
        Numbers.Count(pair.Rate.Required),
        pair.Rate.Measured ? Numbers.Count(pair.Rate.Satisfied) : Numbers.Undefined,
        Numbers.Percent(pair.Rate.Value),
        HeadlineText.Points(pair.Range.Se),
        pair.Rate.Measured ? Numbers.Count(pair.Rate.Gaps) : Numbers.Undefined,
        t.Say("of", ("part", pair.Ties), ("whole", pair.Possible)),
    ];
}
