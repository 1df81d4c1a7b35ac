using System.Globalization;
using System.Text.Json.Nodes;
using GapAnalyzer.Reporting.Batches;

namespace GapAnalyzer.Tests.Cli;

public sealed class BatchCommandTests : CliTest
{
    private string Out => At("out");

    [Fact]
    public async Task A_folder_gives_a_report_for_each_dataset_and_one_page_over_all()
    {
        var data = Data();
        var result = await Run("batch", data, "-o", Out, "--format", "json,html");
        Assert.Equal(0, result.Code);
        Assert.Contains($"{data}: a folder of 3 datasets; left aside: 'empty', 'notes.md'", result.Error, StringComparison.Ordinal);
        Assert.Contains("3/3 ", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("Reports: 3 of 3 datasets; failed: 0\n", result.Output, StringComparison.Ordinal);

        Assert.Equal(
            [".gap-analyzer-batch", ".health.gap-analyzer-batch.json", ".referral.gap-analyzer-batch.json", ".water.gap-analyzer-batch.json", "batch.csv", "batch.json", "health", "index.html", "referral", "water"],
            Directory.EnumerateFileSystemEntries(Out).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
        var page = await File.ReadAllTextAsync(Path.Combine(Out, "index.html"));
        Assert.All((string[])["health", "referral", "water"], name => Assert.Contains($"href=\"{name}/report.html\"", page, StringComparison.Ordinal));
        Assert.Contains("none: not measured", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_of_a_batch_is_the_report_that_analyze_writes()
    {
        Assert.Equal(0, (await Run("batch", Data(), "-o", Out, "--period", "quarter")).Code);
        Assert.Equal(0, (await Run("analyze", Path.Combine(At("data"), "referral"), "-o", Report, "--period", "quarter")).Code);
        AssertSameFiles(Files(Report), Files(Path.Combine(Out, "referral")));
    }

    /// <summary>The numbers of the overview are those of the reports, read from their own files.</summary>
    [Fact]
    public async Task The_tables_say_what_the_reports_say()
    {
        var result = await Run("batch", Data(), "-o", Out, "--format", "json", "--json", "-q");
        var batch = JsonNode.Parse(result.Output)!;
        Assert.Equal(result.Output, await File.ReadAllTextAsync(Path.Combine(Out, "batch.json")));
        var rows = CsvRows(Path.Combine(Out, "batch.csv"));
        Assert.Equal(3, rows.Count);
        foreach (var (entry, row) in batch["datasets"]!.AsArray().Zip(rows))
        {
            var name = entry!["name"]!.GetValue<string>();
            var report = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Out, name, "report.json")))!;
            foreach (var part in (string[])["options", "dataset", "headline", "periods"])
                Assert.True(JsonNode.DeepEquals(report[part], entry[part]), $"{name}: {part}");
            Assert.Equal(name, row["name"]);
            Assert.Equal(Int(report, "dataset.stakeholders").ToString(CultureInfo.InvariantCulture), row["stakeholders"]);
            Assert.Equal(report["headline"]!["cross_sector_rate"]!["value"]?.ToJsonString() ?? "", row["cross_sector_rate"]);
            Assert.Equal(report["cells"]!.AsArray().Count(cell => cell!["status"]!.GetValue<string>() == "single_provider").ToString(CultureInfo.InvariantCulture), row["cells_single_provider"]);
        }

        // Tidy: six pairs meet, four are tied. The 3W tables name one organisation a row: no tie evidence.
        Assert.Equal(("6", "4", ""), (rows[1]["required"], rows[1]["satisfied"], rows[0]["satisfied"]));
        Assert.Equal(("", "none"), (rows[0]["gaps"], rows[0]["tie_evidence"]));
    }

    [Fact]
    public async Task A_dataset_that_fails_is_named_with_its_reason_and_the_others_go_on()
    {
        var data = Data();
        await File.WriteAllBytesAsync(Path.Combine(data, "broken.zip"), [0x50, 0x4b, 3, 4, 0, 0]);
        Write("data/empty.csv", "");
        var result = await Run("batch", data, "-o", Out, "--format", "json");
        Assert.Equal(2, result.Code);
        Assert.Contains("broken: failed: not a readable zip archive", result.Error, StringComparison.Ordinal);
        Assert.Contains("gap-analyzer: 2 of 5 datasets failed (broken, empty); the others are done\n", result.Error, StringComparison.Ordinal);
        var rows = CsvRows(Path.Combine(Out, "batch.csv"));
        Assert.Equal(["failed", "failed", "done", "done", "done"], rows.Select(row => row["status"]));
        Assert.DoesNotContain(Root, string.Join('\n', rows.Select(row => row["reason"])), StringComparison.Ordinal);
        Assert.Contains("broken.zip", await File.ReadAllTextAsync(Path.Combine(Out, "index.html")), StringComparison.Ordinal);

        // Mended: only the mended one is made.
        File.Delete(Path.Combine(data, "broken.zip"));
        Write("data/empty.csv", "Organisation,Cluster,Region\nUNICEF,Health,North\n");
        var again = await Run("batch", data, "-o", Out, "--format", "json");
        Assert.Equal(0, again.Code);
        Assert.Equal(3, again.Error.Split(": unchanged").Length - 1);
        Assert.Contains(" empty: done", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_was_cancelled_exits_with_130_and_the_next_one_does_the_rest_and_comes_to_the_same_bytes()
    {
        var data = Data();
        using var cancellation = new CancellationTokenSource();
        using var error = new Watching("1/3 ", cancellation.Cancel);
        var cancelled = await Run(["batch", data, "-o", Out, "--parallel", "1"], cancellation.Token, error);
        Assert.Equal(130, cancelled.Code);
        Assert.Contains("cancelled; 1 of 3 datasets are finished and stay", cancelled.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Out, "batch.json")));

        var resumed = await Run("batch", data, "-o", Out, "--parallel", "1");
        Assert.Equal((0, 1), (resumed.Code, resumed.Error.Split(": unchanged").Length - 1));
        var whole = await Run("batch", data, "-o", At("whole"), "--parallel", "4");
        Assert.Equal(resumed.Output, whole.Output);
        AssertSameFiles(Files(At("whole")), Files(Out));
    }

    [Fact]
    public async Task A_run_that_was_killed_is_taken_up_by_the_next_one()
    {
        var data = Data();
        using (var process = Start([], "batch", data, "-o", "out", "--parallel", "1"))
        {
            while (await process.StandardError.ReadLineAsync() is { } line && !line.StartsWith("1/3", StringComparison.Ordinal))
            {
            }

            process.Kill(); // SIGKILL: nothing is cleaned up
            await process.WaitForExitAsync();
            Assert.Equal(137, process.ExitCode);
        }

        var resumed = await Run("batch", data, "-o", Out);
        Assert.Equal(0, resumed.Code);
        Assert.Contains(": unchanged", resumed.Error, StringComparison.Ordinal);
        Assert.Contains(": done", resumed.Error, StringComparison.Ordinal);
        await Run("batch", data, "-o", At("whole"));
        AssertSameFiles(Files(At("whole")), Files(Out));
    }

    [Fact]
    public async Task Only_what_changed_is_made_again()
    {
        var data = Data();
        string[] command = ["batch", data, "-o", Out, "--format", "json"];
        await Run(command);
        Assert.Equal(3, await Unchanged(command));
        Append(data, "water.csv", "OXFAM,WASH,North\n");
        Assert.Equal(2, await Unchanged(command));
        Assert.Equal(0, await Unchanged([.. command, "--period", "all"]));
        Assert.Equal(0, await Unchanged([.. command, "--period", "all", "--force"]));
        Assert.Equal(0, await Unchanged([.. command, "--period", "all", "--theme", "contrast"]));
        Assert.Equal(3, await Unchanged([.. command, "--period", "all", "--theme", "contrast"]));
        // A report that someone changed, or took a file from, is not finished.
        await File.AppendAllTextAsync(Path.Combine(Out, "health", "report.json"), " ");
        File.Delete(Path.Combine(Out, "water", "report.json"));
        Assert.Equal(1, await Unchanged([.. command, "--period", "all", "--theme", "contrast"]));
    }

    [Fact]
    public async Task A_manifest_gives_each_dataset_its_label_and_options()
    {
        Data();
        var manifest = Write("lists/all.csv", """
            Dataset,Label,Period,Place level,Map,funders_present
            ../data/referral,Northern referral,quarter,2,,yes
            ../data/health.csv,,,,theme=Cluster | organisation=Organisation,
            ../data/referral,,,,,

            """);
        var result = await Run("batch", manifest, "-o", Out, "--format", "json", "--json", "--period", "all");
        Assert.True(result.Code == 0, result.Error);
        var datasets = JsonNode.Parse(result.Output)!["datasets"]!.AsArray();
        Assert.Equal(["northern-referral", "health", "referral"], datasets.Select(dataset => dataset!["name"]!.GetValue<string>()));
        Assert.Equal(["quarter", "all", "all"], datasets.Select(dataset => dataset!["options"]!["period"]!.GetValue<string>()));
        Assert.Equal([true, false, false], datasets.Select(dataset => dataset!["options"]!["funders_present"]!.GetValue<bool>()));
        Assert.Equal("Northern referral", datasets[0]!["title"]!.GetValue<string>());
        Assert.Equal([1, 2, 2], datasets.Select(dataset => dataset!["basis"]!.GetValue<int>()));
        Assert.Contains("counted in 2 different ways", await File.ReadAllTextAsync(Path.Combine(Out, "index.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dataset,perod\nx.csv,year\n", "list.csv:1: there is no column 'perod'; did you mean 'period'?")]
    [InlineData("dataset,period\nx.csv,weekly\n", "list.csv:2: --period is 'weekly'; expected year, quarter, month or all")]
    [InlineData("dataset,funders-present\nx.csv,perhaps\n", "list.csv:2: funders-present is 'perhaps'; expected true or false")]
    [InlineData("dataset,label\n,x\n", "list.csv:2: no dataset in this row")]
    [InlineData("dataset,dataset\nx.csv,x\n", "list.csv:1: the column dataset is there twice")]
    [InlineData("dataset\nx.csv,y\n", "list.csv:2: more cells than the header has columns")]
    [InlineData("dataset\n", "list.csv: a manifest without a row")]
    public async Task A_manifest_that_cannot_be_meant_is_refused_before_any_work(string manifest, string because)
    {
        var result = await Run("batch", Write("list.csv", manifest), "-o", Out);
        Assert.Equal(2, result.Code);
        Assert.Contains(because, result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public async Task Patterns_folders_and_files_can_be_mixed_and_no_dataset_is_done_twice()
    {
        var data = Data();
        var result = await Run("batch", Path.Combine(data, "*.csv"), Path.Combine(data, "referral"), Path.Combine(data, "water.csv"), "-o", Out, "--format", "json");
        Assert.Equal(0, result.Code);
        Assert.Equal(["health", "water", "referral"], CsvRows(Path.Combine(Out, "batch.csv")).Select(row => row["name"]));
        Assert.Equal(2, (await Run("batch", Path.Combine(data, "*.xlsx"), "-o", Out)).Code);
        Assert.Equal(2, (await Run("batch", At("nowhere"), "-o", Out)).Code);
    }

    [Fact]
    public async Task Hostile_names_stay_names()
    {
        var manifest = Write("list.csv", "dataset,label\ndata/health.csv,../../<script>alert(1)</script>\ndata/water.csv,=cmd()\ndata/referral,\"الاستجابة\"\n");
        Data();
        Assert.Equal(0, (await Run("batch", manifest, "-o", Out, "--format", "json")).Code);
        Assert.Equal(["script-alert-1-script", "cmd", "dataset"], CsvRows(Path.Combine(Out, "batch.csv")).Select(row => row["name"]));
        Assert.Contains("'=cmd()", await File.ReadAllTextAsync(Path.Combine(Out, "batch.csv")), StringComparison.Ordinal);
        var page = await File.ReadAllTextAsync(Path.Combine(Out, "index.html"));
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("script-src 'sha256-", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gates_hold_every_dataset_to_its_limit_and_to_its_earlier_report()
    {
        var data = Data();
        string[] command = ["batch", data, "-o", Out, "--format", "json", "-q"];
        Assert.Equal(2, (await Run([.. command, "--fail-if-worse", "rate"])).Code); // there is no earlier batch
        var first = await Run([.. command, "--fail-if", "gaps>1"]);
        Assert.Equal(1, first.Code);
        Assert.Contains("gate failed: referral: gaps>1: gaps.total is 2; it fails when > 1", first.Error, StringComparison.Ordinal);
        Assert.Contains("gate failed: health: gaps>1: gaps.total is undefined", first.Error, StringComparison.Ordinal);

        string[] compared = [.. command[..^1], "--fail-if-worse", "gaps"];
        var same = await Run(compared);
        Assert.Equal(0, same.Code);
        Assert.Contains("note: health: gaps was undefined in the earlier report, so it cannot be worse", same.Error, StringComparison.Ordinal);
        File.Delete(Path.Combine(data, "referral", "ties.csv"));
        var worse = await Run(compared);
        Assert.Equal(1, worse.Code);
        Assert.Contains("gate failed: referral: gaps worse than in the earlier report: gaps.total is 3; it fails when > 2, as it was", worse.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_was_stopped_before_its_gates_still_compares_with_the_batch_before_it()
    {
        var data = Data();
        string[] command = ["batch", data, "-o", Out, "--format", "json", "--parallel", "1"];
        await Run(command);
        File.Delete(Path.Combine(data, "referral", "ties.csv"));
        using var cancellation = new CancellationTokenSource();
        using var error = new Watching("3/3 ", cancellation.Cancel);
        Assert.Equal(130, (await Run([.. command, "--fail-if-worse", "gaps"], cancellation.Token, error)).Code);
        var resumed = await Run([.. command, "--fail-if-worse", "gaps"]);
        Assert.Contains("referral: gaps worse", resumed.Error, StringComparison.Ordinal);
        Assert.Equal(1, resumed.Code);
    }

    [Fact]
    public async Task A_folder_that_holds_other_things_is_left_alone()
    {
        Data();
        Write("mine/index.html", "mine");
        var result = await Run("batch", At("data"), "-o", At("mine"));
        Assert.Equal(2, result.Code);
        Assert.Contains("is not empty and holds no earlier batch", result.Error, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(At("mine", "index.html")));
        Write("file", "");
        Assert.Equal(2, (await Run("batch", At("data"), "-o", At("file"))).Code);
    }

    [Fact]
    public async Task The_overview_speaks_French()
    {
        var result = await Run("batch", Data(), "-o", Out, "--format", "json", "--language", "fr", "-q");
        Assert.EndsWith("Rapports\u00a0: 3 sur 3 jeux de données\u00a0; échecs\u00a0: 0\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"fr\"", await File.ReadAllTextAsync(Path.Combine(Out, "index.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_column_of_the_table_is_documented()
    {
        var page = await File.ReadAllTextAsync(Committed.PathOf("docs", "batch.md"));
        Assert.All(BatchTable.Columns, column => Assert.Contains($"| `{column.Name}` | {column.Description} |\n", page, StringComparison.Ordinal));
    }

    /// <summary>A tidy folder and two 3W tables, with things beside them that are no datasets.</summary>
    private string Data()
    {
        Tidy("data/referral");
        Write("data/health.csv", "Organisation,Organisation type,Cluster,Region\nWHO,UN,Health,North\nRed Cross,NGO,Health,North\n");
        Write("data/water.csv", "Organisation,Organisation type,Cluster,Region\nUNICEF,UN,WASH,South\nOxfam,NGO,WASH,North\n");
        Write("data/notes.md", "# Notes\n");
        Write("data/.hidden.csv", "x\n");
        Directory.CreateDirectory(At("data", "empty"));
        return At("data");
    }

    private static async Task<int> Unchanged(string[] command) => (await Run(command)).Error.Split(": unchanged").Length - 1;

    /// <summary>Rows of a table without line breaks in its cells.</summary>
    private static List<Dictionary<string, string>> CsvRows(string file)
    {
        var table = GapAnalyzer.Reading.SmallTable.Read(
            new(Path.GetFileName(file), new FileInfo(file).Length, () => File.OpenRead(file)), [.. BatchTable.Columns.Select(column => column.Name.Replace('_', '-'))], []);
        return [.. table.Rows.Select(row => row.Cells.ToDictionary(cell => cell.Key.Replace('-', '_'), cell => cell.Value))];
    }

    /// <summary>Does something when a line begins in a certain way.</summary>
    private sealed class Watching(string start, Action action) : StringWriter
    {
        public override void Write(string? value) => See(value, () => base.Write(value));

        public override void WriteLine(string? value) => See(value, () => base.WriteLine(value));

        private void See(string? value, Action write)
        {
            write();
            if (value?.StartsWith(start, StringComparison.Ordinal) == true)
                action();
        }
    }
}
