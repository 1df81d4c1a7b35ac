using System.Text.RegularExpressions;

namespace GapAnalyzer.Reading;

/// <summary>An HXL hashtag: <c>#adm1 +name</c> is the tag <c>adm1</c> with the attribute <c>name</c>. Attribute order is free, case does not matter.</summary>
internal sealed partial record HxlTag(string Tag, IReadOnlySet<string> Attributes)
{
    /// <summary>Whether it has any of these attributes.</summary>
    public bool Has(params ReadOnlySpan<string> any)
    {
        foreach (var attribute in any)
        {
            if (Attributes.Contains(attribute))
                return true;
        }

        return false;
    }

    /// <summary>Null where the text is no tag: <c>#N/A</c> and <c>#VALUE!</c> are not.</summary>
    public static HxlTag? Parse(string text)
    {
        var match = Pattern().Match(text);
        return match.Success
            ? new(match.Groups["tag"].Value.ToLowerInvariant(), match.Groups["attribute"].Captures.Select(c => c.Value.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal))
            : null;
    }

    /// <summary>At least half of the non-empty cells are tags.</summary>
    public static bool IsTagRow(IReadOnlyList<string> cells)
    {
        var filled = cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).ToList();
        return filled.Count > 0 && filled.Count(cell => Parse(cell) is not null) * 2 >= filled.Count;
    }

    [GeneratedRegex(@"^\s*#(?<tag>[A-Za-z][_0-9A-Za-z]*)(?:\s*\+(?<attribute>[A-Za-z][_0-9A-Za-z]*))*\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
