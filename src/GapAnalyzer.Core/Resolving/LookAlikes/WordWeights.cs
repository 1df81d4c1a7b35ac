namespace GapAnalyzer.Resolving;

/// <summary>
/// How much a word says about which organisation is meant: 1 for a word that occurs in one name, less the more names of the
/// dataset have it, times the share that <see cref="NameWords"/> leaves to words common everywhere.
/// </summary>
internal sealed class WordWeights
{
    /// <summary>Names that even a small dataset is taken to stand for: below it, chance makes every word look rare.</summary>
    private const int MinNames = 50;

    private readonly Dictionary<string, int> frequency = new(StringComparer.Ordinal);
    private readonly double scale;

    public WordWeights(IReadOnlyList<NameForm> names)
    {
        foreach (var name in names)
        {
            foreach (var form in name.Words.Select(word => word.Form).Distinct())
                frequency[form] = frequency.GetValueOrDefault(form) + 1;
        }

        scale = Math.Log(1 + Math.Max(MinNames, names.Count));
        Count = names.Count;
    }

    public int Count { get; }

    public int Frequency(string form) => frequency.GetValueOrDefault(form);

    public double Of(string form)
    {
        // The two names of a true pair both hold the word: occurring twice is as rare as it gets.
        var others = Math.Max(0, Frequency(form) - 2);
        return NameWords.Share(form) * (scale - Math.Log(1 + others)) / scale;
    }
}
