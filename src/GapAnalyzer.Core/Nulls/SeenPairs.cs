using GapAnalyzer.Networks;

namespace GapAnalyzer.Nulls;

/// <summary>The required pairs that a fit sees, what it has to reproduce of them, and where it starts. Coordinates: theta of each stakeholder, then eta.</summary>
internal sealed class SeenPairs
{
    private readonly bool[] leftOut;
    private readonly int[] required;

    public SeenPairs(RequiredTies pairs, bool[] leftOut, bool homophily)
    {
        (Pairs, this.leftOut, Homophily) = (pairs, leftOut, homophily);
        (Observed, required) = (new double[N + 1], leftOut.Contains(true) ? Count() : pairs.RequiredBy);
        Observe();
        TakesPart = [.. required.Select(count => count > 0)];
        Taking = TakesPart.Count(takes => takes);
    }

    public RequiredTies Pairs { get; }

    /// <summary>The model has eta.</summary>
    public bool Homophily { get; }

    public int N => Pairs.N;

    /// <summary>Ties of each stakeholder, then, with eta, ties within sectors.</summary>
    public double[] Observed { get; }

    /// <summary>Whether a stakeholder has a pair that the fit sees.</summary>
    public bool[] TakesPart { get; }

    public int Taking { get; }

    /// <summary>What the odds of row i are multiplied with, by sector of the other end: 0 for pairs that the fit does not see.</summary>
    /// <param name="i">Row.</param>
    /// <param name="same">Factor within the sector, <c>e^eta</c>.</param>
    /// <param name="factor">Filled; length S.</param>
    /// <returns>False where the fit sees nothing of the row.</returns>
    public bool FillFactors(int i, double same, double[] factor)
    {
        var s = Pairs.Sectors.Of[i];
        if (!Pairs.Sectors.Known[s])
            return false;
        for (var t = 0; t < factor.Length; t++)
            factor[t] = !Pairs.Sectors.Known[t] || leftOut[(s * Pairs.S) + t] ? 0 : t == s ? same : 1;
        return true;
    }

    /// <summary>Mean theta of those who take part.</summary>
    public double Mean(double[] at)
    {
        var sum = 0.0;
        for (var i = 0; i < N; i++)
            sum += TakesPart[i] ? at[i] : 0;
        return sum / Taking;
    }

    /// <summary>Near the answer: logits of each stakeholder's own rate, less half the logit of the overall rate. Null where none or all are tied.</summary>
    public double[]? Start()
    {
        var (tied, all) = (Observed.AsSpan(0, N).ToArray().Sum(), required.Sum(count => (double)count));
        if (tied == 0 || tied == all)
            return null;
        var half = Math.Log(tied / (all - tied)) / 2;
        return
        [
            .. Enumerable.Range(0, N).Select(i => TakesPart[i] ? Math.Log((Observed[i] + 0.5) / (required[i] - Observed[i] + 0.5)) - half : 0),
            0,
        ];
    }

    /// <summary>Counts the pairs of each stakeholder, blocks of rows in parallel.</summary>
    private int[] Count()
    {
        var (sum, blocks) = (new int[N], Pairs.Blocks());
        OrderedBlocks.Sum(
            blocks.Length - 1,
            () => (Row: Pairs.Reader(), Factor: new double[Pairs.S]),
            (block, space) =>
            {
                var count = new int[N];
                for (var i = blocks[block]; i < blocks[block + 1]; i++)
                {
                    if (FillFactors(i, 1, space.Factor))
                        count[i] += CountRow(space.Row.OthersOf(i), space.Factor, count);
                }

                return count;
            },
            count =>
            {
                for (var i = 0; i < N; i++)
                    sum[i] += count[i];
            },
            CancellationToken.None);
        return sum;
    }

    /// <summary>Counts the others that the fit sees, each for itself, and returns how many they are.</summary>
    private int CountRow(ReadOnlySpan<int> others, double[] factor, int[] count)
    {
        var seen = 0;
        foreach (var j in others)
        {
            var isSeen = factor[Pairs.Sectors.Of[j]] > 0 ? 1 : 0;
            count[j] += isSeen;
            seen += isSeen;
        }

        return seen;
    }

    private void Observe()
    {
        var factor = new double[Pairs.S];
        for (var i = 0; i < N; i++)
        {
            if (!FillFactors(i, 1, factor))
                continue;
            foreach (var j in Pairs.TiesOf(i))
            {
                if (factor[Pairs.Sectors.Of[j]] == 0)
                    continue;
                Observed[i]++;
                Observed[j]++;
                if (Homophily && Pairs.Sectors.Of[j] == Pairs.Sectors.Of[i])
                    Observed[N]++;
            }
        }
    }
}
