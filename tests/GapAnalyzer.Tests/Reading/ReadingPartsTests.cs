using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Tests.Reading;

public class ValuePoolTests
{
    private readonly ValuePool pool = new();

    [Fact]
    public void Equal_values_have_one_number_and_different_values_have_two()
    {
        Assert.Equal(pool.Intern("WFP"u8), pool.Intern("WFP"u8));
        Assert.NotEqual(pool.Intern("WFP"u8), pool.Intern("WFQ"u8));
    }

    [Theory]
    [InlineData("  WFP ")]
    [InlineData("\u00A0WFP\u00A0\u00A0")]
    [InlineData("WFP\t\r\n")]
    public void White_space_around_a_value_does_not_count(string written)
    {
        var number = pool.Intern(System.Text.Encoding.UTF8.GetBytes(written));
        Assert.Equal(pool.Intern("WFP"u8), number);
        Assert.Equal("WFP", pool[number]);
    }

    [Fact]
    public void The_empty_value_has_its_number_from_the_start()
    {
        Assert.Equal(ValuePool.Empty, pool.Intern("   "u8));
        Assert.Equal("", pool[ValuePool.Empty]);
    }

    [Fact]
    public void Every_kind_of_line_break_inside_a_value_is_one() => Assert.Equal(pool.Intern("a\nb"u8), pool.Intern("a\r\nb"u8));

    [Fact]
    public void Values_of_odd_and_even_length_with_one_beginning_are_told_apart() =>
        Assert.Equal(5, new[] { "a", "ab", "abc", "abcd", "abd" }.Select(text => pool.Intern(text)).Distinct().Count());
}

public class HxlTagTests
{
    [Theory]
    [InlineData("#adm1+name", "adm1", "name")]
    [InlineData(" #ADM1 +Name ", "adm1", "name")]
    [InlineData("#org +type +name", "org", "name,type")]
    [InlineData("#sector\t", "sector", "")]
    [InlineData("#sector+i_fr+cluster\t+name", "sector", "cluster,i_fr,name")]
    [InlineData("#org_id", "org_id", "")]
    public void A_tag_is_read_with_its_attributes_in_any_order(string text, string tag, string attributes)
    {
        var parsed = HxlTag.Parse(text);
        Assert.NotNull(parsed);
        Assert.Equal(tag, parsed.Tag);
        Assert.Equal(attributes, string.Join(',', parsed.Attributes.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("#N/A")]
    [InlineData("#VALUE!")]
    [InlineData("#1st")]
    [InlineData("adm1+name")]
    [InlineData("#reporting+or+implementing+org?")]
    [InlineData("# org")]
    [InlineData("#")]
    [InlineData("")]
    public void What_is_no_tag_is_none(string text) => Assert.Null(HxlTag.Parse(text));

    [Theory]
    [InlineData(true, "#org", "", "#sector")]
    [InlineData(true, "#org", "free text")]
    [InlineData(false, "#org", "free", "text")]
    [InlineData(false, "", "")]
    public void A_tag_row_has_tags_in_at_least_half_of_its_filled_cells(bool expected, params string[] cells) => Assert.Equal(expected, HxlTag.IsTagRow(cells));
}

public class HeaderFinderTests
{
    private readonly DiagnosticCollector diagnostics = new();

    /// <summary>Rows apart by line breaks, cells by bars; words that end in a colon are known headers.</summary>
    private TableLayout Find(string rows) => HeaderFinder.Find("f.csv",
        [.. rows.Split('\n').Select((row, i) => new HeadRecord(i + 1, row.Split('|')))], cell => cell.EndsWith(':') ? cell.Split('=')[0].TrimEnd(':') : null, 2, diagnostics);

    private string Said(DiagnosticKind kind) => string.Join('\n', diagnostics.ToList().Items.Where(item => item.Kind == kind));

    [Fact]
    public void The_header_is_the_row_that_names_most_known_columns_and_the_rows_above_are_said()
    {
        var layout = Find("Title\n\nLegend|x\norg:|theme:|other\nA|B|C");
        Assert.Equal((4, 4), (layout.HeaderLine, layout.DataRecord));
        Assert.Equal(["org:", "theme:", "other"], layout.Headers);
        Assert.Equal("f.csv:4: GAP1004 2 filled rows above the header; they were skipped", Said(DiagnosticCatalog.Preamble));
    }

    [Fact]
    public void Of_two_header_rows_in_two_languages_the_lower_one_stands_above_the_data() =>
        Assert.Equal(2, Find("org=en:|theme=en:|place=en:\norg=fr:|theme=fr:|local\nA|B|C").HeaderLine);

    [Fact]
    public void A_row_of_data_that_uses_words_of_headers_for_other_things_is_no_header() =>
        Assert.Equal(1, Find("type:|org:|place:\norg:|place:|x\nB|C|D").HeaderLine);

    [Fact]
    public void A_table_with_tags_alone_is_named_by_them()
    {
        var layout = Find("#org|#sector\nA|B");
        Assert.Equal((0, 1, "#org"), (layout.HeaderLine, layout.DataRecord, layout.Headers[0]));
        Assert.Equal("f.csv:1: GAP1007 tags in the first row; expected a header above; columns are named by their tags", Said(DiagnosticCatalog.NoHeader));
    }

    [Fact]
    public void The_header_of_tags_is_the_row_above_them_and_a_second_row_of_tags_is_dropped()
    {
        var layout = Find("Title\nOrganisation|Secteur|x\n#org|#sector|\n|#sector|\nA|B|C");
        Assert.Equal((2, 4), (layout.HeaderLine, layout.DataRecord));
        Assert.Equal("f.csv:4: GAP1005 another row of tags; expected one; it was dropped", Said(DiagnosticCatalog.ExtraTagRow));
        Assert.Equal("f.csv:2: GAP1004 1 filled row above the header; it was skipped", Said(DiagnosticCatalog.Preamble));
    }

    [Fact]
    public void Tags_below_the_25th_row_are_data() =>
        Assert.False(Find("org:|theme:\n" + string.Concat(Enumerable.Repeat("A|B\n", 24)) + "#org|#sector").IsTagged);

    [Fact]
    public void Where_no_row_names_a_known_column_the_first_filled_row_is_the_header() => Assert.Equal(2, Find("\na|b\nc|d").HeaderLine);
}

public class DelimitersTests
{
    [Theory]
    [InlineData(",", ',')]
    [InlineData("TAB", '\t')]
    [InlineData("\\t", '\t')]
    [InlineData("semicolon", ';')]
    [InlineData("pipe", '|')]
    public void A_delimiter_has_a_sign_and_a_name(string text, char expected) => Assert.Equal(expected, Delimiters.Parse(text));

    [Theory]
    [InlineData(":")]
    [InlineData("")]
    [InlineData(",,")]
    public void Anything_else_is_none(string text) => Assert.Null(Delimiters.Parse(text));
}
