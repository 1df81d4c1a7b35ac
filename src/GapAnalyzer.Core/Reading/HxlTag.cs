using System.Text.RegularExpressions;

namespace GapAnalyzer.Reading;

/// <summary>An HXL hashtag: <c>#adm1 +name</c> is the tag <c>adm1</c> with the attribute <c>name</c>. Attribute order is free, case does not matter.</summary>
internal sealed partial record HxlTag(string Tag, IReadOnlySet<string> Attributes)
{
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
            ? new(match.Groups[1].Value[1..].ToLowerInvariant(), match.Groups[2].Captures.Select(c => c.Value.Trim(' ', '\t', '+').ToLowerInvariant()).ToHashSet(StringComparer.Ordinal))
            : null;
    }

    /// <summary>At least half of the non-empty cells are tags.</summary>
    public static bool IsTagRow(IReadOnlyList<string> cells)
    {
        var filled = cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).ToList();
        return filled.Count > 0 && filled.Count(cell => Parse(cell) is not null) * 2 >= filled.Count;
    }

    [GeneratedRegex(@"^\s*(#[A-Za-z][_0-9A-Za-z]*)(\s*\+[A-Za-z][_0-9A-Za-z]*)*\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
