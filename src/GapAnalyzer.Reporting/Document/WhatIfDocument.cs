using System.Text.Json;
using GapAnalyzer.Measures;
using GapAnalyzer.Nulls;
using GapAnalyzer.Planning;
using GapAnalyzer.Reporting.Gates;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Document;

/// <summary>A what-if for a reader: the answer, what was changed, every number of the headline, gaps and verdicts.</summary>
internal static class WhatIfDocument
{
    /// <summary>A smaller change is how sums of floating-point numbers differ.</summary>
    private const double Rounding = 1e-9;

    /// <summary>A smaller change of a share would read as 0.0 points.</summary>
    private const double LeastPoints = 0.0005;

    /// <summary>A smaller change of a number would read as 0.</summary>
    private const double LeastNumber = 0.005;

    public static IEnumerable<Block> Blocks(WhatIf what, Texts t) =>
    [
        new Heading(1, what.Before.Dataset.Title),
        .. WhatIfText.Answer(what, t).Select(sentence => new Paragraph(sentence)),
        new Heading(2, t.Say("what-if.changes")),
        new Bullets([.. WhatIfText.Changes(what, t).Select(Line.FromString)]),
        new Heading(2, t.Say("what-if.numbers")),
        Numbers(HeadlineNumbers.Of(what.Before), HeadlineNumbers.Of(what.After), t),
        .. Gaps("what-if.closed-gaps", what, what.Closed, t),
        .. Gaps("what-if.gone-gaps", what, what.Gone, t),
        .. Gaps("what-if.opened-gaps", what, what.Opened, t),
        .. Verdicts(what, t),
    ];

    private static Table Numbers(JsonElement before, JsonElement after, Texts t) => new(
        [t.Words("measure"), t.Figures("before"), t.Figures("after"), t.Figures("difference")],
        [
            .. GateNumber.All.Select(IReadOnlyList<Line> (number) =>
            [
                t.Say($"what-if.number.{number.Path}"), Value(number, number.In(before), t), Value(number, number.In(after), t),
                Change(number, number.In(after) - number.In(before), t),
            ]),
        ]);

    private static string Value(GateNumber number, double value, Texts t) => number.Unit switch
    {
        _ when !double.IsFinite(value) => t.Say("what-if.undefined"),
        GateUnit.Share => Reporting.Numbers.Percent(value, t),
        GateUnit.Count => Reporting.Numbers.Count((long)value),
        _ => Reporting.Numbers.Text(value, t),
    };

    /// <summary>With its sign; shares in points of a percent. What would round to none is only said to be less.</summary>
    private static string Change(GateNumber number, double change, Texts t)
    {
        var size = Math.Abs(change);
        return number.Unit switch
        {
            _ when !double.IsFinite(change) => Reporting.Numbers.Undefined,
            _ when size <= Rounding => "=",
            GateUnit.Share when size < LeastPoints => t.Say("what-if.points", ("points", "< " + Reporting.Numbers.Points(2 * LeastPoints, t))),
            GateUnit.Share => Sign(change) + t.Say("what-if.points", ("points", Reporting.Numbers.Points(size, t))),
            GateUnit.Count => Sign(change) + Reporting.Numbers.Count((long)size),
            _ when size < LeastNumber => "< " + Reporting.Numbers.Text(2 * LeastNumber, t),
            _ => Sign(change) + Reporting.Numbers.Text(size, t),
        };
    }

    private static string Sign(double change) => change > 0 ? "+" : "-";

    private static IEnumerable<Block> Gaps(string heading, WhatIf what, IReadOnlyList<GapRow> gaps, Texts t)
    {
        if (gaps.Count == 0)
            yield break;
        yield return new Heading(2, t.Say(heading, ("n", gaps.Count)));
        yield return new Bullets([.. gaps.Take(Section.MostRows).Select(gap => Line.FromString(t.Say(
            "what-if.gap",
            ("a", GapText.Who(what.Before, gap.A, t)), ("b", GapText.Who(what.Before, gap.B, t)), ("arenas", GapText.Arenas(what.Before, gap.SharedArenas, t)))))]);
        if (gaps.Count > Section.MostRows)
            yield return new Paragraph(t.Say("what-if.more", ("n", gaps.Count - Section.MostRows)));
    }

    private static IEnumerable<Block> Verdicts(WhatIf what, Texts t)
    {
        (SectorPairTest Before, SectorPairTest After)[] changed = [.. what.Verdicts];
        if (what.Before.SectorTests.Mode != what.After.SectorTests.Mode)
            yield return new Paragraph(t.Say("what-if.other-test"));
        if (changed.Length == 0)
            yield break;
        yield return new Heading(2, t.Say("what-if.verdict-changes"));
        yield return new Table(
            [t.Words("sector"), t.Words("other-sector"), t.Words("before"), t.Words("after")],
            [.. changed.Select(IReadOnlyList<Line> (pair) => [what.Before.Name(pair.Before.A), what.Before.Name(pair.Before.B), Said(pair.Before.Verdict), Said(pair.After.Verdict)])]);

        string Said(Verdict verdict) => t.Say($"verdict.{Naming.SnakeCase(verdict.ToString())}");
    }
}
