using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reading;
using static GapAnalyzer.Tests.Reading.BookBuilder;

namespace GapAnalyzer.Tests.Reading;

/// <summary>Excel workbooks: which sheet is read, and what its cells say.</summary>
public class WorkbookTests
{
    private static readonly string?[] Header = ["Organisation", "Cluster", "Admin1", "Start date"];

    private static readonly string?[] Header4 = ["Organisation", "Cluster", "Admin1", "Title"];

    [Fact]
    public void A_sheet_says_what_the_same_CSV_says()
    {
        var book = new BookBuilder().Sheet("Data", Header, ["WFP", "Food", "North", "2021-03-01"], ["UNICEF", "WASH", "South", "2021-04-02"], ["UNICEF", "WASH", "South", "2021-04-02"]).Source().Read();
        var csv = Sources.Table("Organisation,Cluster,Admin1,Start date\nWFP,Food,North,2021-03-01\nUNICEF,WASH,South,2021-04-02\nUNICEF,WASH,South,2021-04-02\n").Read();
        Assert.Equal(Facts.Of(csv), Facts.Of(book));
        Assert.Equal(csv.Activities.SelectMany(a => a.Sources), book.Activities.SelectMany(a => a.Sources));
        var file = Assert.Single(book.Files);
        Assert.Equal(("wide 3W table, sheet 'Data'", "Excel workbook", null, "Data"), (file.Shape, file.Encoding, file.Delimiter, file.Sheet));
    }

    [Fact]
    public void A_title_above_a_header_and_its_tags_in_a_workbook_are_found_as_in_a_CSV()
    {
        var data = new BookBuilder().Sheet("Data", ["Who does what"], [], ["Organisation", "Secteur", "Region"], ["#org", "#sector", "#adm1+name"], ["WFP", "Food", "North"]).Source().Read();
        Assert.Equal(("wide 3W table with HXL tags, sheet 'Data'", 3), (data.Files[0].Shape, data.Files[0].HeaderLine));
        Assert.Equal(5, Assert.Single(data.Activities).Sources[0].Line);
    }

    [Fact]
    public void A_source_is_cited_by_the_row_of_the_sheet_and_rows_without_a_value_are_no_rows()
    {
        var data = new BookBuilder().Rows("Data", Row(4, Text("A4", "Organisation"), Text("B4", "Cluster")), Row(9, Text("A9", "WFP"), Text("B9", "Food")), Row(10, "<c r=\"A10\" s=\"1\"/>"), "<row r=\"11\"/>").Source().Read();
        Assert.Equal("book.xlsx:9", data.Cite(Assert.Single(data.Activities).Sources[0]));
        Assert.Equal(1, data.Rows.Read);
    }

    [Fact]
    public void Rows_and_cells_without_a_reference_follow_each_other()
    {
        var data = new BookBuilder().Rows("Data", "<row><c t=\"inlineStr\"><is><t>Organisation</t></is></c><c t=\"inlineStr\"><is><t>Cluster</t></is></c></row>", "<row><c t=\"inlineStr\"><is><t>WFP</t></is></c><c t=\"inlineStr\"><is><t>Food</t></is></c></row>").Source().Read();
        Assert.Equal(("Food", 2), (Assert.Single(data.Themes), Assert.Single(data.Activities).Sources[0].Line));
    }

    [Theory]
    [InlineData("14", "44197", "2021-01-01..2021-01-01 Day")]
    [InlineData("dd\\/mm\\/yyyy", "44197", "2021-01-01..2021-01-01 Day")]
    [InlineData("[$-409]d\\-mmm\\-yy;@", "44255.75", "2021-02-28..2021-02-28 Day")]
    [InlineData("17", "44228", "2021-02-01..2021-02-28 Month")]
    [InlineData("mmmm\\ yyyy", "44229", "2021-02-02..2021-02-02 Day")]
    [InlineData("yyyy", "44197", "2021-01-01..2021-12-31 Year")]
    [InlineData("0", "2021", "2021-01-01..2021-12-31 Year")]
    [InlineData("#,##0.00\\ \"days\"", "2021", "2021-01-01..2021-12-31 Year")]
    [InlineData("14", "0", "-")]
    [InlineData("14", "366", "-")]
    [InlineData("14", "367", "1901-01-01..1901-01-01 Day")]
    [InlineData("14", "-3", "-")]
    [InlineData("14", "1E+300", "-")]
    public void A_number_is_a_date_where_its_format_says_so(string format, string value, string expected)
    {
        var book = new BookBuilder();
        var style = book.Style(format);
        var data = book.Rows("Data", Row(1, Text("A1", "Organisation"), Text("B1", "Start date")), Row(2, Text("A2", "WFP"), Number("B2", value, style))).Source().Read();
        Assert.EndsWith($" {expected}: WFP Implementing", Facts.Of(data).Single(fact => fact.StartsWith("activity", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Days_are_counted_from_1904_where_the_workbook_says_so()
    {
        var book = new BookBuilder().Uses1904();
        var style = book.Style("14");
        var data = book.Rows("Data", Row(1, Text("A1", "Organisation"), Text("B1", "Start date")), Row(2, Text("A2", "WFP"), Number("B2", "42735", style))).Source().Read();
        Assert.Equal(new DateOnly(2021, 1, 1), Assert.Single(data.Activities).Dates!.Value.First);
    }

    [Theory]
    [InlineData("<c r=\"B2\"><v>0.30000000000000004</v></c>", "0.3")]
    [InlineData("<c r=\"B2\"><v>1234567890123</v></c>", "1234567890123")]
    [InlineData("<c r=\"B2\"><v>1.5E3</v></c>", "1500")]
    [InlineData("<c r=\"B2\"><v>-2.50</v></c>", "-2.5")]
    [InlineData("<c r=\"B2\" t=\"b\"><v>1</v></c>", "TRUE")]
    [InlineData("<c r=\"B2\" t=\"str\"><f>A2&amp;\"x\"</f><v>computed</v></c>", "computed")]
    [InlineData("<c r=\"B2\"><f>1+1</f><v>2</v></c>", "2")]
    [InlineData("<c r=\"B2\" t=\"inlineStr\"><is><r><t>two </t></r><r><rPr><b/></rPr><t>pieces</t></r><rPh sb=\"0\" eb=\"1\"><t>aid</t></rPh><r><t xml:space=\"preserve\"> joined</t></r></is></c>", "two pieces joined")]
    [InlineData("<c r=\"B2\" t=\"d\"><v>2021-03-01T00:00:00</v></c>", "2021-03-01")]
    public void A_cell_is_read_as_its_value(string cell, string expected)
    {
        var data = new BookBuilder().Rows("Data", Row(1, Text("A1", "Organisation"), Text("B1", "Activity title")), Row(2, Text("A2", "WFP"), cell)).Source().Map(("title", "Activity title"));
        Assert.Equal(expected, Assert.Single(data.Activities).Title);
    }

    [Fact]
    public void An_error_in_a_cell_is_a_missing_value()
    {
        var data = new BookBuilder().Rows("Data", Row(1, Text("A1", "Organisation"), Text("B1", "Cluster")), Row(2, Text("A2", "WFP"), "<c r=\"B2\" t=\"e\"><v>#N/A</v></c>")).Source().Read();
        Assert.Empty(data.Themes);
    }

    [Fact]
    public void Shared_texts_are_looked_up()
    {
        var book = new BookBuilder();
        string[] rows = [Row(1, book.Shared("A1", "<t>Organisation</t>"), book.Shared("B1", "<r><t>Clus</t></r><r><t>ter</t></r>")), Row(2, book.Shared("A2", "<t>WFP</t>"), book.Shared("B2", "<t>Food</t><phoneticPr fontId=\"1\"/>"))];
        Assert.Equal(["Food"], book.Rows("Data", rows).Source().Read().Themes);
    }

    [Fact]
    public void A_formula_without_a_value_is_an_empty_cell_and_told()
    {
        var data = new BookBuilder().Rows("Data", Row(1, Text("A1", "Organisation"), Text("B1", "Cluster")), Row(2, Text("A2", "WFP"), "<c r=\"B2\"><f>C2</f></c>"), Row(3, Text("A3", "FAO"), "<c r=\"B3\"><f>C3</f><v/></c>")).Source().Read();
        Assert.Empty(data.Themes);
        Assert.Equal(["book.xlsx: GAP1016 2 formulas without a value; expected the computed value; these cells count as empty"], data.Said(DiagnosticCatalog.FormulaWithoutValue));
    }

    [Fact]
    public void The_sheet_whose_header_is_understood_best_is_read_and_said()
    {
        var data = new BookBuilder()
            .Sheet("Cover", ["Who does what where"])
            .Sheet("Pivot", ["Organisation", "Count"], ["FAO", "3"])
            .Sheet("Raw", Header, ["WFP", "Food", "North", "2021-03-01"])
            .Sheet("Copy", Header, ["IOM", "Food", "North", "2021-03-01"])
            .Source().Read();
        Assert.Equal(["WFP"], data.Stakeholders.Select(s => s.Name));
        Assert.Equal(["book.xlsx: GAP1015 4 sheets: 'Cover', 'Pivot', 'Raw', 'Copy'; sheet 'Raw' was read, whose header is understood best"], data.Said(DiagnosticCatalog.SheetChosen));
    }

    [Fact]
    public void A_hidden_sheet_is_read_only_where_no_other_is_understood()
    {
        static BookBuilder Hidden() => new BookBuilder().Xml("Raw", "hidden", Row(1, Text("A1", "Organisation"), Text("B1", "Cluster"), Text("C1", "Admin1")) + Row(2, Text("A2", "IOM"), Text("B2", "Food"), Text("C2", "North")));
        Assert.Equal("FAO", Assert.Single(Hidden().Sheet("Master", ["Organisation", "Cluster"], ["FAO", "Food"]).Source().Read().Stakeholders).Name);
        Assert.Equal("IOM", Assert.Single(Hidden().Sheet("Cover", ["Title"]).Source().Read().Stakeholders).Name);
    }

    [Fact]
    public void A_sheet_is_chosen_by_its_name()
    {
        DataSource Two() => new BookBuilder().Sheet("Raw", Header, ["WFP", "Food", "North", "2021-03-01"]).Sheet("Small", ["Organisation", "Cluster"], ["FAO", "Food"]).Source();
        Assert.Equal("FAO", Assert.Single(Two().Read(new() { Sheet = " small" }).Stakeholders).Name);
        Assert.Equal("book.xlsx: no sheet is called 'Smal'; sheets seen: 'Raw', 'Small'; nothing was read", Two().Refusal(new() { Sheet = "Smal" }));
    }

    [Fact]
    public void A_sheet_in_the_settings_is_chosen_and_the_option_wins_over_it()
    {
        var book = new BookBuilder().Sheet("Raw", Header, ["WFP", "Food", "North", "2021-03-01"]).Sheet("Small", ["Organisation", "Cluster"], ["FAO", "Food"]).Bytes();
        var folder = new DataSource("folder", IsFolder: true, [Sources.File("3w.xlsx", book), Sources.File("dataset.json", "{\"sheet\": \"Small\"}")]);
        Assert.Equal("FAO", Assert.Single(folder.Read().Stakeholders).Name);
        Assert.Equal("WFP", Assert.Single(folder.Read(new() { Sheet = "Raw" }).Stakeholders).Name);
    }

    [Fact]
    public void A_sheet_is_for_a_workbook() =>
        Assert.Equal("table.csv: a sheet ('Raw') is for a 3W table in a workbook (.xlsx), and there is none; nothing was read", Sources.Table("Organisation\nA\n").Refusal(new() { Sheet = "Raw" }));

    [Fact]
    public void A_header_merged_downwards_stands_in_each_of_its_rows()
    {
        var data = new BookBuilder().Xml("Data", "", string.Concat(
            Row(1, Text("A1", "Organisation"), Text("B1", "Where")),
            Row(2, Text("B2", "Admin1"), Text("C2", "Admin2")),
            Row(3, Text("A3", "WFP"), Text("B3", "North"), Text("C3", "Hill"))), Merges("A1:A2", "B1:C1")).Source().Read();
        Assert.Equal(["Organisation", "Admin1", "Admin2"], data.Files[0].Columns.Select(column => column.Header));
        Assert.Equal(1, data.Rows.Read);
    }

    [Fact]
    public void A_value_merged_over_rows_of_data_counts_for_the_first_and_is_told()
    {
        var data = new BookBuilder().Xml("Data", "", string.Concat(
            Row(1, Text("A1", "Organisation"), Text("B1", "Cluster"), Text("C1", "Remarks")),
            Row(2, Text("A2", "WFP"), Text("B2", "Food"), Text("C2", "x")),
            Row(3, Text("A3", "FAO")),
            Row(4, Text("A4", "IOM"), Text("B4", "Food"))), Merges("B2:B3", "C2:C4")).Source().Read();
        Assert.Equal([1, 0, 1], data.Activities.OrderBy(a => a.Sources[0].Line).Select(a => a.Theme is null ? 0 : 1));
        Assert.Equal(["book.xlsx:2: GAP1017 cells merged over several rows of data; expected a value in each row; the value counts for the first row alone"], data.Said(DiagnosticCatalog.MergedCells));
    }

    [Fact]
    public void Formatted_empty_columns_and_the_size_that_a_sheet_claims_cost_nothing()
    {
        var empty = string.Concat(Enumerable.Range(0, 60).Select(i => $"<c r=\"XF{(char)('A' + (i % 4))}2\" s=\"1\"/>"));
        var data = new BookBuilder().Rows("Data", Row(1, Text("A1", "Organisation"), Text("B1", "Cluster")), Row(2, Text("A2", "WFP"), Text("B2", "Food"), empty)).Source().Read(new() { Limits = new() { MaxColumns = 2 } });
        Assert.Single(data.Activities);
    }

    [Fact]
    public void A_workbook_of_tidy_tables_is_a_tidy_dataset()
    {
        var data = new BookBuilder()
            .Sheet("Read me", ["About this"])
            .Sheet("Stakeholders", ["stakeholder_id", "name", "sector"], ["a", "WFP", "UN"], ["b", "Red Crescent", "NGO"])
            .Sheet("activities", ["activity_id", "theme"], ["1", "Food"])
            .Sheet("participations", ["activity_id", "stakeholder_id"], ["1", "a"], ["1", "b"], ["1", "c"])
            .Source().Read();
        Assert.Equal(("book", 2, 2L), (data.Title, data.Stakeholders.Count, data.ParticipationRows));
        Assert.StartsWith("book.xlsx[participations]:4: ", Assert.Single(data.Said(DiagnosticCatalog.UnknownStakeholder)), StringComparison.Ordinal);
        Assert.Single(data.Said(DiagnosticCatalog.FileNotUsed));
    }

    [Fact]
    public void Workbooks_may_be_the_tables_of_a_tidy_folder_and_lie_in_an_archive_or_among_wide_tables()
    {
        var stakeholders = Sources.File("stakeholders.xlsx", new BookBuilder().Sheet("any", ["name", "sector"], ["WFP", "UN"]).Bytes());
        var tidy = new DataSource("folder", IsFolder: true, [Sources.File("activities.csv", "activity_id\n1\n"), Sources.File("participations.csv", "activity_id,stakeholder\n1,WFP\n"), stakeholders]);
        Assert.Equal(1, tidy.Read().ParticipationRows);

        var book = new BookBuilder().Sheet("Data", Header4, ["WFP", "Food", "North", "x"]).Bytes();
        var wide = new DataSource("folder", IsFolder: true, [Sources.File("a.csv", "Organisation,Cluster\nFAO,Food\n"), Sources.File("b.xlsx", book)]);
        Assert.Equal(["FAO", "WFP"], wide.Read().Stakeholders.Select(s => s.Name));

        var zip = Sources.ZipBytes([("3w.xlsx", book), ("~$3w.xlsx", "lock"u8.ToArray())]);
        Assert.Equal("3w", DataSource.FromZip("data.zip", zip.Length, () => new MemoryStream(zip)).Read().Title);
    }
}
