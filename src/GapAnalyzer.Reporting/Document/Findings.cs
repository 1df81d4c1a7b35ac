using GapAnalyzer.Findings;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Document;

/// <summary>Findings as lists of sentences, one list per rule in the order the findings come, most severe first.</summary>
internal static class Findings
{
    public static IEnumerable<Block> Blocks(Report report, Func<Finding, bool> isHere)
    {
        var t = report.Texts;
        foreach (var rule in report.Analysis.Findings.Where(isHere).GroupBy(finding => finding.Code))
        {
            var all = rule.ToArray();
            yield return new Heading(3, t.Say($"finding.{rule.Key}.heading"));
            yield return new Bullets([.. all.Take(Section.MostSentences).Select(finding => Line.FromString(FindingText.Sentence(finding, t)))]);
            var total = Convert.ToInt64(all[0].Facts["total"], null);
            foreach (var more in Section.More(report, total - Math.Min(all.Length, Section.MostSentences), RestIn(all[0], total > all.Length)))
                yield return more;
        }
    }

    /// <summary>The table that holds the rest: findings are capped, the tables of what they are about are not.</summary>
    private static string RestIn(Finding first, bool capped) =>
        !capped ? "findings.csv"
        : first.Code == FindingText.KeepApartCode ? "sector_copresence.csv"
        : FindingText.IsAboutSectors(first) ? "sector_pairs.csv"
        : FindingText.IsAboutOrganisations(first) ? "stakeholders.csv"
        : FindingText.IsAboutStructure(first) ? "sector_pairs.csv"
        : "cells.csv";
}
