using GapAnalyzer.Domain;
using GapAnalyzer.Findings;
using GapAnalyzer.Reporting.Formats.Json;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Explaining;

/// <summary>The evidence behind a finding: explanations of what it is about.</summary>
internal static class FindingEvidence
{
    public static IEnumerable<Explanation> Of(Inquiry inquiry, Finding finding)
    {
        var analysis = inquiry.Analysis;
        return finding switch
        {
            { Code: FindingText.MissingLinkCode } => [Pair(inquiry, finding)],
            { Code: "organizational-silo" or "concentration-on-one-organiser" } => [StakeholderExplanation.Of(inquiry, Named(analysis, finding, "stakeholder", "sector"))],
            { Code: "organizational-silo-sector" } => SectorsMetBy(inquiry, Sector(analysis, finding, "sector")),
            { Code: "communities-are-sectors" } => [Communities(inquiry)],
            { Code: "missing-expected-sector" } => WithoutSector(inquiry, finding),
            _ when finding.Facts.ContainsKey("place") => [Arena(inquiry, finding)],
            _ when finding.Facts.ContainsKey("sector_a") => [SectorsExplanation.Of(inquiry, Sector(analysis, finding, "sector_a"), Sector(analysis, finding, "sector_b"))],
            _ => [SectorsExplanation.Of(inquiry, Sector(analysis, finding, "a"), Sector(analysis, finding, "b"))],
        };
    }

    private static Explanation Pair(Inquiry inquiry, Finding finding)
    {
        var analysis = inquiry.Analysis;
        return PairExplanation.Of(inquiry, Named(analysis, finding, "a", "sector_a"), Named(analysis, finding, "b", "sector_b"));
    }

    private static Explanation Arena(Inquiry inquiry, Finding finding)
    {
        var cell = inquiry.Analysis.Cells.First(cell =>
            inquiry.Analysis.Name(cell.Theme) == (string)finding.Facts["theme"] && inquiry.Analysis.Name(cell.Place) == (string)finding.Facts["place"]);
        return ArenaExplanation.Of(inquiry, cell.Theme, cell.Place);
    }

    /// <summary>Every place where others act on the theme and the sector is missing, those of most need first.</summary>
    private static IEnumerable<Explanation> WithoutSector(Inquiry inquiry, Finding finding)
    {
        var sector = Sector(inquiry.Analysis, finding, "sector");
        return inquiry.Analysis.Cells
            .Where(cell => cell.Stakeholders > 0 && inquiry.Analysis.Name(cell.Theme) == (string)finding.Facts["theme"] && cell.MissingSectors.Contains(sector))
            .OrderByDescending(cell => cell.Need)
            .Take(3)
            .Select(cell => ArenaExplanation.Of(inquiry, cell.Theme, cell.Place));
    }

    /// <summary>The sectors that this one meets most.</summary>
    private static IEnumerable<Explanation> SectorsMetBy(Inquiry inquiry, SectorId sector) => inquiry.Analysis.SectorPairs
        .Where(pair => (pair.A == sector || pair.B == sector) && pair.Rate.Required > 0)
        .OrderByDescending(pair => pair.Rate.Required)
        .Take(3)
        .Select(pair => SectorsExplanation.Of(inquiry, pair.A, pair.B));

    private static Explanation Communities(Inquiry inquiry)
    {
        var (analysis, t) = (inquiry.Analysis, inquiry.Texts);
        var groups = analysis.Stakeholders.Where(s => s.Community is not null).GroupBy(s => s.Community!.Value, s => s.Stakeholder).OrderBy(group => group.Key).Select(group => group.ToArray()).ToArray();
        return new(
            "communities",
            t.Say("explain.communities", ("n", groups.Length)),
            [.. EvidenceText.List(groups, group => string.Join(t.Say("list.semicolon"), group.GroupBy(id => analysis.Sector(id)).OrderByDescending(sector => sector.Count())
                .Select(sector => t.Say("explain.community", ("sector", sector.Key), ("n", sector.Count()), ("names", Listing.Of(sector.Select(id => analysis.Name(id)), 8, t))))), t)],
            json => json.WriteObjects("communities", groups, group => json.WriteTexts("members", group.Select(id => analysis.Id(id)))));
    }

    /// <summary>A finding names organisations; two of one name differ in sector, or the first is meant.</summary>
    private static StakeholderId Named(Analysis analysis, Finding finding, string fact, string sector) => analysis.Stakeholders
        .Select(summary => summary.Stakeholder)
        .First(id => analysis.Name(id) == (string)finding.Facts[fact] && analysis.Sector(id) == (string)finding.Facts[sector]);

    private static SectorId Sector(Analysis analysis, Finding finding, string fact) =>
        analysis.Sectors.First(summary => analysis.Name(summary.Sector) == (string)finding.Facts[fact]).Sector;
}
