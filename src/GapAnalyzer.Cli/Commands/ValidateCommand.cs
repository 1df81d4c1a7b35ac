using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Quality;
using GapAnalyzer.Reporting;
using GapAnalyzer.Reporting.Formats;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Cli.Commands;

/// <summary><c>validate DATASET</c>: reads and resolves only, and says what was understood, what was repaired and what is missing.</summary>
internal sealed class ValidateCommand
{
    private const int FirstCases = 3;
    private const int NamesShown = 12;
    private const int HeadersShown = 60;
    private const int SuggestionsShown = 5;

    private readonly AnalysisArguments arguments = new();
    private readonly Option<bool> strict = new("--strict") { Description = "Exit with 2 when any row could not be used" };
    private readonly Option<bool> json = new("--json") { Description = "Print it as JSON" };
    private readonly Option<bool> facts = new("--facts") { Description = "Print instead what the rows became, one fact a line: for checking a file by hand" };
    private readonly Option<string?> output = new("--out") { Description = "Write everything noticed, with file and line, to this CSV file", HelpName = "FILE" };

    private ValidateCommand()
    {
    }

    public static Command Create() => new ValidateCommand().Command();

    private ToolCommand Command()
    {
        var command = new ToolCommand(
            "validate",
            "Reads a dataset without analysing it: what was understood, what was repaired or left out, and what is missing for which part of a report.",
            arguments.Dataset,
            [arguments.Reading, arguments.ReadingLimits, new("Answer", strict, json, facts, output)],
            new("gap-analyzer validate 3w.csv", "says what the columns were taken for, and why"),
            new("gap-analyzer validate data/referral --strict --out problems.csv", "for CI: fails when a row was left out, and lists everything"))
        {
            Contradiction = result => result.GetValue(json) && result.GetValue(facts) ? "--json and --facts contradict each other" : null,
        };
        command.SetAction((result, cancellation) => Task.FromResult(Run(result, cancellation)));
        return command;
    }

    private int Run(ParseResult result, CancellationToken cancellation)
    {
        var source = arguments.Open(result);
        var dataset = DatasetReader.Read(source, arguments.ReadOptions(result, source), cancellation);
        var quality = DatasetQuality.Of(dataset);
        if (result.GetValue(output) is { } file)
            WriteAll(file, dataset);
        result.InvocationConfiguration.Output.Write(result.GetValue(facts) ? Facts(dataset) : result.GetValue(json) ? Json(dataset, quality) : Text(dataset, quality));
        return result.GetValue(strict) && dataset.Diagnostics.Count(Severity.Error) > 0 ? ExitCode.WrongInput : ExitCode.Done;
    }

    private static void WriteAll(string file, Dataset dataset)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Create, FileAccess.Write);
            DiagnosticsFile.Write(stream, dataset.Diagnostics.Items);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"--out {file}: cannot be written: {e.Message}", e);
        }
    }

    private static string Facts(Dataset dataset)
    {
        var text = new Lines();
        foreach (var line in FactLines.Of(dataset))
            text.Add(line);
        return text.ToString();
    }

    private static string Text(Dataset dataset, DatasetQuality quality)
    {
        var text = new Lines();
        foreach (var file in dataset.Files)
            Describe(text, file);
        text.Add("", "What came out:");
        foreach (var (what, found) in Found(dataset))
            text.Add($"  {what}: {found}");
        Noticed(text, dataset.Diagnostics);
        Suggested(text, dataset);
        text.Add("", quality.Missing.Count == 0 ? "Missing: nothing" : "Missing:");
        foreach (var part in quality.Missing)
            text.Add($"  {part.What}: {part.Consequence}");
        text.Add("", "Quality, from 0 to 1, each the mean of the shares below it:");
        foreach (var dimension in quality.Dimensions)
        {
            text.Add($"  {dimension.Name} {Numbers.Fixed(dimension.Score, 3)}  {dimension.Question}");
            foreach (var share in dimension.Shares)
                text.Add($"      {Numbers.Count(share.Good)} of {Numbers.Count(share.All)} {share.What}");
        }

        return text.ToString();
    }

    private static void Describe(Lines text, SourceFile file)
    {
        var setAside = file.Rows.SetAside.Count == 0 ? "" : $" ({string.Join(", ", file.Rows.SetAside.Select(reason => $"{reason.Key} {Numbers.Count(reason.Value)}"))})";
        text.Add(
            $"{file.Name}: {file.Shape}; {file.Encoding}{SeparatedBy(file.Delimiter)}, {(file.HeaderLine == 0 ? "tags without a header" : $"header in line {Numbers.Count(file.HeaderLine)}")}",
            $"  rows read {Numbers.Count(file.Rows.Read)} = used {Numbers.Count(file.Rows.Used)} + set aside {Numbers.Count(file.Rows.Read - file.Rows.Used)}{setAside}");
        foreach (var column in file.Columns)
            text.Add($"  {column.Header} -> {column.Meaning} ({column.Reason})");
        if (file.NotRead.Count > 0)
            text.Add($"  not read: {Listed(file.NotRead, HeadersShown)}");
    }

    private static string SeparatedBy(char? delimiter) => delimiter switch
    {
        null => "",
        '\t' => ", separated by TAB",
        _ => $", separated by '{delimiter}'",
    };

    private static IEnumerable<(string What, string Found)> Found(Dataset dataset)
    {
        var dates = dataset.Activities.Select(activity => activity.Dates).OfType<DateSpan>().ToList();
        yield return ("organisations", Numbers.Count(dataset.Stakeholders.Count));
        yield return ("sectors", Listed(Sectors(dataset).Select(sector => $"{sector.Key} {Numbers.Count(sector.Value)}")));
        yield return ("themes", Listed(dataset.Themes));
        yield return ("places", dataset.Places.Count == 0 ? "none" : string.Join(", ", PlacesByLevel(dataset).Select(level => $"{Numbers.Count(level.Value)} {(level.Key == 0 ? "without a level" : $"at level {level.Key}")}")));
        yield return ("activities", Numbers.Count(dataset.Activities.Count));
        yield return ("dates", dates.Count == 0 ? "none"
            : string.Create(CultureInfo.InvariantCulture, $"{Numbers.Count(dates.Count)} activities, {dates.Min(span => span.First):yyyy-MM-dd} to {dates.Max(span => span.Last):yyyy-MM-dd}"));
        yield return ("roles", Listed(RolesTaken(dataset).Select(role => $"{role.Key} {Numbers.Count(role.Value)}")));
        yield return ("declared ties, needs, expectations", $"{Numbers.Count(dataset.Ties.Count)}, {Numbers.Count(dataset.Needs.Count)}, {Numbers.Count(dataset.Expectations.Count)}");
    }

    /// <summary>The same for programs: numbers, and every name.</summary>
    private static JsonObject FoundJson(Dataset dataset)
    {
        var dates = dataset.Activities.Select(activity => activity.Dates).OfType<DateSpan>().ToList();
        return new()
        {
            ["organisations"] = dataset.Stakeholders.Count,
            ["sectors"] = Counts(Sectors(dataset), name => name),
            ["themes"] = List(dataset.Themes, theme => theme),
            ["places"] = Counts(PlacesByLevel(dataset), level => level == 0 ? "without_level" : $"level_{level}"),
            ["activities"] = dataset.Activities.Count,
            ["dated_activities"] = dates.Count,
            ["first_date"] = dates.Count == 0 ? null : dates.Min(span => span.First).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["last_date"] = dates.Count == 0 ? null : dates.Max(span => span.Last).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["roles"] = Counts(RolesTaken(dataset), role => role),
            ["ties"] = dataset.Ties.Count,
            ["needs"] = dataset.Needs.Count,
            ["expectations"] = dataset.Expectations.Count,
        };
    }

    private static IEnumerable<KeyValuePair<string, int>> Sectors(Dataset dataset) =>
        dataset.Sectors.Select((sector, s) => KeyValuePair.Create(sector.Name, dataset.Stakeholders.Count(stakeholder => stakeholder.Sector.Index == s)));

    private static IEnumerable<KeyValuePair<int, int>> PlacesByLevel(Dataset dataset) =>
        dataset.Places.GroupBy(place => place.Level).Select(level => KeyValuePair.Create(level.Key, level.Count()));

    private static IEnumerable<KeyValuePair<string, int>> RolesTaken(Dataset dataset) => Enum.GetValues<Roles>().Where(role => role != Roles.None)
        .Select(role => KeyValuePair.Create(role.ToString().ToLowerInvariant(), dataset.Activities.Sum(activity => activity.Participations.Count(p => p.Roles.HasFlag(role)))))
        .Where(role => role.Value > 0);

    private static JsonObject Counts<T>(IEnumerable<KeyValuePair<T, int>> counts, Func<T, string> name) =>
        new(counts.Select(count => KeyValuePair.Create<string, JsonNode?>(name(count.Key), count.Value)));

    private static string Listed(IEnumerable<string> names, int shown = NamesShown)
    {
        var all = names.ToList();
        return all.Count == 0 ? "none"
            : $"{Numbers.Count(all.Count)}: {string.Join(", ", all.Take(shown))}{(all.Count > shown ? $" and {Numbers.Count(all.Count - shown)} more" : "")}";
    }

    private static void Noticed(Lines text, DiagnosticList diagnostics)
    {
        text.Add("", diagnostics.Counts.Count == 0 ? "Noticed: nothing" : "Noticed:");
        foreach (var (code, count) in diagnostics.Counts.OrderByDescending(kind => DiagnosticCatalog.ByCode(kind.Key).Severity).ThenBy(kind => kind.Key, StringComparer.Ordinal))
        {
            var kind = DiagnosticCatalog.ByCode(code);
            text.Add($"  {kind.Severity.ToString().ToLowerInvariant()} {code} {kind.Title}: {Numbers.Count(count)}. {kind.Remedy}");
            var items = diagnostics.Of(kind).ToList();
            foreach (var item in items.Take(FirstCases))
                text.Add($"      {item}");
            if (items.Count > FirstCases)
                text.Add($"      and {Numbers.Count(items.Count - FirstCases)} more; --out FILE lists them all");
        }
    }

    private static void Suggested(Lines text, Dataset dataset)
    {
        var suggestions = Suggestions(dataset);
        text.Add("", suggestions.Count == 0 ? "Names that may be one organisation: none" : $"Names that may be one organisation: {Numbers.Count(suggestions.Count)} {(suggestions.Count == 1 ? "pair" : "pairs")}. None was merged; analyze writes them to tables/suggested-aliases.csv");
        foreach (var (alias, canonical, score, reasons) in suggestions.Take(SuggestionsShown))
            text.Add($"      {alias} = {canonical}? {Numbers.Fixed(score, 2)}: {reasons}");
        if (suggestions.Count > SuggestionsShown)
            text.Add($"      and {Numbers.Count(suggestions.Count - SuggestionsShown)} more");
    }

    private static List<(string Alias, string Canonical, double Score, string Reasons)> Suggestions(Dataset dataset)
    {
        var names = SuggestedAliases.Texts(dataset);
        return [.. SuggestedAliases.Lines(dataset, LookAlikes.Find(dataset)).Select(s => (names[s.Alias.Index], names[s.Canonical.Index], s.Score, string.Join("; ", s.Reasons)))];
    }

    private static string Json(Dataset dataset, DatasetQuality quality)
    {
        var suggestions = Suggestions(dataset);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new() { Indented = true, NewLine = "\n" }))
        {
            new JsonObject
            {
                ["files"] = List(dataset.Files, file => new JsonObject
                {
                    ["file"] = file.Name,
                    ["shape"] = file.Shape,
                    ["encoding"] = file.Encoding,
                    ["delimiter"] = file.Delimiter?.ToString() ?? "",
                    ["header_line"] = file.HeaderLine,
                    ["rows"] = new JsonObject
                    {
                        ["read"] = file.Rows.Read,
                        ["used"] = file.Rows.Used,
                        ["set_aside"] = new JsonObject(file.Rows.SetAside.Select(reason => KeyValuePair.Create<string, JsonNode?>(reason.Key, reason.Value))),
                    },
                    ["columns"] = List(file.Columns, column => new JsonObject { ["header"] = column.Header, ["meaning"] = column.Meaning, ["reason"] = column.Reason }),
                    ["not_read"] = List(file.NotRead, header => header),
                }),
                ["found"] = FoundJson(dataset),
                ["diagnostics"] = List(dataset.Diagnostics.Counts, kind => new JsonObject
                {
                    ["code"] = kind.Key,
                    ["severity"] = DiagnosticCatalog.ByCode(kind.Key).Severity.ToString().ToLowerInvariant(),
                    ["count"] = kind.Value,
                    ["title"] = DiagnosticCatalog.ByCode(kind.Key).Title,
                    ["first"] = List(dataset.Diagnostics.Of(DiagnosticCatalog.ByCode(kind.Key)).Take(FirstCases), item => item.ToString()),
                }),
                ["suggestions"] = new JsonObject
                {
                    ["count"] = suggestions.Count,
                    ["first"] = List(suggestions.Take(SuggestionsShown), s => new JsonObject { ["alias"] = s.Alias, ["canonical"] = s.Canonical, ["score"] = Math.Round(s.Score, 4), ["reasons"] = s.Reasons }),
                },
                ["missing"] = List(quality.Missing, part => new JsonObject { ["what"] = part.What, ["consequence"] = part.Consequence }),
                ["quality"] = List(quality.Dimensions, dimension => new JsonObject
                {
                    ["dimension"] = dimension.Name,
                    ["score"] = double.IsFinite(dimension.Score) ? dimension.Score : null,
                    ["shares"] = List(dimension.Shares, share => new JsonObject { ["what"] = share.What, ["good"] = share.Good, ["all"] = share.All }),
                }),
            }.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> node) => new([.. items.Select(node)]);

    /// <summary>Lines of text in which a name cannot send commands to the terminal.</summary>
    private sealed class Lines
    {
        private readonly StringBuilder text = new();

        public void Add(params ReadOnlySpan<string> lines)
        {
            foreach (var line in lines)
                text.Append(Terminal.Line(line)).Append('\n');
        }

        public override string ToString() => text.ToString();
    }
}
