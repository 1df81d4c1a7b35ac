using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;
using static GapAnalyzer.Reporting.Document.Holds;

namespace GapAnalyzer.Reporting.Document;

/// <summary>Of section 5: brokers between sectors, what breaks if someone leaves, links between sectors, and groups against sectors.</summary>
internal static class StructureBlocks
{
    private const int NamedInCover = 3;

    public static IEnumerable<Block> Of(Report report) => report.Analysis.Network.Communities is null
        ? []
        :
        [
            .. Section.Chart(report, "brokers"),
            .. Brokers(report),
            .. Cutpoints(report),
            .. Findings.Blocks(report, FindingText.IsAboutStructure),
            .. SectorPairs(report),
            .. Groups(report),
        ];

    /// <summary>A stand-in for a whole sector is no one who could leave.</summary>
    private static IEnumerable<StakeholderSummary> Named(Analysis analysis) =>
        analysis.Stakeholders.Where(s => !analysis.Of(s.Stakeholder).StandsForSector);

    private static IEnumerable<Block> Brokers(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        if (!analysis.Has(AnalysisParts.Brokerage))
            return [];
        var brokers = Named(analysis).Where(s => s.Between > 0)
            .OrderByDescending(s => s.Exclusive).ThenByDescending(s => s.Between).ThenBy(s => s.Stakeholder.Index).ToArray();
        var pairs = brokers.Sum(s => s.Exclusive ?? 0);
        if (brokers.Length == 0)
            return [new Heading(3, t.Say("brokers.heading")), new Paragraph(t.Say("brokers.none"))];
        Column<StakeholderSummary>[] columns =
        [
            new("organisation", s => analysis.Name(s.Stakeholder)),
            new("sector", s => t.Sector(analysis.Sector(s.Stakeholder))),
            new("partners", s => Numbers.Count(s.Degree), Figures),
            new("between", s => Numbers.Count(s.Between ?? 0), Figures),
            new("between-chance", s => Numbers.Fixed(s.Brokerage?.Across.Expected ?? double.NaN, 1, t), Figures),
            new("exclusive", s => s.Exclusive is { } alone ? Numbers.Count(alone) : Numbers.Undefined, Figures),
            new("betweenness", s => Numbers.Percent(s.Betweenness, t), Figures),
        ];
        return
        [
            new Heading(3, t.Say("brokers.heading")),
            new Paragraph(Array.Exists(brokers, s => s.Exclusive is not null)
                ? t.Say("brokers.text", ("brokers", brokers.Length), ("exclusive", pairs))
                : t.Say("brokers.text-uncounted", ("brokers", brokers.Length))),
            .. Section.TopTable(report, columns, brokers, "stakeholders.csv"),
            .. Sampled(report),
        ];
    }

    /// <summary>That betweenness was estimated, and how well.</summary>
    private static IEnumerable<Block> Sampled(Report report)
    {
        var network = report.Analysis.Network;
        if (network.BetweennessError > 0)
            yield return new Paragraph(report.Texts.Say("brokers.sampled", ("pivots", network.BetweennessPivots ?? 0), ("points", 2 * network.BetweennessError)));
    }

    private static IEnumerable<Block> Cutpoints(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        var cutpoints = Named(analysis).Where(s => s.CutOff > 0)
            .OrderByDescending(s => s.CutOff).ThenByDescending(s => s.Degree).ThenBy(s => s.Stakeholder.Index).ToArray();
        if (cutpoints.Length == 0)
            return [new Heading(3, t.Say("cutpoints.heading")), new Paragraph(t.Say("cutpoints.none", ("n", analysis.Network.N)))];
        Column<StakeholderSummary>[] columns =
        [
            new("organisation", s => analysis.Name(s.Stakeholder)),
            new("sector", s => t.Sector(analysis.Sector(s.Stakeholder))),
            new("partners", s => Numbers.Count(s.Degree), Figures),
            new("cut-off", s => Numbers.Count(s.CutOff ?? 0), Figures),
        ];
        return
        [
            new Heading(3, t.Say("cutpoints.heading")),
            new Paragraph(t.Say("cutpoints.text", ("n", cutpoints.Length), ("all", analysis.Network.N))),
            .. Section.TopTable(report, columns, cutpoints, "stakeholders.csv"),
        ];
    }

    private static IEnumerable<Block> SectorPairs(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        var linked = analysis.SectorPairs.Where(pair => pair.DisjointTies > 0 && Math.Min(pair.StakeholdersA, pair.StakeholdersB) > 1)
            .OrderBy(pair => pair.DisjointTies).ThenByDescending(pair => pair.Rate.Required).ToArray();
        if (linked.Length == 0)
            return [];
        Column<SectorPairSummary>[] columns =
        [
            new("sector", pair => t.Sector(analysis.Name(pair.A))),
            new("other-sector", pair => t.Sector(analysis.Name(pair.B))),
            new("smaller", pair => Numbers.Count(Math.Min(pair.StakeholdersA, pair.StakeholdersB)), Figures),
            new("pairs", pair => Numbers.Count(pair.Rate.Required), Figures),
            new("ties", pair => Numbers.Count(pair.Ties), Figures),
            new("losses", pair => Numbers.Count(pair.DisjointTies ?? 0), Figures),
            new("routes", pair => pair.DisjointRoutes is { } routes ? Numbers.Count(routes) : Numbers.Undefined, Figures),
            new("cover", pair => Listing.Of(pair.Cover.Select(id => analysis.Name(id)), NamedInCover, t)),
        ];
        return
        [
            new Heading(3, t.Say("links.heading")),
            new Paragraph(t.Say("links.text")),
            .. Section.TopTable(report, columns, linked, "sector_pairs.csv"),
        ];
    }

    private static IEnumerable<Block> Groups(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        var network = analysis.Network;
        yield return new Heading(3, t.Say("groups.heading"));
        yield return new Paragraph(t.Say(
            analysis.Dataset.KnownSectors < 2 ? "groups.text-alone" : "groups.text",
            ("n", analysis.Stakeholders.Count(s => s.Community is not null)),
            ("groups", network.Communities ?? 0),
            ("modularity", network.Modularity),
            ("sectors", network.ModularitySectors)));
        if (analysis.Dataset.KnownSectors > 1 && !double.IsNaN(network.AdjustedRandSectors))
            yield return new Paragraph(t.Say("groups.agreement", ("rand", network.AdjustedRandSectors), ("nmi", network.NmiSectors)));
        if (double.IsFinite(network.CentralisationDegree) && double.IsFinite(network.CentralisationBetweenness))
            yield return new Paragraph(t.Say("groups.centralisation", ("degree", network.CentralisationDegree), ("betweenness", network.CentralisationBetweenness)));
    }
}
