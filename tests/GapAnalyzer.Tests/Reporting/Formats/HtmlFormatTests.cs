using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GapAnalyzer.Reporting;
using GapAnalyzer.Reporting.Formats.Html;

namespace GapAnalyzer.Tests.Reporting.Formats;

public sealed partial class HtmlFormatTests
{
    /// <summary>Every element and attribute that the page is made of; a name that became markup would bring another.</summary>
    private static readonly HashSet<string> Elements =
    [
        "html", "head", "meta", "title", "link", "style", "body", "a", "header", "h1", "h2", "h3", "p", "div", "dl", "dt", "dd", "nav", "details", "summary", "ol", "ul", "li", "main", "section",
        "table", "caption", "thead", "tbody", "tr", "th", "td", "span", "strong", "b", "small", "code", "bdi", "wbr", "abbr", "figure", "figcaption", "script",
        "svg", "g", "path", "text", "rect", "line", "circle", "ellipse", "polygon", "polyline", "desc", "defs", "clipPath", "tspan", "use", "linearGradient", "stop",
    ];

    public static TheoryData<string> Analyses => ReportFixtures.Names;

    [Theory]
    [MemberData(nameof(Analyses))]
    public void No_name_becomes_markup(string name)
    {
        var html = Html(ReportFixtures.All[name]);
        var tags = Tag().Matches(Scriptless(html)).ToArray();
        Assert.All(tags, tag => Assert.Contains(tag.Groups["name"].Value, Elements));
        Assert.All(tags.SelectMany(tag => Attribute().Matches(tag.Value)), attribute => Assert.DoesNotMatch("^(on|style$|src$)", attribute.Groups[1].Value));
        Assert.Equal(2, Regex.Count(html, "<script"));
        Assert.Equal(2, Regex.Count(html, "</script"));
        Assert.DoesNotContain('\u202E', html);
    }

    [Theory]
    [MemberData(nameof(Analyses))]
    public void Every_element_that_opens_is_closed_in_turn(string name)
    {
        var open = new Stack<string>();
        foreach (Match tag in Tag().Matches(Scriptless(Html(ReportFixtures.All[name]))))
        {
            var element = tag.Groups["name"].Value;
            if (tag.Groups["close"].Success)
                Assert.Equal(open.Pop(), element);
            else if (!tag.Value.EndsWith("/>", StringComparison.Ordinal) && element is not ("meta" or "link" or "wbr"))
                open.Push(element);
        }

        Assert.Empty(open);
    }

    [Theory]
    [MemberData(nameof(Analyses))]
    public void The_page_allows_its_own_script_and_style_and_nothing_else(string name)
    {
        var html = Html(ReportFixtures.All[name]);
        var policy = WebUtility.HtmlDecode(Regex.Match(html, "Content-Security-Policy\" content=\"([^\"]*)\"").Groups[1].Value);
        Assert.StartsWith("default-src 'none'; ", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains($"script-src 'sha256-{Hash(Between(html, "<script>", "</script>"))}'", policy, StringComparison.Ordinal);
        Assert.Contains($"style-src 'sha256-{Hash(Between(html, "<style>", "</style>"))}'", policy, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Analyses))]
    public void Links_lead_into_the_page_or_to_files_of_the_same_report(string name)
    {
        var files = Written.Files(ReportFixtures.All[name], "html", "csv", "charts");
        var html = Encoding.UTF8.GetString(files["report.html"]);
        var ids = Regex.Matches(Scriptless(html), " id=\"([^\"]*)\"").Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).ToArray();
        Assert.Equal(ids.Distinct(), ids);
        var targets = Regex.Matches(Scriptless(html), " href=\"([^\"]*)\"").Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).ToArray();
        Assert.Contains(targets, target => target.StartsWith("tables/", StringComparison.Ordinal));
        Assert.All(targets, target => Assert.True(target == "data:," || (target[0] == '#' ? ids.Contains(target[1..]) : files.Paths.Contains(target)), target));
    }

    [Fact]
    public void Alone_it_holds_every_chart_and_links_to_no_file()
    {
        var report = Report.Of(ReportFixtures.Small);
        var html = Html(ReportFixtures.Small);
        Assert.All(report.Charts, chart => Assert.Contains($"id=\"chart-{chart.Id}\"", html, StringComparison.Ordinal));
        Assert.DoesNotMatch(" href=\"(tables|charts)/", html);
    }

    [Theory]
    [MemberData(nameof(Analyses))]
    public void Its_tables_say_what_the_tables_of_the_markdown_report_say(string name)
    {
        var files = Written.Files(ReportFixtures.All[name], "md", "html", "csv");

        // What is said in short is on the page's first screen, its table as cards.
        var sections = Encoding.UTF8.GetString(files["report.md"]).Split("\n## ");
        var markdown = string.Join('\n', sections[2..]).Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal)).Select(PlainRow).ToArray();
        var html = TableRows(MainOf(Encoding.UTF8.GetString(files["report.html"]))).ToArray();
        Assert.NotEmpty(markdown);
        Assert.All(markdown.Zip(html), rows => Assert.Equal(rows.First, rows.Second));
        Assert.Equal(markdown.Length, html.Length);
    }

    [Theory]
    [MemberData(nameof(Analyses))]
    public void Its_cards_are_the_numbers_of_the_report_for_programs(string name)
    {
        var analysis = ReportFixtures.All[name];
        var files = Written.Files(analysis, "json", "html");
        using var json = JsonDocument.Parse(files["report.json"]);
        var headline = json.RootElement.GetProperty("headline");
        var html = Encoding.UTF8.GetString(files["report.html"]);
        var cards = Regex.Matches(html, "<p class=\"value\">(.*?)</p>").Select(match => Plain(match.Groups[1].Value)).ToArray();
        if (json.RootElement.GetProperty("dataset").GetProperty("tie_evidence").GetString() == "none")
        {
            Assert.Equal(Numbers.Count(headline.GetProperty("coordination_rate").GetProperty("required").GetInt64()), cards[0]);
            return;
        }

        // What is undefined has no card, but for the rate that the report is about.
        string[] expected =
        [
            Numbers.Percent(Value(headline.GetProperty("coordination_rate"))),
            .. new[] { Numbers.Percent(Value(headline.GetProperty("cross_sector_rate"))) }.Where(text => text != Numbers.Undefined),
            Numbers.Count(headline.GetProperty("gaps").GetProperty("total").GetInt64()),
            .. new[] { Numbers.Index(Value(headline.GetProperty("ei_index"))) }.Where(text => text != Numbers.Undefined),
        ];
        Assert.Equal(expected, cards.Take(expected.Length));
    }

    [Theory]
    [MemberData(nameof(Analyses))]
    public void Its_data_are_those_of_the_report_for_programs(string name)
    {
        var files = Written.Files(ReportFixtures.All[name], "json", "html");
        using var json = JsonDocument.Parse(files["report.json"]);
        using var page = JsonDocument.Parse(Between(Encoding.UTF8.GetString(files["report.html"]), "<script type=\"application/json\" id=\"data\">", "</script>"));
        var pairs = json.RootElement.GetProperty("sector_pairs").EnumerateArray().Where(pair => pair.GetProperty("possible").GetInt64() > 0).ToArray();
        if (page.RootElement.TryGetProperty("matrix", out var matrix))
        {
            var labels = matrix.GetProperty("labels").EnumerateArray().Select(label => label.GetString()).ToList();
            var required = labels.IndexOf("Pairs that meet");
            Assert.Equal(
                pairs.Select(pair => Numbers.Count(pair.GetProperty("required").GetInt64())).Order(),
                matrix.GetProperty("cells").EnumerateArray().Select(cell => cell[1][required].GetString()!).Order());
        }

        var total = json.RootElement.GetProperty("headline").GetProperty("gaps").GetProperty("total").GetInt64();
        Assert.Equal(total, page.RootElement.TryGetProperty("gaps", out var gaps) ? gaps.GetArrayLength() : 0);
        foreach (var (shown, listed) in total == 0 ? [] : gaps.EnumerateArray().Zip(json.RootElement.GetProperty("gaps").EnumerateArray()))
        {
            Assert.Equal(Numbers.Count(listed.GetProperty("shared_arenas").GetInt64()), shown[4].GetString());
            Assert.Equal(listed.GetProperty("introducers").GetArrayLength(), shown[5].GetInt32());
        }
    }

    [Fact]
    public void The_answers_name_who_where_and_how_sure()
    {
        var answers = Answers.Of(ReportFixtures.Small, GapAnalyzer.Reporting.Words.Texts.English).ToArray();
        Assert.Equal(["How bad is it?", "Between whom?", "Where?", "How sure is that?", "What next?"], answers.Select(answer => answer.Question));
        Assert.All(answers, answer => Assert.All(answer.Answers, line => Assert.EndsWith(".", line, StringComparison.Ordinal)));
        Assert.Contains(Numbers.Percent(ReportFixtures.Small.Headline.CrossSector.Value), answers[0].Answers[0], StringComparison.Ordinal);
        Assert.DoesNotContain("fewer than expected", answers[1].Answers[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_evidence_of_ties_no_answer_claims_a_rate_or_a_missing_link()
    {
        var answers = Answers.Of(ReportFixtures.WithoutTies, GapAnalyzer.Reporting.Words.Texts.English).ToArray();
        Assert.All(answers.SelectMany(answer => answer.Answers), line => Assert.DoesNotContain('%', line));
        Assert.All(answers.SelectMany(answer => answer.Answers), line => Assert.DoesNotContain("no known tie", line, StringComparison.Ordinal));
        Assert.Contains("cannot be told", answers[0].Answers[0], StringComparison.Ordinal);
        Assert.StartsWith("# Small sample: who is where, and who meets\n", Written.Text(ReportFixtures.WithoutTies, "report.md", "md").TrimStart('\ufeff'), StringComparison.Ordinal);
    }

    [Fact]
    public void The_script_uses_exactly_the_words_that_the_page_gives_it()
    {
        using var page = JsonDocument.Parse(Between(Html(ReportFixtures.Small), "<script type=\"application/json\" id=\"data\">", "</script>"));
        var given = page.RootElement.GetProperty("words").EnumerateObject().Select(word => word.Name).ToHashSet();
        var used = Regex.Matches(Assets.Script, @"(?:words\[|words\.|say\(|fill\(|fill2\(|named\()'?([a-z][a-z.-]*)'?").Select(match => match.Groups[1].Value).ToHashSet();
        used.UnionWith(["theme-auto", "theme-light", "theme-dark"]);
        used.ExceptWith(["key", "word", "theme-"]);
        Assert.Equal(given.Order(), used.Where(word => word.Length > 1).Order());
    }

    [Theory]
    [InlineData("<b> & \"x\" 'y'", "&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39;")]
    [InlineData("50 % of 12", "50\u00a0% of 12")]
    [InlineData("two\nlines \u202Eback", "two lines back")]
    [InlineData("منظمة حقوق (NGO) 12", "<bdi>منظمة حقوق</bdi> (NGO) 12")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa<wbr>aa")]
    [InlineData("_3w_2021.csv", "_<wbr>3w_<wbr>2021.csv")]
    public void Text_is_escaped_and_keeps_its_direction_and_its_room(string text, string html) => Assert.Equal(html, Markup.Text(text));

    [Theory]
    [InlineData("in \"Sindh\"", "in \\22 Sindh\\22 ")]
    [InlineData("a</style>\\b", "a\\3c /style\\3e \\5c b")]
    public void The_title_at_the_foot_of_a_printed_page_cannot_end_the_style_sheet(string title, string css) => Assert.Equal(css, Markup.CssString(title));

    [Fact]
    public void A_printed_page_has_its_number_and_the_title_of_the_report()
    {
        var html = Html(ReportFixtures.Small);
        Assert.Contains("@bottom-left { content: \"Small sample: who works together, and where the gaps are\"", html, StringComparison.Ordinal);
        Assert.Contains("@bottom-right { content: counter(page)", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gov-labour", "gov-labour")]
    [InlineData("a b", "a_20.b")]
    [InlineData("a_b", "a_5f.b")]
    [InlineData("\"><i>", "_22._3e._3c.i_3e.")]
    public void An_id_of_the_data_becomes_a_fragment_that_no_other_id_becomes(string id, string key) => Assert.Equal(key, Markup.Key(id));

    private static string Html(Analysis analysis) => Written.Text(analysis, "report.html", "html");

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Between(string text, string from, string to)
    {
        var start = text.LastIndexOf(from, StringComparison.Ordinal) + from.Length;
        return text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
    }

    private static double Value(JsonElement of) => of.GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : double.NaN;

    /// <summary>The page without what is inside of script and style.</summary>
    private static string Scriptless(string html) => ScriptOrStyle().Replace(html, "<$1></$1>");

    /// <summary>The blocks of the report, without the numbers behind charts, the grids and the evidence below rows, which the Markdown report does not have.</summary>
    private static string MainOf(string html) => Extra().Replace(Between(html, "<main", "</main>"), "");

    private static IEnumerable<string> TableRows(string html) =>
        Regex.Matches(html, "<tr>(.*?)</tr>", RegexOptions.Singleline).Select(row => string.Join(" | ", Regex.Matches(row.Groups[1].Value, "<t[hd][^>]*>(.*?)</t[hd]>").Select(cell => Plain(cell.Groups[1].Value))));

    /// <summary>Text of a piece of HTML, spaces alike.</summary>
    private static string Plain(string html) => Alike(WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]*>", "")));

    /// <summary>Text of a row of a Markdown table, spaces alike.</summary>
    private static string PlainRow(string line) => Alike(Regex.Replace(line[2..^2].Replace("**", "", StringComparison.Ordinal), @"\\([^\p{L}\p{Nd}\s])|`", "$1"));

    private static string Alike(string text) => Regex.Replace(text.Replace('\u00a0', ' '), " +", " ").Trim();

    [GeneratedRegex("<(?<close>/)?(?<name>[a-zA-Z][a-zA-Z0-9]*)(?:\\s[^<>]*)?>")]
    private static partial Regex Tag();

    [GeneratedRegex("\\s([a-zA-Z-]+)=\"")]
    private static partial Regex Attribute();

    [GeneratedRegex("<(script|style)[ >].*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex ScriptOrStyle();

    [GeneratedRegex("<details class=\"numbers\">.*?</details>|<table class=\"grid.*?</table>|<tr class=\"below\">.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Extra();
}
