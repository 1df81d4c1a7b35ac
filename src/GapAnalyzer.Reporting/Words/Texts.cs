using System.Reflection;
using System.Text.Json;

namespace GapAnalyzer.Reporting.Words;

/// <summary>
/// The words of one language: templates by key, from the embedded resource <c>words/LANGUAGE.json</c>. A new language is a new
/// file with the same keys. What the catalogs in code say in English (measures, diagnostics, fields), it says under <c>catalog</c>.
/// </summary>
public sealed class Texts
{
    /// <summary>Ending of the keys of what is said in place of another text where only ties made in a cell count towards its status.</summary>
    private const string LocalTies = "@local-ties";

    private static readonly Lazy<Texts> LazyEnglish = new(() => Load("en"));

    private readonly IReadOnlyDictionary<string, Template> templates;
    private readonly IReadOnlyDictionary<string, string> catalog;

    private Texts(JsonElement root)
    {
        Language = root.GetProperty("language").GetString()!;
        var plural = root.GetProperty("plural").GetString()!;
        var noBreak = root.TryGetProperty("no-break", out var list) ? [.. list.EnumerateArray().Select(pair => pair.GetString()!)] : Array.Empty<string>();
        templates = root.GetProperty("texts").EnumerateObject()
            .ToDictionary(text => text.Name, text => Template.Parse(NoBreak(text.Value.GetString()!, noBreak), plural), StringComparer.Ordinal);
        catalog = root.TryGetProperty("catalog", out var entries)
            ? entries.EnumerateObject().ToDictionary(entry => entry.Name, entry => NoBreak(entry.Value.GetString()!, noBreak), StringComparer.Ordinal)
            : new Dictionary<string, string>();
        Style = root.TryGetProperty("numbers", out var style) ? new(Word("decimalSign"), Word("percent"), Word("date")) : NumberStyle.English;

        string Word(string key) => style.GetProperty(key).GetString()!;
    }

    private Texts(Texts other, IReadOnlyDictionary<string, Template> templates) =>
        (Language, Style, catalog, this.templates) = (other.Language, other.Style, other.catalog, templates);

    public static Texts English => LazyEnglish.Value;

    /// <summary>Languages there is a file for, in ordinal order.</summary>
    public static IReadOnlyList<string> Languages { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith("words/", StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Language tag, such as <c>en</c>.</summary>
    public string Language { get; }

    /// <summary>How the language writes numbers.</summary>
    public NumberStyle Style { get; }

    /// <summary>Keys in ordinal order.</summary>
    public IEnumerable<string> Keys => templates.Keys.Order(StringComparer.Ordinal);

    public static Texts Load(string language)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"words/{language}.json")
            ?? throw new ArgumentException($"no words for language '{language}'", nameof(language));
        return Parse(stream);
    }

    /// <summary>The language asked for, else that of the dataset where there is a file for it, else English.</summary>
    /// <param name="chosen">One of <see cref="Languages"/>.</param>
    /// <param name="dataset">Language tag of the dataset, such as <c>fr</c> or <c>fr-CD</c>.</param>
    public static Texts For(string? chosen, string? dataset)
    {
        var language = chosen ?? dataset?.Split('-')[0].ToLowerInvariant();
        return language is not null && language != English.Language && Languages.Contains(language) ? Load(language) : English;
    }

    /// <summary>The words for an analysis with these options: a status is said of the ties that it counts.</summary>
    public Texts Under(AnalysisOptions options) => options.LocalTies ? OfLocalTies : this;

    private Texts OfLocalTies => field ??= new(this, templates.ToDictionary(text => text.Key, text => templates.GetValueOrDefault(text.Key + LocalTies, text.Value), StringComparer.Ordinal));

    public bool Has(string key) => templates.ContainsKey(key);

    /// <summary>The text under this key with the facts filled in. Plain text: the format that writes it escapes it.</summary>
    public string Say(string key, params ReadOnlySpan<(string Name, object Value)> facts)
    {
        var byName = new Dictionary<string, object>(facts.Length, StringComparer.Ordinal);
        foreach (var (name, value) in facts)
            byName[name] = value;
        return Say(key, byName);
    }

    /// <inheritdoc cref="Say(string, ReadOnlySpan{ValueTuple{string, object}})"/>
    public string Say(string key, IReadOnlyDictionary<string, object> facts) =>
        templates.TryGetValue(key, out var template) ? template.Fill(facts, this) : throw new KeyNotFoundException($"no text '{key}' in '{Language}'");

    /// <summary>The name of a sector; that of the one that stands for none known is a word of the tool, not of the data.</summary>
    public string Sector(string name) => name == Domain.Vocabulary.UnknownSector ? Say("sector.unknown") : name;

    /// <summary>What a catalog in code says in English, in this language.</summary>
    /// <param name="key">Such as <c>GAP1001.remedy</c>.</param>
    /// <param name="english">The words in code.</param>
    public string Of(string key, string english) => catalog.GetValueOrDefault(key, english);

    /// <summary>The same for words that are their own key, such as what a column was taken for.</summary>
    public string Of(string english) => Of(english, english);

    /// <summary>Keys of the catalogs' words.</summary>
    internal IEnumerable<string> CatalogKeys => catalog.Keys;

    /// <summary>Facts that a text needs.</summary>
    internal IEnumerable<string> NamesOf(string key) => templates[key].Names;

    /// <summary>A text without its holes.</summary>
    internal IEnumerable<string> LiteralsOf(string key) => templates[key].Literals;

    internal static Texts Parse(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        return new(document.RootElement);
    }

    /// <summary>Spaces that belong to a sign, such as that before a colon in French, do not break a line.</summary>
    private static string NoBreak(string text, IEnumerable<string> pairs) =>
        pairs.Aggregate(text, (all, pair) => all.Replace(pair, pair.Replace(' ', '\u00a0'), StringComparison.Ordinal));
}
