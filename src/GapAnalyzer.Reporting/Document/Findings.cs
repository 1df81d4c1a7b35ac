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
            foreach (var more in Section.More(report, all.Length - Section.MostSentences, "findings.csv"))
                yield return more;
        }
    }
}
