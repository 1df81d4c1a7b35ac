using GapAnalyzer.Domain;

namespace GapAnalyzer.Tests;

public sealed class AnalysisTests
{
    [Fact]
    public void The_dataset_s_own_settings_hold_unless_the_options_say_otherwise()
    {
        var dataset = new SmallDatasets().Sector("Gov", "A").Activity("x", "T", "P", "2024-05", "A").Build() with { Defaults = new(PeriodGrain.Month) };
        Assert.Equal("2024-05", Assert.Single(Analysis.Run(dataset, new(), CancellationToken.None).Periods).Label);
        Assert.Equal("2024", Assert.Single(Analysis.Run(dataset, new() { Period = PeriodGrain.Year }, CancellationToken.None).Periods).Label);
    }

    [Fact]
    public void A_dimension_absent_from_the_dataset_is_one_value_and_is_listed()
    {
        var analysis = new SmallDatasets().Sector("Gov", "A").Sector("NGO", "B").Activity("x", null, "P", null, "A").Activity("y", null, "P", null, "B").Tie("A", "B").Run();
        Assert.Equal(["theme", "date"], analysis.Unplaced.AbsentDimensions);
        Assert.Equal((0, 0, 0, 0), (analysis.Unplaced.UnknownThemes, analysis.Unplaced.UnknownPlaces, analysis.Unplaced.UnknownDates, analysis.Unplaced.WithoutArena));
        Assert.Equal(("all", "all"), (Assert.Single(analysis.Themes).Label, Assert.Single(analysis.Periods).Label));
        Assert.Equal(1, analysis.Headline.Coordination.Value);
    }

    [Fact]
    public void What_cannot_be_placed_is_counted_and_makes_no_arena()
    {
        var analysis = new SmallDatasets().Sector("Gov", "A")
            .Activity("1", "T", "P", "2024-05", "A").Activity("2", null, "P", "2024-05", "A").Activity("3", "T", null, "2024-05", "A")
            .Activity("4", "T", "P", "2024", "A").Activity("5", null, null, null, "A").Run(new() { Period = PeriodGrain.Month });
        Assert.Equal((2, 2, 2, 4), (analysis.Unplaced.UnknownThemes, analysis.Unplaced.UnknownPlaces, analysis.Unplaced.UnknownDates, analysis.Unplaced.WithoutArena));
        Assert.Equal(5, analysis.Stakeholders[0].Activities);
        Assert.Single(analysis.Presence.Arenas);
    }

    [Fact]
    public void A_window_leaves_out_what_lies_outside_and_what_has_no_date()
    {
        var small = new SmallDatasets().Sector("Gov", "A").Sector("NGO", "B", "C")
            .Activity("1", "T", "P", "2023", "A", "C").Activity("2", "T", "P", "2023-12..2024-03", "A").Activity("3", "T", "P", "2024", "B").Activity("4", "T", "P", null, "C")
            .Tie("A", "B", until: "2023-06").Tie("B", "C", since: "2024-07");
        var analysis = small.Run(new() { From = new(2024, 1, 1), To = new(2024, 12, 31) });
        Assert.Equal((2, 1), (analysis.Unplaced.OutsideWindow, analysis.Unplaced.UndatedOutsideWindow));
        Assert.Equal(["2024"], analysis.Periods.Select(period => period.Label));
        Assert.Equal([2], analysis.Ties.Of(1).ToArray());
        Assert.Empty(analysis.Ties.Of(0).ToArray());
        Assert.Equal((0, 1), (analysis.Headline.Coordination.Satisfied, analysis.Headline.Coordination.Required));
    }

    [Fact]
    public void A_cancelled_run_stops() => Assert.Throws<OperationCanceledException>(() =>
        Analysis.Run(new SmallDatasets().Sector("Gov", "A").Build(), new(), new CancellationToken(canceled: true)));

    [Fact]
    public void Progress_names_each_step_once()
    {
        var steps = new List<string>();
        Analysis.Run(new SmallDatasets().Sector("Gov", "A").Build(), new(), CancellationToken.None, new Recorder(steps));
        Assert.NotEmpty(steps);
        Assert.Equal(steps.Distinct(), steps);
    }

    private sealed class Recorder(List<string> steps) : IProgress<string>
    {
        public void Report(string value) => steps.Add(value);
    }
}
