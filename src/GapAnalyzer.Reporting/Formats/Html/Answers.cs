using GapAnalyzer.Measures;
using GapAnalyzer.Nulls;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Formats.Html;

/// <summary>How bad it is, between whom, where, how sure that is, and what to do next: each in a sentence or two, from numbers of the report.</summary>
internal static class Answers
{
    /// <summary>Fewer pairs than this are no place to point to while others have more.</summary>
    private const long PairsToSpeakOf = 10;

    /// <summary>The questions, each with what there is to say; one that there is nothing to say to is left out.</summary>
    public static IEnumerable<(string Question, IReadOnlyList<string> Answers)> Of(Analysis analysis, Texts t)
    {
        (string Key, IReadOnlyList<string> Answers)[] all =
        [
            ("how-bad", [HowBad(analysis, t)]),
            ("between-whom", OneOrNone(analysis.Measured ? BetweenWhom(analysis, t) : WhoMeets(analysis, t))),
            ("where", OneOrNone(Where(analysis, t))),
            ("how-sure", [HowSure(analysis, t), .. CautionText.Lines(analysis, t)]),
            ("what-next", NextText.Lines(analysis, t)),
        ];
        return all.Where(one => one.Answers.Count > 0).Select(one => (t.Say($"html.ask.{one.Key}"), one.Answers));
    }

    private static string[] OneOrNone(string? answer) => answer is null ? [] : [answer];

    private static string HowBad(Analysis analysis, Texts t)
    {
        var headline = analysis.Headline;
        if (!analysis.Measured || headline.Coordination.Required == 0)
            return string.Join(' ', HeadlineText.Lines(analysis, t).Take(analysis.Measured ? 1 : 2));
        var across = headline.CrossSector.Required > 0;
        var (rate, se) = across ? (headline.CrossSector, headline.CrossSectorSe) : (headline.Coordination, headline.CoordinationSe);
        return t.Say(
            across ? "html.how-bad.across" : "html.how-bad.all",
            ("required", rate.Required),
            ("meeting", HeadlineText.Meeting(analysis, t)),
            ("missing", rate.Gaps),
            ("satisfied", rate.Satisfied),
            ("rate", rate.Value),
            ("range", HeadlineText.GiveOrTake(rate, se, t)),
            ("expected", headline.Baseline.ExpectedRate));
    }

    /// <summary>The pair of sectors furthest below what is expected of such pairs; where none is, the one with most missing links, without a judgement.</summary>
    private static string? BetweenWhom(Analysis analysis, Texts t)
    {
        if (analysis.Headline.CrossSector.Required == 0)
            return analysis.Headline.Coordination.Required == 0 ? null : HeadlineText.CrossSector(analysis, t);
        var under = analysis.SectorPairs.Where(pair => pair.IsCross && analysis.TestOf(pair).Verdict == Verdict.Under)
            .OrderBy(pair => analysis.TestOf(pair).Deciding.Ratio).ToArray();
        var pair = under.FirstOrDefault() ?? analysis.SectorPairs.Where(pair => pair.IsCross).MaxBy(pair => pair.Rate.Gaps);
        if (pair is null || pair.Rate.Gaps == 0)
            return null;
        var test = analysis.TestOf(pair);
        var sentence = t.Say(
            "html.between-whom",
            ("a", analysis.Name(pair.A)),
            ("b", analysis.Name(pair.B)),
            ("required", pair.Rate.Required),
            ("missing", pair.Rate.Gaps),
            ("tied", pair.Rate.Satisfied));
        var judgement = under.Length == 0
            ? t.Say("html.between-whom.most", ("verdict", t.Say($"verdict.{Naming.SnakeCase(test.Verdict.ToString())}.sentence")))
            : t.Say(test.Company is null ? "html.between-whom.under" : "html.between-whom.under-together", ("counted", test.Counted), ("expected", Numbers.Fixed(test.Deciding.Expected, 1, t)));
        var others = under.Length > 1 ? " " + t.Say("html.between-whom.others", ("n", under.Length - 1)) : "";
        return $"{sentence} {judgement}{others}";
    }

    private static string? WhoMeets(Analysis analysis, Texts t)
    {
        var most = analysis.SectorPairs.Where(pair => pair.IsCross).MaxBy(pair => pair.Rate.Required);
        return most is null || most.Rate.Required == 0
            ? null
            : t.Say("html.between-whom.meet", ("a", analysis.Name(most.A)), ("b", analysis.Name(most.B)), ("required", most.Rate.Required));
    }

    /// <summary>The place and the theme with most missing links across sectors, and how much lies where no one is.</summary>
    private static string? Where(Analysis analysis, Texts t)
    {
        List<string> parts = [];
        if (analysis.Measured && Most(analysis.Places) is { } place)
            parts.Add(Missing("html.where.place", place, t));
        if (analysis.Measured && Most(analysis.Themes) is { } theme)
            parts.Add(Missing("html.where.theme", theme, t));
        var uncovered = analysis.Cells.Where(cell => cell.Status == CellStatus.Uncovered).ToArray();
        if (uncovered.Length > 0)
            parts.Add(t.Say("html.where.uncovered", ("n", uncovered.Length), ("cells", analysis.Cells.Count), ("where", CellText.Where(analysis, analysis.Cells.Count, t))));
        if (analysis.Cells.Count(cell => cell.Status == CellStatus.CoveredUncoordinated) is > 0 and var apart)
            parts.Add(t.Say("html.where.apart", ("n", apart), ("where", CellText.Where(analysis, apart, t))));
        var single = analysis.Cells.Count(cell => cell.Status == CellStatus.SingleProvider);
        var present = analysis.Cells.Count(cell => cell.Stakeholders > 0);
        if (uncovered.Length == 0 && single > 0)
            parts.Add(t.Say("html.where.single", ("n", single), ("cells", present), ("where", CellText.Where(analysis, present, t))));
        return parts.Count == 0 ? null : string.Join(' ', parts);
    }

    private static GroupRate? Most(IReadOnlyList<GroupRate> groups) =>
        groups.Count < 2 || groups.MaxBy(group => group.CrossSectorRate.Gaps) is not { CrossSectorRate.Gaps: > 0, CrossSectorRate.Required: >= PairsToSpeakOf } most ? null : most;

    private static string Missing(string key, GroupRate group, Texts t) =>
        t.Say(key, ("name", group.Label), ("missing", group.CrossSectorRate.Gaps), ("required", group.CrossSectorRate.Required));

    private static string HowSure(Analysis analysis, Texts t)
    {
        var loosely = analysis.Unplaced.AbsentDimensions.Select(dimension => t.Say($"absent.{dimension}"));
        return string.Join(' ', [.. Sureness(analysis, t), .. loosely]);
    }

    private static IEnumerable<string> Sureness(Analysis analysis, Texts t)
    {
        if (!analysis.Measured)
            return [t.Say("html.how-sure.unmeasured")];
        var across = analysis.Headline.CrossSector.Required > 0;
        var rates = analysis.Sensitivity.Select(row => across ? row.CrossSectorRate.Value : row.Rate.Value).Where(double.IsFinite).ToArray();
        var isOne = rates.Length < 2 || Numbers.Percent(rates.Min(), t) == Numbers.Percent(rates.Max(), t);
        return [.. isOne ? Array.Empty<string>() : [t.Say("html.how-sure.span", ("low", rates.Min()), ("high", rates.Max()))], t.Say("headline.incomplete")];
    }
}
