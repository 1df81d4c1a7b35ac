using System.Globalization;
using System.Text.Json;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Resolving;

/// <summary>What <c>dataset.json</c> says; every setting is optional.</summary>
internal sealed record DatasetSettings
{
    public const string FileName = "dataset.json";

    private const int MaxBytes = 1 << 24;

    public string? Title { get; init; }

    /// <summary>Title where neither title nor country is set.</summary>
    public string FallbackTitle { get; init; } = Dataset.Untitled;

    public string? Country { get; init; }

    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>Folded organisation type or sector to sector.</summary>
    public IReadOnlyDictionary<string, string> SectorMap { get; init; } = new Dictionary<string, string>();

    /// <summary>Field to column header, for wide tables.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    public char? Delimiter { get; init; }

    /// <summary>Sheet of a workbook that holds the wide table.</summary>
    public string? Sheet { get; init; }

    /// <summary>Whether months come before days in dates such as 03/04/2021; null: the columns decide.</summary>
    public bool? MonthFirst { get; init; }

    public DatasetDefaults Defaults { get; init; } = new();

    /// <summary>Names of the settings; the schema of dataset.json describes the same ones.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        "$schema", "title", "country", "language", "as_of", "period", "place_level", "max_joint_participants", "themes", "sector_map", "columns", "unmapped", "delimiter", "date_order", "sheet", "note", "branding",
    ];

    /// <exception cref="InputException">The file is no JSON object, or a setting has a value that it cannot have.</exception>
    public static DatasetSettings Read(DataFile file, DiagnosticCollector diagnostics)
    {
        // Looked at before the file is opened: a pipe has no length, and opening it would wait for ever.
        if (file.Length is 0 or > MaxBytes)
            throw new InputException($"{file.Name}: {(file.Length == 0 ? "the file is empty" : $"more than {MaxBytes >> 20} MB")}; expected a JSON object of settings; nothing was read");
        using var text = new StreamReader(file.Open());
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(text.ReadToEnd(), new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        }
        catch (JsonException broken)
        {
            throw new InputException($"{file.Name}:{broken.LineNumber + 1}: not valid JSON ({Quote.Start(broken.Message.Split(". LineNumber")[0])}); expected an object of settings; nothing was read", broken);
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new InputException($"{file.Name}: expected a JSON object of settings, found {document.RootElement.ValueKind}; nothing was read");
            foreach (var unknown in document.RootElement.EnumerateObject().Where(setting => !Known.Contains(setting.Name)))
                diagnostics.Add(DiagnosticCatalog.UnknownSetting, file.Name, 0, "", $"setting {Quote.Value(unknown.Name)} is not known", Nearest.Question(unknown.Name, Known), "it was ignored");
            return Read(new SettingsObject(file.Name, document.RootElement));
        }
    }

    private static DatasetSettings Read(SettingsObject json) => new()
    {
        Title = json.Given("title"),
        Country = json.Given("country"),
        Themes = json.Texts("themes"),
        SectorMap = SectorMapOf(json),
        Columns = json.Map("columns"),
        Delimiter = json.Text("delimiter") is { } delimiter ? Delimiters.Parse(delimiter) ?? throw json.Wrong("delimiter", "',', ';', '|' or 'tab'", delimiter) : null,
        MonthFirst = json.Text("date_order") is { } order ? MonthFirstOf(order) ?? throw json.Wrong("date_order", "day-first or month-first", order) : null,
        Sheet = json.Text("sheet"),
        Defaults = new(
            json.Text("period") is { } period ? GrainOf(period) ?? throw json.Wrong("period", "year, quarter, month or all", period) : null,
            json.Whole("place_level") is { } level ? level is 1 or 2 ? level : throw json.Wrong("place_level", "1 or 2", level.ToString(CultureInfo.InvariantCulture)) : null,
            json.Text("as_of") is { } asOf ? DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw json.Wrong("as_of", "yyyy-MM-dd", asOf) : null)
        {
            MaxJointParticipants = json.IsText("max_joint_participants", "unlimited") ? int.MaxValue : json.Whole("max_joint_participants"),
            Note = json.Text("note"),
            Language = json.Text("language"),
        },
    };

    private static Dictionary<string, string> SectorMapOf(SettingsObject json)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (type, sector) in json.Map("sector_map"))
        {
            if (!map.TryAdd(Fold.Name(type), sector) && map[Fold.Name(type)] != sector)
                throw json.Wrong("sector_map", $"one sector for {Quote.Value(type)}, whatever its case", $"{map[Fold.Name(type)]}, {sector}");
        }

        return map;
    }

    /// <summary>Grain by its name on the command line and in <c>dataset.json</c>.</summary>
    public static PeriodGrain? GrainOf(string name) => name switch
    {
        "year" => PeriodGrain.Year,
        "quarter" => PeriodGrain.Quarter,
        "month" => PeriodGrain.Month,
        "all" => PeriodGrain.All,
        _ => null,
    };

    private static bool? MonthFirstOf(string order) => order switch
    {
        "day-first" => false,
        "month-first" => true,
        _ => null,
    };

    /// <summary>Typed access to the settings, with errors that name the setting.</summary>
    private sealed class SettingsObject(string file, JsonElement root)
    {
        public InputException Wrong(string name, string expected, string found) =>
            new($"{file}: setting {name} is {Quote.Value(found)}; expected {expected}; nothing was read");

        public string? Text(string name) => Get(name) is not { } value ? null
            : value.ValueKind == JsonValueKind.String ? value.GetString() : throw Wrong(name, "a text", value.GetRawText());

        /// <summary>A text with something in it; an empty one, as a template has it, is not given.</summary>
        public string? Given(string name) => string.IsNullOrWhiteSpace(Text(name)) ? null : Text(name);

        public bool IsText(string name, string text) => Get(name) is { ValueKind: JsonValueKind.String } value && value.GetString() == text;

        public int? Whole(string name) => Get(name) is not { } value ? null
            : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var whole) && whole > 0 ? whole : throw Wrong(name, "a whole number above 0", value.GetRawText());

        public IReadOnlyList<string> Texts(string name) => Get(name) is not { } value ? []
            : value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
                ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
                : throw Wrong(name, "a list of texts", value.GetRawText());

        public Dictionary<string, string> Map(string name) => Get(name) is not { } value ? []
            : value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(item => item.Value.ValueKind == JsonValueKind.String)
                ? value.EnumerateObject().DistinctBy(item => item.Name).ToDictionary(item => item.Name, item => item.Value.GetString()!)
                : throw Wrong(name, "an object of texts", value.GetRawText());

        private JsonElement? Get(string name) => root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }
}
