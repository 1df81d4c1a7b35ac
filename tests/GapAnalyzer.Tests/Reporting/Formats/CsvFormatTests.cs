using System.Text;
using CsvHelper;
using GapAnalyzer.Reporting.Tables;

namespace GapAnalyzer.Tests.Reporting.Formats;

public sealed class CsvFormatTests
{
    public static TheoryData<string> Analyses => ReportFixtures.Names;

    [Theory]
    [MemberData(nameof(Analyses))]
    public void Every_table_reads_back_with_its_documented_columns(string name)
    {
        var files = Written.Files(ReportFixtures.All[name], "csv");
        foreach (var table in TableCatalog.All)
        {
            var (header, rows) = Read(files[$"tables/{table.File}"]);
            Assert.Equal(table.Columns.Select(column => column.Name), header);
            Assert.Equal(table.Rows(ReportFixtures.All[name]).Count(), rows.Count);
        }
    }

    [Theory]
    [MemberData(nameof(Analyses))]
    public void No_cell_can_run_as_a_formula(string name)
    {
        var files = Written.Files(ReportFixtures.All[name], "csv", "charts");
        foreach (var path in files.Paths.Where(path => path.EndsWith(".csv", StringComparison.Ordinal)))
        {
            var cells = Read(files[path]).Rows.SelectMany(row => row).Where(cell => cell.Length > 0);
            Assert.All(cells, cell => Assert.True(!"=@+\t\r".Contains(cell[0], StringComparison.Ordinal) && (cell[0] != '-' || double.TryParse(cell, out _)), $"{path}: {cell}"));
        }
    }

    [Fact]
    public void The_hostile_names_are_in_the_tables_behind_an_apostrophe()
    {
        var (_, rows) = Read(Written.Files(ReportFixtures.Hostile, "csv")["tables/stakeholders.csv"]);
        Assert.Contains(rows, row => row[1] == "'=HYPERLINK(\"http://x\")");
        Assert.Contains(rows, row => row[1] == "<script>alert(1)</script>");
    }

    [Fact]
    public void The_dictionary_documents_every_column_of_every_table()
    {
        var dictionary = Written.Text(ReportFixtures.Small, "tables/README.md", "csv");
        foreach (var table in TableCatalog.All)
        {
            Assert.Contains($"## {table.File}\n", dictionary, StringComparison.Ordinal);
            Assert.All(table.Columns, column => Assert.Contains($"| `{column.Name}` | ", dictionary, StringComparison.Ordinal));
            Assert.All(table.Columns, column => Assert.NotEmpty(column.Description));
        }
    }

    [Fact]
    public void A_cut_of_the_gaps_is_said()
    {
        var analysis = ReportFixtures.SmallData().Run(new() { MaxTableRows = 2 });
        var files = Written.Files(analysis, "csv");
        Assert.Equal(2, Read(files["tables/gaps.csv"]).Rows.Count);
        Assert.Contains($"the first 2 of {analysis.Headline.Coordination.Gaps}", Encoding.UTF8.GetString(files["tables/README.md"]), StringComparison.Ordinal);
    }

    /// <summary>By the definition: all ties by strength, then by their ends; the first so many, in the order of the table.</summary>
    [Fact]
    public void A_cut_of_the_ties_keeps_the_strongest_and_is_said()
    {
        var small = new SmallDatasets().Sector("Gov", "A", "B").Sector("NGO", "C", "D").Tie("A", "B", 1).Tie("A", "C", 3).Tie("A", "D", 2).Tie("B", "C", 2).Tie("B", "D", 2).Tie("C", "D", 5);
        foreach (var (most, expected) in new[] { (0, ""), (1, "CD"), (2, "AC CD"), (3, "AC AD CD"), (4, "AC AD BC CD"), (5, "AC AD BC BD CD"), (6, "AB AC AD BC BD CD") })
        {
            var files = Written.Files(small.Run(new() { MaxTableRows = most }), "csv");
            var (header, rows) = Read(files["tables/ties.csv"]);
            Assert.Equal(expected, string.Join(' ', rows.Select(row => row[Array.IndexOf(header, "a_name")] + row[Array.IndexOf(header, "b_name")])));
            Assert.Equal(most < 6, Encoding.UTF8.GetString(files["tables/README.md"]).Contains($"the strongest {most} of 6", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Gaps_and_ties_are_all_there()
    {
        var analysis = ReportFixtures.Small;
        var files = Written.Files(analysis, "csv");
        Assert.Equal(analysis.Headline.Coordination.Gaps, Read(files["tables/gaps.csv"]).Rows.Count);
        var (header, ties) = Read(files["tables/ties.csv"]);
        Assert.Equal(analysis.Ties.M, ties.Count);
        Assert.Equal(analysis.Network.ExcessTies, ties.Count(row => row[Array.IndexOf(header, "excess")] == "true"));
    }

    [Fact]
    public void What_was_not_measured_is_empty_and_not_zero()
    {
        var (header, rows) = Read(Written.Files(ReportFixtures.WithoutTies, "csv")["tables/sector_pairs.csv"]);
        Assert.All(rows, row => Assert.Equal(("", "", ""), (row[Array.IndexOf(header, "satisfied")], row[Array.IndexOf(header, "rate")], row[Array.IndexOf(header, "gaps")])));
    }

    private static (string[] Header, List<string[]> Rows) Read(byte[] csv)
    {
        using var reader = CsvReader.FromText(Encoding.UTF8.GetString(csv), new CsvReaderOptions { Separator = ',' });
        List<string[]> rows = [];
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i) ?? "")]);
        return ([.. reader.Headers], rows);
    }
}
