using GapAnalyzer.Networks;

namespace GapAnalyzer.Nulls;

/// <summary>
/// Who would be tied if only activity (and one's own sector) counted: on required pairs
/// <c>logit p_ij = theta_i + theta_j + eta [same sector]</c>, eta = 0 in the activity model.
/// </summary>
/// <remarks>
/// Sources: beta-model, Chatterjee, Diaconis &amp; Sly 2011, Ann. Appl. Probab. 21:1400, doi:10.1214/10-AAP728; with homophily, Graham 2017,
/// Econometrica 85:1033, doi:10.3982/ECTA12679; existence, Rinaldo, Petrovic &amp; Fienberg 2013, Ann. Stat. 41:1085, doi:10.1214/12-AOS1078.
/// </remarks>
internal sealed class PairModel
{
    /// <summary>Ridge on <c>theta_i - mean theta</c>: keeps stakeholders tied with none or with all of their required pairs finite.</summary>
    public const double Ridge = 0.05;

    /// <summary>Ridge on eta: finite too where no pair, or every pair, within sectors is tied; elsewhere it hardly moves eta.</summary>
    public const double EtaRidge = 1e-3;

    /// <summary>Length n; the mean for a stakeholder of whom the fit sees no required pair.</summary>
    public required double[] Theta { get; init; }

    public required double Eta { get; init; }

    /// <summary>Passes over the required pairs that the fit took.</summary>
    public required int Passes { get; init; }

    /// <summary>The gradient came below its limit.</summary>
    public required bool Converged { get; init; }

    /// <summary><c>e^theta</c>, kept where products of three of them stay finite.</summary>
    public static double[] Exponentials(ReadOnlySpan<double> theta)
    {
        var odds = new double[theta.Length];
        for (var i = 0; i < odds.Length; i++)
            odds[i] = Math.Exp(Math.Clamp(theta[i], -200, 200));
        return odds;
    }

    /// <summary>Chance of a tie of each required pair, summed per pair of sectors, and listed where there are few enough for exact tails.</summary>
    /// <param name="pairs">The required pairs, those left out of the fit included.</param>
    /// <param name="clustering">Ties that come at once, on average; see <see cref="VerdictTies.Clustering"/>.</param>
    /// <remarks>O(required pairs).</remarks>
    public SectorPairChances Chances(RequiredTies pairs, double clustering = 1)
    {
        var (odds, same, blocks) = (Exponentials(Theta), Math.Exp(Eta), pairs.Blocks());
        var chances = new SectorPairChances(pairs, clustering);
        OrderedBlocks.Sum(
            blocks.Length - 1,
            pairs.Reader,
            (block, reader) =>
            {
                var part = new SectorPairChances(pairs, clustering);
                for (var i = blocks[block]; i < blocks[block + 1]; i++)
                    AddRow(part, pairs.Sectors, i, reader.OthersOf(i), odds, same);
                return part;
            },
            chances.Add,
            CancellationToken.None);
        return chances;
    }

    private static void AddRow(SectorPairChances chances, SectorMap sectors, int i, ReadOnlySpan<int> others, double[] odds, double same)
    {
        if (!sectors.IsKnown(i))
            return;
        var row = sectors.Of[i];
        foreach (var j in others)
        {
            var column = sectors.Of[j];
            if (!sectors.Known[column])
                continue;
            var x = odds[i] * odds[j] * (row == column ? same : 1);
            chances.Add(row, column, x / (1 + x));
        }
    }
}

/// <summary>What a model expects of each pair of sectors.</summary>
internal sealed class SectorPairChances
{
    private readonly int s;
    private readonly double clustering;
    private readonly BernoulliSum[] sums;
    private readonly List<double>?[] listed;

    public SectorPairChances(RequiredTies pairs, double clustering)
    {
        (s, this.clustering) = (pairs.S, clustering);
        sums = Enumerable.Repeat(BernoulliSum.Empty, s * s).ToArray();
        listed = [.. pairs.RequiredOf.Select(count => clustering == 1 && count is > 0 and <= PoissonBinomial.ExactUpTo ? new List<double>() : null)];
    }

    public BernoulliSum Of(int a, int b) => clustering == 1 ? sums[At(a, b)] : sums[At(a, b)].Bunched(clustering);

    public void Add(int a, int b, double p)
    {
        var at = At(a, b);
        sums[at] = sums[at].Plus(p);
        listed[at]?.Add(p);
    }

    /// <summary>Adds the pairs of later rows.</summary>
    public void Add(SectorPairChances later)
    {
        for (var at = 0; at < sums.Length; at++)
        {
            sums[at] = sums[at].Plus(later.sums[at]);
            if (later.listed[at] is { } more)
                listed[at]?.AddRange(more);
        }
    }

    /// <summary>Tails of the number of satisfied pairs; exact where there are few enough pairs and ties do not come in bunches.</summary>
    public Tails Tails(int a, int b, long observed)
    {
        var at = At(a, b);
        if (sums[at].Count == 0)
            return Nulls.Tails.Undefined;
        return listed[at] is { } p
            ? PoissonBinomial.Exact(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(p), (int)observed)
            : PoissonBinomial.RefinedNormal(Of(a, b), observed);
    }

    private int At(int a, int b) => (Math.Min(a, b) * s) + Math.Max(a, b);
}
