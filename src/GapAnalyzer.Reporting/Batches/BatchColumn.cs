using GapAnalyzer.Reporting.Formats.Html;
using GapAnalyzer.Reporting.Themes;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Batches;

/// <summary>A column of the overview.</summary>
/// <param name="Title">Plain text.</param>
/// <param name="Cell">The markup of a dataset that has a report.</param>
/// <param name="Value">The number that it sorts by and that is copied; null for a column of text.</param>
internal sealed record BatchColumn(string Title, Func<BatchEntry, string> Cell, Func<BatchFacts, double>? Value = null)
{
    public static IReadOnlyList<BatchColumn> Of(Batch batch, Theme theme)
    {
        var t = batch.Texts;
        List<BatchColumn> columns =
        [
            new(t.Say("batch.column.dataset"), Dataset),
            Number("batch.column.organisations", facts => facts.Stakeholders, facts => $"{Numbers.Count(facts.Stakeholders)}<small>{Markup.Text(t.Say("batch.size", ("sectors", facts.Sectors), ("activities", facts.Activities)))}</small>"),
            Number("batch.column.cross-rate", facts => facts.CrossSector.Value, facts => Rate(facts, facts.CrossSector, double.NaN, t)),
            Number("batch.column.rate", facts => facts.Coordination.Value, facts => Rate(facts, facts.Coordination, facts.Headline("random_ties.expected_rate"), t)),
            Number("batch.column.gaps", Gaps, facts => facts.Measured ? Numbers.Count((long)Gaps(facts)) : Numbers.Undefined),
            Text("batch.column.trend", facts => Trend(facts, t)),
            Text("batch.column.coverage", facts => Coverage(facts, theme, t)),
            Text("batch.column.evidence", facts => Markup.Text(t.Say($"batch.evidence.{facts.TieEvidence}"))),
            Number("batch.column.rows", Used, facts => $"{Numbers.Percent(Used(facts), t)}<small>{Markup.Text(t.Say("batch.of", ("n", facts.RowsRead)))}</small>"),
        ];
        if (batch.Bases.Count > 1)
            columns.Add(Number("batch.column.basis", facts => batch.BasisOf(facts), facts => Numbers.Count(batch.BasisOf(facts))));
        return columns;

        BatchColumn Text(string key, Func<BatchFacts, string> cell) => new(t.Say(key), entry => cell(entry.Facts!));
        BatchColumn Number(string key, Func<BatchFacts, double> value, Func<BatchFacts, string> cell) => Text(key, cell) with { Value = value };
    }

    private static double Gaps(BatchFacts facts) => facts.Measured ? facts.Headline("gaps.cross_sector") : double.NaN;

    private static double Used(BatchFacts facts) => facts.RowsRead == 0 ? double.NaN : (double)facts.RowsUsed / facts.RowsRead;

    private static string Dataset(BatchEntry entry)
    {
        var title = Markup.Text(entry.Title);
        var link = entry.Page is { } page ? $"<a href=\"{Markup.Attribute(page)}\">{title}</a>" : title;
        return entry.Source.StartsWith(entry.Title, StringComparison.Ordinal) ? link : $"{link}<small>{Markup.Name(entry.Source)}</small>";
    }

    private static string Rate(BatchFacts facts, BatchRate rate, double chance, Texts t) => !double.IsFinite(rate.Value)
        ? $"{Numbers.Undefined}<small>{Markup.Text(t.Say(facts.Measured ? "batch.no-pairs" : "batch.pairs", ("n", rate.Required)))}</small>"
        : $"{Numbers.Percent(rate.Value, t)}{BatchPictures.Meter(rate.Value, chance)}<small>{Markup.Text(t.Say("batch.of-pairs", ("n", rate.Required)))}</small>";

    private static string Trend(BatchFacts facts, Texts t)
    {
        var known = facts.Periods.Where(period => double.IsFinite(period.CrossSector.Value)).ToList();
        var (first, last) = facts.Days;
        var days = first.Length == 0 ? t.Say("scope.undated") : first[..4] == last[..4] ? first[..4] : t.Say("batch.days", ("first", first[..4]), ("last", last[..4]));
        return (known.Count == 0 ? Numbers.Undefined : BatchPictures.Trend(facts.Periods, t)) + $"<small>{Markup.Text(days)}</small>";
    }

    private static string Coverage(BatchFacts facts, Theme theme, Texts t)
    {
        var judged = Charts.StatusLook.All.Where(look => !look.IsBlank).Sum(look => BatchPictures.Count(facts.Cells, look));
        return judged == 0 ? Numbers.Undefined : $"{BatchPictures.Coverage(facts.Cells, theme, t)}<small>{Markup.Text(t.Say("batch.cells", ("n", judged)))}</small>";
    }
}
