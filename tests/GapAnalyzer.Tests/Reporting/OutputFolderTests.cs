using System.Text;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reporting;

namespace GapAnalyzer.Tests.Reporting;

public sealed class OutputFolderTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("gap-analyzer-tests-").FullName;

    private string Target => Path.Combine(root, "report");

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void A_report_appears_with_its_folders_and_nothing_else_stays_behind()
    {
        Write("one", "report.md", "tables/gaps.csv");
        Assert.Equal("one", File.ReadAllText(Path.Combine(Target, "tables", "gaps.csv")));
        Assert.Equal(["report"], Beside());
    }

    [Fact]
    public void The_folders_above_are_made()
    {
        var deep = Path.Combine(root, "a", "b", "report");
        using var folder = OutputFolder.Begin(deep);
        Fill(folder, "one", "report.md");
        folder.Commit();
        Assert.True(File.Exists(Path.Combine(deep, "report.md")));
    }

    [Fact]
    public void The_next_report_replaces_the_earlier_one_as_a_whole()
    {
        Write("one", "report.md", "charts/old.svg");
        Write("two", "report.md");
        Assert.Equal("two", File.ReadAllText(Path.Combine(Target, "report.md")));
        Assert.False(File.Exists(Path.Combine(Target, "charts", "old.svg")));
        Assert.Equal(["report"], Beside());
    }

    [Fact]
    public void A_run_that_is_not_committed_leaves_the_earlier_report_whole()
    {
        Write("one", "report.md");
        using (var folder = OutputFolder.Begin(Target))
        {
            Fill(folder, "two", "report.md");
            Assert.Equal("one", File.ReadAllText(Path.Combine(Target, "report.md")));
        }

        Assert.Equal("one", File.ReadAllText(Path.Combine(Target, "report.md")));
        Assert.Equal(["report"], Beside());
    }

    [Fact]
    public void Nothing_is_left_of_a_first_run_that_is_not_committed()
    {
        using (var folder = OutputFolder.Begin(Target))
            Fill(folder, "one", "report.md");
        Assert.Empty(Beside());
    }

    [Fact]
    public void A_target_that_is_a_file_is_refused()
    {
        File.WriteAllText(Target, "mine");
        Refused("is a file");
        Assert.Equal("mine", File.ReadAllText(Target));
    }

    [Fact]
    public void A_folder_that_holds_something_else_is_refused_and_not_touched()
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "thesis.txt"), "mine");
        Refused("holds no earlier report");
        Assert.Equal("mine", File.ReadAllText(Path.Combine(Target, "thesis.txt")));
        Assert.Equal(["report"], Beside());
    }

    [Fact]
    public void A_file_put_into_an_earlier_report_is_named_and_not_deleted()
    {
        Write("one", "report.md");
        File.WriteAllText(Path.Combine(Target, "notes.txt"), "mine");
        Refused("'notes.txt'");
        Assert.Equal("mine", File.ReadAllText(Path.Combine(Target, "notes.txt")));
    }

    [Fact]
    public void An_empty_folder_is_as_good_as_none()
    {
        Directory.CreateDirectory(Target);
        Write("one", "report.md");
        Assert.Equal("one", File.ReadAllText(Path.Combine(Target, "report.md")));
    }

    [Fact]
    public void A_parent_that_cannot_hold_a_folder_is_refused_before_work_starts()
    {
        File.WriteAllText(Path.Combine(root, "file"), "");
        var message = Assert.Throws<InputException>(() => OutputFolder.Begin(Path.Combine(root, "file", "report"))).Message;
        Assert.StartsWith("cannot write", message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_current_folder_and_those_above_it_are_refused()
    {
        Assert.Throws<InputException>(() => OutputFolder.Begin("."));
        Assert.Throws<InputException>(() => OutputFolder.Begin("/"));
        Assert.Throws<InputException>(() => OutputFolder.Begin(" "));
    }

    [Fact]
    public void Two_runs_into_one_folder_do_not_meet()
    {
        using var first = OutputFolder.Begin(Target);
        Refused("another run");
    }

    [Fact]
    public void Leftovers_of_a_killed_run_are_cleared()
    {
        Write("one", "report.md");
        Directory.CreateDirectory(Path.Combine(root, ".report.gap-analyzer-new", "half"));
        File.WriteAllText(Path.Combine(root, ".report.gap-analyzer-lock"), "");
        Write("two", "report.md");
        Assert.Equal("two", File.ReadAllText(Path.Combine(Target, "report.md")));
        Assert.Equal(["report"], Beside());
    }

    [Fact]
    public void A_run_killed_in_the_middle_of_the_swap_loses_nothing()
    {
        Write("one", "report.md");
        Directory.Move(Target, Path.Combine(root, ".report.gap-analyzer-old"));
        using (OutputFolder.Begin(Target))
            Assert.Equal("one", File.ReadAllText(Path.Combine(Target, "report.md")));
        Assert.Equal(["report"], Beside());
    }

    [Fact]
    public void A_link_to_a_folder_stays_a_link()
    {
        var real = Path.Combine(root, "real");
        Directory.CreateDirectory(real);
        Directory.CreateSymbolicLink(Target, real);
        Write("one", "report.md");
        Assert.Equal("one", File.ReadAllText(Path.Combine(real, "report.md")));
        Assert.NotNull(new DirectoryInfo(Target).LinkTarget);
    }

    [Fact]
    public void Two_formats_cannot_write_the_same_file()
    {
        using var folder = OutputFolder.Begin(Target);
        Fill(folder, "one", "report.md");
        Assert.Throws<InvalidOperationException>(() => Fill(folder, "two", "report.md"));
    }

    [Fact]
    public void A_stale_committed_report_is_told_by_its_first_difference()
    {
        Write("one\ntwo", "a.md", "b.md");
        Assert.Null(ReportManifest.FirstDifference(Target, Memory("one\ntwo", "a.md", "b.md")));
        Assert.Equal("b.md is no longer written", ReportManifest.FirstDifference(Target, Memory("one\ntwo", "a.md")));
        Assert.Equal("c.md is missing", ReportManifest.FirstDifference(Target, Memory("one\ntwo", "a.md", "b.md", "c.md")));
        Assert.Equal("a.md differs from line 2 on", ReportManifest.FirstDifference(Target, Memory("one\n2", "a.md", "b.md")));
    }

    private static MemorySink Memory(string text, params string[] paths)
    {
        var sink = new MemorySink();
        Fill(sink, text, paths);
        return sink;
    }

    private static void Fill(IReportSink sink, string text, params string[] paths)
    {
        foreach (var path in paths)
        {
            using var stream = sink.Create(path);
            stream.Write(Encoding.UTF8.GetBytes(text));
        }
    }

    private void Write(string text, params string[] paths)
    {
        using var folder = OutputFolder.Begin(Target);
        Fill(folder, text, paths);
        folder.Commit();
    }

    private void Refused(string reason) =>
        Assert.Contains(reason, Assert.Throws<InputException>(() => OutputFolder.Begin(Target)).Message, StringComparison.Ordinal);

    private string[] Beside() => [.. Directory.EnumerateFileSystemEntries(root).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
}
