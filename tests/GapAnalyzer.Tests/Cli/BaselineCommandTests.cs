using System.Text.Json.Nodes;

namespace GapAnalyzer.Tests.Cli;

/// <summary>
/// The tidy dataset of <see cref="CliTest.Tidy"/>: of its six pairs two are gaps, both across sectors: Northern University with Shelter
/// Trust, and Provincial Police with Social Welfare Department. Its last day is 2025-01-15.
/// </summary>
public sealed class BaselineCommandTests : CliTest
{
    private const string University = "Northern University";
    private const string Shelter = "Shelter Trust";
    private const string Police = "Provincial Police";
    private const string Welfare = "Social Welfare Department";

    private string Accepted => At("accepted.csv");

    [Fact]
    public async Task Only_gaps_that_are_not_accepted_fail_and_each_is_named_with_the_command_that_explains_it()
    {
        Write("accepted.csv", $"a,b,reason\n{Shelter},{University},they will meet in June\n");
        var result = await Check();
        Assert.Equal(1, result.Code);
        Assert.Equal(
            [
                "gate failed: baseline accepted.csv: gaps.cross_sector is 2, of which 1 accepted on 2025-01-15 (the last day in the data); it fails when a gap is not accepted: 1 is not",
                "gate failed: baseline accepted.csv: Provincial Police (Law enforcement) - Social Welfare Department (Government): gap is not accepted; shared arenas: 1; it fails when no entry accepts it",
                $"  gap-analyzer explain {At("tidy")} --pair 'Provincial Police' 'Social Welfare Department' explains it",
                $"{At("report", "report.md")} explains it",
            ],
            result.Messages);

        File.AppendAllText(Accepted, "pol,gov,by its id\n");
        var holds = await Check();
        Assert.Equal((0, "gate passed: baseline accepted.csv: gaps.cross_sector is 2, of which 2 accepted on 2025-01-15 (the last day in the data)\n"), (holds.Code, holds.Error));
    }

    [Fact]
    public async Task An_entry_that_has_expired_accepts_nothing_on_a_day_that_is_said()
    {
        Write("accepted.csv", $"a,b,reason,expires\n{Shelter},{University},x,2025-01-15\n{Police},{Welfare},x,2025-01-14\n");
        var result = await Check(quiet: false);
        Assert.Equal(1, result.Code);
        Assert.Contains("accepted.csv:3: Provincial Police - Social Welfare Department: accepted until 2025-01-14; it accepts nothing any more", result.Error, StringComparison.Ordinal);
        Assert.Contains("of which 1 accepted on 2025-01-15 (the last day in the data)", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await Check("--as-of", "2024-12-31")).Code);
        Assert.Contains("of which 0 accepted on 2026-01-01 (as of)", (await Check("--as-of", "2026-01-01")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_that_match_nothing_are_told_and_are_no_error()
    {
        Write("accepted.csv", $"a,b,reason\n{Shelter},{University},x\n{Police},{Welfare},x\n{Welfare},{Shelter},tied by A1\nProvincal Police,{University},a slip\nNobody,{Police},x\n{Police},Northern Times,x\n");
        var result = await Check(quiet: false);
        Assert.Equal(0, result.Code);
        Assert.Contains("accepted.csv:4: Social Welfare Department - Shelter Trust is closed: they are tied; 'gap-analyzer baseline prune' removes it", result.Error, StringComparison.Ordinal);
        Assert.Contains("warning: accepted.csv:5: there is no organisation 'Provincal Police' in the dataset; did you mean 'Provincial Police'?", result.Error, StringComparison.Ordinal);
        Assert.Contains("warning: accepted.csv:6: there is no organisation 'Nobody'", result.Error, StringComparison.Ordinal);
        Assert.Contains("accepted.csv:7: Provincial Police - Northern Times is closed: they do not meet", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b,reason\nx,y,\n", "accepted.csv:2: no reason")]
    [InlineData("a,b,reason\nx,,z\n", "accepted.csv:2: no b")]
    [InlineData("a,b,reason,expires\nx,y,z,tomorrow\n", "accepted.csv:2: expires is 'tomorrow'; expected a day as yyyy-MM-dd")]
    [InlineData("a,b\nx,y\n", "the column reason is missing")]
    [InlineData("a,b,reason,expire\nx,y,z,\n", "did you mean 'expires'?")]
    [InlineData("", "the file is empty")]
    public async Task A_file_that_cannot_be_meant_is_refused_before_any_work(string file, string because)
    {
        Write("accepted.csv", file);
        var result = await Check();
        Assert.Equal(2, result.Code);
        Assert.Contains(because, result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Report));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_no_baseline() => Assert.Equal(2, (await Check()).Code);

    [Fact]
    public async Task The_gate_joins_the_others_in_every_format()
    {
        Write("accepted.csv", $"a,b,reason\n{Shelter},{University},x\n");
        var github = await Check("--fail-if", "rate<0.9", "--gate-format", "github");
        Assert.Equal(3, github.Output.Split("::error title=gap-analyzer::").Length - 1);
        var json = JsonNode.Parse((await Check("--fail-if", "rate<0.1", "--gate-format", "json")).Output)!["gates"]!.AsArray();
        Assert.Equal([true, false, false], json.Select(gate => gate!["passed"]!.GetValue<bool>()));
        Assert.StartsWith("gap-analyzer explain", json[2]!["explained_by"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("failures=\"2\"", (await Check("--gate-format", "junit")).Output, StringComparison.Ordinal);
    }

    /// <summary>All gaps count, not only those that the report lists; the number of the headline is counted apart from the list.</summary>
    [Fact]
    public async Task More_gaps_than_are_listed_or_named_are_counted()
    {
        await Run("generate", At("made"), "--stakeholders", "60", "--seed", "3");
        Write("accepted.csv", "a,b,reason\n");
        var result = await Run("analyze", At("made"), "-o", Report, "--format", "json", "--top", "5", "--baseline", Accepted, "--gate-format", "json", "-q");
        var gates = JsonNode.Parse(result.Output)!["gates"]!.AsArray();
        var report = JsonNode.Parse(await File.ReadAllTextAsync(At("report", "report.json")))!;
        Assert.Equal(1 + 20, gates.Count);
        Assert.Contains(FormattableString.Invariant($"{Int(report, "headline.gaps.cross_sector")} are not, of which the first 20 are named"), gates[0]!["fails_when"]!.GetValue<string>(), StringComparison.Ordinal);

        var added = await Run("baseline", "add", At("made"), "--file", Accepted, "--all", "--reason", "at the start", "-q");
        Assert.Equal(0, added.Code);
        Assert.Equal(Int(report, "headline.gaps.cross_sector") + 1, File.ReadAllLines(Accepted).Length);
        Assert.Equal(0, (await Run("analyze", At("made"), "-o", Report, "--format", "json", "--baseline", Accepted, "-q")).Code);
    }

    [Fact]
    public async Task Without_tie_evidence_nothing_is_accepted_and_nothing_is_pruned()
    {
        Write("accepted.csv", $"a,b,reason\n{Shelter},{University},x\n");
        Tidy();
        Assert.Contains("undefined: the dataset holds no tie evidence", (await Check("--from", "2025-01-01", "--ties", "joint")).Error, StringComparison.Ordinal);
        var prune = await Run("baseline", "prune", At("tidy"), "--file", Accepted, "--from", "2025-01-01", "--ties", "joint", "-q");
        Assert.Equal(2, prune.Code);
        Assert.Contains("coordination is not measured", prune.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_makes_the_file_and_all_of_its_gaps_are_accepted_then()
    {
        var added = await Baseline("add", "--all", "--reason", " known, at the start ");
        Assert.Equal(0, added.Code);
        Assert.Equal($"added: {University} - {Shelter}\nadded: {Police} - {Welfare}\n{Accepted}: 2 added, 0 removed, 0 accepted already; entries now: 2; looked at on 2025-01-15 (the last day in the data)\n", added.Output);
        Assert.Equal($"a,b,reason,expires\n{University},{Shelter},\"known, at the start\",\n{Police},{Welfare},\"known, at the start\",\n", await File.ReadAllTextAsync(Accepted));
        Assert.Equal(0, (await Check()).Code);
        Assert.Contains("0 added, 0 removed, 2 accepted already", (await Baseline("add", "--all", "--reason", "x")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_and_prune_leave_every_other_byte_as_it_was()
    {
        // A byte order mark, Windows line ends, another delimiter and order of columns, a blank line, a quoted line break.
        var kept = $"reason;b;a\r\n\"two\r\nlines\";{Shelter};{University}\r\n\r\nlast;Nobody;Zebra\r\n";
        await File.WriteAllTextAsync(Accepted, "\ufeff" + kept.Replace("last;", $"tied;{Shelter};{Welfare}\r\nlast;", StringComparison.Ordinal));
        Assert.Contains("--expires needs a column expires", (await Baseline("add", "--pair", "pol", "gov", "--reason", "x", "--expires", "2026-01-01")).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await Baseline("add", "--pair", "pol", "gov", "--reason", "x;y")).Code);
        Assert.Equal(
            "\ufeff" + $"reason;b;a\r\n\"two\r\nlines\";{Shelter};{University}\r\n\r\n\"x;y\";{Welfare};{Police}\r\ntied;{Shelter};{Welfare}\r\nlast;Nobody;Zebra\r\n",
            new System.Text.UTF8Encoding().GetString(await File.ReadAllBytesAsync(Accepted)));
        var pruned = await Baseline("prune");
        Assert.Contains($"removed: {Welfare} - {Shelter}: they are tied\n", pruned.Output, StringComparison.Ordinal);
        Assert.Equal(
            "\ufeff" + $"reason;b;a\r\n\"two\r\nlines\";{Shelter};{University}\r\n\r\n\"x;y\";{Welfare};{Police}\r\nlast;Nobody;Zebra\r\n",
            new System.Text.UTF8Encoding().GetString(await File.ReadAllBytesAsync(Accepted)));
        var before = File.GetLastWriteTimeUtc(Accepted);
        Assert.Contains("0 removed", (await Baseline("prune")).Output, StringComparison.Ordinal);
        Assert.Equal(before, File.GetLastWriteTimeUtc(Accepted));
    }

    [Fact]
    public async Task An_expired_entry_is_pruned_when_asked_and_renewed_by_add()
    {
        Write("accepted.csv", $"a,b,reason,expires\n{University},{Shelter},old,2024-01-01\n");
        Assert.Contains("0 removed", (await Baseline("prune")).Output, StringComparison.Ordinal);
        await Baseline("add", "--pair", Shelter, University, "--reason", "new", "--expires", "2026-01-01");
        Assert.Equal($"a,b,reason,expires\n{University},{Shelter},new,2026-01-01\n", await File.ReadAllTextAsync(Accepted));
        Assert.Contains($"removed: {University} - {Shelter}: accepted until 2026-01-01", (await Baseline("prune", "--expired", "--as-of", "2026-01-02")).Output, StringComparison.Ordinal);
        Assert.Equal("a,b,reason,expires\n", await File.ReadAllTextAsync(Accepted));
    }

    [Fact]
    public async Task What_was_done_is_there_as_JSON()
    {
        var json = JsonNode.Parse((await Baseline("add", "--pair", "uni", "ngo", "--reason", "x", "--json")).Output)!;
        Assert.Equal((University, Shelter, "x", 1), (json["added"]![0]!["a"]!.GetValue<string>(), json["added"]![0]!["b"]!.GetValue<string>(), json["added"]![0]!["reason"]!.GetValue<string>(), json["entries"]!.GetValue<int>()));
        Assert.Equal("2025-01-15", json["day"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("they are tied", "add", "--pair", "gov", "ngo", "--reason", "x")]
    [InlineData("they do not meet", "add", "--pair", "gov", "med", "--reason", "x")]
    [InlineData("they are one organisation", "add", "--pair", "gov", "gov", "--reason", "x")]
    [InlineData("there is no organisation 'gvo'", "add", "--pair", "gvo", "ngo", "--reason", "x")]
    [InlineData("--reason is missing", "add", "--all")]
    [InlineData("expected either --pair A B or --all", "add", "--reason", "x")]
    [InlineData("are for add", "prune", "--all")]
    [InlineData("--expired is for prune", "add", "--all", "--reason", "x", "--expired")]
    [InlineData("expected add or prune", "remove")]
    [InlineData("no such file", "prune")]
    public async Task What_cannot_be_meant_is_refused_and_no_file_is_made(string because, params string[] words)
    {
        var result = await Baseline(words);
        Assert.Equal(2, result.Code);
        Assert.Contains(because, result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Accepted));
    }

    [Fact]
    public async Task A_batch_holds_its_datasets_to_accepted_gaps_too_and_says_the_same_when_it_is_resumed()
    {
        Tidy();
        Write("accepted.csv", $"a,b,reason\n{Shelter},{University},x\n");
        Write("list.csv", "dataset,baseline\ntidy,accepted.csv\n");
        string[] command = ["batch", At("list.csv"), "-o", At("out"), "--format", "json", "--gate-format", "json", "-q"];
        var first = await Run(command);
        Assert.Equal(1, first.Code);
        Assert.Contains("tidy: baseline accepted.csv: Provincial Police", first.Output, StringComparison.Ordinal);
        Assert.Equal(first, await Run(command));
        File.AppendAllText(Accepted, $"{Police},{Welfare},x\n");
        Assert.Equal(0, (await Run(command)).Code);
    }

    private Task<CliResult> Check(params string[] options) => Check(true, options);

    private Task<CliResult> Check(bool quiet, params string[] options) =>
        Run(["analyze", Tidy(), "-o", Report, "--format", "md", "--baseline", Accepted, .. quiet ? ["-q"] : Array.Empty<string>(), .. options]);

    private Task<CliResult> Baseline(string action, params string[] options) => Run(["baseline", action, Tidy(), "--file", Accepted, "-q", .. options]);

    private Task<CliResult> Baseline(string[] words) => Baseline(words[0], words[1..]);
}
