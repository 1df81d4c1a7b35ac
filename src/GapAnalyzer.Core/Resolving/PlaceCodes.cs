using System.Text.RegularExpressions;

namespace GapAnalyzer.Resolving;

/// <summary>
/// How place codes are compared: without case and spaces, and in one style where a dataset uses both the two letters and the three
/// letters of its country (<c>SD08</c> and <c>SUD008</c>).
/// </summary>
internal sealed partial class PlaceCodes
{
    /// <summary>Rows with both codes that have to agree before a level 2 code is believed to tell its level 1 place.</summary>
    private const double AgreeingShare = 0.8;

    private readonly Dictionary<string, string> shortOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> shortened;

    /// <param name="codes">All codes of the dataset, of both levels.</param>
    public PlaceCodes(IEnumerable<string> codes)
    {
        var prefixes = codes.Select(code => Styled().Match(Clean(code))).Where(match => match.Success).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        foreach (var three in prefixes.Where(prefix => prefix.Length == 3))
        {
            if (prefixes.Where(two => two.Length == 2 && two[0] == three[0] && three.IndexOf(two[1], 1) > 0).ToList() is [var only])
                shortOf[three] = only;
        }

        shortened = [.. shortOf.Values];
    }

    /// <summary>A code on one line, in capitals: a line break separates the parts of a key.</summary>
    public static string Clean(string code) => string.Join(' ', code.ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What codes that mean the same have in common.</summary>
    public string KeyOf(string code)
    {
        var clean = Clean(code);
        if (Styled().Match(clean) is not { Success: true } match)
            return clean;
        var (letters, digits) = (match.Groups[1].Value, match.Groups[2].Value.TrimStart('0'));
        return shortOf.TryGetValue(letters, out var two) ? two + digits : shortened.Contains(letters) ? letters + digits : clean;
    }

    /// <summary>
    /// For each key of a level 2 code the key of the level 1 code that it begins with; only those that begin with exactly one, and
    /// nothing at all where the codes of the dataset are not made so.
    /// </summary>
    /// <param name="pairs">Level 1 and level 2 code of the rows that have both, with their number.</param>
    /// <param name="level1">All level 1 codes.</param>
    /// <param name="level2">All level 2 codes.</param>
    public IReadOnlyDictionary<string, string> Parents(IEnumerable<(string Code1, string Code2, long Rows)> pairs, IEnumerable<string> level1, IEnumerable<string> level2)
    {
        var byKey = level1.Select(KeyOf).Distinct().ToHashSet(StringComparer.Ordinal);
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var child in level2.Select(KeyOf).Distinct().Where(key => key.Length > 0 && char.IsAsciiLetter(key[0])))
        {
            var begins = Enumerable.Range(2, Math.Max(0, child.Length - 3)).Select(length => child[..length]).Where(byKey.Contains).Take(2).ToList();
            if (begins is [var only])
                parents[child] = only;
        }

        var (agree, all) = (0L, 0L);
        foreach (var (code1, code2, rows) in pairs)
        {
            all += rows;
            agree += parents.GetValueOrDefault(KeyOf(code2)) == KeyOf(code1) ? rows : 0;
        }

        return all > 0 && agree >= AgreeingShare * all ? parents : new Dictionary<string, string>();
    }

    [GeneratedRegex("^([A-Z]{2,3})([0-9]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Styled();
}
