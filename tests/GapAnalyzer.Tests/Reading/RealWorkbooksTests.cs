using GapAnalyzer.Domain;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Tests.Reading;

/// <summary>Workbooks as published on HDX; two of them are, cell by cell, tables that were published as CSV too.</summary>
public class RealWorkbooksTests
{
    private const string Folder = "data/3w-xlsx";

    [SharedTheory(Folder)]
    [InlineData("sudan_3w_2021.xlsx", "sudan_3w_2020.csv", 2773)]
    [InlineData("south_sudan_3w_q1_2022.xlsx", "south_sudan_3w_q1_2022.csv", 2782)]
    public void A_workbook_gives_the_dataset_that_its_CSV_gives(string workbook, string csv, int rows)
    {
        var (book, table) = (Read(workbook), Sources.Table(File.ReadAllBytes(Path.Combine(SharedData.Tables, csv)), csv).Read());
        Assert.Equal(rows, book.Rows.Read);
        Assert.Equal(Facts.Of(table), Facts.Of(book));
        Assert.Equal(table.Activities.Select(activity => activity.Sources), book.Activities.Select(activity => activity.Sources));
        Assert.Equal(table.Diagnostics.Counts, book.Diagnostics.Counts);
    }

    [SharedFact(Folder)]
    public void The_visible_sheet_of_Burundi_is_read_and_its_hidden_one_by_name()
    {
        var (master, raw) = (Read("burundi_3w_mar2022.xlsx"), Read("burundi_3w_mar2022.xlsx", new() { Sheet = "RAW Data", Columns = new Dictionary<string, string> { ["organisation"] = "BD ORG.ACRONYME" } }));
        Assert.Equal(("Master Data", 1527L, 86), (master.Files[0].Sheet, master.Rows.Read, master.Stakeholders.Count));
        Assert.Equal(("RAW Data", 4847L, 0L), (raw.Files[0].Sheet, raw.Rows.Read, raw.Rows.SetAside.Values.Sum()));
    }

    private static Dataset Read(string name, ReadOptions? options = null) => Sources.Table(File.ReadAllBytes(Path.Combine(SharedData.Workbooks, name)), name).Read(options);
}
