using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;

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
            .. Statuses(analysis, t),
            .. Section.Chart(report, "coverage-grid"),
            .. Findings.Blocks(report, finding => !FindingText.IsAboutOrganisations(finding)),
            .. Groups(report, "themes", analysis.Themes),
            .. Groups(report, "places", analysis.Places),
            .. Groups(report, "periods", analysis.Periods),
        ];
    }

    private static IEnumerable<Block> Statuses(Analysis analysis, Texts t)
    {
        if (analysis.Cells.Count == 0)
        {
            yield return new Paragraph(t.Say("coverage.none"));
            yield break;
        }

        yield return new Paragraph(t.Say("coverage.text", ("cells", analysis.Cells.Count), ("where", CellText.Where(analysis, t))));
        yield return new Table(
            [t.Words("status"), t.Figures("cells"), t.Words("meaning")],
            [
                .. analysis.Cells.GroupBy(cell => cell.Status).OrderBy(group => group.Key).Select(IReadOnlyList<Line> (group) =>
                    [CellText.Status(group.Key, t), Numbers.Count(group.Count()), CellText.Definition(group.Key, t)]),
            ]);
    }

    /// <summary>Rates per theme, place or period; one alone would only repeat the headline.</summary>
    private static IEnumerable<Block> Groups(Report report, string what, IReadOnlyList<GroupRate> groups)
    {
        var t = report.Texts;
        if (groups.Count < 2)
            return [];
        TableColumn[] columns =
        [
            t.Words(what), t.Figures("organisations"), t.Figures("pairs"), t.Figures("tied"), t.Figures("rate"), t.Figures("points"), t.Figures("cross-tied"),
            t.Figures("cross-rate"),
        ];
        var rows = groups.Select(IReadOnlyList<Line> (group) =>
        [
            group.Label,
            Numbers.Count(group.Stakeholders),
            Numbers.Count(group.Rate.Required),
            group.Rate.Measured ? Numbers.Count(group.Rate.Satisfied) : Numbers.Undefined,
            Numbers.Percent(group.Rate.Value),
            HeadlineText.Points(group.Range.Se),
            Section.Of(group.CrossSectorRate, t),
            Numbers.Percent(group.CrossSectorRate.Value),
        ]);
        return
        [
            new Heading(3, t.Say($"{what}.heading")),
            new Paragraph(t.Say($"{what}.text")),
            .. Section.TopTable(report, columns, rows, $"{what}.csv", groups.Count),
        ];
    }
}
