using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using static GapAnalyzer.Reporting.Document.Holds;

namespace GapAnalyzer.Reporting.Document;

/// <summary>5: who holds it together: brokers, what breaks if they leave, the best connected, and those without any known tie.</summary>
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
        yield return new Paragraph(network.Components == 1
            ? t.Say("stakeholders.connected")
            : t.Say("stakeholders.components", ("components", network.Components), ("largest", network.LargestComponent)));
        if (network.Isolates > 0)
            yield return new Paragraph(t.Say("stakeholders.isolates", ("isolates", network.Isolates)));
        if (network.ExcessTies > 0)
            yield return new Paragraph(t.Say("stakeholders.excess", ("ties", network.ExcessTies)));
        if (OnlyPaying(analysis) is var paying and > 0)
            yield return new Paragraph(t.Say("stakeholders.funders", ("n", paying)));
        foreach (var chart in Section.Chart(report, "network"))
            yield return chart;
        foreach (var block in StructureBlocks.Of(report))
            yield return block;
        foreach (var block in Strongest(report))
            yield return block;
        foreach (var block in Isolates(report))
            yield return block;
    }

    /// <summary>Organisations that pay for activities and do nothing else: tied, but present nowhere.</summary>
    private static int OnlyPaying(Analysis analysis)
    {
        if (analysis.Options.FundersPresent)
            return 0;
        var (pays, doesMore) = (new HashSet<StakeholderId>(), new HashSet<StakeholderId>());
        foreach (var participation in analysis.Dataset.Activities.SelectMany(activity => activity.Participations))
            (participation.IsFunderOnly ? pays : doesMore).Add(participation.Stakeholder);
        return pays.Except(doesMore).Count();
    }

    private static IEnumerable<Block> Strongest(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        var tied = analysis.Stakeholders.Where(s => s.Degree > 0)
            .OrderByDescending(s => s.Strength).ThenByDescending(s => s.Degree).ThenBy(s => s.Stakeholder.Index).ToArray();
        Column<StakeholderSummary>[] columns =
        [
            new("organisation", s => analysis.Name(s.Stakeholder)),
            new("sector", s => t.Sector(analysis.Sector(s.Stakeholder))),
            new("activities", s => Numbers.Count(s.Activities), Figures),
            new("partners", s => Numbers.Count(s.Degree), Figures),
            new("strength", s => Numbers.Fixed(s.Strength, 1, t), Figures),
            new("ei", s => Numbers.Index(s.EiIndex, t), CrossFigures),
            new("pairs-tied", s => Section.Of(s.Rate, t), Figures),
            new("rate", s => Numbers.Percent(s.Rate.Value, t), Figures),
        ];
        return
        [
            new Heading(3, t.Say("strongest.heading")),
            new Paragraph(t.Say("strongest.text")),
            .. Section.TopTable(report, columns, tied, "stakeholders.csv"),
        ];
    }

    /// <summary>Organisations that share an arena with others and have no known tie with anyone.</summary>
    private static IEnumerable<Block> Isolates(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        var alone = analysis.Stakeholders.Where(s => s.Degree == 0 && s.Rate.Required > 0).OrderByDescending(s => s.Rate.Required).ToArray();
        Column<StakeholderSummary>[] columns =
        [
            new("organisation", s => analysis.Name(s.Stakeholder)),
            new("sector", s => t.Sector(analysis.Sector(s.Stakeholder))),
            new("activities", s => Numbers.Count(s.Activities), Figures),
            new("meets", s => Numbers.Count(s.Rate.Required), Figures),
        ];
        return alone.Length == 0
            ? []
            :
            [
                new Heading(3, t.Say("alone.heading")),
                new Paragraph(t.Say("alone.text", ("n", alone.Length))),
                .. Section.TopTable(report, columns, alone, "stakeholders.csv"),
            ];
    }
}
