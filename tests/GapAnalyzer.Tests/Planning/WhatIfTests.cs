using System.Globalization;
using System.Text;
using CsCheck;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Planning;

namespace GapAnalyzer.Tests.Planning;

/// <summary>Laws of what-if on random datasets, against the definitions written out pair by pair, and against what a plan promises.</summary>
public sealed class WhatIfTests
{
    private const int Iterations = 300;

    private static readonly AnalysisOptions Few = new() { Permutations = 9 };

    [Fact]
    public void A_tie_between_two_that_meet_and_are_not_tied_closes_exactly_that_gap() => RandomDatasets.Cases.Sample(
        item =>
        {
            var before = item.Plan.Build().Run(item.Options with { Permutations = 9 });
            if (before.TieEvidence == TieKinds.None || (item.Options.Ties & TieKinds.Declared) == 0 || GapList.AllGaps(before) is not [var first, ..])
                return;
            var what = Run(before, new([(NameOf(before, first.B), NameOf(before, first.A))], [], []));
            Assert.Equal([first], what.Closed);
            Assert.Empty(what.Gone);
            Assert.Empty(what.Opened);
            Assert.Equal(before.Headline.Coordination.Satisfied + 1, what.After.Headline.Coordination.Satisfied);
            Assert.Equal(before.Headline.Coordination.Required, what.After.Headline.Coordination.Required);
            Assert.Equal(first.CrossSector ? 1 : 0, before.Headline.CrossSector.Gaps - what.After.Headline.CrossSector.Gaps);
        },
        iter: Iterations);

    [Fact]
    public void Who_meets_whom_is_the_same_after_any_tie_and_any_meeting() => RandomDatasets.Cases.Sample(
        item =>
        {
            var before = item.Plan.Build().Run(item.Options with { Permutations = 9 });
            if (before.TieEvidence == TieKinds.None || (item.Options.Ties & TieKinds.Joint) == 0 || before.Presence.Arenas.Count == 0)
                return;
            var arena = before.Presence.Arenas[^1];
            var what = Run(before, new([], [Meeting(before, arena)], []));
            Assert.Equal(Required(before), Required(what.After));
            Assert.Equal(before.Presence.Arenas, what.After.Presence.Arenas);

            // By the definition: a gap closes where both ends come, and the meeting is not too large to tie anyone.
            int[] come = what.Scenario.Meetings[0].Attendees.Select(id => id.Index).ToArray();
            var slow = new SlowReference(before.Dataset, before.Options);
            var closed = come.Length > before.Options.MaxJointParticipants ? [] : GapList.AllGaps(before).Where(gap => come.Contains(gap.A.Index) && come.Contains(gap.B.Index));
            Assert.Equal(closed, what.Closed);
            Assert.All(what.Closed, gap => Assert.False(slow.IsTied(gap.A.Index, gap.B.Index)));
        },
        iter: Iterations);

    /// <summary>Brute force: the dataset is written without the stakeholder, and analysed.</summary>
    [Fact]
    public void Removing_leaves_the_gaps_and_the_headline_of_a_dataset_that_never_had_it() => RandomDatasets.Cases.Sample(
        item =>
        {
            var n = item.Plan.SectorOf.Count;
            if (n < 2)
                return;
            var options = item.Options with { Permutations = 9 };
            var before = item.Plan.Build().Run(options);
            var gone = before.Dataset.Stakeholders[n / 2].Name;
            var what = Run(before, new([], [], [gone]));
            var without = Without(item.Plan, n / 2).Run(options);
            Assert.Equal(Named(without, GapList.AllGaps(without)), Named(what.After, GapList.AllGaps(what.After)));
            Assert.Equal(without.Headline.Coordination, what.After.Headline.Coordination);
            Assert.Equal(without.Headline.CrossSector, what.After.Headline.CrossSector);
            Assert.Equal(without.Headline.Baseline, what.After.Headline.Baseline);
            Assert.Equal(without.Headline.UncoveredNeedShare, what.After.Headline.UncoveredNeedShare);
            Assert.All(what.Gone, gap => Assert.Contains(gone, new[] { NameOf(before, gap.A), NameOf(before, gap.B) }));
            Assert.Empty(what.Opened);
            if (before.TieEvidence != TieKinds.None && what.After.TieEvidence != TieKinds.None)
                Assert.Equal(before.Headline.Coordination.Gaps, what.After.Headline.Coordination.Gaps + what.Gone.Count + what.Closed.Count);
        },
        iter: Iterations);

    [Fact]
    public void The_order_of_changes_makes_no_difference()
    {
        foreach (var seed in Enumerable.Range(1, 20))
        {
            var before = Random(seed).Run(Few);
            ScenarioNames names = new([("A0", "B1"), ("C2", "B0")], [new("T0", "P"), new("T1", "Q")], ["A3", "C3"]);
            ScenarioNames other = new([("B0", "C2"), ("B1", "A0"), ("A0", "B1")], [new("T1", "Q"), new("T0", "P"), new("T1", "Q")], ["C3", "A3"]);
            Assert.Equal(
                GapAnalyzer.Reporting.Formats.WhatIfFiles.Json(Run(before, names)), GapAnalyzer.Reporting.Formats.WhatIfFiles.Json(Run(before, other)));
        }
    }

    /// <summary>The first meeting of a plan, held: as many gaps, the same gaps' share, whatever the seats.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData(4)]
    [InlineData(2)]
    public void A_meeting_closes_what_the_plan_promised(int? seats)
    {
        var met = 0;
        foreach (var seed in Enumerable.Range(1, 60))
        {
            var before = Random(seed).Run(Few);
            if (Planner.Of(before, new() { Meetings = 1, Seats = seats }, CancellationToken.None).Meetings.Meetings is not [var promised])
                continue;
            var what = Run(before, new([], [Meeting(before, new(promised.Theme, promised.Place, Period.All))], []), seats);
            Assert.Equal(promised.GapsClosed, what.ClosedOfPlan.Count());
            Assert.Equal(promised.Share, what.ShareOfPlan, 9);
            met++;
        }

        Assert.True(met > 30);
    }

    /// <summary>A whole plan with its invitees, as a scenario file lists them: the gaps and the share of all its meetings together.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData(4)]
    public void All_meetings_of_a_plan_close_what_it_promised_together(int? seats)
    {
        foreach (var seed in Enumerable.Range(1, 40))
        {
            var before = Random(seed).Run(Few);
            var plan = Planner.Of(before, new() { Meetings = 3, Seats = seats }, CancellationToken.None).Meetings;
            if (plan.Meetings.Count == 0)
                continue;
            var what = Run(before, new([], [.. plan.Meetings.Select(m => Meeting(before, new(m.Theme, m.Place, Period.All)) with { Invitees = [.. m.Invitees.Select(id => NameOf(before, id))] })], []));
            Assert.Equal(plan.GapsClosed, what.ClosedOfPlan.Count());
            Assert.Equal(plan.CumulativeShare, what.ShareOfPlan, 9);
        }
    }

    [Fact]
    public void A_meeting_above_the_participant_limit_ties_no_one_until_seats_are_given()
    {
        var small = new SmallDatasets().Sector("Gov", "A", "B").Sector("NGO", "C", "D");
        foreach (var who in new[] { "A", "B", "C", "D" })
            small.Activity($"a{who}", "T", "P", "2024", who);
        var before = small.Activity("x", "T", "Q", "2024", "A", "C").Run(Few with { MaxJointParticipants = 3 });
        var all = Run(before, new([], [new("T", "P")], []));
        Assert.True(all.Scenario.Meetings[0].IsTooLarge);
        Assert.Empty(all.Closed);
        Assert.NotEmpty(Run(before, new([], [new("T", "P")], []), seats: 3).Closed);
    }

    [Fact]
    public void Removing_the_one_who_made_an_activity_too_large_opens_no_gap_where_none_was_known()
    {
        var before = new SmallDatasets().Sector("Gov", "A", "B").Sector("NGO", "C", "D", "E").Activity("x", "T", "P", "2024", "A", "B", "C", "D").Activity("y", "T", "P", "2024", "E")
            .Run(Few with { MaxJointParticipants = 3 });
        Assert.Equal(TieKinds.None, before.TieEvidence);
        var what = Run(before, new([], [], ["D"]));
        Assert.Equal(TieKinds.Joint, what.After.TieEvidence);
        Assert.NotEqual(0, what.After.Headline.Coordination.Gaps);
        Assert.Empty(what.Opened);
    }

    [Fact]
    public void A_meeting_within_dates_counts_and_makes_no_one_meet_even_where_there_is_neither_theme_nor_place()
    {
        // In 2023 A and B meet, in 2024 B and C: a meeting of all of them must not make A and C a pair that ought to coordinate.
        var before = new SmallDatasets().Sector("Gov", "A", "B").Sector("NGO", "C")
            .Activity("a1", null, null, "2023-05-01", "A").Activity("a2", null, null, "2023-06-01", "B")
            .Activity("a3", null, null, "2024-05-01", "B").Activity("a4", null, null, "2024-06-01", "C").Tie("A", "C")
            .Run(Few with { From = new(2023, 1, 1), To = new(2024, 12, 31) });
        var what = Run(before, new([], [new("-", "")], []));
        Assert.Equal(2, what.Closed.Count);
        Assert.Equal(2, what.After.Headline.Coordination.Required);
    }

    [Theory]
    [InlineData("", "", "nothing is changed")]
    [InlineData("tie", "A0:A0", "to itself")]
    [InlineData("tie", "A0:B00", "did you mean 'B0'?")]
    [InlineData("remove", "A0,A00", "did you mean 'A0'?")]
    [InlineData("hold", "T9:P", "there is no theme 'T9'")]
    [InlineData("hold", "T0:PP", "there is no place at level 1 'PP'")]
    [InlineData("hold", ":P", "there is no theme ''")]
    [InlineData("both", "A0:B0", "the scenario removes 'A0'")]
    public void What_cannot_be_meant_is_refused(string kind, string text, string because)
    {
        var before = Random(1).Run(Few);
        var parts = text.Split(':');
        ScenarioNames names = kind switch
        {
            "tie" => new([(parts[0], parts[1])], [], []),
            "hold" => new([], [new(parts[0], parts[1])], []),
            "remove" => new([], [], text.Split(',')),
            "both" => new([(parts[0], parts[1])], [], [parts[0]]),
            _ => new([], [], []),
        };
        Assert.Contains(because, Assert.Throws<InputException>(() => Run(before, names)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_never_measured_is_not_made_up()
    {
        var before = new SmallDatasets().Sector("Gov", "A").Sector("NGO", "B").Activity("a", "T", "P", "2024", "A").Activity("b", "T", "P", "2024", "B").Run(Few);
        Assert.Contains("no evidence", Assert.Throws<InputException>(() => Run(before, new([("A", "B")], [], []))).Message, StringComparison.Ordinal);
        var joint = new SmallDatasets().Sector("Gov", "A").Sector("NGO", "B").Activity("a", "T", "P", "2024", "A", "B").Run(Few with { Ties = TieKinds.Joint });
        Assert.Contains("--ties joint", Assert.Throws<InputException>(() => Run(joint, new([("A", "B")], [], []))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "add_tie": [["A", "B"]], "hold": [{ "theme": "T", "place": "P", "invitees": ["A"] }], "remove": ["C"] }""", null)]
    [InlineData("""{ "add_ties": [] }""", "did you mean 'add_tie'?")]
    [InlineData("""{ "hold": [{ "them": "T" }] }""", "did you mean 'theme'?")]
    [InlineData("""{ "add_tie": ["A:B"] }""", "add_tie holds")]
    [InlineData("""{ "remove": "A" }""", "remove holds")]
    [InlineData("""[]""", "the file holds")]
    [InlineData("""{ "remove": ["A"] """, "s.json:1: not valid JSON")]
    [InlineData("""{ "remove": ["A"], "remove": ["B"] }""", "'remove' twice")]
    public void A_scenario_file_is_read_or_refused_with_the_reason(string json, string? because)
    {
        if (because is null)
        {
            var names = ScenarioFile.Parse("s.json", Encoding.UTF8.GetBytes(json));
            Assert.Equal(("A", "B"), names.AddTie.Single());
            Assert.Equal(["A"], names.Hold.Single().Invitees!);
            Assert.Equal(["C"], names.Remove);
        }
        else
        {
            Assert.Contains(because, Assert.Throws<InputException>(() => ScenarioFile.Parse("s.json", Encoding.UTF8.GetBytes(json))).Message, StringComparison.Ordinal);
        }
    }

    private static WhatIf Run(Analysis before, ScenarioNames names, int? seats = null) =>
        WhatIf.Of(before, ScenarioResolving.Of(names, before, seats), CancellationToken.None);

    private static MeetingNames Meeting(Analysis analysis, Arena arena) => new(
        arena.Theme is { } theme ? analysis.Dataset.Themes[theme.Index] : "", arena.Place is { } place ? analysis.Dataset.Places[place.Index].Name : "-");

    private static string NameOf(Analysis analysis, StakeholderId id) => analysis.Dataset.Stakeholders[id.Index].Name;

    private static IEnumerable<(string, string, double, int)> Named(Analysis analysis, IEnumerable<GapRow> gaps) =>
        gaps.Select(gap => (NameOf(analysis, gap.A), NameOf(analysis, gap.B), gap.Requirement, gap.SharedArenas));

    private static List<(int, int, int, double)> Required(Analysis analysis) =>
        [.. Enumerable.Range(0, analysis.Ties.N).SelectMany(i => Enumerable.Range(i + 1, analysis.Ties.N - i - 1).Select(j => (i, j, analysis.Requirement.Of(new(j), new(i)).Shared, analysis.Requirement.Of(new(i), new(j)).Weight)))];

    /// <summary>The plan of a dataset as if the stakeholder had never been written down: names stay, so that the others are the same.</summary>
    private static SmallDatasets Without(RandomDatasets.Plan plan, int gone)
    {
        int Moved(int i) => i > gone ? i - 1 : i;
        return (plan with
        {
            SectorOf = [.. plan.SectorOf.Where((_, i) => i != gone)],
            Activities = [.. plan.Activities.Select(a => a with { Who = [.. a.Who.Where(p => p.Who != gone).Select(p => (Moved(p.Who), p.Role))] })],
            Ties = [.. plan.Ties.Where(tie => tie.A != gone && tie.B != gone).Select(tie => (Moved(tie.A), Moved(tie.B), tie.Strength, tie.Since))],
        }).Build(i => string.Create(CultureInfo.InvariantCulture, $"S{(i >= gone ? i + 1 : i)}"));
    }

    /// <summary>Twelve organisations of three sectors, each at work in a few of eight venues, with a few joint activities; A0 and T0 in P are always there.</summary>
    private static SmallDatasets Random(int seed)
    {
        var random = new Random(seed);
        var small = new SmallDatasets().Sector("Gov", "A0", "A1", "A2", "A3").Sector("NGO", "B0", "B1", "B2", "B3").Sector("UN", "C0", "C1", "C2", "C3")
            .Activity("t0", "T0", "P", "2024", "A0").Activity("t1", "T1", "Q", "2024", "A1", "B1");
        string[] names = [.. "ABC".SelectMany(sector => Enumerable.Range(0, 4).Select(i => string.Create(CultureInfo.InvariantCulture, $"{sector}{i}")))];
        for (var a = 0; a < 30; a++)
        {
            small.Activity(
                string.Create(CultureInfo.InvariantCulture, $"a{a:00}"), string.Create(CultureInfo.InvariantCulture, $"T{random.Next(4)}"), random.Next(2) == 0 ? "P" : "Q",
                random.Next(3) == 0 ? "2023" : "2024", [.. names.OrderBy(_ => random.Next()).Take(random.Next(6) == 0 ? 2 : 1)]);
        }

        return small;
    }
}
