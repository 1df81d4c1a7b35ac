using GapAnalyzer.Reporting.Formats.Html;
using GapAnalyzer.Reporting.Themes;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Batches;

/// <summary>A column of the overview.</summary>
/// <param name="Title">Plain text.</param>
/// <param name="IsNumber">Whether its cells begin with a number, by which they sort.</param>
/// <param name="Cell">The markup of a dataset that has a report.</param>
internal sealed record BatchColumn(string Title, bool IsNumber, Func<BatchEntry, string> Cell)
{
    public static IReadOnlyList<BatchColumn> Of(Batch batch, Theme theme)
    {
        var t = batch.Texts;
        List<BatchColumn> columns =
        [
            new(t.Say("batch.column.dataset"), false, Dataset),
            Of("batch.column.organisations", true, facts => $"{Numbers.Count(facts.Stakeholders)}<small>{Markup.Text(t.Say("batch.size", ("sectors", facts.Sectors), ("activities", facts.Activities)))}</small>"),
            Of("batch.column.cross-rate", true, facts => Rate(facts, facts.CrossSector, double.NaN, t)),
            Of("batch.column.rate", true, facts => Rate(facts, facts.Coordination, facts.Headline("random_ties.expected_rate"), t)),
            Of("batch.column.gaps", true, facts => facts.Measured ? Numbers.Count(facts.CrossSector.Required - (facts.CrossSector.Satisfied ?? 0)) : Numbers.Undefined),
            Of("batch.column.trend", false, facts => Trend(facts, t)),
            Of("batch.column.coverage", false, facts => Coverage(facts, theme, t)),
            Of("batch.column.evidence", false, facts => Markup.Text(t.Say($"batch.evidence.{facts.TieEvidence}"))),
            Of("batch.column.rows", true, facts => $"{Numbers.Percent(facts.RowsRead == 0 ? double.NaN : (double)facts.RowsUsed / facts.RowsRead, t)}<small>{Markup.Text(t.Say("batch.of", ("n", facts.RowsRead)))}</small>"),
        ];
        if (batch.Bases.Count > 1)
            columns.Add(Of("batch.column.basis", true, facts => Numbers.Count(batch.BasisOf(facts))));
        return columns;

        BatchColumn Of(string key, bool isNumber, Func<BatchFacts, string> cell) => new(t.Say(key), isNumber, entry => cell(entry.Facts!));
    }

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
        var days = facts.Days.First.Length == 0 ? t.Say("scope.undated") : t.Say("batch.days", ("first", facts.Days.First[..4]), ("last", facts.Days.Last[..4]));
        return (known.Count == 0 ? Numbers.Undefined : BatchPictures.Trend(facts.Periods, t)) + $"<small>{Markup.Text(days)}</small>";
    }

    private static string Coverage(BatchFacts facts, Theme theme, Texts t)
    {
        var judged = Charts.StatusLook.All.Where(look => !look.IsBlank).Sum(look => BatchPictures.Count(facts.Cells, look));
        return judged == 0 ? Numbers.Undefined : $"{BatchPictures.Coverage(facts.Cells, theme, t)}<small>{Markup.Text(t.Say("batch.cells", ("n", judged)))}</small>";
    }
}
