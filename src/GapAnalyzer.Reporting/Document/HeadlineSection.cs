using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;
using GapAnalyzer.Resolving;
using static GapAnalyzer.Reporting.Document.Holds;

namespace GapAnalyzer.Reporting.Document;

/// <summary>1: what the report is about, the headline in sentences and numbers, and how much it depends on what counts as meeting.</summary>
internal static class HeadlineSection
{
    /// <summary>Title, scope and the note of the dataset.</summary>
    public static IEnumerable<Block> Opening(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        yield return new Heading(1, t.Say(analysis.Measured ? "title" : "title-unmeasured", ("title", analysis.Dataset.Title)));
        yield return new Paragraph(Scope(analysis, t));
        yield return new Paragraph(t.Say("scope.words"));
        if (!string.IsNullOrEmpty(analysis.Dataset.Defaults.Note))
            yield return new Paragraph(t.Say("scope.note", ("note", analysis.Dataset.Defaults.Note)));
    }

    /// <summary>The headline: what the first screen of a page says in its own way.</summary>
    public static IEnumerable<Block> InShort(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        yield return new Heading(2, t.Say("headline.heading"));
        foreach (var sentence in HeadlineText.Lines(analysis, t).Concat(CautionText.Lines(analysis, t)))
            yield return new Paragraph(sentence);
        if (analysis.Measured)
            yield return new Paragraph(t.Say("headline.incomplete"));
        foreach (var dimension in analysis.Unplaced.AbsentDimensions)
            yield return new Paragraph(t.Say($"absent.{dimension}"));
        yield return KeyNumbers(analysis, t);
        if (NextText.Lines(analysis, t) is { Count: > 0 } steps)
        {
            yield return new Heading(3, t.Say("next.heading"));
            yield return new Bullets([.. steps.Select(Line.FromString)]);
        }
    }

    /// <summary>How many of what, and over which time.</summary>
    private static string Scope(Analysis analysis, Texts t)
    {
        var data = analysis.Dataset;
        var span = analysis.Days is { } days
            ? t.Say("scope.dated", ("first", Numbers.Date(days.First, t)), ("last", Numbers.Date(days.Last, t))) + Far([.. data.Activities.Select(activity => activity.Dates).OfType<DateSpan>()], t)
            : t.Say("scope.undated");
        var scope = t.Say(
            "scope",
            ("stakeholders", data.Stakeholders.Count),
            ("sectors", data.KnownSectors),
            ("unknown", Unknown(data, t)),
            ("activities", data.Activities.Count),
            ("span", span));
        var country = string.IsNullOrEmpty(data.Country) ? "" : t.Say("scope.country", ("country", data.Country)) + " ";
        var asOf = analysis.Options.AsOf is { } day ? " " + t.Say("scope.as-of", ("day", Numbers.Date(day, t))) : "";
        return country + Window(analysis.Options, t) + scope + asOf;
    }

    /// <summary>How many are of no known sector; nothing where all are.</summary>
    private static string Unknown(Dataset data, Texts t) =>
        data.Stakeholders.Count(s => !data.Sectors[s.Sector.Index].Known) is > 0 and var unknown ? " " + t.Say("scope.unknown", ("n", unknown)) : "";

    /// <summary>The chosen days, which everything that follows is about; nothing where none are.</summary>
    private static string Window(AnalysisOptions options, Texts t) => (options.From, options.To) switch
    {
        ({ } from, { } to) => t.Say("scope.window", ("from", Numbers.Date(from, t)), ("to", Numbers.Date(to, t))) + " ",
        ({ } from, null) => t.Say("scope.window-from", ("from", Numbers.Date(from, t))) + " ",
        (null, { } to) => t.Say("scope.window-to", ("to", Numbers.Date(to, t))) + " ",
        _ => "",
    };

    /// <summary>Between which days nearly all lie, where some lie far outside; nothing where none do.</summary>
    private static string Far(DateSpan[] dated, Texts t) =>
        OutlyingDates.Bulk(dated) is { } bulk && dated.Count(span => OutlyingDates.IsFar(span, bulk)) is var far and > 0
            ? " " + t.Say("scope.far", ("n", far), ("first", Numbers.Date(bulk.First, t)), ("last", Numbers.Date(bulk.Last, t)))
            : "";

    /// <summary>The numbers of the headline, each with its basis and what chance would give.</summary>
    internal static Table KeyNumbers(Analysis analysis, Texts t)
    {
        var headline = analysis.Headline;
        List<IReadOnlyList<Line>> rows = analysis.Measured
            ?
            [
                RateRow(analysis, "key.rate", headline.Coordination, headline.CoordinationRange, t),
                .. headline.CrossSector.Required > 0 ? [RateRow(analysis, "key.cross-sector", headline.CrossSector, headline.CrossSectorRange, t)] : Array.Empty<IReadOnlyList<Line>>(),
                CountRow("key.gaps", headline.Coordination.Gaps, headline.CrossSector.Gaps, headline, t),
                .. double.IsFinite(headline.Ei.Value) ? [EiRow(headline.Ei, t)] : Array.Empty<IReadOnlyList<Line>>(),
            ]
            : [CountRow("key.pairs", headline.Coordination.Required, headline.CrossSector.Required, headline, t)];
        if (double.IsFinite(headline.UncoveredNeedShare))
            rows.Add(NeedRow("key.uncovered-need", headline.UncoveredNeedShare, headline, t));
        if (double.IsFinite(headline.UncoordinatedNeedShare))
            rows.Add(NeedRow("key.uncoordinated-need", headline.UncoordinatedNeedShare, headline, t));
        return new Table([t.Words("measure"), t.Figures("value"), t.Words("basis"), t.Words("chance")], rows);
    }

    /// <summary>A number of pairs, and how many of them are across sectors where any can be.</summary>
    private static IReadOnlyList<Line> CountRow(string key, long count, long across, Headline headline, Texts t) =>
        [t.Say(key), Numbers.Count(count), count > 0 && headline.CrossSector.Required > 0 ? t.Say("key.gaps-basis", ("cross", across)) : Numbers.Undefined, Numbers.Undefined];

    private static IReadOnlyList<Line> RateRow(Analysis analysis, string key, Rate rate, Jackknife range, Texts t) =>
    [
        t.Say(key),
        Numbers.Percent(rate.Value, t),
        Section.Of(rate, t) + HeadlineText.GiveOrTake(rate, range.Se, t) + MovesMost(analysis, rate, range, t),
        double.IsFinite(rate.Value) ? Numbers.Percent(analysis.Headline.Baseline.ExpectedRate, t) : Numbers.Undefined,
    ];

    /// <summary>The organisation whose absence would move the rate most, and to where; nothing where it would read the same.</summary>
    private static string MovesMost(Analysis analysis, Rate rate, Jackknife range, Texts t) =>
        range.MovesMost is { } id && Numbers.Percent(range.WithoutIt, t) != Numbers.Percent(rate.Value, t) ? t.Say("list.semicolon") + t.Say("key.moves-most", ("name", analysis.Name(id)), ("rate", range.WithoutIt)) : "";

    private static IReadOnlyList<Line> NeedRow(string key, double share, Headline headline, Texts t) =>
        [t.Say(key), Numbers.Percent(share, t), t.Say("key.need-basis", ("unit", t.Say($"need.{Naming.NameOf(headline.NeedUnit)}"))), Numbers.Undefined];

    private static IReadOnlyList<Line> EiRow(EiIndex ei, Texts t) =>
    [
        t.Say("key.ei"),
        Numbers.Index(ei.Value, t),
        t.Say("key.ei-basis", ("external", ei.External), ("internal", ei.Internal))
            + (double.IsFinite(ei.Rescaled) ? t.Say("list.semicolon") + t.Say("key.ei-rescaled", ("rescaled", ei.Rescaled)) : ""),
        double.IsFinite(ei.P) ? t.Say("key.ei-chance", ("expected", ei.Expected), ("p", ei.P)) : Numbers.Index(ei.Expected, t),
    ];

    /// <summary>The rate for every way of counting who meets.</summary>
    public static IEnumerable<Block> Sensitivity(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        if (analysis.Sensitivity.Count < 2)
            yield break;
        yield return new Heading(2, t.Say("sensitivity.heading"));
        yield return new Paragraph(t.Say(analysis.Measured ? "sensitivity.text" : "sensitivity.text-unmeasured"));
        Column<SensitivityRow>[] columns =
        [
            new("period", row => Period(analysis, row, t)),
            new("place-level", row => Numbers.Count(row.PlaceLevel), Figures),
            new("pairs", row => Numbers.Count(row.Rate.Required), Figures),
            new("tied", row => Numbers.Count(row.Rate.Satisfied), TieFigures),
            new("rate", row => Numbers.Percent(row.Rate.Value, t), TieFigures),
            new("cross-pairs", row => Numbers.Count(row.CrossSectorRate.Required), CrossFigures),
            new("cross-rate", row => Numbers.Percent(row.CrossSectorRate.Value, t), CrossTieFigures),
        ];
        yield return Column<SensitivityRow>.Table(report, columns, analysis.Sensitivity);
        foreach (var chart in Section.Chart(report, "sensitivity"))
            yield return chart;
    }

    /// <summary>The row of this report's own settings stands out.</summary>
    private static Line Period(Analysis analysis, SensitivityRow row, Texts t)
    {
        var period = t.Say($"grain.{Naming.NameOf(row.Period)}");
        return analysis.IsOwn(row) ? [new Strong(t.Say("sensitivity.used", ("period", period)))] : period;
    }
}
