using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;
using static GapAnalyzer.Reporting.Document.Holds;

namespace GapAnalyzer.Reporting.Document;

/// <summary>4: places and themes: who is where, coverage against need, and where those present do not work together.</summary>
internal static class CoverageSection
{
    public static IEnumerable<Block> Blocks(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        return
        [
            new Heading(2, t.Say("coverage.heading")),
            .. Statuses(report),
            .. Section.Chart(report, "coverage-grid"),
            .. Section.Chart(report, "need-coordination"),
            .. Section.Chart(report, "presence-concentration"),
            .. Findings.Blocks(report, finding => !FindingText.IsAboutOrganisations(finding) && !FindingText.IsAboutStructure(finding) && !FindingText.IsAboutSectors(finding)),
            .. Groups(report, "themes", analysis.Themes),
            .. Groups(report, "places", analysis.Places),
            .. Section.Chart(report, "change-over-time"),
            .. Periods(report),
        ];
    }

    private static IEnumerable<Block> Statuses(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        if (!analysis.Has(AnalysisParts.Coverage))
            return [new Paragraph(t.Say("coverage.left-out"))];
        if (analysis.Cells.Count == 0)
            return [new Paragraph(t.Say("coverage.none"))];
        Column<IGrouping<CellStatus, Cell>>[] columns =
        [
            new("status", cells => CellText.Status(cells.Key, t)),
            new("cells", cells => Numbers.Count(cells.Count()), Figures),
            new("meaning", cells => CellText.Definition(cells.Key, t)),
        ];
        return
        [
            new Paragraph(t.Say("coverage.text", ("cells", analysis.Cells.Count), ("where", CellText.Where(analysis, analysis.Cells.Count, t)))),
            .. Undated(analysis, t).Select(sentence => new Paragraph(sentence)),
            Column<IGrouping<CellStatus, Cell>>.Table(report, columns, analysis.Cells.GroupBy(cell => cell.Status).OrderBy(cells => cells.Key)),
        ];
    }

    /// <summary>What became of the activities without a usable date: presence all the same, unless the days are chosen.</summary>
    private static IEnumerable<string> Undated(Analysis analysis, Texts t)
    {
        if (analysis.Unplaced.UndatedInCell is var present and > 0)
            yield return t.Say("coverage.undated", ("n", present));
        if (analysis.Unplaced.UndatedOutsideWindow is var left and > 0)
            yield return t.Say("coverage.undated-outside", ("n", left));
    }

    /// <summary>Rates per period. Those in which no two organisations meet, as mistaken years leave many, are only counted.</summary>
    private static Block[] Periods(Report report)
    {
        GroupRate[] meeting = [.. report.Analysis.Periods.Where(period => period.Rate.Required > 0)];
        Block[] blocks = [.. Groups(report, "periods", meeting)];
        var rest = report.Analysis.Periods.Count - meeting.Length;
        return blocks.Length == 0 || rest == 0 ? blocks : [.. blocks, new Paragraph(report.Texts.Say("periods.rest", ("n", rest)))];
    }

    /// <summary>Rates per theme, place or period; one alone would only repeat the headline.</summary>
    private static IEnumerable<Block> Groups(Report report, string what, IReadOnlyList<GroupRate> groups)
    {
        var t = report.Texts;
        if (groups.Count < 2)
            return [];
        Column<GroupRate>[] columns =
        [
            new(what, group => group.Label),
            new("organisations", group => Numbers.Count(group.Stakeholders), Figures),
            new("pairs", group => Numbers.Count(group.Rate.Required), Figures),
            new("tied", group => Numbers.Count(group.Rate.Satisfied), TieFigures),
            new("rate", group => Numbers.Percent(group.Rate.Value, t), TieFigures),
            new("points", group => HeadlineText.Points(group.Rate, group.Range.Se, t), TieFigures),
            new("cross-pairs", group => Numbers.Count(group.CrossSectorRate.Required), CrossFigures),
            new("tied", group => Numbers.Count(group.CrossSectorRate.Satisfied), CrossTieFigures),
            new("cross-rate", group => Numbers.Percent(group.CrossSectorRate.Value, t), CrossTieFigures),
        ];
        return
        [
            new Heading(3, t.Say($"{what}.heading")),
            new Paragraph(t.Say(report.Analysis.Measured ? $"{what}.text" : $"{what}.text-unmeasured")),
            .. Section.TopTable(report, columns, groups, $"{what}.csv"),
        ];
    }
}
