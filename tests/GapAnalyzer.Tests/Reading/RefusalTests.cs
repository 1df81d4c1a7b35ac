using System.Globalization;
using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Tests.Reading;

/// <summary>What cannot be read is refused in one line: file, found, expected, done.</summary>
public class RefusalTests
{
    private const int Megabyte = 1 << 20;

    [Fact]
    public void An_empty_file() => Assert.Equal("table.csv: the file is empty; expected a header row and data; nothing was read", Sources.Table("").Refusal());

    [Theory]
    [InlineData("\n\n\n")]
    [InlineData(",,,\n")]
    [InlineData("\uFEFF")]
    public void A_file_without_a_filled_cell(string text) => Assert.Equal("table.csv: no filled cell in the first 60 rows; expected a header row and data; nothing was read", Sources.Table(text).Refusal());

    [Fact]
    public void A_wide_table_with_only_its_header_has_no_rows_and_is_no_error()
    {
        var data = Sources.Table("Organisation,Cluster,Admin1\n").Read();
        Assert.Empty(data.Activities);
        Assert.Equal(0, data.Rows.Read);
    }

    [Fact]
    public void A_workbook_under_the_name_of_a_table() => Assert.Contains("this is not a text file; expected CSV (a workbook has to be called .xlsx)", Sources.Table([0x50, 0x4B, 3, 4, 0, 0]).Refusal(), StringComparison.Ordinal);

    [Fact]
    public void A_table_without_an_organisation_column_lists_its_headers_and_the_nearest() => Assert.Equal(
        "table.csv:1: no column for the organisation; did you mean 'Organistaion'?; --map organisation=HEADER says which column it is; columns seen: 'Organistaion', 'Cluster', 'Admin1'",
        Sources.Table("Organistaion,Cluster,Admin1\nA,B,C\n").Refusal());

    [Fact]
    public void A_map_to_a_header_that_does_not_exist() => Assert.Equal(
        "table.csv: no column is called 'Clutser' (asked for as theme); did you mean 'Cluster'?; columns seen: 'Organisation', 'Cluster'",
        Sources.Table("Organisation,Cluster\nA,B\n").Refusal(new() { Columns = new Dictionary<string, string> { ["theme"] = "Clutser" } }));

    [Fact]
    public void A_map_of_an_unknown_field() => Assert.StartsWith(
        "column map: 'tehme' is no field; did you mean 'theme'?; expected one of activity_id, title, lead,",
        Sources.Table("Organisation,Cluster\nA,B\n").Refusal(new() { Columns = new Dictionary<string, string> { ["tehme"] = "Cluster" } }), StringComparison.Ordinal);

    [Theory]
    [InlineData("Organisation,Cluster,Remarks\nA,WASH,x\nB,WASH,{0}\n", 3)]
    [InlineData("Organisation,Cluster,Remarks\n{0},WASH,x\n", 2)]
    public void A_cell_over_one_megabyte_also_in_a_column_that_is_not_read(string text, int line) => Assert.Equal(
        $"table.csv:{line}: a cell of {Megabyte + 1} bytes; expected at most {Megabyte} (--max-cell-bytes); nothing was read",
        Sources.Table(string.Format(CultureInfo.InvariantCulture, text, new string('x', Megabyte + 1))).Refusal());

    [Fact]
    public void A_cell_of_one_megabyte_is_read() => Assert.Single(Sources.Table($"Organisation,Cluster,Remarks\nA,WASH,{new string('x', Megabyte)}\n").Read().Activities);

    [Fact]
    public void A_very_long_record() => Assert.Equal(
        "table.csv: a record of more than 16 MB; expected delimited text, one record per line; nothing was read",
        Sources.Table("Organisation,Cluster\n" + string.Concat(Enumerable.Repeat(new string('x', 1000) + ",", 17 * 1100)) + "\n").Refusal());

    [Fact]
    public void Too_many_columns_or_rows()
    {
        Assert.Equal("table.csv:2: 16385 columns; expected at most 16384 (--max-columns); nothing was read", Sources.Table("Organisation,Cluster\n" + new string(',', 16_384) + "\n").Refusal());
        Assert.Equal("table.csv:4: more than 2 rows (--max-rows); nothing was read", Sources.Table("Organisation\nA\nB\nC\n").Refusal(new() { Limits = new() { MaxRows = 2 } }));
        Assert.Equal(2, Sources.Table("Organisation\nA\nB\n").Read(new() { Limits = new() { MaxRows = 2 } }).Rows.Read);
    }

    [Fact]
    public void A_quote_that_is_never_closed_costs_its_row_and_not_the_rest_of_the_file()
    {
        var data = Sources.Table("Organisation,Cluster\nA,\"WASH\nB,Health\nC,Food\n").Read();
        Assert.Equal(["B", "C"], data.Stakeholders.Select(s => s.Name));
        Assert.Equal(["table.csv:2: GAP1002 a quoted cell that is not closed in its line; expected a closing quote; the row was set aside"], data.Said(DiagnosticCatalog.UnbalancedQuotes));
        Assert.Equal(1, data.Rows.SetAside["broken quotes"]);
        Assert.Equal((3, 2), (data.Rows.Read, data.Rows.Used));
    }

    [Fact]
    public void A_quote_that_is_never_closed_after_a_stray_one_in_the_same_row_is_seen_too()
    {
        var data = Sources.Table("Organisation,Cluster,Remarks\nA,WASH,x\nB,12\" pipe,\"open\nC,Food,y\nD,Food,z\n").Read();
        Assert.Equal(["A", "C", "D"], data.Stakeholders.Select(s => s.Name));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(60_000)] // the open cell runs over 1 MB
    [InlineData(400_000)] // the open record runs over 16 MB
    public void A_quote_that_is_never_closed_in_a_large_file_is_no_large_cell_and_no_long_record(int count)
    {
        var rows = string.Concat(Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"Organisation {i % 50},WASH,remark number {i} of many more\n")));
        var data = Sources.Table("Organisation,Cluster,Remarks\nX,WASH,\"open\n" + rows).Read();
        Assert.Equal(50, data.Stakeholders.Count);
        Assert.Equal((count + 1, count), (data.Rows.Read, data.Rows.Used));
    }

    [Fact]
    public void A_stray_quote_is_text_and_told()
    {
        var data = Sources.Table("Organisation,Cluster\nThe \"A\" Team,WASH\n").Read();
        Assert.Equal("The \"A\" Team", Assert.Single(data.Stakeholders).Name);
        Assert.Single(data.Said(DiagnosticCatalog.StrayQuote));
    }

    [Fact]
    public void Line_breaks_in_quotes_are_part_of_a_cell_and_lines_are_counted_as_an_editor_counts_them()
    {
        var data = Sources.Table("Organisation,Cluster,Remarks\nA,WASH,\"one\r\ntwo\nthree\"\nB,WASH,\n").Read();
        Assert.Equal([2, 5], data.Activities.Select(activity => activity.Sources[0].Line).Order());
    }
}
