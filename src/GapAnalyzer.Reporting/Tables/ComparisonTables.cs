using GapAnalyzer.Comparing;
using GapAnalyzer.Reporting.Comparing;

namespace GapAnalyzer.Reporting.Tables;

/// <summary>One tidy table of a comparison; header, rows and data dictionary come from the same columns.</summary>
internal abstract class ComparisonTable
{
    /// <summary>File name below <c>tables/</c>.</summary>
    public required string File { get; init; }

    /// <summary>What a row is.</summary>
    public required string Description { get; init; }

    public abstract IReadOnlyList<CsvColumn> Columns { get; }

    public abstract IEnumerable<IEnumerable<CellValue>> Rows(Comparison comparison);
}

/// <summary>A table of rows of one type.</summary>
internal sealed class ComparisonTable<T> : ComparisonTable
{
    private readonly List<(CsvColumn Column, Func<Comparison, T, CellValue> Value)> columns = [];

    public required Func<Comparison, IEnumerable<T>> From { get; init; }

    public override IReadOnlyList<CsvColumn> Columns => [.. columns.Select(column => column.Column)];

    public ComparisonTable<T> With(string name, string description, Func<Comparison, T, CellValue> value)
    {
        columns.Add((new(name, description), value));
        return this;
    }

    public override IEnumerable<IEnumerable<CellValue>> Rows(Comparison comparison) => From(comparison).Select(row => columns.Select(column => column.Value(comparison, row)));
}

/// <summary>Every table of a comparison, in the order of its report.</summary>
internal static class ComparisonTables
{
    public static IReadOnlyList<ComparisonTable> All { get; } =
    [
        new ComparisonTable<PairChange>
        {
            File = "pairs.csv",
            Description = "Every pair whose missing link or tie is there before or after; empty where they cannot be compared",
            From = comparison => comparison.Pairs.Where(pair => pair.Gap != GapFate.None || pair.Tie != TieFate.None).Take(comparison.After.Options.MaxTableRows),
        }
            .With("a_id", "Id of the organisation that comes first", (c, p) => c.Names.Stakeholder(p.A).Id)
            .With("a", "Its name", (c, p) => c.Name(p.A))
            .With("a_sector", "Its sector, the later one where it has changed", (c, p) => c.SectorName(p.A))
            .With("b_id", "Id of the other organisation", (c, p) => c.Names.Stakeholder(p.B).Id)
            .With("b", "Its name", (c, p) => c.Name(p.B))
            .With("b_sector", "Its sector", (c, p) => c.SectorName(p.B))
            .With("cross_sector", "true when both sectors are known and differ", (c, p) => c.Names.AreCross(c.Names.SectorsOf(p)))
            .With("gap", "persisting, closed, no_longer_meeting, stakeholder_left (missing before); opened, newly_meeting, stakeholder_arrived (missing after); none", (_, p) => ComparisonNames.NameOf(p.Gap))
            .With("tie", "kept, new, lost or none", (_, p) => ComparisonNames.NameOf(p.Tie))
            .With("requirement_before", "Requirement of the pair before; 0 where the two did not meet", (_, p) => p.RequirementBefore)
            .With("requirement_after", "The same after", (_, p) => p.RequirementAfter),
        new ComparisonTable<SectorPairChange>
        {
            File = "sector_pairs.csv",
            Description = "Pairs of different known sectors that meet before or after",
            From = comparison => comparison.SectorPairs,
        }
            .With("a", "Sector that comes first", (c, p) => c.Names.Sector(p.A).Name)
            .With("b", "Other sector", (c, p) => c.Names.Sector(p.B).Name)
            .With("required_before", "Pairs of organisations that meet before", (_, p) => p.Rate.Before.Required)
            .With("satisfied_before", "Those of them with a tie; empty where not measured", (_, p) => CellValue.Satisfied(p.Rate.Before))
            .With("rate_before", "satisfied / required", (_, p) => p.Rate.Before.Value)
            .With("se_before", "Leave-one-stakeholder-out standard error", (_, p) => p.Rate.BeforeSe)
            .With("required_after", "Pairs that meet after", (_, p) => p.Rate.After.Required)
            .With("satisfied_after", "Those of them with a tie", (_, p) => CellValue.Satisfied(p.Rate.After))
            .With("rate_after", "satisfied / required", (_, p) => p.Rate.After.Value)
            .With("se_after", "Leave-one-stakeholder-out standard error", (_, p) => p.Rate.AfterSe)
            .With("difference", "rate_after - rate_before", (_, p) => p.Rate.Difference)
            .With("se_difference", "Standard error of the difference, leaving each stakeholder out of both sides at once", (_, p) => p.Rate.Se)
            .With("judgement", "rose, fell, within_range, same, no_range or undefined", (_, p) => ComparisonNames.NameOf(p.Rate.Move))
            .With("verdict_before", "Verdict of the tests before", (_, p) => Naming.NameOf(p.Before))
            .With("verdict_after", "Verdict of the tests after", (_, p) => Naming.NameOf(p.After))
            .With("gaps_before", "Missing links before; empty where they cannot be compared", (_, p) => CellValue.Of(p.Gaps?.Before))
            .With("gaps_after", "Missing links after", (_, p) => CellValue.Of(p.Gaps?.After))
            .WithFates(),
        new ComparisonTable<SeriesPoint>
        {
            File = "series.csv",
            Description = "Windows of the dataset by time; empty where two datasets are compared",
            From = comparison => comparison.Series,
        }
            .With("window", "Label", (_, p) => p.Window.Label)
            .With("first", "First day", (_, p) => Numbers.Date(p.Window.First))
            .With("last", "Last day", (_, p) => Numbers.Date(p.Window.Last))
            .With("stakeholders", "Organisations with an activity in it", (_, p) => p.There)
            .With("activities", "Activities in it", (_, p) => p.Activities)
            .With("ties", "Tied pairs", (_, p) => p.Ties)
            .With("required", "Pairs that meet", (_, p) => p.Rate.Required)
            .With("satisfied", "Those of them with a tie; empty where not measured", (_, p) => CellValue.Satisfied(p.Rate))
            .With("rate", "satisfied / required", (_, p) => p.Rate.Value)
            .With("rate_se", "Leave-one-stakeholder-out standard error", (_, p) => p.RateSe)
            .With("cross_sector_required", "Pairs of different known sectors that meet", (_, p) => p.CrossRate.Required)
            .With("cross_sector_satisfied", "Those of them with a tie", (_, p) => CellValue.Satisfied(p.CrossRate))
            .With("cross_sector_rate", "Their rate", (_, p) => p.CrossRate.Value)
            .With("cross_sector_se", "Its standard error", (_, p) => p.CrossSe)
            .With("gaps", "Missing links; empty where not measured", (_, p) => p.Rate.Measured ? p.Rate.Gaps : CellValue.None)
            .With("ei_index", "E-I index of the ties", (_, p) => p.Ei)
            .With("density", "Ties / pairs of organisations with an activity or a tie", (_, p) => p.Density)
            .With("components", "Components of the tie graph among them", (_, p) => p.Components)
            .With("ties_kept", "Ties of the window before that are kept", (_, p) => CellValue.Of(p.TiesToPrevious?.Kept))
            .With("ties_new", "Ties that the window before did not have", (_, p) => CellValue.Of(p.TiesToPrevious?.New))
            .With("ties_lost", "Ties of the window before that are gone", (_, p) => CellValue.Of(p.TiesToPrevious?.Lost))
            .With("jaccard", "kept / (kept + new + lost)", (_, p) => p.TiesToPrevious?.Jaccard ?? double.NaN)
            .WithFates(),
        new ComparisonTable<CellChange>
        {
            File = "cells.csv",
            Description = "Combinations of theme and place whose status is another",
            From = comparison => comparison.Cells,
        }
            .With("theme", "Theme; all where the datasets have none", (c, cell) => c.ThemeName(cell.Theme))
            .With("place", "Place; all where the datasets have none", (c, cell) => c.PlaceName(cell.Place))
            .With("status_before", "Status before", (_, cell) => Naming.NameOf(cell.Before))
            .With("status_after", "Status after", (_, cell) => Naming.NameOf(cell.After))
            .With("stakeholders_before", "Organisations present before", (_, cell) => cell.StakeholdersBefore)
            .With("stakeholders_after", "Organisations present after", (_, cell) => cell.StakeholdersAfter),
        new ComparisonTable<int>
        {
            File = "organisations.csv",
            Description = "Every organisation with an activity before or after",
            From = comparison => Enumerable.Range(0, comparison.Names.Stakeholders.Count).Where(number => comparison.First.IsThere[number] || comparison.Last.IsThere[number]),
        }
            .With("id", "Id in the later dataset, else in the earlier one", (c, number) => c.Names.Stakeholder(number).Id)
            .With("name", "Name", (c, number) => c.Name(number))
            .With("sector", "Sector, the later one where it has changed", (c, number) => c.SectorName(number))
            .With("presence", "stayed, left or arrived", (c, number) => !c.Last.IsThere[number] ? "left" : c.First.IsThere[number] ? "stayed" : "arrived")
            .With("other_sector_before", "true when the earlier dataset has another sector for it", (c, number) => c.Names.HasMoved(number)),
        new ComparisonTable<NameDoubt>
        {
            File = "name_doubts.csv",
            Description = "One that left and one that arrived that may be one organisation under two names; nothing was merged",
            From = comparison => comparison.Doubts,
        }
            .With("alias", "Name of the one that left: with the next column a line of aliases.csv", (c, doubt) => c.Name(doubt.Left))
            .With("canonical", "Name of the one that arrived", (c, doubt) => c.Name(doubt.Arrived))
            .With("score", "How alike the names are, 0 to 1; 0: only the ids are the same", (_, doubt) => doubt.Score),
    ];

    /// <summary>Missing links by what became of them, those before first.</summary>
    private static ComparisonTable<SectorPairChange> WithFates(this ComparisonTable<SectorPairChange> table) => WithFates(table, pair => pair.Gaps);

    private static ComparisonTable<SeriesPoint> WithFates(this ComparisonTable<SeriesPoint> table) => WithFates(table, point => point.GapsToPrevious);

    private static ComparisonTable<T> WithFates<T>(ComparisonTable<T> table, Func<T, GapFlow?> flow)
    {
        table.With("gaps_persisting", "Missing before and after", (_, row) => CellValue.Of(flow(row)?[GapFate.Persisting]));
        table.With("gaps_closed", "Missing before; the two have a tie now", (_, row) => CellValue.Of(flow(row)?[GapFate.Closed]));
        table.With("gaps_no_longer_meeting", "Missing before; both are there and no longer meet", (_, row) => CellValue.Of(flow(row)?[GapFate.NoLongerMeeting]));
        table.With("gaps_stakeholder_left", "Missing before; an end has no activity any more", (_, row) => CellValue.Of(flow(row)?[GapFate.StakeholderLeft]));
        table.With("gaps_opened", "Missing after; the two had a tie", (_, row) => CellValue.Of(flow(row)?[GapFate.Opened]));
        table.With("gaps_newly_meeting", "Missing after; both were there and did not meet", (_, row) => CellValue.Of(flow(row)?[GapFate.NewlyMeeting]));
        return table.With("gaps_stakeholder_arrived", "Missing after; an end had no activity before", (_, row) => CellValue.Of(flow(row)?[GapFate.StakeholderArrived]));
    }
}
