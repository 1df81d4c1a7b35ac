using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Findings;
using GapAnalyzer.Measures;
using GapAnalyzer.Reading;
using GapAnalyzer.Reporting;
using GapAnalyzer.Reporting.Charts;
using GapAnalyzer.Reporting.Formats;
using GapAnalyzer.Reporting.Tables;
using GapAnalyzer.Reporting.Themes;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Cli.Commands;

/// <summary><c>catalog [LIST]</c>: what the tool can read, compute, find, draw, write and say, from the same lists that it runs on.</summary>
internal static class CatalogCommand
{
    /// <summary>One list: its entries as objects whose first value is the id and whose second is the name.</summary>
    private sealed record CatalogList(string Name, string What, Func<IEnumerable<(string Key, string Value)[]>> Entries);

    private static readonly CatalogList[] Lists =
    [
        new("inputs", "shapes of datasets that are read", () => InputFormats.All.Select(i => Entry(("id", i.Id), ("description", i.Description)))),
        new("columns", "fields of a 3W table, for --map and dataset.json", () => Fields.Wide.Select(f => Entry(("field", f.Name), ("meaning", f.Meaning), ("headers", string.Join(", ", f.Headers))))),
        new("measures", "numbers that are computed", () => MeasureCatalog.All.Select(m => Entry(("id", m.Id), ("name", m.Name), ("of", m.Of), ("definition", m.Definition), ("convention", m.Convention), ("source", m.Source)))),
        new("findings", "rules that turn numbers into findings", () => FindingCatalog.All.Select(f => Entry(("code", f.Code), ("title", f.Title), ("rule", f.Rule), ("severity", f.SeverityRule), ("limits", f.Limits)))),
        new("charts", "charts and the question each answers", Charts),
        new("themes", "house styles that need no file, for --theme", () => Theme.BuiltIn.Select(theme => Entry(("name", theme.Name), ("description", theme.What)))),
        new("formats", "output formats", () => FormatCatalog.All.Select(f => Entry(("id", f.Id), ("description", f.Description), ("files", f.Files)))),
        new("parts", "parts of an analysis that can be left out, for --without", () => PartCatalog.All.Select(part => Entry(("id", part.Id), ("description", part.Description)))),
        new("tables", "tables written as CSV", () => TableCatalog.All.Select(t => Entry(("table", t.File), ("description", t.Description)))),
        new("diagnostics", "what is said about the input", () => DiagnosticCatalog.All.Select(d => Entry(("code", d.Code), ("title", d.Title), ("severity", d.Severity.ToString()), ("remedy", d.Remedy)))),
    ];

    private static readonly string[] SchemaNames = ["schema", "comparison-schema", "dataset-schema", "theme-schema"];

    public static Command Create()
    {
        var names = Lists.Select(l => l.Name).Concat(SchemaNames).ToArray();
        var list = new Argument<string?>("LIST")
        {
            Description = $"{string.Join(", ", Lists.Select(l => l.Name))}; or schema, comparison-schema, dataset-schema, theme-schema: the JSON Schemas of report.json, comparison.json, dataset.json and a theme [default: all lists]",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = result => names.Contains(Values.Text(result)) ? Values.Text(result) : Values.Fail<string>(result, Values.Words(names), names),
        };
        list.CompletionSources.Add(names);
        var json = new Option<bool>("--json") { Description = "Print the lists as JSON" };
        var markdown = new Option<bool>("--markdown") { Description = "Print the lists as a Markdown page" };
        var command = new ToolCommand(
            "catalog",
            "Lists what the tool can read, compute, find, draw, write and say, with definitions and sources.",
            list,
            [new("Options", json, markdown)],
            new("gap-analyzer catalog measures", "every number with its formula and source"),
            new("gap-analyzer catalog schema > report.schema.json", "the JSON Schema of report.json"))
        {
            Contradiction = result => result.GetValue(json) && result.GetValue(markdown) ? "--json and --markdown contradict each other" : null,
        };
        command.SetAction(result =>
        {
            var output = result.InvocationConfiguration.Output;
            var name = result.GetValue(list);
            if (name is not null && SchemaNames.Contains(name))
                output.Write(name switch { "schema" => Schemas.Report, "comparison-schema" => Schemas.Comparison, "dataset-schema" => Schemas.Dataset, _ => Schemas.Theme });
            else if (result.GetValue(json))
                output.Write(AsJson(Chosen(name)) + "\n");
            else if (result.GetValue(markdown))
                output.Write(AsMarkdown(Chosen(name)));
            else
                AsText(output, Chosen(name));
            return ExitCode.Done;
        });
        return command;
    }

    private static CatalogList[] Chosen(string? name) => [.. Lists.Where(list => name is null || list.Name == name)];

    private static IEnumerable<(string Key, string Value)[]> Charts() => [.. Charts(ChartCatalog.All, "a dataset"), .. Charts(ChartCatalog.OfComparisons, "a comparison")];

    private static IEnumerable<(string Key, string Value)[]> Charts<T>(IEnumerable<ChartDefinition<T>> definitions, string of) =>
        definitions.Select(c => Entry(("id", c.Id), ("question", c.Question), ("of", of)));

    private static (string Key, string Value)[] Entry(params (string Key, string Value)[] values) => values;

    private static void AsText(TextWriter output, IReadOnlyList<CatalogList> lists)
    {
        foreach (var list in lists)
        {
            output.Write($"{list.Name}: {list.What}\n");
            foreach (var entry in list.Entries())
            {
                output.Write($"  {entry[0].Value}  {entry[1].Value}\n");
                foreach (var (key, value) in entry.Skip(2).Where(pair => pair.Value.Length > 0))
                    output.Write($"      {key}: {value}\n");
            }

            output.Write("\n");
        }
    }

    private static string AsMarkdown(IReadOnlyList<CatalogList> lists)
    {
        var page = new StringBuilder("# Reference\n\nWhat the tool can read, compute, find, draw, write and say. This page is made by `gap-analyzer catalog --markdown`.\n");
        foreach (var list in lists)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {char.ToUpperInvariant(list.Name[0])}{list.Name[1..]}: {list.What}\n\n");
            var entries = list.Entries().ToList();
            page.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", entries[0].Select(pair => pair.Key))} |\n|{string.Concat(entries[0].Select(_ => "---|"))}\n");
            foreach (var entry in entries)
                page.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", entry.Select((pair, i) => i == 0 ? $"`{pair.Value}`" : Markdown.Escape(pair.Value)))} |\n");
        }

        return page.ToString();
    }

    private static string AsJson(IReadOnlyList<CatalogList> lists)
    {
        var root = new JsonObject(lists.Select(list => KeyValuePair.Create(list.Name,
            (JsonNode?)new JsonArray([.. list.Entries().Select(entry => (JsonNode)new JsonObject(entry.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))))]))));
        return root.ToJsonString(new() { WriteIndented = true, NewLine = "\n" });
    }
}
