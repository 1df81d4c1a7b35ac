using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Resolving;

/// <summary>Themes by folded name, shown as most often written, in the dataset's own order first.</summary>
internal sealed class ThemeRegistry(IReadOnlyList<string> order)
{
    private readonly SortedDictionary<string, Spellings> themes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> folds = new(StringComparer.Ordinal);
    private Dictionary<string, int> positions = [];

    /// <summary>Names of humanitarian clusters, to know a theme column by its content.</summary>
    private static readonly HashSet<string> KnownClusters =
    [
        "cccm", "campcoordinationandcampmanagement", "coordination", "earlyrecovery", "education", "emergencyshelter", "shelter", "shelternfi", "esnfi", "emergencyshelterandnfi", "abrisame",
        "emergencytelecommunications", "etc", "food", "foodsecurity", "foodsecurityandlivelihoods", "fsl", "fsc", "fsac", "securitealimentaire", "seguridadalimentaria", "health", "sante", "salud",
        "livelihoods", "logistics", "logistique", "logistica", "mineaction", "multipurposecash", "mpca", "nfi", "nutrition", "nutricion", "protection", "proteccion", "childprotection", "gbv",
        "genderbasedviolence", "hlp", "wash", "watersanitationandhygiene", "eha", "epah", "aguasaneamientoehigiene", "returnandrecovery", "rrr", "refugeeresponse", "multisector", "prevention", "prosecution", "partnership",
    ];

    public static bool IsKnownCluster(string value) => KnownClusters.Contains(Fold.Compact(value));

    /// <summary>Folded name under which the theme is known from now on.</summary>
    public string Add(string theme, long times = 1, SourceRow? at = null)
    {
        if (!folds.TryGetValue(theme, out var folded))
            folds[theme] = folded = Fold.Name(theme);
        if (!themes.TryGetValue(folded, out var spellings))
            themes[folded] = spellings = new();
        spellings.Add(theme, times, at);
        return folded;
    }

    /// <summary>Names in their final order; from now on <see cref="PositionOf"/> answers.</summary>
    /// <param name="diagnostics">Told of spellings that were merged.</param>
    /// <param name="cite">File and line of a row.</param>
    public IReadOnlyList<string> Settle(DiagnosticCollector diagnostics, Func<SourceRow?, (string File, int Line)> cite)
    {
        var rank = order.Select(Fold.Name).Distinct().Index().ToDictionary(theme => theme.Item, theme => theme.Index);
        var settled = themes
            .Select(theme => (Folded: theme.Key, Name: theme.Value.Best, Spellings: theme.Value))
            .OrderBy(theme => rank.GetValueOrDefault(theme.Folded, int.MaxValue))
            .ThenBy(theme => theme.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var theme in settled.Where(theme => theme.Spellings.Count > 1))
        {
            diagnostics.Add(DiagnosticCatalog.ThemesMerged, cite(theme.Spellings.FirstOther), $"theme '{theme.Name}' is written as {Quote.List(theme.Spellings.Counted)}", "",
                "taken for one theme", occurrences: theme.Spellings.Count - 1);
        }

        positions = settled.Index().ToDictionary(theme => theme.Item.Folded, theme => theme.Index);
        return [.. settled.Select(theme => theme.Name)];
    }

    public int PositionOf(string folded) => positions[folded];
}
