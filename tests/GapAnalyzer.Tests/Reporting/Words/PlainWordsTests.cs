using GapAnalyzer.Domain;
using GapAnalyzer.Nulls;
using GapAnalyzer.Reporting;
using GapAnalyzer.Reporting.Batches;
using GapAnalyzer.Reporting.Formats.Html;
using GapAnalyzer.Reporting.Words;
using GapAnalyzer.Tests.Reporting.Formats;

namespace GapAnalyzer.Tests.Reporting.Words;

/// <summary>What reads as a table of a program would, and is said in words instead.</summary>
public sealed class PlainWordsTests
{
    private const string Long = "Provide unconditional food and cash transfers to refugees and to displaced and local vulnerable population";

    /// <summary>
    /// Four activities of A and one of M share T in P; each is a row of a table, whose title is all that a reader knows of it. The
    /// dataset counts a hundred lines for each activity.
    /// </summary>
    [Fact]
    public void A_title_that_many_rows_repeat_is_said_once_with_its_rows_and_a_long_one_is_cut_between_words()
    {
        var data = new SmallDatasets().Sector("NGO", "A", "B").Sector("Media", "M")
            .Activity("1", "T", "P", "2024", "A").Activity("2", "T", "P", "2024", "A").Activity("3", "T", "P", "2024", "A").Activity("4", "T", "P", "2024", "A")
            .Activity("5", "T", "P", "2024", "M").Tie("A", "B").Build();
        data = data with { Activities = [.. data.Activities.Select((activity, i) => activity with { Text = new ActivityText($"row-{i:x16}", i < 4 ? Long : "Sensitization") })] };

        var markdown = Written.Text(Analysis.Run(data, new AnalysisOptions(), CancellationToken.None), "report.md", "md");

        Assert.Contains(
            "T, P, 2024: A in Provide unconditional food and cash transfers to refugees and to … (small.csv:0, 100, 200) and 1 more; M in Sensitization (small.csv:400)",
            markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_rows_of_a_file_name_it_once_and_in_order()
    {
        var data = ReportFixtures.Small.Dataset;
        Assert.Equal("small.csv:7, 12", data.Cite([new(0, 12), new(0, 7), new(0, 12)]));
        Assert.Equal("", data.Cite([]));
    }

    /// <summary>A, B and C are of no known sector, D is the only one of a known one: nothing can be said across sectors.</summary>
    [Fact]
    public void Where_fewer_than_two_sectors_are_known_no_column_or_sentence_compares_them()
    {
        var data = new SmallDatasets().Sector(Vocabulary.UnknownSector, "A", "B", "C").Sector("Donor", "D")
            .Activity("1", "T", "P", "2024", "A", "B").Activity("2", "T", "P", "2024", "C").Activity("3", "U", "Q", "2024", "C", "D:funder");
        var markdown = Written.Text(data.Run(), "report.md", "md");

        Assert.Contains("from 1 sector (3 of unknown sector) in 3 activities", markdown, StringComparison.Ordinal);
        Assert.Contains("A (sector unknown)", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("(Unknown)", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("| Pairs across sectors", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("the sectors as groups give", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sector_of_no_known_one_is_named_in_the_language_of_the_report() =>
        Assert.Equal(("sector unknown", "secteur inconnu", "Media"), (Texts.English.Sector("Unknown"), Texts.Load("fr").Sector("Unknown"), Texts.English.Sector("Media")));

    [Fact]
    public void Periods_in_which_no_one_meets_are_counted_and_not_listed()
    {
        var data = new SmallDatasets().Sector("NGO", "A", "B")
            .Activity("1", "T", "P", "2023", "A", "B").Activity("2", "T", "P", "2024", "A", "B").Activity("3", "T", "P", "1901", "A").Activity("4", "T", "P", "2031", "B");
        var markdown = Written.Text(data.Run(), "report.md", "md");

        Assert.Contains("| 2024 |", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("| 1901 |", markdown, StringComparison.Ordinal);
        Assert.Contains("In 2 more periods no two organisations meet.", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_dates_a_meeting_is_not_said_to_span_years_and_counts_like_all_years_together()
    {
        var undated = new SmallDatasets().Sector("NGO", "A", "B").Activity("1", "T", "P", null, "A", "B");
        Assert.Contains("(at any time: the files give no dates)", HeadlineText.Lines(undated.Run())[0], StringComparison.Ordinal);

        // A year is a date, if not one fine enough for a month.
        var coarse = new SmallDatasets().Sector("NGO", "A", "B").Activity("1", "T", "P", "2024", "A", "B").Run(new AnalysisOptions { Period = PeriodGrain.Month });
        Assert.Contains("(over all years)", HeadlineText.Lines(coarse)[0], StringComparison.Ordinal);

        string Basis(PeriodGrain period) => BatchFacts.Of(Report.Of(undated.Run(new AnalysisOptions { Period = period }))).Basis;
        Assert.Equal(Basis(PeriodGrain.All), Basis(PeriodGrain.Year));
    }

    /// <summary>The first screen has the numbers of the test that the verdict is from: times together where it cannot be seen who invited.</summary>
    [Fact]
    public void The_first_screen_has_the_numbers_of_the_test_that_decided()
    {
        var analysis = ReportFixtures.Small;
        var pair = analysis.SectorPairs.First(pair => pair.IsCross && pair.Rate.Gaps > 0);
        var company = CompanyTest.Undefined with { Together = 7, Expected = 21.5, Ratio = 7 / 21.5 };
        analysis = analysis with
        {
            SectorTests = analysis.SectorTests with
            {
                Mode = VerdictTieMode.Clique,
                Pairs = [.. analysis.SectorTests.Pairs.Select(test => (test.A, test.B) == (pair.A, pair.B) ? test with { Verdict = Verdict.Under, Company = company } : test)],
            },
        };

        var answer = Answers.Of(analysis, Texts.English).Single(answer => answer.Question == "Between whom?").Answers[0];
        Assert.EndsWith("organisations of the two took part in one activity together 7 times, and 21.5 would be expected.", answer, StringComparison.Ordinal);
    }
}
