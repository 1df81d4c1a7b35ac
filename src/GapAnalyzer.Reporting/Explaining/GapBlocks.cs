using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Document;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Explaining;

/// <summary>Missing links of an answer: the first in a line each, how many more there are, and how to look closer.</summary>
internal static class GapBlocks
{
    public static IEnumerable<Block> Of(Inquiry inquiry, IReadOnlyList<GapRow> gaps)
    {
        var (analysis, t) = (inquiry.Analysis, inquiry.Texts);
        if (gaps.Count == 0)
            yield break;
        yield return new Heading(2, t.Say("explain.gaps", ("n", gaps.Count)));
        yield return new Bullets([.. GapList.Describe(analysis, gaps.Take(EvidenceText.Most)).Select(gap => Line.FromString(GapText.Line(analysis, gap, t)))]);
        if (gaps.Count > EvidenceText.Most)
            yield return new Paragraph(t.Say("explain.more", ("n", gaps.Count - EvidenceText.Most)));
        yield return new Paragraph(t.Say("explain.try", ("command", inquiry.Command("explain", "--pair", analysis.Id(gaps[0].A), analysis.Id(gaps[0].B)))));
    }
}
