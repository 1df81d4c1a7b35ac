using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Tests.Reading;

public class DataSourceTests
{
    private const string Wide = "organisation,theme\nA,WASH\n";

    private static string Refusal(params (string Path, string Text)[] entries) => Assert.Throws<InputException>(() => Sources.Zip(entries)).Message;

    [Fact]
    public void A_zip_of_one_table_is_that_table()
    {
        var source = Sources.Zip(("3w.csv", Wide));
        Assert.False(source.IsFolder);
        Assert.Equal("3w", source.Read().Title);
    }

    [Theory]
    [InlineData("data/")]
    [InlineData("data\\")]
    [InlineData("")]
    [InlineData("deep/data/")]
    public void A_zip_of_a_folder_is_that_folder(string folder)
    {
        var source = Sources.Zip((folder + "stakeholders.csv", "name\nA\n"), (folder + "activities.csv", "activity_id\n"), (folder + "participations.csv", "activity_id,stakeholder\n"));
        Assert.Equal(["activities.csv", "participations.csv", "stakeholders.csv"], source.Files.Select(file => file.Name));
        Assert.Equal(["A"], source.Read().Stakeholders.Select(s => s.Name));
    }

    [Fact]
    public void What_archivers_add_is_no_part_of_the_data() =>
        Assert.Equal(["3w.csv"], Sources.Zip(("3w.csv", Wide), ("__MACOSX/._3w.csv", "x"), (".DS_Store", "x"), ("folder/.hidden.csv", "x")).Files.Select(file => file.Name));

    [Fact]
    public void Two_folders_with_tables_are_refused_by_name() =>
        Assert.Equal("data.zip: tables in 2 folders, 'a', 'b'; expected one dataset in one folder; nothing was read", Refusal(("a/3w.csv", Wide), ("b/3w.csv", Wide)));

    [Theory]
    [InlineData("../3w.csv")]
    [InlineData("a/../../3w.csv")]
    [InlineData("a\\..\\..\\3w.csv")]
    [InlineData("/etc/3w.csv")]
    [InlineData("C:\\3w.csv")]
    public void A_path_that_leads_out_of_the_archive_is_refused(string path) =>
        Assert.EndsWith("leads out of the archive; expected plain file names; nothing was read", Refusal((path, Wide)), StringComparison.Ordinal);

    [Fact]
    public void A_zip_bomb_is_refused_before_it_is_unpacked() =>
        Assert.Matches(@"^data\.zip: unpacks to 20000000 bytes, more than 200 times its size \(--max-zip-ratio\); refused as a zip bomb$", Refusal(("3w.csv", new string('a', 20_000_000))));

    [Fact]
    public void An_entry_that_unpacks_to_too_much_is_refused_by_name()
    {
        var bytes = Sources.ZipBytes(("3w.csv", Wide));
        Assert.Equal("x.zip: '3w.csv' unpacks to 26 bytes; expected at most 25 (--max-zip-bytes); nothing was read",
            Assert.Throws<InputException>(() => DataSource.FromZip("x.zip", bytes.Length, () => new MemoryStream(bytes), new() { MaxZipBytes = 25 })).Message);
    }

    [Fact]
    public void A_small_archive_of_equal_lines_is_no_bomb() => Assert.Single(Sources.Zip(("3w.csv", string.Concat(Enumerable.Repeat("a,b\n", 50_000)))).Files);

    [Fact]
    public void What_is_no_zip_is_refused() =>
        Assert.StartsWith("x.zip: not a readable zip archive", Assert.Throws<InputException>(() => DataSource.FromZip("x.zip", 3, () => new MemoryStream([1, 2, 3]))).Message, StringComparison.Ordinal);

    [Fact]
    public void An_entry_that_cannot_be_unpacked_is_an_input_error()
    {
        var bytes = Sources.ZipBytes(("3w.csv", string.Concat(Enumerable.Range(0, 3000).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)))));
        Array.Fill(bytes, (byte)0xFF, 40, 200);
        var source = DataSource.FromZip("x.zip", bytes.Length, () => new MemoryStream(bytes));
        Assert.StartsWith("x.zip: an entry is damaged and cannot be unpacked", source.Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_folder_says_what_it_expected() =>
        Assert.Equal("folder: the folder holds no file; expected stakeholders.csv, activities.csv and participations.csv, or a 3W table as .csv or .xlsx", Sources.Folder().Refusal());

    [Fact]
    public void An_open_document_has_to_be_saved_as_a_workbook_first() => Assert.Contains("such a workbook has to be saved as .xlsx first", Sources.Folder(("3w.ods", "PK")).Refusal(), StringComparison.Ordinal);

    [Fact]
    public void A_note_beside_a_wide_table_is_not_read() =>
        Assert.Equal(["3w.csv"], Sources.Folder(("3w.csv", Wide), ("readme.txt", "How this table was made\n")).Read().Files.Select(file => file.Name));

    [Fact]
    public void Two_files_of_one_tidy_table_are_refused() =>
        Assert.Equal("folder: activities.csv and activities.tsv are both the table activities; expected one of them; nothing was read",
            Sources.Folder(("activities.csv", "activity_id\n"), ("activities.tsv", "activity_id\n")).Refusal());
}
