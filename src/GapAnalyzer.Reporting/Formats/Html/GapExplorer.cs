using System.Text.Json;
using GapAnalyzer.Measures;
using GapAnalyzer.Networks;
using GapAnalyzer.Reporting.Document;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Formats.Html;

/// <summary>
/// The list of missing links. Without a script: the first rows, each with its evidence in a fold. With one: all of them, up to a
/// limit that is said, to search, sort, filter and copy.
/// </summary>
internal sealed class GapExplorer
{
    /// <summary>The table whose place it takes.</summary>
    public const string File = "gaps.csv";

    /// <summary>Gaps in the page; more are counted and pointed to.</summary>
    public const int Most = 5_000;

    private readonly Report report;
    private readonly IReadOnlyList<Gap> gaps;

    public GapExplorer(Report report)
    {
        this.report = report;
        var analysis = report.Analysis;
        var rows = GapList.AllGaps(analysis, Math.Max(analysis.Gaps.Count, Math.Min(Most, analysis.Options.MaxTableRows)));
        gaps = rows.Count == analysis.Gaps.Count ? analysis.Gaps : GapList.Describe(analysis, rows);
    }

    public string Render(Table table, string caption)
    {
        var total = report.Analysis.Headline.Coordination.Gaps;
        var cut = total > gaps.Count ? $"<p class=\"scripted\">{Markup.Text(report.Texts.Say("html.gaps-cut", ("n", gaps.Count), ("total", total)))}</p>\n" : "";
        return $"{cut}<div id=\"gaps\" hidden></div>\n<div class=\"unscripted\" id=\"gaps-first\">\n{BlockMarkup.Render(table, caption, Evidence)}</div>\n";
    }

    private string Evidence(int row)
    {
        var (analysis, t, gap) = (report.Analysis, report.Texts, gaps[row]);
        var pair = t.Say("foremost.pair", ("a", analysis.Name(gap.A)), ("b", analysis.Name(gap.B)));
        var items = string.Concat(GapsSection.Evidence(analysis, gap, t).Select(item => $"<li>{BlockMarkup.Render(item)}</li>"));
        var link = gap.Introducers.Count > 0 ? "" : $"<p>{Markup.Text(GapText.Link(analysis, gap, t))}.</p>";
        return $"<details id=\"{Id(gap)}\"><summary>{Markup.Text(t.Say("html.js.evidence-of", ("what", pair)))}</summary>{link}<ul>{items}</ul></details>";
    }

    private string Id(Gap gap) => $"gap-{Markup.Key(report.Analysis.Id(gap.A))}--{Markup.Key(report.Analysis.Id(gap.B))}";

    public void WriteData(Utf8JsonWriter json)
    {
        if (gaps.Count == 0)
            return;
        var weighted = report.Analysis.Headline.NeedUnit != NeedUnit.None;
        json.WriteBoolean("weighted", weighted);
        json.WriteStartArray("gaps");
        foreach (var gap in gaps)
            Write(json, gap, weighted, report.Texts);
        json.WriteEndArray();
        new GapEvidenceData(report, gaps).Write(json);
    }

    /// <summary>Both ends, 1 across sectors, weight, shared arenas, those who could introduce them and how many there are, else the way between the two.</summary>
    private static void Write(Utf8JsonWriter json, Gap gap, bool weighted, Texts t)
    {
        json.WriteStartArray();
        json.WriteNumberValue(gap.A.Index);
        json.WriteNumberValue(gap.B.Index);
        json.WriteNumberValue(gap.CrossSector ? 1 : 0);
        json.WriteStringValue(weighted ? Numbers.Fixed(gap.Requirement, 2, t) : "");
        json.WriteStringValue(Numbers.Count(gap.SharedArenas));
        json.WriteNumberValue(gap.Introducers.Count);
        json.WriteStartArray();
        var between = gap.Introducers.Count > 0 ? gap.Introducers : [.. gap.Path.Skip(1).SkipLast(1)];
        foreach (var id in between.Take(GapText.Named))
            json.WriteNumberValue(id.Index);
        json.WriteEndArray();
        if (gap.Introducers.Count == 0 && between.Count > GapText.Named)
            json.WriteNumberValue(between.Count);
        json.WriteEndArray();
    }
}
