using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Document;

/// <summary>9: method, limits, settings and sources.</summary>
internal static class MethodSection
{
    /// <summary>What the tool computes, in the order in which the report uses it; sources are part of the texts.</summary>
    private static readonly string[] Definitions =
        ["pair", "tie", "rate", "range", "chance", "gap", "requirement", "strength", "ei", "need"];

    private static readonly string[] Limits = ["records", "arenas", "relative", "organisations"];

    public static IEnumerable<Block> Blocks(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        return
        [
            new Heading(2, t.Say("method.heading")),
            new Bullets([.. Definitions.Select(name => Definition(name, t))]),
            Measures(t),
            new Heading(3, t.Say("limits.heading")),
            new Bullets([.. Limits.Select(name => Line.FromString(t.Say($"limits.{name}")))]),
            new Heading(3, t.Say("settings.heading")),
            Settings(analysis, t),
            .. analysis.Measured ? GapText.Foremost(analysis, 1).Select(gap => Explain(analysis, gap, t)) : [],
            new Paragraph(t.Say("made-by", ("version", Report.ToolVersion))),
        ];
    }

    /// <summary>How to see what lies behind the first gap, and behind everything else.</summary>
    private static Paragraph Explain(Analysis analysis, Gap gap, Texts t) => new(
        [new Plain(t.Say("gaps.explain") + " "), new Code(ShellWord.Line("gap-analyzer", "explain", "DATASET", "--pair", analysis.Id(gap.A), analysis.Id(gap.B)))]);

    private static Line Definition(string name, Texts t) => [new Strong(t.Say($"define.{name}.term")), new Plain(t.Say("colon") + t.Say($"define.{name}"))];

    /// <summary>Formulas and sources, from the catalog of measures.</summary>
    private static Table Measures(Texts t) => new(
        [t.Words("measure"), t.Words("definition"), t.Words("source")],
        [.. MeasureCatalog.All.Select(IReadOnlyList<Line> (measure) =>
        [
            t.Of($"measure.{measure.Id}.name", measure.Name),
            t.Of($"measure.{measure.Id}.definition", measure.Definition),
            t.Of(measure.Source),
        ])]);

    internal static Table Settings(Analysis analysis, Texts t)
    {
        var options = analysis.Options;
        var most = options.MaxJointParticipants ?? AnalysisOptions.DefaultMaxJointParticipants;
        (string Key, string Value)[] settings =
        [
            ("period", t.Say($"grain.{Naming.NameOf(analysis.Grain)}")),
            ("place-level", Numbers.Count(analysis.Level)),
            ("ties", t.Say($"ties.{Naming.NameOf(options.Ties)}")),
            ("max-joint-participants", most == int.MaxValue ? t.Say("unlimited") : Numbers.Count(most)),
            ("local-ties", t.Say(options.LocalTies ? "yes" : "no")),
            ("funders-present", t.Say(options.FundersPresent ? "yes" : "no")),
            ("from", options.From is { } from ? Numbers.Date(from, t) : Numbers.Undefined),
            ("to", options.To is { } to ? Numbers.Date(to, t) : Numbers.Undefined),
            ("as-of", options.AsOf is { } day ? Numbers.Date(day, t) : Numbers.Undefined),
            ("material", Numbers.Percent(analysis.SectorTests.Material, t)),
            ("permutations", Numbers.Count(options.Permutations)),
            ("seed", Numbers.Count(options.Seed)),
            .. options.Without == AnalysisParts.None ? [] : new[] { ("without", string.Join(", ", PartCatalog.Ids(options.Without))) },
        ];
        return new(
            [t.Words("setting"), t.Words("value"), t.Words("meaning")],
            [
                .. settings.Select(IReadOnlyList<Line> (setting) =>
                    [[new Code(setting.Key)], setting.Value, t.Say($"setting.{setting.Key}")]),
            ]);
    }
}
