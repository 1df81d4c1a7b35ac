using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reading;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Cli.Commands;

/// <summary><c>init DIR</c>: a dataset to fill in, or the column map of a table at hand, to check and edit.</summary>
internal sealed class InitCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A 3W table that says who does what with whom: the fields in it, and their HXL tags.</summary>
    private static readonly (string Field, string Header, string Tag)[] WideColumns =
    [
        (Fields.ActivityId, "Activity ID", "#activity+id"),
        (Fields.Lead, "Lead organisation", "#org+lead+name"),
        (Fields.LeadType, "Lead organisation type", "#org+lead+type"),
        (Fields.Implementer, "Implementing organisation", "#org+impl+name"),
        (Fields.ImplementerType, "Implementing organisation type", "#org+impl+type"),
        (Fields.Funder, "Donor", "#org+funder+name"),
        (Fields.Theme, "Cluster", "#sector+name"),
        (Fields.Admin1Name, "Admin1", "#adm1+name"),
        (Fields.Admin1Code, "Admin1 Pcode", "#adm1+code"),
        (Fields.Admin2Name, "Admin2", "#adm2+name"),
        (Fields.Admin2Code, "Admin2 Pcode", "#adm2+code"),
        (Fields.StartDate, "Start date", "#date+start"),
        (Fields.EndDate, "End date", "#date+end"),
    ];

    /// <summary>Fields of which a 3W table needs one.</summary>
    private static readonly string[] Organisations = [Fields.Lead, Fields.LeadAcronym, Fields.Implementer, Fields.ImplementerAcronym, Fields.Organisation, Fields.OrganisationAcronym, Fields.Partner, Fields.PartnerAcronym, Fields.Funder, Fields.FunderAcronym];

    private readonly Argument<string> folder = new("DIR") { Description = "A folder to make; it must not exist yet, or be empty" };
    private readonly Option<string?> template = Values.Choice("--template", "What to fill in: the tables of a tidy folder, or one wide 3W table [default: tidy]", "tidy", "3w");

    private readonly Option<string?> from = new("--from")
    {
        Description = "A table at hand: it is copied into DIR, beside a dataset.json that says what each column was taken for, to check and edit",
        HelpName = "FILE",
    };

    private readonly Option<string?> sheet = new("--sheet") { Description = "Sheet of the workbook in --from that holds the table [default: the one whose header is understood best]", HelpName = "NAME" };

    private readonly AnalysisArguments arguments = new();

    private readonly Option<bool> quiet = NewFolder.Quiet();

    private InitCommand()
    {
    }

    public static Command Create() => new InitCommand().Command();

    private ToolCommand Command()
    {
        var command = new ToolCommand(
            "init",
            "Makes a dataset to fill in, with every column explained; or, from a table at hand, the map of its columns.",
            folder,
            [new("What to make", template, from, arguments.ColumnMap, sheet, arguments.CellDelimiter, quiet), arguments.TableLimits],
            new("gap-analyzer init my-country --template 3w", "an empty 3W table with HXL tags, and dataset.json"),
            new("gap-analyzer init my-country --from 3w.csv", "the table with a column map to correct; then: gap-analyzer analyze my-country"))
        {
            Contradiction = result =>
                result.GetValue(from) is null ? (new Option[] { arguments.CellDelimiter, sheet, arguments.ColumnMap }).FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } option
                    ? $"{option.Name} is about the table in --from, and there is no --from"
                    : null
                : result.GetValue(template) is not null ? "--template and --from contradict each other"
                : null,
        };
        command.SetAction((result, cancellation) => Task.FromResult(Run(result, cancellation)));
        return command;
    }

    private int Run(ParseResult result, CancellationToken cancellation)
    {
        var directory = result.GetValue(folder)!;
        NewFolder.RequireEmpty(directory);
        var files = result.GetValue(from) is { } table ? FromTable(table, Reading(result), cancellation)
            : result.GetValue(template) == "3w" ? Wide()
            : Tidy();
        NewFolder.Write(directory, files, result.GetValue(quiet) ? TextWriter.Null : result.InvocationConfiguration.Output);
        if (!result.GetValue(quiet))
            result.InvocationConfiguration.Error.WriteLine(Next(directory, files));
        return ExitCode.Done;
    }

    private ReadOptions Reading(ParseResult result) => new()
    {
        Sheet = result.GetValue(sheet),
        Delimiter = result.GetValue(arguments.CellDelimiter),
        Limits = arguments.ReadLimits(result),
        Columns = arguments.Columns(result),
        RequireOrganisation = false,
    };

    /// <summary>What to do with the files.</summary>
    private static string Next(string directory, IReadOnlyList<(string Name, byte[] Content)> files)
    {
        var settings = JsonNode.Parse(files.First(file => file.Name == DatasetReader.SettingsFile).Content)!;
        if (settings["columns"] is not JsonObject columns)
            return $"Next: fill in the tables as {Path.Combine(directory, "README.md")} explains, then: gap-analyzer analyze {directory}";
        return Organisations.Any(columns.ContainsKey)
            ? $"Next: check \"columns\" in {Path.Combine(directory, DatasetReader.SettingsFile)}, then: gap-analyzer analyze {directory}"
            : $"Next: no column was taken for the organisation; add \"organisation\": \"HEADER\" to \"columns\" in {Path.Combine(directory, DatasetReader.SettingsFile)}, with a header from \"unmapped\", then: gap-analyzer analyze {directory}";
    }

    private static List<(string Name, byte[] Content)> Tidy() =>
    [
        .. InputFormats.TidyTables.Select(table => ($"{table}.csv", Bytes(string.Join(',', Columns(table)) + "\n"))),
        (DatasetReader.SettingsFile, Settings(new JsonObject { ["title"] = "", ["country"] = "", ["period"] = "year", ["place_level"] = 1 })),
        ("README.md", Bytes(Explained(InputFormats.TidyTables.Select(table => ($"{table}.csv", Columns(table).Select(field => (field, field))))))),
    ];

    /// <summary>The columns of a tidy table that a template holds: all but the alternatives to others.</summary>
    private static IEnumerable<string> Columns(string table) =>
        Fields.Tidy[table].Select(field => field.Name).Where(name => name is not (Fields.Stakeholder or Fields.Location));

    private static List<(string Name, byte[] Content)> Wide() =>
    [
        ("3w.csv", Bytes($"{string.Join(',', WideColumns.Select(column => column.Header))}\n{string.Join(',', WideColumns.Select(column => column.Tag))}\n")),
        (DatasetReader.SettingsFile, Settings(new JsonObject { ["title"] = "", ["country"] = "", ["period"] = "year", ["place_level"] = 1 })),
        ("README.md", Bytes(Explained([("3w.csv", WideColumns.Select(column => (column.Header, column.Field)))]))),
    ];

    private static List<(string Name, byte[] Content)> FromTable(string path, ReadOptions options, CancellationToken cancellation)
    {
        var source = DataSources.Open(path, options.Limits);
        if (source.IsFolder)
            throw new InputException($"{path}: --from takes one table; this is a folder");
        var dataset = DatasetReader.Read(source, options, cancellation);
        var columns = new JsonObject(dataset.Files[0].Columns
            .Where(column => column.Header.Length > 0)
            .DistinctBy(column => column.Field)
            .Select(column => KeyValuePair.Create(column.Field, (JsonNode?)column.Header)));
        using var content = new MemoryStream();
        using (var stream = source.Files[0].Open())
            stream.CopyTo(content);
        var settings = new JsonObject { ["title"] = dataset.Title, ["country"] = "", ["period"] = "year", ["place_level"] = 1 };
        if (dataset.Files is [{ Sheet: { } chosen }])
            settings["sheet"] = chosen;
        if (options.Delimiter is { } delimiter)
            settings["delimiter"] = delimiter.ToString();
        if (dataset.Files.Count == 1) // the sheets of a tidy workbook have fixed names and columns
        {
            settings["columns"] = columns;
            settings["unmapped"] = new JsonArray([.. dataset.Files[0].NotRead.Select(header => (JsonNode?)header)]);
        }

        return [(source.Files[0].Name, content.ToArray()), (DatasetReader.SettingsFile, Settings(settings))];
    }

    private static string Explained(IEnumerable<(string File, IEnumerable<(string Column, string Field)> Columns)> tables)
    {
        var text = new StringBuilder("# A dataset for gap-analyzer\n\nFill in the tables, one row per line, and run `gap-analyzer analyze` on this folder. A column that you do not have may stay empty or be removed,\n"
            + "unless it is required; a table may hold its header alone. `dataset.json` holds settings; `gap-analyzer catalog dataset-schema` explains them.\n");
        foreach (var (file, columns) in tables)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {file}\n\n| column | required | what it holds | example |\n|---|---|---|---|\n");
            foreach (var (column, field) in columns)
                text.Append(CultureInfo.InvariantCulture, $"| {column} | {(ColumnGuide.IsRequired(file, field) ? "yes" : "")} | {ColumnGuide.Holds(field)} | {ColumnGuide.Example(field)} |\n");
            text.Append(CultureInfo.InvariantCulture, $"\nAn example row: `{string.Join(',', columns.Select(column => ColumnGuide.Example(column.Field)))}`\n");
        }

        return text.ToString();
    }

    private static byte[] Settings(JsonObject settings) => Bytes(settings.ToJsonString(Indented) + "\n");

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
