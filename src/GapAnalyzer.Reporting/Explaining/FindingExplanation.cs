using System.Globalization;
using System.Text.Json;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Findings;
using GapAnalyzer.Reporting.Document;
using GapAnalyzer.Reporting.Formats.Json;
using GapAnalyzer.Reporting.Words;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Reporting.Explaining;

/// <summary>A finding: its rule, the thresholds beside what was found, its limits, and the evidence; or all findings of a rule in short.</summary>
internal static class FindingExplanation
{
    /// <param name="inquiry">The analysis.</param>
    /// <param name="code"><c>CODE</c> for all findings of a rule, <c>CODE:N</c> for its N-th in the order of the report, from 1.</param>
    /// <exception cref="InputException">There is no such rule, or it has fewer findings.</exception>
    public static Explanation Of(Inquiry inquiry, string code)
    {
        var (name, number) = code.Split(':') is [var before, var after] ? (before, after) : (code, null);
        var rule = FindingCatalog.All.FirstOrDefault(rule => rule.Code == name) ?? throw new InputException(Sentence.Of(
            $"there is no finding {Quote.Value(name)}", Nearest.Question(name, FindingCatalog.All.Select(rule => rule.Code)), $"known are {string.Join(", ", FindingCatalog.All.Select(rule => rule.Code))}"));
        Finding[] found = [.. inquiry.Analysis.Findings.Where(finding => finding.Code == rule.Code)];
        if (number is null)
            return All(inquiry, rule, found);
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= found.Length
            ? One(inquiry, rule, found[n - 1])
            : throw new InputException(string.Create(CultureInfo.InvariantCulture, $"there is no finding {Quote.Value(code)}; the report has {found.Length} of the kind {rule.Code}{(found.Length > 0 ? $", {rule.Code}:1 to {rule.Code}:{found.Length}" : "")}"));
    }

    private static Explanation All(Inquiry inquiry, FindingRule rule, Finding[] found)
    {
        var t = inquiry.Texts;
        var total = found.Length == 0 ? 0 : (long)found[0].Number("total");
        return new(
            "findings",
            t.Say(found.Length == 0 ? "explain.findings.none" : "explain.findings", ("title", t.Say($"finding.{rule.Code}.heading")), ("n", found.Length), ("total", total)),
            [
                .. Rule(rule, t),
                .. !inquiry.Analysis.Measured ? [new Paragraph(t.Say("headline.no-ties"))] : Array.Empty<Block>(),
                .. found.Length == 0 ? Array.Empty<Block>() :
                [
                    new Heading(2, t.Say("explain.findings.list")),
                    new Bullets([.. found.Select((finding, i) => Line.FromString(t.Say(
                        "explain.findings.one", ("code", string.Create(CultureInfo.InvariantCulture, $"{rule.Code}:{i + 1}")), ("severity", Severity(finding.Severity, t)), ("text", FindingText.Sentence(finding, t)))))]),
                    new Paragraph(t.Say("explain.try", ("command", inquiry.Command("explain", "--finding", $"{rule.Code}:1")))),
                ],
            ],
            json =>
            {
                WriteRule(json, rule);
                json.WriteObjects("findings", found, finding => JsonGaps.Finding(json, finding, t));
            });
    }

    private static Explanation One(Inquiry inquiry, FindingRule rule, Finding finding)
    {
        var (t, criteria) = (inquiry.Texts, rule.Criteria(inquiry.Analysis, finding).ToArray());
        Explanation[] evidence = [.. FindingEvidence.Of(inquiry, finding)];
        return new(
            "finding",
            FindingText.Sentence(finding, t),
            [
                .. Rule(rule, t),
                new Heading(2, t.Say("explain.finding.thresholds")),
                new Table(
                    [t.Words("measure"), t.Figures("found"), t.Words("threshold"), t.Words("met"), t.Words("needed-for")],
                    [.. criteria.Select(IReadOnlyList<Line> (criterion) =>
                    [
                        t.Say($"explain.fact.{criterion.What}"), Value(criterion.What, criterion.Value, t),
                        t.Say($"explain.is.{Naming.SnakeCase(criterion.Is.ToString())}", ("limit", Value(criterion.What, criterion.Limit, t))),
                        t.Say(criterion.Holds ? "yes" : "no"),
                        criterion.For is { } severity ? t.Say("explain.finding.for-severity", ("severity", Severity(severity, t))) : t.Say("explain.finding.for-itself"),
                    ])]),
                new Paragraph(t.Say("explain.finding.severity", ("severity", Severity(finding.Severity, t)), ("rule", t.Of($"finding.{rule.Code}.severity", rule.SeverityRule)))),
                .. evidence.SelectMany(part => (Block[])[new Heading(2, part.Answer), .. part.Chain]),
            ],
            json =>
            {
                WriteRule(json, rule);
                json.WriteStartObject("finding");
                JsonGaps.Finding(json, finding, t);
                json.WriteEndObject();
                json.WriteObjects("criteria", criteria, criterion => Write(json, criterion));
                json.WriteObjects("evidence", evidence, part => part.Write(json));
            });
    }

    private static IEnumerable<Block> Rule(FindingRule rule, Texts t) =>
    [
        new Heading(2, t.Say("explain.finding.rule")),
        new Paragraph(t.Of($"finding.{rule.Code}.rule", rule.Rule)),
        new Paragraph(t.Say("explain.finding.limits", ("limits", t.Of($"finding.{rule.Code}.limits", rule.Limits)))),
    ];

    private static string Severity(FindingSeverity severity, Texts t) => t.Say($"explain.severity.{Naming.SnakeCase(severity.ToString())}");

    private static string Value(string what, double value, Texts t) => what switch
    {
        _ when !double.IsFinite(value) => Numbers.Undefined,
        "p" or "q" => Numbers.Chance(value, t),
        "share" or "share_missing" or "largest_component_share" => Numbers.Percent(value, t),
        "ratio" or "adjusted_rand" => Numbers.Index(value, t),
        _ => Numbers.Text(value, t),
    };

    private static void WriteRule(Utf8JsonWriter json, FindingRule rule)
    {
        json.WriteString("code", rule.Code);
        json.WriteString("rule", rule.Rule);
        json.WriteString("severity_rule", rule.SeverityRule);
        json.WriteString("limits", rule.Limits);
    }

    private static void Write(Utf8JsonWriter json, Criterion criterion)
    {
        json.WriteString("what", criterion.What);
        json.WriteNumberOrNull("value", criterion.Value);
        json.WriteString("is", Naming.SnakeCase(criterion.Is.ToString()));
        json.WriteNumberOrNull("limit", criterion.Limit);
        json.WriteBoolean("holds", criterion.Holds);
        json.WriteTextOrNull("for_severity", criterion.For is { } severity ? Naming.SnakeCase(severity.ToString()) : null);
    }
}
