using GapAnalyzer.Domain;

namespace GapAnalyzer.Resolving;

/// <summary>
/// Stakeholders that may be one organisation under two names. Nothing is merged: the pairs are suggested, with a score and with
/// reasons, to a person who decides.
/// </summary>
/// <remarks>
/// <para>
/// Score = name + (1 - name) * <see cref="ContextShare"/> * context. <i>Context</i> is the cosine, 0 to 1, of how often the two work
/// on each theme in each place; it can only raise a score, because two organisations of one kind work side by side as well. <i>Name</i>
/// is the strongest evidence of <see cref="NameSimilarity"/>, and each further piece of evidence closes a third of the distance to 1:
/// </para>
/// <list type="bullet">
/// <item>.97: only spaces, punctuation or an acronym in brackets differ.</item>
/// <item>.92: both are in the table of well-known organisations as the same one; or one is the acronym that stands beside the other's name
/// (divided by the number of names that have that acronym).</item>
/// <item>.85: one is made of the first letters of the other's words (.51 for two letters, .68 where words give several letters).</item>
/// <item>.78: the acronym of one stands among the words of the other.</item>
/// <item>Words: .95 * shared / (shared + cost) * min(1, shared / .85), where <i>shared</i> is the weight of the words that both names have
/// (alike but for letters, abbreviated or translated ones included, at 1 or a little less) and <i>cost</i> is .6 times the weight of words that one name adds,
/// and 4 times the lighter side of words that each has in place of the other's. A word weighs 1 if it is rare in the dataset, less the more names
/// have it, half of that if it is common everywhere ("development"), and .15 of it if anyone adds it at will ("organisation", "international").
/// The same acronym beside both names halves the distance to 1; different ones take 30 %, a place in one name only 20 %.</item>
/// </list>
/// <para>
/// No suggestion at all, whatever is alike: names with different places or countries (branches and sections), with different numbers,
/// names of two different well-known organisations, short acronyms that differ, and a cell that names several organisations against one of them.
/// </para>
/// <para>
/// Time is near linear in the number of names, see <see cref="CandidatePairs"/>. The result depends on neither the order of rows nor the number of threads.
/// </para>
/// </remarks>
public static class LookAlikes
{
    /// <summary>Score from which a pair is suggested: on judged pairs of real files it keeps at least 7 of 10 suggestions right and at least 85 of 100 true pairs.</summary>
    public const double DefaultThreshold = 0.6;

    /// <summary>Part of the distance to certainty that working on the same themes in the same places can close.</summary>
    public const double ContextShare = 0.25;

    /// <summary>Context from which it is named as a reason.</summary>
    internal const double TellingContext = 0.5;

    /// <summary>Pairs with at least this score, best first, then by canonical and alias.</summary>
    public static IReadOnlyList<NameSuggestion> Find(Dataset dataset, double threshold = DefaultThreshold, CancellationToken cancellation = default)
    {
        var scorer = new LookAlikeScorer(dataset);
        var pairs = CandidatePairs.Of(scorer.Forms);
        var found = new NameSuggestion?[pairs.Count];
        Parallel.For(0, pairs.Count, new ParallelOptions { CancellationToken = cancellation }, at =>
        {
            var (score, reasons) = scorer.Score(pairs[at].A, pairs[at].B);
            if (score >= threshold)
                found[at] = scorer.Suggest(pairs[at].A, pairs[at].B, score, reasons);
        });
        return [.. found.OfType<NameSuggestion>().OrderByDescending(s => s.Score).ThenBy(s => s.Canonical.Index).ThenBy(s => s.Alias.Index)];
    }
}

/// <summary>Scores pairs of stakeholders of one dataset.</summary>
internal sealed class LookAlikeScorer
{
    /// <summary>Letters of a name that are compared: more would be no name, and the time grows with the square of a word's length.</summary>
    private const int MaxLength = 400;

    private readonly Dataset dataset;
    private readonly NameSimilarity names;
    private readonly SharedContext context;
    private readonly long[] participations;

    public LookAlikeScorer(Dataset dataset)
    {
        this.dataset = dataset;
        Forms = [.. dataset.Stakeholders.Select(stakeholder => NameForm.Of(Cut(stakeholder.Name), stakeholder.Acronym is { } acronym ? Cut(acronym) : null))];
        context = new(dataset);
        var places = dataset.Places.SelectMany(place => NameForm.FoldWords(place.Name).Split(' ')).Where(word => word.Length > 3 && !NameWords.IsOrdinary(word)).ToHashSet(StringComparer.Ordinal);
        var organisations = Forms.SelectMany(form => form.Acronyms.Append(form.WholeFolded).Append(form.Folded)).ToHashSet(StringComparer.Ordinal);
        names = new([.. dataset.Stakeholders.Select(stakeholder => Cut(stakeholder.Name))], Forms, new(Forms), places, new(organisations));
        participations = dataset.ParticipationsByStakeholder();
    }

    public IReadOnlyList<NameForm> Forms { get; }

    /// <summary>Score and reasons of a pair, whether or not it would be a candidate.</summary>
    public (double Score, IReadOnlyList<string> Reasons) Score(int a, int b)
    {
        if (dataset.Stakeholders[a].StandsForSector || dataset.Stakeholders[b].StandsForSector)
            return (0, []);
        var (score, reasons) = names.Of(a, b);
        if (score == 0)
            return (0, []);
        var shared = context.Of(a, b);
        return (score + ((1 - score) * LookAlikes.ContextShare * shared), shared >= LookAlikes.TellingContext ? [.. reasons, "work on the same themes in the same places"] : reasons);
    }

    private static string Cut(string name) => name.Length <= MaxLength ? name : name[..(char.IsHighSurrogate(name[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];

    public NameSuggestion Suggest(int a, int b, double score, IReadOnlyList<string> reasons)
    {
        var (alias, canonical) = participations[a] != participations[b] ? (participations[a] < participations[b] ? (a, b) : (b, a)) : (Math.Max(a, b), Math.Min(a, b));
        return new(new(alias), new(canonical), score, reasons);
    }
}
