namespace GapAnalyzer.Resolving;

/// <summary>How alike two names are, and why; see <see cref="LookAlikes"/> for the whole score.</summary>
internal sealed class NameSimilarity(IReadOnlyList<string> names, IReadOnlyList<NameForm> forms, WordWeights weights, IReadOnlySet<string> places, JointNames joint)
{
    private const double SameLetters = 0.97;
    private const double KnownNames = 0.92;
    private const double GivenAcronym = 0.92;
    private const double MadeAcronym = 0.85;
    private const double AcronymInName = 0.78;
    private const double SameWords = 0.95;

    /// <summary>Weight of words that both names have below which a match says little: "Development Organisation".</summary>
    private const double FullEvidence = 0.85;

    /// <summary>What a leftover word costs where only one name has some (it was left out), and where both have (it was replaced).</summary>
    private const double LeftOut = 0.6;
    private const double Replaced = 4;

    private const double OtherAcronym = 0.7;

    /// <summary>A place in one name only: the whole and one of its branches, more often than one name written in two ways.</summary>
    private const double OneSection = 0.8;

    /// <summary>Word score below which a common acronym proves nothing: SRC is the Spanish and the Swiss Red Cross.</summary>
    private const double LowestForAcronym = 0.3;

    /// <summary>
    /// How many names an acronym is given for or made from. A bare SRC beside two names with it is one of them at most: the evidence is shared out,
    /// and no file of suggestions joins the two names over it.
    /// </summary>
    private readonly Dictionary<string, int> bearers = forms
        .Where(form => !form.IsBareAcronym)
        .SelectMany(form => form.Acronyms.Concat(form.HasParts ? [] : form.Initials()).Distinct())
        .CountBy(acronym => acronym, StringComparer.Ordinal)
        .ToDictionary(StringComparer.Ordinal);

    public (double Score, IReadOnlyList<string> Reasons) Of(int i, int j)
    {
        var (a, b) = (forms[i], forms[j]);
        if (a.Known >= 0 && b.Known >= 0 && a.Known != b.Known)
            return (0, []);
        if (a.CompactName == b.CompactName)
            return (SameLetters, ["only spaces, punctuation or an acronym in brackets differ"]);
        if (joint.IsJoint(names[i], a, b) || joint.IsJoint(names[j], b, a))
            return (0, []);

        var evidence = new List<(double Score, string Reason)>();
        if (a.Known >= 0 && a.Known == b.Known)
            evidence.Add((KnownNames, $"both are names of {KnownOrganisations.NameOf(a.Known)}"));
        var aligned = WordAlignment.Of(a, b, weights, IsPlace);
        if (aligned.PlacesDiffer || aligned.NumbersDiffer)
            return (0, []);
        AddAcronym(evidence, a, b);
        AddAcronym(evidence, b, a);
        AddWords(evidence, a, b, aligned);
        if (evidence.Count == 0)
            return (0, []);
        evidence.Sort((x, y) => x.Score != y.Score ? y.Score.CompareTo(x.Score) : string.CompareOrdinal(x.Reason, y.Reason));
        // Each further reason closes a third of what is missing to certainty.
        var score = evidence.Skip(1).Where(e => e.Score >= 0.4).Aggregate(evidence[0].Score, (sum, _) => sum + ((1 - sum) / 3));
        return (score, [.. evidence.Where(e => e.Score >= 0.4).Select(e => e.Reason).Distinct()]);
    }

    /// <summary>Countries, sections given as a letter (MSF-E), and the places of the dataset.</summary>
    private bool IsPlace(NameWord word) => word.Country is not null || word.Text.Length == 1 || places.Contains(word.Text);

    private void AddAcronym(List<(double, string)> evidence, NameForm shorter, NameForm longer)
    {
        foreach (var acronym in shorter.Acronyms)
        {
            if (shorter.IsBareAcronym && !longer.IsBareAcronym)
            {
                var given = longer.Acronyms.Contains(acronym);
                var made = given ? 0 : Acronyms.Match(acronym, longer);
                var share = 1.0 / Math.Max(1, bearers.GetValueOrDefault(acronym));
                if (given)
                    evidence.Add((share * (acronym.Length > 2 ? GivenAcronym : 0.8), "acronym of the name"));
                else if (made > 0)
                    evidence.Add((share * MadeAcronym * made * (longer.Acronyms.Count > 0 ? 0.7 : 1), "acronym of the name"));
            }

            if (!shorter.IsBareAcronym && acronym.Length > 3 && longer.MainWords == acronym)
                evidence.Add((GivenAcronym, "acronym of the name"));
            if (acronym.Length > 6 && !longer.Acronyms.Contains(acronym) && Math.Abs(acronym.Length - longer.CompactName.Length) <= 2 && WordAlignment.Alike(acronym, longer.CompactName) > 0)
                evidence.Add((AcronymInName, "spelling of the acronym differs"));
            if (acronym.Length > 3 && !longer.Acronyms.Contains(acronym) && !longer.IsBareAcronym && !shorter.IsBareAcronym && longer.All.Contains(acronym) && !shorter.All.Contains(acronym))
                evidence.Add((AcronymInName, "the acronym of one stands in the name of the other"));
        }
    }

    private static void AddWords(List<(double, string)> evidence, NameForm a, NameForm b, WordAlignment aligned)
    {
        var acronymsOnly = a.IsBareAcronym && b.IsBareAcronym && a.Words.Count == 1 && b.Words.Count == 1;
        if (acronymsOnly && Math.Min(a.CompactName.Length, b.CompactName.Length) < 7)
            return;
        var (less, more) = (Math.Min(aligned.OnlyA, aligned.OnlyB), Math.Max(aligned.OnlyA, aligned.OnlyB));
        if (aligned.Shared == 0)
            return;
        var cost = (LeftOut * (more - less)) + (Replaced * less);
        var score = SameWords * aligned.Shared / (aligned.Shared + cost) * Math.Min(1, aligned.Shared / FullEvidence);
        score = score < LowestForAcronym || a.IsBareAcronym || b.IsBareAcronym ? score : Acronyms.Compare(a.Acronyms, b.Acronyms) switch
        {
            AcronymRelation.Same => score + ((1 - score) / 2),
            AcronymRelation.Continued => score + ((1 - score) / 4),
            AcronymRelation.Different => score * OtherAcronym,
            _ => score,
        };
        if (aligned.OnePlace)
            score *= OneSection;
        evidence.Add((score, Reason(a, b, aligned, more)));
    }

    private static string Reason(NameForm a, NameForm b, WordAlignment aligned, double onlyOne)
    {
        if (onlyOne > 0)
            return aligned.OnlyA == 0 || aligned.OnlyB == 0 ? "one name contains the other" : "most words are the same";
        if (aligned.Abbreviated)
            return "words of one are initials in the other";
        if (aligned.Misspelt > 0)
            return IsOneLetter(a.CompactName, b.CompactName) ? "one letter differs" : "spelling differs";
        return aligned.Translated > 0 ? "the same words in another language" : "the same words in another order";
    }

    private static bool IsOneLetter(string s, string t) => Math.Abs(s.Length - t.Length) <= 1 && new F23.StringSimilarity.OptimalStringAlignment().Distance(s, t) <= 1;
}
