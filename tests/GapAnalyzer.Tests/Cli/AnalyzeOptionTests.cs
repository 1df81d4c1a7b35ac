using System.Text.Json.Nodes;

namespace GapAnalyzer.Tests.Cli;

/// <summary>Every option of <c>analyze</c> changes what it says it changes; the numbers are counted by hand from <see cref="CliTest.Tidy"/>.</summary>
public sealed class AnalyzeOptionTests : CliTest
{
    [Fact]
    public async Task Without_options_the_defaults_hold()
    {
        var report = await Analyze(Tidy());
        Assert.Equal((6, 4), Pairs(report));
        Assert.Equal(
            """{"period":"year","place_level":1,"ties":"both","max_joint_participants":50,"local_ties":false,"funders_present":false,"from":null,"to":null,"as_of":null,"top":200,"max_table_rows":1000000,"material":null,"permutations":9999,"without":[],"language":"en","note":null}""",
            report["options"]!.ToJsonString());
    }

    [Fact]
    public async Task What_steps_took_is_in_the_report_only_where_asked_for()
    {
        Assert.Null((await Analyze(Tidy()))["timings"]);
        var timings = (await Analyze(Tidy(), "--timings"))["timings"]!.AsArray();
        Assert.Equal("reading", (string?)timings[0]!["step"]);
        Assert.All(timings, step => Assert.True((double)step!["wall_seconds"]! >= 0 && (long)step["peak_bytes"]! > 0));
    }

    [Theory]
    [InlineData("1MB", "this dataset needs about ")]
    [InlineData("many", "--memory is 'many'; expected a number of MB or GB, such as 500MB or 4GB")]
    public async Task A_dataset_that_needs_more_memory_than_it_may_is_refused(string memory, string said)
    {
        var result = await Run("analyze", Tidy(), "-o", Report, "--memory", memory);
        Assert.Equal(2, result.Code);
        Assert.Contains(said, result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Report));
    }

    [Theory]
    [InlineData("year", 6, 4)]
    [InlineData("quarter", 3, 3)]
    [InlineData("month", 3, 3)]
    [InlineData("all", 10, 4)]
    public async Task Period_decides_who_meets(string period, int required, int satisfied)
    {
        var report = await Analyze(Tidy(), "--period", period);
        Assert.Equal((required, satisfied), Pairs(report));
        Assert.Equal(period, (string?)report["options"]!["period"]);
    }

    [Fact]
    public async Task A_month_is_shorter_than_a_quarter()
    {
        var tidy = Tidy();
        Append(tidy, "activities.csv", "A5,Fifth,Protection,North,Alpha,2023-03-20\n");
        Append(tidy, "participations.csv", "A5,uni,lead\n");
        Assert.Equal((5, 4), Pairs(await Analyze(tidy, "--period", "quarter")));
        Assert.Equal((3, 3), Pairs(await Analyze(tidy, "--period", "month")));
    }

    [Theory]
    [InlineData("1", 6, 4)]
    [InlineData("2", 3, 3)]
    public async Task Place_level_decides_what_is_one_place(string level, int required, int satisfied) =>
        Assert.Equal((required, satisfied), Pairs(await Analyze(Tidy(), "--place-level", level)));

    [Theory]
    [InlineData("both", 4)]
    [InlineData("joint", 3)]
    [InlineData("declared", 1)]
    public async Task Ties_decide_which_evidence_counts(string ties, int satisfied) =>
        Assert.Equal((6, satisfied), Pairs(await Analyze(Tidy(), "--ties", ties)));

    [Theory]
    [InlineData("1", 1)]
    [InlineData("2", 4)]
    [InlineData("unlimited", 4)]
    public async Task Large_activities_tie_no_one(string most, int satisfied) =>
        Assert.Equal((6, satisfied), Pairs(await Analyze(Tidy(), "--max-joint-participants", most)));

    [Fact]
    public async Task Unlimited_is_more_than_the_default()
    {
        var tidy = Tidy();
        Append(tidy, "activities.csv", "A5,Conference,Prevention,South,,2025-05-05\n");
        foreach (var number in Enumerable.Range(1, 51))
        {
            Append(tidy, "stakeholders.csv", $"x{number},Guest {number},NGO\n");
            Append(tidy, "participations.csv", $"A5,x{number},participant\n");
        }

        const int PairsOfGuests = 51 * 50 / 2;
        Assert.Equal((6 + PairsOfGuests, 4), Pairs(await Analyze(tidy)));
        var unlimited = await Analyze(tidy, "--max-joint-participants", "unlimited");
        Assert.Equal((6 + PairsOfGuests, 4 + PairsOfGuests), Pairs(unlimited));
        Assert.Equal("unlimited", (string?)unlimited["options"]!["max_joint_participants"]);
    }

    [Fact]
    public async Task Funders_can_count_as_present() => Assert.Equal((10, 5), Pairs(await Analyze(Tidy(), "--funders-present")));

    [Fact]
    public async Task From_leaves_out_what_ended_before()
    {
        var report = await Analyze(Tidy(), "--from", "2024-01-01");
        Assert.Equal((1, 1), Pairs(report));
        Assert.Equal(2, Int(report, "data_quality.outside_window"));
    }

    [Fact]
    public async Task To_leaves_out_what_began_after() => Assert.Equal((6, 2), Pairs(await Analyze(Tidy(), "--to", "2023-12-31")));

    [Fact]
    public async Task A_report_on_chosen_days_says_so_in_its_first_line()
    {
        var tidy = Tidy();
        Append(tidy, "activities.csv", "A5,Undated,Protection,North,Alpha,\n");
        Append(tidy, "participations.csv", "A5,uni,lead\n");

        Assert.Equal(0, (await Run("analyze", tidy, "-o", Report, "--format", "md", "--from", "2024-01-01", "--to", "2024-12-31")).Code);

        var lines = await File.ReadAllLinesAsync(At("report", "report.md"));
        Assert.StartsWith("Only what lies between 2024-01-01 and 2024-12-31 is counted.", lines[2], StringComparison.Ordinal);
        Assert.Contains("1 activity without a date is not counted here: whether it lies in the chosen dates cannot be told.", lines);
        Assert.Contains("- 3 activities lie outside the chosen dates.", lines);
    }

    /// <summary>The places have no second level, and years no months: the report says what was done instead, and so does standard error.</summary>
    [Fact]
    public async Task What_is_asked_for_and_not_there_is_warned_of()
    {
        var wide = Write("wide.csv", "Organisation,Cluster,Region,Year\nAlpha,Health,North,2024\nBeta,Health,North,2024\n");
        var warned = await Run("analyze", wide, "-o", Report, "--format", "json", "--place-level", "2", "--period", "month");
        Assert.Contains("warning: --place-level 2: The dataset has no places at this level", warned.Error, StringComparison.Ordinal);
        Assert.Contains("warning: --period: The dataset has no dates fine enough", warned.Error, StringComparison.Ordinal);
        var silent = await Run("analyze", wide, "-o", Report, "--format", "json");
        Assert.DoesNotContain("warning: --", silent.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_that_there_are_no_words_for_is_warned_of()
    {
        var tidy = Tidy();
        Write("tidy/dataset.json", "{\"language\": \"klingon\", \"title\": \"\", \"country\": \"\"}");

        var result = await Run("analyze", tidy, "-o", Report, "--format", "json");

        Assert.Contains("dataset.json: there are no words for language 'klingon'; expected en or fr; the report is in en", result.Error, StringComparison.Ordinal);
        Assert.StartsWith("Untitled dataset\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_window_holds_its_first_and_last_day() =>
        Assert.Equal((3, 3), Pairs(await Analyze(Tidy(), "--from", "2023-02-10", "--to", "2024-03-01", "--place-level", "2")));

    [Fact]
    public async Task As_of_gives_its_year_to_months_without_one()
    {
        var wide = Write("months.csv", "Organisation,Org type,Cluster,Region,Month\nShelter Trust,NGO,Protection,North,March\nProvincial Police,Government,Protection,North,March\n");
        Assert.Equal(["all"], Periods(await Analyze(wide)));
        Assert.Equal(["2021"], Periods(await Analyze(wide, "--as-of", "2021-06-30")));
    }

    [Fact]
    public async Task Map_takes_a_column_for_a_field()
    {
        var wide = Write("wide.csv", "Organisation,Cluster,Axis,Zone\nShelter Trust,Health,Care,North\nRelief Now,Health,Courts,South\n");
        Assert.Equal(["Health"], Themes(await Analyze(wide)));
        Assert.Equal(["Care", "Courts"], Themes(await Analyze(wide, "--map", "theme=Axis")));
        var both = await Analyze(wide, "--map", "theme=Axis", "--map", "admin1_name=Zone");
        Assert.Equal(["Care", "Courts"], Themes(both));
        Assert.Equal(["North", "South"], both["places"]!.AsArray().Select(place => (string?)place!["place"]));
    }

    [Theory]
    [InlineData(",", ",")]
    [InlineData(";", ";")]
    [InlineData("|", "|")]
    [InlineData("tab", "\t")]
    public async Task Delimiter_separates_the_cells(string name, string delimiter)
    {
        var wide = Write("wide.csv", string.Join(delimiter, "Organisation", "Cluster") + "\n" + string.Join(delimiter, "Shelter Trust", "Health") + "\n");
        var report = await Analyze(wide, "--delimiter", name);
        Assert.Equal(["Health"], Themes(report));
        Assert.Equal(delimiter, (string?)report["files"]![0]!["delimiter"]);
        var other = await Run("analyze", wide, "-o", Report, "--delimiter", name == "," ? ";" : ",");
        Assert.Equal(2, other.Code);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    [InlineData("2", 2)]
    public async Task Top_limits_the_gaps_that_are_listed_but_not_those_that_are_counted(string top, int listed)
    {
        var report = await Analyze(Tidy(), "--top", top);
        Assert.Equal(listed, report["gaps"]!.AsArray().Count);
        Assert.Equal(2, Int(report, "headline.gaps.total"));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    [InlineData("9", 2)]
    public async Task The_table_of_gaps_has_at_most_so_many_rows(string most, int rows)
    {
        Assert.Equal(0, (await Run("analyze", Tidy(), "-o", Report, "--format", "csv", "--max-table-rows", most)).Code);
        Assert.Equal(1 + rows, (await File.ReadAllLinesAsync(Path.Combine(Report, "tables", "gaps.csv"))).Length);
    }

    [Theory]
    [InlineData("md", "report.md")]
    [InlineData("json", "report.json")]
    [InlineData("graphml", "network.graphml")]
    [InlineData("graphml, json ,md", "network.graphml", "report.json", "report.md")]
    public async Task Format_chooses_what_is_written(string formats, params string[] files)
    {
        Assert.Equal(0, (await Run("analyze", Tidy(), "-o", Report, "--format", formats)).Code);
        Assert.Equal([".gap-analyzer", .. files], Files(Report).Keys);
    }

    [Fact]
    public async Task By_default_every_kind_of_file_is_written()
    {
        Assert.Equal(0, (await Run("analyze", Tidy(), "-o", Report)).Code);
        var files = Files(Report).Keys;
        Assert.Contains("report.md", files);
        Assert.Contains("report.json", files);
        Assert.Contains("network.graphml", files);
        Assert.Contains(Path.Combine("tables", "gaps.csv"), files);
        Assert.Contains(files, file => file.EndsWith(".png", StringComparison.Ordinal));
        Assert.Contains(files, file => file.EndsWith(".svg", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Settings_of_the_dataset_hold_where_no_option_is_given()
    {
        var tidy = Tidy();
        Write("tidy/dataset.json", """{ "title": "Northern referral", "period": "all", "max_joint_participants": 1, "as_of": "2025-01-31" }""");
        var report = await Analyze(tidy);
        Assert.Equal((10, 1), Pairs(report));
        Assert.Equal("Northern referral", (string?)report["dataset"]!["title"]);
        Assert.Equal("2025-01-31", (string?)report["options"]!["as_of"]);
        Write("tidy/dataset.json", """{ "place_level": 2 }""");
        Assert.Equal((3, 3), Pairs(await Analyze(tidy)));
        Write("tidy/dataset.json", """{ "max_joint_participants": "unlimited" }""");
        Assert.Equal("unlimited", (string?)(await Analyze(tidy))["options"]!["max_joint_participants"]);
    }

    [Fact]
    public async Task Options_override_the_settings_of_the_dataset()
    {
        var tidy = Tidy();
        Write("tidy/dataset.json", """{ "period": "all", "place_level": 2, "max_joint_participants": 1, "as_of": "2025-01-31" }""");
        var report = await Analyze(tidy, "--period", "year", "--place-level", "1", "--max-joint-participants", "50", "--as-of", "2024-12-31");
        Assert.Equal((6, 4), Pairs(report));
        Assert.Equal("2024-12-31", (string?)report["options"]!["as_of"]);
    }

    [Fact]
    public async Task Column_maps_and_delimiter_of_the_settings_hold_and_are_overridden()
    {
        Write("wide/3w.csv", "Organisation;Cluster;Axis\nShelter Trust;Health;Care\n");
        Write("wide/dataset.json", """{ "columns": { "theme": "Axis" }, "delimiter": ";" }""");
        Assert.Equal(["Care"], Themes(await Analyze(At("wide"))));
        Assert.Equal(["Health"], Themes(await Analyze(At("wide"), "--map", "theme=Cluster")));
        Write("wide/dataset.json", """{ "delimiter": "|" }""");
        Assert.Equal(["Health"], Themes(await Analyze(At("wide"), "--delimiter", ";")));
    }

    private static IEnumerable<string?> Themes(JsonNode report) => report["themes"]!.AsArray().Select(theme => (string?)theme!["theme"]);

    private static IEnumerable<string?> Periods(JsonNode report) => report["dataset"]!["periods"]!.AsArray().Select(period => (string?)period);
}
