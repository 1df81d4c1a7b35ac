using System.Reflection;
using System.Text.Json;

namespace GapAnalyzer.Reporting.Words;

/// <summary>
/// The words of one language: templates by key, from the embedded resource <c>words/LANGUAGE.json</c>. A new language is a new
/// file with the same keys.
/// </summary>
public sealed class Texts
{
    private readonly IReadOnlyDictionary<string, Template> templates;

    private Texts(string language, IReadOnlyDictionary<string, Template> templates)
    {
        Language = language;
        this.templates = templates;
    }

    public static Texts English { get; } = Load("en");

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

    /// <summary>Keys in ordinal order.</summary>
    public IEnumerable<string> Keys => templates.Keys.Order(StringComparer.Ordinal);

    public static Texts Load(string language)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"words/{language}.json")
            ?? throw new ArgumentException($"no words for language '{language}'", nameof(language));
        return Parse(stream);
    }

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
        templates.TryGetValue(key, out var template) ? template.Fill(facts) : throw new KeyNotFoundException($"no text '{key}' in '{Language}'");

    /// <summary>The text under this key if there is one, else the fallback.</summary>
    public string SayOr(string fallback, string key) => templates.TryGetValue(key, out var template) ? template.Fill(new Dictionary<string, object>()) : fallback;

    /// <summary>Facts that a text needs.</summary>
    internal IEnumerable<string> NamesOf(string key) => templates[key].Names;

    /// <summary>A text without its holes.</summary>
    internal IEnumerable<string> LiteralsOf(string key) => templates[key].Literals;

    internal static Texts Parse(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var plural = root.GetProperty("plural").GetString()!;
        var templates = root.GetProperty("texts").EnumerateObject()
            .ToDictionary(text => text.Name, text => Template.Parse(text.Value.GetString()!, plural), StringComparer.Ordinal);
        return new(root.GetProperty("language").GetString()!, templates);
    }
}
