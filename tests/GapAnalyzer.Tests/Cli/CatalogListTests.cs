using System.Reflection;
using System.Text.RegularExpressions;
using GapAnalyzer.Cli.Commands;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Findings;
using GapAnalyzer.Measures;
using GapAnalyzer.Reading;
using GapAnalyzer.Reporting.Charts;
using GapAnalyzer.Reporting.Formats;
using GapAnalyzer.Reporting.Tables;
using GapAnalyzer.Reporting.Words;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Tests.Cli;

/// <summary>What holds for every entry of every list that help, catalog and reports are made from.</summary>
public sealed partial class CatalogListTests
{
    /// <summary>A list: its ids, and the texts of each entry that must not be empty.</summary>
    private sealed record CatalogList(Regex Form, IReadOnlyList<(string Id, string[] Texts)> Entries);

    private static readonly Dictionary<string, CatalogList> Lists = new()
    {
        ["inputs"] = new(Word(), [.. InputFormats.All.Select(i => (i.Id, new[] { i.Description }))]),
        ["columns"] = new(Word(), [.. Fields.Wide.Select(f => (f.Name, new[] { f.Meaning, string.Concat(f.Headers) }))]),
        ["measures"] = new(Word(), [.. MeasureCatalog.All.Select(m => (m.Id, new[] { m.Name, m.Of, m.Definition, m.Convention, m.Source }))]),
        ["findings"] = new(Code(), [.. FindingCatalog.All.Select(f => (f.Code, new[] { f.Title, f.Rule, f.SeverityRule, f.Limits, string.Concat(f.Facts) }))]),
        ["charts"] = new(Code(), [.. ChartCatalog.All.Select(c => (c.Id, new[] { c.Name, c.Question })), .. ChartCatalog.OfComparisons.Select(c => (c.Id, new[] { c.Name, c.Question }))]),
        ["formats"] = new(Word(), [.. FormatCatalog.All.Select(f => (f.Id, new[] { f.Files, f.Description }))]),
        ["parts"] = new(Code(), [.. PartCatalog.All.Select(p => (p.Id, new[] { p.Description }))]),
        ["tables"] = new(Word(), [.. TableCatalog.All.Select(t => (t.Id, new[] { t.Description, string.Concat(t.Columns.Select(c => c.Name)) }))]),
        ["diagnostics"] = new(DiagnosticCode(), [.. DiagnosticCatalog.All.Select(d => (d.Code, new[] { d.Title, d.Key, d.Remedy }))]),
        ["commands"] = new(Code(), [.. CommandCatalog.All(TextWriter.Null).Select(c => (c.Name, new[] { c.Description! }))]),
    };

    public static TheoryData<string> EveryList => [.. Lists.Keys];

    [Theory]
    [MemberData(nameof(EveryList))]
    public void Ids_are_unique(string list) =>
        Assert.Empty(Lists[list].Entries.GroupBy(entry => entry.Id, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key));

    [Theory]
    [MemberData(nameof(EveryList))]
    public void Ids_have_the_documented_form(string list)
    {
        Assert.NotEmpty(Lists[list].Entries);
        Assert.All(Lists[list].Entries, entry => Assert.Matches(Lists[list].Form, entry.Id));
    }

    [Theory]
    [MemberData(nameof(EveryList))]
    public void Texts_are_there_and_are_one_line(string list) =>
        Assert.All(Lists[list].Entries, entry => Assert.All(entry.Texts, text =>
        {
            Assert.False(string.IsNullOrWhiteSpace(text), entry.Id);
            Assert.Equal(text.Trim().ReplaceLineEndings(" "), text);
        }));

    [Fact]
    public void Diagnostics_are_listed_in_order_of_code()
    {
        var codes = DiagnosticCatalog.All.Select(kind => kind.Code).ToList();
        Assert.Equal(codes.Order(StringComparer.Ordinal), codes);
    }

    [Fact]
    public void Every_diagnostic_that_is_declared_is_listed()
    {
        var declared = typeof(DiagnosticCatalog).GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(field => field.FieldType == typeof(DiagnosticKind)).Select(field => ((DiagnosticKind)field.GetValue(null)!).Code);
        Assert.Equal(declared.Order(StringComparer.Ordinal), DiagnosticCatalog.All.Select(kind => kind.Code));
    }

    [Fact]
    public void Diagnostics_have_keys_of_their_own() =>
        Assert.Equal(DiagnosticCatalog.All.Count, DiagnosticCatalog.All.Select(kind => kind.Key).Distinct().Count());

    [Fact]
    public void Every_diagnostic_is_found_by_its_code() =>
        Assert.All(DiagnosticCatalog.All, kind => Assert.Same(kind, DiagnosticCatalog.ByCode(kind.Code)));

    [Fact]
    public void Every_finding_has_words() =>
        Assert.All(FindingCatalog.All, rule => Assert.True(Texts.English.Has(FindingText.Key(rule.Code)) && Texts.English.Has($"{FindingText.Key(rule.Code)}.heading"), rule.Code));

    [Fact]
    public void Headers_of_a_field_are_in_the_form_in_which_they_are_compared() =>
        Assert.All(Fields.Wide.SelectMany(field => field.Headers), header => Assert.Equal(Fold.Compact(header), header));

    [Fact]
    public void No_header_stands_for_two_fields() =>
        Assert.Empty(Fields.Wide.SelectMany(field => field.Headers).GroupBy(header => header, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key));

    [Fact]
    public void Columns_of_a_table_have_names_of_their_own_and_are_explained() =>
        Assert.All(TableCatalog.All, table =>
        {
            Assert.Equal(table.Columns.Count, table.Columns.Select(column => column.Name).Distinct().Count());
            Assert.All(table.Columns, column => Assert.Matches(Word(), column.Name));
            Assert.All(table.Columns, column => Assert.False(string.IsNullOrWhiteSpace(column.Description), column.Name));
        });

    [Fact]
    public void The_formats_of_a_plain_run_are_in_the_catalog() =>
        Assert.Subset(FormatCatalog.All.Select(format => format.Id).ToHashSet(), FormatCatalog.Default.ToHashSet());

    /// <summary>As in <c>report.json</c> and on the command line.</summary>
    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex Word();

    /// <summary>As in file names and words.</summary>
    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex Code();

    [GeneratedRegex("^GAP[123][0-9]{3}$")]
    private static partial Regex DiagnosticCode();
}
