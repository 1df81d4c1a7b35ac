using System.Globalization;
using System.Text;
using GapAnalyzer.Domain;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>
/// Names as a chart can show them: on one line, and only in characters that the charts' fonts have. What they lack is shown by
/// acronym, code or id instead, never as empty boxes; tables keep the full name.
/// </summary>
internal sealed class ChartNames(Dataset dataset, Texts t, Typography type)
{
    private const float MostInTitle = 520;

    /// <summary>Short names that several stakeholders have, and that tell none of them from another.</summary>
    private readonly Lazy<HashSet<string>> shared = new(() =>
        [.. dataset.Stakeholders.CountBy(stakeholder => stakeholder.ShortName).Where(name => name.Value > 1).Select(name => name.Key)]);

    /// <summary>How the names are set.</summary>
    public Typography Type => type;

    /// <summary>Whether any name asked for had to be replaced.</summary>
    public bool Replaced { get; private set; }

    /// <summary>Said in a subtitle where a name had to be replaced; else nothing.</summary>
    public string Note => Replaced ? t.Say("chart.replaced") : string.Empty;

    public string Of(StakeholderId id)
    {
        var stakeholder = dataset.Stakeholders[id.Index];
        string? acronym = shared.Value.Contains(stakeholder.ShortName) ? null : stakeholder.ShortName;
        return Showable(Numbered("stakeholder", id.Index), acronym, stakeholder.Name, stakeholder.Id);
    }

    /// <summary>
    /// For titles, which have to speak to those who do not know the acronyms: the full name where it fits, and what the picture says
    /// for it; else that alone.
    /// </summary>
    public string InTitle(StakeholderId id)
    {
        var style = new TextStyle(19, Palette.Ink, Bold: true);
        string full = OneLine(dataset.Stakeholders[id.Index].Name);
        string label = Of(id);
        if (!type.CanShow(full))
            return type.Fit(label, style, MostInTitle);
        full = Bidi.Isolated(full);
        string both = full == label ? full : $"{full} ({label})";
        return type.Width(both, style) <= MostInTitle ? both : type.Fit(label, style, MostInTitle);
    }

    public string Of(SectorId id) => Showable(Numbered("sector", id.Index), dataset.Sectors[id.Index].Name);

    public string Of(ThemeId? id) => id is { } theme ? Showable(Numbered("theme", theme.Index), dataset.Themes[theme.Index]) : t.Say("chart.all-themes");

    public string Of(PlaceId? id)
    {
        if (id is not { } place)
            return t.Say("chart.all-places");
        var (name, code, _, _) = dataset.Places[place.Index];
        return Showable(Numbered("place", place.Index), name, code);
    }

    private string Numbered(string what, int index) => t.Say($"chart.numbered.{what}", ("n", Numbers.Exact(index + 1)));

    private string Showable(string fallback, params ReadOnlySpan<string?> candidates)
    {
        for (int i = 0; i < candidates.Length; i++)
        {
            string name = OneLine(candidates[i] ?? string.Empty);
            if (name.Length > 0 && type.CanShow(name))
                return Bidi.Isolated(name);
            Replaced |= name.Length > 0;
        }

        return fallback;
    }

    /// <summary>The text in composed form without line breaks, control and direction marks, which no chart can show and XML forbids.</summary>
    internal static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in Whole(text).Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator)
                line.Append(' ');
            else if (category is not (UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate))
                line.Append(rune);
        }

        return string.Join(' ', line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    // Neither half a surrogate pair nor U+FFFE can be normalised; enumerating runes replaces the one, the noncharacter the other.
    private static string Whole(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => (rune.Value == 0xFFFE ? Rune.ReplacementChar : rune).ToString()));
}
