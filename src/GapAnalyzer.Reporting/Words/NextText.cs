using GapAnalyzer.Measures;

namespace GapAnalyzer.Reporting.Words;

/// <summary>What to do next, from the findings alone: whom to bring together, whom to look for, or what to record. It asks before it advises.</summary>
public static class NextText
{
    /// <summary>As many introductions as one sentence can hold.</summary>
    private const int Introductions = 3;

    public static IReadOnlyList<string> Lines(Analysis analysis, Texts? texts = null)
    {
        var t = texts ?? Texts.English;
        return [.. Record(analysis, t), .. Meet(analysis, t), .. Introduce(analysis, t), .. Cover(analysis, t)];
    }

    private static IEnumerable<string> Record(Analysis analysis, Texts t)
    {
        if (!analysis.Measured && analysis.Options.Ties == TieKinds.Both && analysis.Headline.Coordination.Required > 0)
            yield return t.Say("next.record");
    }

    /// <summary>The meeting that closes the most; one that closes a single gap is an introduction.</summary>
    private static IEnumerable<string> Meet(Analysis analysis, Texts t)
    {
        var plan = analysis.Plan.Meetings;
        if (plan.Meetings is not [{ GapsClosed: > 1 } first, ..])
            yield break;
        var sentence = t.Say(
            plan.AcrossSectors ? "next.meet-across" : "next.meet-all",
            ("where", PlanText.Where(analysis, first, t)),
            ("invitees", first.Invitees.Count),
            ("closed", first.GapsClosed),
            ("gaps", (plan.AcrossSectors ? analysis.Headline.CrossSector : analysis.Headline.Coordination).Gaps));
        yield return first.Host is { } host ? $"{sentence} {t.Say("next.host", ("name", analysis.Name(host)))}" : sentence;
    }

    private static IEnumerable<string> Introduce(Analysis analysis, Texts t)
    {
        var gaps = analysis.Measured ? GapText.Foremost(analysis, Introductions) : [];
        if (gaps.Count > 0)
            yield return t.Say("next.introduce", ("pairs", string.Join(t.Say("list.semicolon"), gaps.Select(gap => Pair(analysis, gap, t)))), ("n", gaps.Count));
    }

    /// <summary>Who could bring the two together is named only where someone is tied to both.</summary>
    private static string Pair(Analysis analysis, Gap gap, Texts t)
    {
        var (a, b) = (analysis.Name(gap.A), analysis.Name(gap.B));
        return gap.Introducers.Count > 0
            ? t.Say("next.pair-through", ("a", a), ("b", b), ("through", analysis.Name(gap.Introducers[0])))
            : t.Say("next.pair", ("a", a), ("b", b));
    }

    private static IEnumerable<string> Cover(Analysis analysis, Texts t)
    {
        var uncovered = analysis.Findings.Where(finding => finding.Code == "uncovered-cell").ToArray();
        if (uncovered.Length > 0)
            yield return FindingText.Say("next.cover", uncovered[0], t);
    }
}
