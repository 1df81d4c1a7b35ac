using GapAnalyzer.Comparing;
using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Comparing;
using GapAnalyzer.Reporting.Words;
using static GapAnalyzer.Reporting.Document.Holds;

namespace GapAnalyzer.Reporting.Document;

/// <summary>A comparison in reading order: what every format for readers renders.</summary>
public static class ComparisonDocument
{
    private static readonly string[] Definitions = ["window", "persisting", "closed", "gone", "opened", "range", "jaccard", "names", "trend"];

    public static IReadOnlyList<Block> Blocks(ComparisonReport report) =>
    [
        .. Opening(report),
        .. ComparisonSeriesSection.Blocks(report),
        .. ComparisonGapsSection.Blocks(report),
        .. Sectors(report),
        .. Coverage(report),
        .. Organisations(report),
        .. Method(report),
    ];

    private static IEnumerable<Block> Opening(ComparisonReport report)
    {
        var (comparison, t) = (report.Comparison, report.Texts);
        return
        [
            new Heading(1, ComparisonText.Title(comparison, t)),
            new Paragraph(t.Say(
                "compare.scope",
                ("before", comparison.Before(t)), ("n", comparison.First.There), ("activities", comparison.First.Activities),
                ("after", comparison.After(t)), ("now", comparison.Last.There), ("activities-now", comparison.Last.Activities))),
            new Heading(2, t.Say("headline.heading")),
            .. ComparisonText.Lines(comparison, t).Select(sentence => new Paragraph(sentence)),
            .. report.Measured ? [new Paragraph(t.Say("headline.incomplete"))] : Array.Empty<Block>(),
            ComparisonNumbers.Table(report),
        ];
    }

    private static IEnumerable<Block> Sectors(ComparisonReport report)
    {
        var (comparison, t) = (report.Comparison, report.Texts);
        if (!report.Measured || comparison.SectorPairs.Count == 0)
            return [];
        Column<SectorPairChange>[] columns =
        [
            new("sector", pair => comparison.Names.Sector(pair.A).Name),
            new("other-sector", pair => comparison.Names.Sector(pair.B).Name),
            new("compare-before", pair => ComparisonNumbers.Rate(pair.Rate.Before, t), Figures),
            new("compare-after", pair => ComparisonNumbers.Rate(pair.Rate.After, t), Figures),
            new("compare-difference", pair => ComparisonNumbers.Difference(pair.Rate, t), Figures),
            new("compare-verdict", pair => Verdicts(pair, t)),
        ];
        var ranked = comparison.SectorPairs.OrderByDescending(pair => pair.VerdictChanged).ThenByDescending(pair => Math.Max(pair.Rate.Before.Required, pair.Rate.After.Required)).ToList();
        return
        [
            new Heading(2, t.Say("compare.sectors.heading")),
            new Paragraph(t.Say("compare.sectors.text")),
            .. Section.TopTable(report, columns, ranked, "sector_pairs.csv"),
        ];
    }

    private static string Verdicts(SectorPairChange pair, Texts t)
    {
        var (before, after) = (Word(pair.Before), Word(pair.After));
        return pair.Before != pair.After ? t.Say("compare.verdict-change", ("before", before), ("after", after)) : after;

        string Word(Nulls.Verdict verdict) => verdict == Nulls.Verdict.NotMeasured ? t.Say("compare.no-pair") : t.Say($"verdict.{Naming.SnakeCase(verdict.ToString())}");
    }

    private static IEnumerable<Block> Coverage(ComparisonReport report)
    {
        var (comparison, t) = (report.Comparison, report.Texts);
        Column<CellChange>[] columns =
        [
            new("themes", cell => comparison.ThemeName(cell.Theme)),
            new("places", cell => comparison.PlaceName(cell.Place)),
            new("compare-before", cell => CellText.Status(cell.Before, t)),
            new("compare-after", cell => CellText.Status(cell.After, t)),
            new("compare-there-before", cell => Numbers.Count(cell.StakeholdersBefore), Figures),
            new("compare-there-after", cell => Numbers.Count(cell.StakeholdersAfter), Figures),
        ];
        // Worst first: those that lost everyone, then those that lost their coordination.
        var ranked = comparison.Cells
            .OrderByDescending(cell => ComparisonText.IsEmpty(cell.After)).ThenByDescending(cell => cell.Before == CellStatus.Coordinated).ThenByDescending(cell => cell.After == CellStatus.Coordinated).ToList();
        return ranked.Count == 0
            ? []
            : [new Heading(2, t.Say("compare.cells.heading")), new Paragraph(t.Say("compare.cells.text")), .. Section.TopTable(report, columns, ranked, "cells.csv")];
    }

    private static IEnumerable<Block> Organisations(ComparisonReport report)
    {
        var (comparison, t) = (report.Comparison, report.Texts);
        return
        [
            new Heading(2, t.Say("compare.organisations.heading")),
            new Paragraph(ComparisonText.Organisations(comparison, t)),
            .. Names("compare.left", comparison.Left),
            .. Names("compare.arrived", comparison.Arrived),
            .. comparison.Doubts.Count == 0
                ? Array.Empty<Block>()
                :
                [
                    new Heading(3, t.Say("compare.doubts.heading")),
                    new Paragraph(t.Say("compare.doubts.text")),
                    new Bullets([.. comparison.Doubts.Take(Section.MostSentences).Select(doubt => Line.FromString(t.Say(
                        "compare.doubt", ("left", comparison.Name(doubt.Left)), ("arrived", comparison.Name(doubt.Arrived)))))]),
                    .. Section.More(report, comparison.Doubts.Count - Section.MostSentences, "name_doubts.csv"),
                ],
        ];

        IEnumerable<Block> Names(string key, IReadOnlyList<int> numbers) => numbers.Count == 0
            ? []
            :
            [
                new Heading(3, t.Say(key)),
                new Bullets([.. numbers.Take(Section.MostRows).Select(number => Line.FromString(comparison.Who(number, t)))]),
                .. Section.More(report, numbers.Count - Section.MostRows, "organisations.csv"),
            ];
    }

    private static IEnumerable<Block> Method(ComparisonReport report)
    {
        var (comparison, t) = (report.Comparison, report.Texts);
        return
        [
            new Heading(2, t.Say("method.heading")),
            new Bullets([.. Definitions.Select(Line (name) => [new Strong(t.Say($"compare.define.{name}.term")), new Plain(t.Say("colon") + t.Say($"compare.define.{name}"))])]),
            new Heading(3, t.Say("limits.heading")),
            new Bullets([t.Say("limits.records"), t.Say("compare.limits.record"), t.Say("compare.limits.length"), t.Say("limits.organisations")]),
            new Heading(3, t.Say("settings.heading")),
            MethodSection.Settings(comparison.After with { Options = comparison.After.Options with { From = comparison.Before.Options.From } }, t),
            new Paragraph(t.Say("made-by", ("version", Report.ToolVersion))),
        ];
    }
}
