
namespace GapAnalyzer.Reporting.Document;

/// <summary>5: who holds it together: the best connected, and those without any known tie.</summary>
internal static class StakeholdersSection
{
    public static IEnumerable<Block> Blocks(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        yield return new Heading(2, t.Say("stakeholders.heading"));
        if (!analysis.Measured)
        {
            yield return new Paragraph(t.Say("stakeholders.not-measured"));
            yield break;
        }

        var network = analysis.Network;
        yield return new Paragraph(t.Say("stakeholders.network", ("ties", network.M), ("n", network.N), ("density", network.Density)));
        yield return new Paragraph(t.Say(
            "stakeholders.components", ("components", network.Components), ("largest", network.LargestComponent), ("isolates", network.Isolates)));
        if (network.ExcessTies > 0)
            yield return new Paragraph(t.Say("stakeholders.excess", ("ties", network.ExcessTies)));
        foreach (var chart in Section.Chart(report, "network"))
            yield return chart;
        foreach (var block in Strongest(report))
            yield return block;
        foreach (var block in Isolates(report))
            yield return block;
    }

    private static IEnumerable<Block> Strongest(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        var tied = analysis.Stakeholders.Where(s => s.Degree > 0)
            .OrderByDescending(s => s.Strength).ThenByDescending(s => s.Degree).ThenBy(s => s.Stakeholder.Index).ToArray();
        TableColumn[] columns =
        [
            t.Words("organisation"), t.Words("sector"), t.Figures("activities"), t.Figures("partners"), t.Figures("strength"), t.Figures("ei"),
            t.Figures("pairs-tied"), t.Figures("rate"),
        ];
        var rows = tied.Select(IReadOnlyList<Line> (s) =>
        [
            analysis.Name(s.Stakeholder),
            analysis.Sector(s.Stakeholder),
            Numbers.Count(s.Activities),
            Numbers.Count(s.Degree),
            Numbers.Text(s.Strength),
            Numbers.Index(s.EiIndex),
            Section.Of(s.Rate, t),
            Numbers.Percent(s.Rate.Value),
        ]);
        return
        [
            new Heading(3, t.Say("strongest.heading")),
            new Paragraph(t.Say("strongest.text")),
            .. Section.TopTable(report, columns, rows, "stakeholders.csv", tied.Length),
        ];
    }

    /// <summary>Organisations that share an arena with others and have no known tie with anyone.</summary>
    private static IEnumerable<Block> Isolates(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        var alone = analysis.Stakeholders.Where(s => s.Degree == 0 && s.Rate.Required > 0).OrderByDescending(s => s.Rate.Required).ToArray();
        TableColumn[] columns = [t.Words("organisation"), t.Words("sector"), t.Figures("activities"), t.Figures("pairs")];
        var rows = alone.Select(IReadOnlyList<Line> (s) =>
            [analysis.Name(s.Stakeholder), analysis.Sector(s.Stakeholder), Numbers.Count(s.Activities), Numbers.Count(s.Rate.Required)]);
        return alone.Length == 0
            ? []
            :
            [
                new Heading(3, t.Say("alone.heading")),
                new Paragraph(t.Say("alone.text", ("n", alone.Length))),
                .. Section.TopTable(report, columns, rows, "stakeholders.csv", alone.Length),
            ];
    }
}
