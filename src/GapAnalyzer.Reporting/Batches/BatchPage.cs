using System.Globalization;
using System.Text;
using GapAnalyzer.Reporting.Charts;
using GapAnalyzer.Reporting.Formats.Html;
using GapAnalyzer.Reporting.Themes;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Batches;

/// <summary><c>index.html</c>: all datasets of a batch side by side, with a link to each report; one page that needs no other file and no network.</summary>
public static class BatchPage
{
    /// <summary>The other files of the overview.</summary>
    private static readonly string[] Files = ["batch.csv", "batch.json"];

    public static string Render(Batch batch, Theme theme)
    {
        var t = batch.Texts;
        var title = t.Say("batch.title", ("n", batch.Entries.Count));
        var body = Datasets(batch, theme) + Failed(batch) + Bases(batch) + About(batch);
        return Shell.Render(t, title, ChartFonts.Css(title + body) + Assets.BatchStyle, $"""
            <header class="wide">
            <h1 id="top">{Markup.Text(title)}</h1>
            {Cards(batch)}</header>
            <div class="columns wide">
            <main id="report" tabindex="-1">
            {body}</main>
            </div>
            """, json => PageNames.WriteWords(json, t));
    }

    private static string Cards(Batch batch)
    {
        var t = batch.Texts;
        var measured = batch.Done.Where(entry => entry.Facts!.Measured).Select(entry => entry.Facts!).ToList();
        var (required, satisfied) = (measured.Sum(facts => facts.CrossSector.Required), measured.Sum(facts => facts.CrossSector.Satisfied ?? 0));
        var html = new StringBuilder($"<div class=\"cards\" role=\"list\" aria-label=\"{Markup.Attribute(t.Say("html.cards"))}\">\n");
        Add("reports", Numbers.Count(batch.Done.Count), ("n", batch.Entries.Count), ("failed", batch.Failed.Count));
        Add("evidence", Numbers.Count(measured.Count), ("n", batch.Done.Count));
        Add("organisations", Numbers.Count(batch.Done.Sum(entry => entry.Facts!.Stakeholders)), ("n", batch.Done.Count));
        Add("pairs", Numbers.Count(batch.Done.Sum(entry => entry.Facts!.CrossSector.Required)), ("n", batch.Done.Count));
        if (required > 0)
            Add("gaps", Numbers.Count(required - satisfied), ("required", required), ("n", measured.Count));
        return html.Append("</div>\n").ToString();

        void Add(string key, string value, params ReadOnlySpan<(string, object)> facts) => html.Append(CultureInfo.InvariantCulture,
            $"<div class=\"card\" role=\"listitem\"><p class=\"name\">{Markup.Text(t.Say($"batch.card.{key}"))}</p><p class=\"value\">{value}</p><p class=\"basis\">{Markup.Text(t.Say($"batch.card.{key}.basis", facts))}</p></div>\n");
    }

    private static string Datasets(Batch batch, Theme theme)
    {
        var t = batch.Texts;
        if (batch.Done.Count == 0)
            return "";
        var heading = t.Say("batch.datasets");
        var columns = BatchColumn.Of(batch, theme);
        var html = new StringBuilder($"<section aria-labelledby=\"datasets\">\n<h2 id=\"datasets\">{Markup.Text(heading)}</h2>\n");
        if (batch.Bases.Count > 1)
            html.Append(CultureInfo.InvariantCulture, $"<p><strong>{Markup.Text(t.Say("batch.not-comparable", ("n", batch.Bases.Count)))}</strong></p>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p>{Markup.Text(t.Say("batch.no-level"))}</p>\n");
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"frame\" tabindex=\"0\" role=\"group\" aria-label=\"{Markup.Attribute(heading)}\"><table class=\"data overview\"><caption>{Markup.Text(heading)}</caption>\n<thead><tr>");
        foreach (var column in columns)
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"{(column.Value is null ? "" : " class=\"n\"")}>{Markup.Text(column.Title)}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var entry in batch.Done)
        {
            html.Append("<tr>");
            foreach (var (i, column) in columns.Index())
                html.Append(i == 0 ? $"<th scope=\"row\">{column.Cell(entry)}</th>" : $"<td data-column=\"{Markup.Attribute(column.Title)}\"{(column.Value is { } value ? $" data-value=\"{Numbers.Exact(value(entry.Facts!))}\" class=\"n\"" : "")}>{column.Cell(entry)}</td>");
            html.Append("</tr>\n");
        }

        return html.Append("</tbody></table></div>\n").Append(Legend(batch, theme)).Append("</section>\n").ToString();
    }

    private static string Legend(Batch batch, Theme theme)
    {
        var t = batch.Texts.Under(new() { LocalTies = batch.Done.All(entry => entry.Facts!.Option("local_ties") == "true") });
        var used = StatusLook.All.Where(look => !look.IsBlank && batch.Done.Any(entry => BatchPictures.Count(entry.Facts!.Cells, look) > 0));
        return $"<ul class=\"legend\" aria-label=\"{Markup.Attribute(t.Say("batch.column.coverage"))}\">\n" + string.Concat(used.Select(look =>
            $"<li><svg class=\"key\" viewBox=\"0 0 14 14\" width=\"14\" height=\"14\" aria-hidden=\"true\"><rect width=\"14\" height=\"14\" rx=\"2\" fill=\"{theme.Colors.Of(look.Status).Hex}\"/></svg> <b>{Markup.Text(CellText.Status(look.Status, t))}</b>{Markup.Text(t.Say("colon"))}{Markup.Text(CellText.Definition(look.Status, t))}</li>\n")) + "</ul>\n";
    }

    private static string Failed(Batch batch) => batch.Failed.Count == 0 ? "" : Section(batch.Texts, "failed", string.Concat(batch.Failed.Select(entry =>
        $"<li><b>{Markup.Text(entry.Title)}</b>{(entry.Title == entry.Source ? "" : $" ({Markup.Name(entry.Source)})")}{Markup.Text(batch.Texts.Say("colon"))}{Markup.Text(entry.Failure!)}</li>\n")));

    private static string Bases(Batch batch) => batch.Bases.Count < 2 ? "" : Section(batch.Texts, "bases", string.Concat(batch.Bases.Index().Select(basis =>
    {
        var alike = batch.Done.Where(entry => entry.Facts!.Basis == basis.Item).ToList();
        return $"<li><b>{Numbers.Count(basis.Index + 1)}</b>{Markup.Text(batch.Texts.Say("colon"))}{Markup.Text(BatchText.Basis(alike[0].Facts!, batch.Texts))}. {Markup.Text(string.Join(batch.Texts.Say("list.comma"), alike.Select(entry => entry.Title)))}</li>\n";
    })));

    private static string About(Batch batch) => Section(batch.Texts, "files", string.Concat(Files.Select(file =>
        $"<li><a href=\"{file}\">{file}</a>{Markup.Text(batch.Texts.Say("colon"))}{Markup.Text(batch.Texts.Say($"batch.file.{file[6..]}"))}</li>\n")));

    private static string Section(Texts t, string id, string items) =>
        $"<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{Markup.Text(t.Say($"batch.{id}"))}</h2>\n<ul>\n{items}</ul>\n</section>\n";
}
