using GapAnalyzer.Measures;
using GapAnalyzer.Nulls;

namespace GapAnalyzer.Reporting.Words;

/// <summary>Between which sectors, where and on what the missing links across sectors lie: said only where one stands out alone.</summary>
internal static class WhereText
{
    public static IEnumerable<string> Lines(Analysis analysis, Texts t)
    {
        if (!analysis.Measured || analysis.Headline.CrossSector.Gaps == 0)
            yield break;
        if (First(analysis.SectorPairs.Where(pair => pair.IsCross), pair => pair.Rate.Gaps) is { } pair)
            yield return Between(analysis, pair, t);
        if (First(analysis.Places, place => place.CrossSectorRate.Gaps) is { } place)
            yield return Group("headline.place", place, t);
        if (First(analysis.Themes, theme => theme.CrossSectorRate.Gaps) is { } theme)
            yield return Group("headline.theme", theme, t);
    }

    private static string Between(Analysis analysis, SectorPairSummary pair, Texts t)
    {
        var sentence = t.Say(
            "headline.between",
            ("a", analysis.Name(pair.A)),
            ("b", analysis.Name(pair.B)),
            ("gaps", pair.Rate.Gaps),
            ("all", analysis.Headline.CrossSector.Gaps),
            ("required", pair.Rate.Required),
            ("satisfied", pair.Rate.Satisfied),
            ("rate", pair.Rate.Value));
        var verdict = analysis.TestOf(pair).Verdict;
        return verdict == Verdict.NotMeasured ? sentence : sentence + " " + t.Say($"verdict.{Naming.SnakeCase(verdict.ToString())}.sentence");
    }

    private static string Group(string key, GroupRate group, Texts t) =>
        t.Say(key, ("name", group.Label), ("gaps", group.CrossSectorRate.Gaps), ("required", group.CrossSectorRate.Required));

    /// <summary>The one with the most gaps; null where there is no other to compare with, or another has as many.</summary>
    private static T? First<T>(IEnumerable<T> all, Func<T, long> gaps)
        where T : class
    {
        T[] ranked = [.. all.OrderByDescending(gaps).Take(2)];
        return ranked.Length == 2 && gaps(ranked[0]) > gaps(ranked[1]) ? ranked[0] : null;
    }
}
