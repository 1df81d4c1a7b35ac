using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Networks;

/// <summary>What an analysis will need at its peak, told before the long steps begin.</summary>
/// <param name="Held">Bytes that are in use already: the dataset and who is present where.</param>
/// <param name="RequiredPairs">Required pairs, estimated from some of the stakeholders.</param>
/// <param name="Ties">Ties, at most: pairs in one activity, and declared ones.</param>
/// <param name="Bytes">At the peak.</param>
internal readonly record struct MemoryEstimate(long Held, long RequiredPairs, long Ties, long Bytes)
{
    /// <summary>Stakeholders whose required pairs are counted.</summary>
    private const int Sampled = 200;

    /// <summary>Per tie: both ends with what they rest on, and the graphs of two runs of Leiden.</summary>
    private const int BytesOfTie = 50;

    /// <summary>Per required pair: steps and shared; weights where needs are given.</summary>
    private const int BytesOfPair = 3;
    private const int BytesOfWeight = 8;

    /// <summary>Per gap that a plan looks at.</summary>
    private const int BytesOfGap = 12;

    /// <summary>Per stakeholder: shortest paths, sums and shuffles of two threads, and the summary.</summary>
    private const int BytesOfStakeholder = 4_000;

    /// <summary>Per stakeholder and sector: a rate.</summary>
    private const int BytesOfRate = 40;

    /// <param name="dataset">Activities and ties.</param>
    /// <param name="options">Effective options.</param>
    /// <param name="presence">Who is present where.</param>
    /// <param name="weighted">Needs are given.</param>
    /// <remarks>O(activities + the rows of the sampled stakeholders).</remarks>
    public static MemoryEstimate Of(Dataset dataset, AnalysisOptions options, Presence presence, bool weighted)
    {
        var (held, pairs) = (GC.GetTotalMemory(forceFullCollection: false), Pairs(presence));
        var ties = dataset.Ties.Count + TieNetwork.TieActivities(dataset, options).Sum(activity => activity.Participations.Count * (activity.Participations.Count - 1L) / 2);
        return new(held, pairs, ties, held
            + (pairs * (BytesOfPair + (weighted ? BytesOfWeight : 0)))
            + (ties * BytesOfTie)
            + (options.Has(AnalysisParts.Plan) ? Math.Min(pairs, Planning.OpenGaps.Most) * BytesOfGap : 0)
            + (presence.N * (BytesOfStakeholder + ((long)dataset.Sectors.Count * BytesOfRate))));
    }

    /// <exception cref="InputException">It is more than there may be.</exception>
    public void Require(long most)
    {
        if (Bytes > most)
        {
            throw new InputException(FormattableString.Invariant(
                $"this dataset needs about {Bytes / 1e9:0.0} GB of memory ({Held / 1e9:0.0} GB are in use; about {RequiredPairs / 1e6:#,0.0} million pairs of organisations work on one theme in one place, and up to {Ties / 1e6:#,0.0} million have ties), and may take {most / 1e9:0.0} GB; give it more (--memory), or name the columns of theme and place (--map), or choose a finer --period or --place-level"));
        }
    }

    private static long Pairs(Presence presence)
    {
        var (row, met, step) = (new PairAccumulator(presence.N, weighted: false), 0L, Math.Max(1, presence.N / Sampled));
        var looked = 0;
        for (var i = 0; i < presence.N; i += step, looked++)
        {
            row.Clear();
            foreach (var c in presence.ArenasOf(i))
                row.AddAround(presence.MembersOf(c), i, 1);
            met += row.Others.Length;
        }

        return looked == 0 ? 0 : met * presence.N / looked / 2;
    }
}
