using GapAnalyzer.Cli;
using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Tests.Cli;

/// <summary>Which files a folder is taken to hold.</summary>
public sealed class DataSourcesTests : CliTest
{
    [Fact]
    public void Links_inside_the_folder_are_read_under_their_own_name()
    {
        Tidy("inside");
        File.Move(At("inside", "activities.csv"), At("inside", "version2.data"));
        File.CreateSymbolicLink(At("inside", "activities.csv"), "version2.data");
        var file = Assert.Single(DataSources.Open(At("inside")).Files, file => file.Name == "activities.csv");
        Assert.Equal(new FileInfo(At("inside", "version2.data")).Length, file.Length);
    }

    [Fact]
    public void A_link_to_a_folder_is_that_folder()
    {
        Tidy("real");
        Directory.CreateSymbolicLink(At("alias"), At("real"));
        Assert.Equal(DataSources.Open(At("real")).Files.Select(file => file.Name), DataSources.Open(At("alias")).Files.Select(file => file.Name));
    }

    [Fact]
    public void A_link_through_a_folder_beside_the_dataset_leads_out_of_it_unless_links_are_followed()
    {
        Write("shelf/3w.csv", "Organisation\nWFP\n");
        Directory.CreateDirectory(At("set"));
        Directory.CreateSymbolicLink(At("set-shelf"), At("shelf"));
        File.CreateSymbolicLink(At("set", "3w.csv"), "../set-shelf/3w.csv");
        Assert.StartsWith("3w.csv: a link that leads out of the folder, to ", Assert.Throws<InputException>(() => DataSources.Open(At("set"))).Message, StringComparison.Ordinal);
        Assert.Equal("3w.csv", Assert.Single(DataSources.Open(At("set"), followLinks: true).Files).Name);
    }

    [Fact]
    public void Hidden_files_and_locks_of_a_spreadsheet_are_no_part_of_the_data()
    {
        Write("locked/3w.csv", "Organisation\nWFP\n");
        Write("locked/~$3w.xlsx", "lock");
        Write("locked/.hidden.csv", "x");
        Assert.Equal("3w.csv", Assert.Single(DataSources.Open(At("locked")).Files).Name);
    }
}
