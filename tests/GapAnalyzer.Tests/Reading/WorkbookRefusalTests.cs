using GapAnalyzer.Reading;
using static GapAnalyzer.Tests.Reading.BookBuilder;

namespace GapAnalyzer.Tests.Reading;

/// <summary>Workbooks that cannot be read are refused in one line.</summary>
public class WorkbookRefusalTests
{
    private static BookBuilder Small() => new BookBuilder().Sheet("Data", ["Organisation", "Cluster"], ["WFP", "Food"]);

    [Fact]
    public void A_password_or_an_old_format() => Assert.Equal(
        "book.xlsx: protected with a password, or an old .xls workbook; expected .xlsx without a password; nothing was read",
        Sources.Table([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "book.xlsx").Refusal());

    [Fact]
    public void An_old_workbook_by_its_name() => Assert.EndsWith("found 'book.xls'; such a workbook has to be saved as .xlsx first", Sources.Table("x", "book.xls").Refusal(), StringComparison.Ordinal);

    [Fact]
    public void An_empty_file() => Assert.Equal("book.xlsx: the file is empty; expected an Excel workbook; nothing was read", Sources.Table("", "book.xlsx").Refusal());

    [Theory]
    [InlineData("PK")]
    [InlineData("Organisation,Cluster\nWFP,Food\n")]
    public void What_is_no_workbook(string text) =>
        Assert.Matches("^book\\.xlsx: not a readable Excel workbook \\(.+\\); open it in Excel or LibreOffice and save it as \\.xlsx; nothing was read$", Sources.Table(text, "book.xlsx").Refusal());

    [Fact]
    public void A_zip_that_is_no_workbook() => Assert.StartsWith("book.xlsx: not a readable Excel workbook", Sources.Table(Sources.ZipBytes(("a.txt", "x")), "book.xlsx").Refusal(), StringComparison.Ordinal);

    [Theory]
    [InlineData("<row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row>", "'XFE2' is no cell of a sheet")]
    [InlineData("<row r=\"2\"><c r=\"2A\"><v>1</v></c></row>", "'2A' is no cell of a sheet")]
    [InlineData("<row r=\"1048577\"><c r=\"A1\"><v>1</v></c></row>", "'1048577' is no number that fits")]
    [InlineData("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>7</v></c></row>", "text 7 is not among the 0 shared texts")]
    [InlineData("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>-1</v></c></row>", "'-1' is no number that fits")]
    [InlineData("<row r=\"2\"><c r=\"A2\"><v>1</w></c></row>", "does not match")]
    public void A_sheet_that_contradicts_itself(string row, string expected) =>
        Assert.Contains(expected, new BookBuilder().Rows("Data", Row(1, Text("A1", "Organisation"), Text("B1", "Cluster")), row).Source().Refusal(), StringComparison.Ordinal);

    [Fact]
    public void A_document_type_with_entities_is_never_expanded()
    {
        var bytes = Sources.ZipBytes(Sources.Unzip(Small().Bytes()).Select(entry => entry.Path.EndsWith("sheet1.xml", StringComparison.Ordinal)
            ? (entry.Path, "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">]>"u8.ToArray().Concat(entry.Content).ToArray()) : entry).ToArray());
        Assert.Contains("DTD is prohibited", Sources.Table(bytes, "book.xlsx").Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_without_an_understood_sheet_lists_its_sheets() => Assert.Equal(
        "book.xlsx: no sheet has a header that is understood; sheets seen: 'A', 'B'; --sheet NAME reads one of them and says what it lacks",
        new BookBuilder().Sheet("A", ["x"]).Sheet("B", ["y"]).Source().Refusal());

    [Fact]
    public void The_only_sheet_says_what_it_lacks() =>
        Assert.StartsWith("book.xlsx:1: no column for the organisation; did you mean 'Organistaion'?", new BookBuilder().Sheet("A", ["Organistaion", "Cluster"]).Source().Refusal(), StringComparison.Ordinal);

    [Fact]
    public void A_sheet_without_a_value() => Assert.Equal("book.xlsx: no filled cell in sheet 'A'; expected a header row and data; nothing was read", new BookBuilder().Rows("A", "<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>").Source().Refusal());

    [Fact]
    public void Limits_hold_for_workbooks_too()
    {
        static string Refusal(BookBuilder book, ReadLimits limits) => book.Source().Refusal(new() { Limits = limits });
        var big = new BookBuilder().Sheet("Data", ["Organisation", "Cluster"], ["WFP", new string('x', 50)], ["FAO", "Food"]);
        Assert.Equal("book.xlsx:2: a cell of more than 40 bytes (--max-cell-bytes); nothing was read", Refusal(big, new() { MaxCellBytes = 40 }));
        Assert.Equal("book.xlsx:3: more than 1 rows (--max-rows); nothing was read", Refusal(big, new() { MaxRows = 1 }));
        Assert.Equal("book.xlsx:1: 2 columns; expected at most 1 (--max-columns); nothing was read", Refusal(big, new() { MaxColumns = 1 }));
        Assert.EndsWith("bytes; expected at most 300 (--max-zip-bytes); nothing was read", Refusal(big, new() { MaxZipBytes = 300 }), StringComparison.Ordinal);
        Assert.EndsWith("more than 200 times its size (--max-zip-ratio); refused as a zip bomb", Refusal(new BookBuilder().Sheet("Data", ["Organisation"], [new string('x', 3_000_000)]), new()), StringComparison.Ordinal);
        Assert.Equal("book.xlsx:2: a cell of more than 40 bytes (--max-cell-bytes); nothing was read", Refusal(new BookBuilder().Sheet("Data", ["Organisation"], [new string('é', 21)]), new() { MaxCellBytes = 40 }));
    }
}
