using System.IO.Compression;

namespace GapAnalyzer.Tests.Cli;

/// <summary>What cannot be analysed gets one clear line and exit code 2, and leaves nothing behind.</summary>
public sealed class BadInputTests : CliTest
{
    [Fact]
    public Task A_missing_file() => Refused(At("nowhere.csv"), "no such file or folder");

    [Fact]
    public Task An_empty_name() => Refused("", "empty name");

    [Fact]
    public Task An_empty_file() => Refused(Write("empty.csv", ""), "empty.csv: the file is empty");

    [Fact]
    public Task A_binary_file() => Refused(Write("binary.csv", "Organisation,Sector\0\u0001\u0002"), "not a text file");

    [Fact]
    public Task A_table_without_a_column_that_can_be_used() => Refused(Write("odd.csv", "a,b,c\n1,2,3\n"), "no column for the organisation");

    [Fact]
    public Task A_table_that_is_only_a_header() => Refused(Write("header.csv", "Organisation,Cluster,Region,Start date\n"), "no organisation in it");

    [Fact]
    public Task Tidy_tables_that_are_only_headers()
    {
        Write("bare/stakeholders.csv", "stakeholder_id,name,sector\n");
        Write("bare/activities.csv", "activity_id,theme\n");
        Write("bare/participations.csv", "activity_id,stakeholder_id\n");
        return Refused(At("bare"), "no organisation in it");
    }

    [Fact]
    public Task A_table_whose_rows_name_no_organisation() => Refused(Write("nobody.csv", "Organisation,Cluster,Region\n,Health,North\n"), "GAP2102");

    [Fact]
    public Task A_tidy_folder_without_a_required_table()
    {
        File.Delete(Path.Combine(Tidy("part"), "activities.csv"));
        return Refused(At("part"), "activities.csv missing");
    }

    [Fact]
    public Task A_folder_without_files() => Refused(Directory.CreateDirectory(At("hollow")).FullName, "holds no file");

    [Fact]
    public Task A_folder_without_tables()
    {
        Write("papers/minutes.pdf", "x");
        return Refused(At("papers"), "no table in it");
    }

    [Fact]
    public Task A_broken_workbook() => Refused(Write("who.xlsx", "PK"), "not a readable Excel workbook");

    [Fact]
    public Task A_file_that_is_no_archive() => Refused(Write("bad.zip", "not a zip"), "not a readable zip archive");

    [Fact]
    public async Task An_archive_that_is_cut_short()
    {
        await ZipFile.CreateFromDirectoryAsync(Tidy("whole"), At("whole.zip"));
        var bytes = await File.ReadAllBytesAsync(At("whole.zip"));
        await File.WriteAllBytesAsync(At("cut.zip"), bytes[..(bytes.Length / 2)]);
        await Refused(At("cut.zip"), "not a readable zip archive");
    }

    [Fact]
    public async Task An_archive_with_a_damaged_table()
    {
        await ZipFile.CreateFromDirectoryAsync(Tidy("sound"), At("damaged.zip"));
        var bytes = await File.ReadAllBytesAsync(At("damaged.zip"));
        for (var i = 40; i < 120; i++)
            bytes[i] ^= 0x55;
        await File.WriteAllBytesAsync(At("damaged.zip"), bytes);
        await Refused(At("damaged.zip"), "is damaged and cannot be unpacked");
    }

    [Fact]
    public Task An_archive_that_leads_out_of_itself()
    {
        using (var archive = ZipFile.Open(At("escape.zip"), ZipArchiveMode.Create))
            archive.CreateEntry("../stakeholders.csv");
        return Refused(At("escape.zip"), "leads out of the archive");
    }

    [Fact]
    public Task A_dataset_that_cannot_be_opened()
    {
        Tidy("broken");
        File.Delete(At("broken", "activities.csv"));
        File.CreateSymbolicLink(At("broken", "activities.csv"), At("nowhere.csv"));
        return Refused(At("broken"), "activities.csv");
    }

    [Fact]
    public Task A_link_that_leads_out_of_the_folder()
    {
        Tidy("elsewhere");
        Tidy("sick");
        File.Delete(At("sick", "activities.csv"));
        File.CreateSymbolicLink(At("sick", "activities.csv"), At("elsewhere", "activities.csv"));
        return Refused(At("sick"), "activities.csv: a link that leads out of the folder");
    }

    [Fact]
    public Task A_link_that_leads_nowhere()
    {
        Tidy("broken");
        File.CreateSymbolicLink(At("broken", "notes.txt"), "nowhere.txt");
        return Refused(At("broken"), "notes.txt: a link that leads nowhere");
    }

    [Fact]
    public Task Links_in_a_circle()
    {
        Tidy("circle");
        File.CreateSymbolicLink(At("circle", "a.csv"), "b.csv");
        File.CreateSymbolicLink(At("circle", "b.csv"), "a.csv");
        return Refused(At("circle"), "the links lead in a circle");
    }

    [Fact]
    public Task Settings_that_are_no_json()
    {
        Tidy("settings");
        Write("settings/dataset.json", "{ period: ");
        return Refused(At("settings"), "dataset.json");
    }

    [Fact]
    public Task A_setting_with_a_value_that_it_cannot_have()
    {
        Tidy("settings");
        Write("settings/dataset.json", """{ "period": "week" }""");
        return Refused(At("settings"), "year, quarter, month or all");
    }

    [Fact]
    public Task A_column_map_to_a_header_that_is_not_there() =>
        Refused(Write("who.csv", "Organisation,Cluster\nRed Cross,Health\n"), "no column is called 'Pillar'", "--map", "theme=Pillar");

    [Fact]
    public Task A_column_map_for_tidy_tables() => Refused(Tidy(), "--map names columns of a 3W table", "--map", "theme=Cluster");

    [Fact]
    public async Task A_report_folder_that_is_a_file()
    {
        Write("taken", "mine");
        await RefusedTarget(At("taken"), "is a file");
        Assert.Equal("mine", await File.ReadAllTextAsync(At("taken")));
    }

    [Theory]
    [InlineData("taken/report")]
    [InlineData("taken/deep/report")]
    public Task A_report_folder_below_a_file(string path)
    {
        Write("taken", "mine");
        return RefusedTarget(At(path), "taken is a file, not a folder");
    }

    [Fact]
    public Task A_report_folder_where_nothing_can_be_written() => RefusedTarget("/proc/report", "no file can be created in /proc");

    [Fact]
    public async Task A_report_folder_with_files_of_someone_else()
    {
        Write("thesis/chapter.txt", "mine");
        await RefusedTarget(At("thesis"), "holds no earlier report");
        Assert.Equal("mine", await File.ReadAllTextAsync(At("thesis", "chapter.txt")));
    }

    [Fact]
    public Task A_report_folder_that_is_the_dataset() => RefusedTarget(Tidy(), "holds no earlier report");

    [Fact]
    public Task A_report_folder_without_a_name() => RefusedTarget("", "empty name");

    private Task Refused(string dataset, string because, params string[] options) => Refused(["analyze", dataset, "-o", At("made", "for", "report"), .. options], because);

    private Task RefusedTarget(string target, string because) => Refused(["analyze", Tidy(), "-o", target], because);

    private async Task Refused(string[] args, string because)
    {
        var before = Entries();
        var result = await Run(args);
        Assert.Equal(2, result.Code);
        var line = Assert.Single(result.Messages);
        Assert.StartsWith("gap-analyzer: ", line, StringComparison.Ordinal);
        Assert.Contains(because, line, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.Equal(before, Entries());
    }
}
