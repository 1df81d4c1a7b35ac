using System.Globalization;
using System.Text;
using GapAnalyzer.Reporting.Document;

namespace GapAnalyzer.Reporting.Formats.Html;

/// <summary>What a reader sees who reads no further: the numbers of the headline as cards, and five questions answered.</summary>
internal static class FirstScreen
{
    public static string Render(Report report)
    {
        var t = report.Texts;
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"first\"><div class=\"cards\" role=\"list\" aria-label=\"{Markup.Attribute(t.Say("html.cards"))}\">\n");
        foreach (var row in HeadlineSection.KeyNumbers(report.Analysis, t).Rows)
            html.Append(Card(row, t.Say("column.chance")));
        html.Append("</div>\n<dl class=\"answers\">\n");
        foreach (var (question, answers) in Answers.Of(report.Analysis, t))
            html.Append(CultureInfo.InvariantCulture, $"<div><dt>{Markup.Text(question)}</dt>{string.Concat(answers.Select(answer => $"<dd>{Markup.Text(answer)}</dd>"))}</div>\n");
        return html.Append("</dl></div>\n").ToString();
    }

    /// <summary>Measure, value, basis and what chance would give, as the table of the headline has them.</summary>
    private static string Card(IReadOnlyList<Line> row, string byChance)
    {
        var cells = row.Select(BlockMarkup.Render).ToArray();
        var chance = cells[3] == Numbers.Undefined ? "" : $"<p class=\"chance\">{Markup.Text(byChance)}: {cells[3]}</p>";
        var (name, gloss) = Split(cells[0]);
        return $"<div class=\"card\" role=\"listitem\"><p class=\"name\">{name}</p><p class=\"value\">{cells[1]}</p>{chance}<p class=\"basis\">{gloss}{(cells[2] == Numbers.Undefined ? "" : cells[2])}</p></div>\n";
    }

    /// <summary>"Coordination rate: pairs that meet and are tied" is a name and its gloss.</summary>
    private static (string Name, string Gloss) Split(string measure)
    {
        var colon = measure.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? (measure, "") : (measure[..colon], $"<span class=\"gloss\">{measure[(colon + 2)..]}</span> ");
    }
}
