using System.Numerics;
using F23.StringSimilarity;

namespace GapAnalyzer.Resolving;

/// <summary>The words of two names set against each other: what they share and what only one of them has, by weight.</summary>
/// <param name="Shared">Weight of the words that both have, times how alike they are.</param>
/// <param name="OnlyA">Weight of the words that only the first has.</param>
/// <param name="OnlyB">Weight of the words that only the second has.</param>
/// <param name="Misspelt">Pairs of words that differ by letters.</param>
/// <param name="Translated">Pairs of words that are written differently but mean the same.</param>
/// <param name="Abbreviated">Words of one that are initials in the other.</param>
/// <param name="PlacesDiffer">Each names a place that the other does not.</param>
/// <param name="OnePlace">Only one of them names a place beyond those that both name.</param>
/// <param name="NumbersDiffer">Each holds a number that the other does not.</param>
internal readonly record struct WordAlignment(
    double Shared, double OnlyA, double OnlyB, int Misspelt, int Translated, bool Abbreviated, bool PlacesDiffer, bool OnePlace, bool NumbersDiffer)
{
    private static readonly OptimalStringAlignment Letters = new();

    public static WordAlignment Of(NameForm a, NameForm b, WordWeights weights, Func<NameWord, bool> isPlace)
    {
        var (inA, inB) = (new bool[a.Words.Count], new bool[b.Words.Count]);
        var (shared, misspelt, translated) = (0.0, 0, 0);
        for (var i = 0; i < a.Words.Count; i++)
        {
            var j = FindSame(a.Words[i], b.Words, inB);
            if (j < 0)
                continue;
            (inA[i], inB[j]) = (true, true);
            shared += weights.Of(a.Words[i].Form);
            if (!SameWord(a.Words[i].Text, b.Words[j].Text))
                translated++;
        }

        for (var i = 0; i < a.Words.Count; i++)
        {
            if (inA[i])
                continue;
            var (j, alike) = FindAlike(a.Words[i], b.Words, inB, isPlace);
            if (j < 0)
                continue;
            (inA[i], inB[j]) = (true, true);
            shared += alike * Math.Max(weights.Of(a.Words[i].Form), weights.Of(b.Words[j].Form));
            misspelt++;
        }

        var abbreviated = Abbreviate(a, inA, b, inB, weights, ref shared) || Abbreviate(b, inB, a, inA, weights, ref shared);
        var (onlyA, placeA, numberA) = Left(a, inA, weights, isPlace);
        var (onlyB, placeB, numberB) = Left(b, inB, weights, isPlace);
        return new(shared, onlyA, onlyB, misspelt, translated, abbreviated, placeA && placeB, placeA != placeB, numberA && numberB);
    }

    /// <summary>1 - edits (transpositions count once) / length of the longer word; 0 where more than one in four letters differs.</summary>
    public static double Alike(string s, string t)
    {
        var (shorter, longer) = s.Length <= t.Length ? (s, t) : (t, s);
        if (shorter.Length < 4)
            return 0;
        if (shorter.Length >= 6 && longer.StartsWith(shorter, StringComparison.Ordinal))
            return Math.Max(0.85, (double)shorter.Length / longer.Length);
        var allowed = longer.Length / 4;
        if (longer.Length - shorter.Length > allowed || LeastEdits(s, t) > allowed)
            return 0;
        var distance = Letters.Distance(s, t);
        return distance <= allowed ? 1 - (distance / longer.Length) : 0;
    }

    /// <summary>A bound from below, quickly: each kind of letter that only one word has takes an edit. Most words compared are nothing alike.</summary>
    private static int LeastEdits(string s, string t)
    {
        var (inS, inT) = (Letterset(s), Letterset(t));
        return Math.Max(BitOperations.PopCount(inS & ~inT), BitOperations.PopCount(inT & ~inS));

        static ulong Letterset(string word)
        {
            var letters = 0UL;
            foreach (var letter in word)
                letters |= 1UL << (letter & 63);
            return letters;
        }
    }

    private static bool SameWord(string s, string t) => s == t || s.TrimEnd('s') == t.TrimEnd('s');

    private static int FindSame(NameWord word, IReadOnlyList<NameWord> words, bool[] taken)
    {
        for (var j = 0; j < words.Count; j++)
        {
            if (!taken[j] && (words[j].Form == word.Form || (word.Country is not null && words[j].Country == word.Country)))
                return j;
        }

        return -1;
    }

    private static (int At, double Alike) FindAlike(NameWord word, IReadOnlyList<NameWord> words, bool[] taken, Func<NameWord, bool> isPlace)
    {
        var best = (At: -1, Alike: 0.0);
        for (var j = 0; j < words.Count; j++)
        {
            // Somali and Somaliland, Niger and Nigeria: two places are never a misspelling of each other.
            if (taken[j] || word.HasDigit || words[j].HasDigit || (isPlace(word) && isPlace(words[j])))
                continue;
            var alike = Alike(word.Text, words[j].Text);
            if (word.Form != word.Text || words[j].Form != words[j].Text)
                alike = Math.Max(alike, Alike(word.Form, words[j].Form));
            if (alike > best.Alike)
                best = (j, alike);
        }

        return best;
    }

    /// <summary>A short word of the first that is made of the initials of two or more words left over in the second.</summary>
    private static bool Abbreviate(NameForm a, bool[] inA, NameForm b, bool[] inB, WordWeights weights, ref double shared)
    {
        var left = Enumerable.Range(0, b.Words.Count).Where(j => !inB[j]).ToList();
        if (left.Count < 2 || a.Words.Count < 2)
            return false;
        for (var i = 0; i < a.Words.Count; i++)
        {
            var word = a.Words[i].Text;
            if (inA[i] || word.Length is < 2 or > 6)
                continue;
            for (var start = 0; start < left.Count; start++)
            {
                // Small words may give a letter too: TdH is Terre des Hommes, ENA is École nationale d'administration.
                var end = Enumerable.Range(start + 2, Math.Max(0, left.Count - start - 1)).FirstOrDefault(e => IsInitials(word, b, left[start], left[e - 1]), -1);
                if (end < 0)
                    continue;
                inA[i] = true;
                foreach (var j in left[start..end])
                {
                    inB[j] = true;
                    shared += 0.9 * weights.Of(b.Words[j].Form);
                }

                return true;
            }
        }

        return false;
    }

    private static bool IsInitials(string word, NameForm name, int first, int last)
    {
        var main = string.Concat(Enumerable.Range(first, last - first + 1).Select(j => name.Words[j].Text[0]));
        if (main == word)
            return true;
        var all = string.Concat(name.All.Select(part => part[0]));
        return word.Length > main.Length && word[0] == main[0] && word[^1] == main[^1] && all.Contains(word, StringComparison.Ordinal);
    }

    private static (double Weight, bool Place, bool Number) Left(NameForm name, bool[] taken, WordWeights weights, Func<NameWord, bool> isPlace)
    {
        var (weight, place, number) = (0.0, false, false);
        for (var i = 0; i < taken.Length; i++)
        {
            if (taken[i])
                continue;
            weight += weights.Of(name.Words[i].Form);
            place |= isPlace(name.Words[i]);
            number |= name.Words[i].HasDigit;
        }

        return (weight, place, number);
    }
}
