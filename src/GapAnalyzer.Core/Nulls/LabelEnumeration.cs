namespace GapAnalyzer.Nulls;

/// <summary>Exact lower tails under shuffled labels: every distinct way to place two sectors, where there are few enough.</summary>
internal sealed class LabelEnumeration
{
    /// <summary>Most placements that are counted out.</summary>
    public const long Most = 1_000_000;

    private const int MostLabels = 2_000;

    private readonly int n;
    private readonly long[] weight;

    /// <summary>Integer weights <c>A_ij Q - S</c> on required pairs (Q required, S satisfied): the order of <c>A_ij - C</c> without rounding.</summary>
    private LabelEnumeration(int n, long[] weight) => (this.n, this.weight) = (n, weight);

    /// <summary>Null where there are too many labels for any two sectors to have few placements.</summary>
    public static LabelEnumeration? Of(RequiredTies pairs)
    {
        var n = pairs.Present.Length;
        if (n > MostLabels)
            return null;
        var position = pairs.Present.Select((i, k) => (i, k)).ToDictionary(pair => pair.i, pair => pair.k);
        var weight = new long[n * n];
        var reader = pairs.Reader();
        foreach (var i in pairs.Present)
        {
            foreach (var j in reader.OthersOf(i))
                Add(position, weight, n, i, j, -pairs.SatisfiedTotal);
            foreach (var j in pairs.TiesOf(i))
                Add(position, weight, n, i, j, pairs.RequiredTotal);
        }

        return new(n, weight);
    }

    /// <summary><c>n! / (s! t! (n-s-t)!)</c>, or anything above <see cref="Most"/>.</summary>
    public static double Placements(int n, int s, int t) => Choose(n, s) * Choose(n - s, t);

    /// <summary>Share of placements of sectors of sizes s and t whose sum is at most the observed one.</summary>
    /// <remarks>O(placements + C(n, smaller) n).</remarks>
    public double Between(int s, int t, long observed)
    {
        if (Choose(n, t) < Choose(n, s))
            (s, t) = (t, s);
        var (below, all) = (0L, 0L);
        var toFirst = new long[n];
        Choices(Enumerable.Range(0, n).ToArray(), s, (first, _) =>
        {
            Array.Clear(toFirst);
            foreach (var v in first)
            {
                for (var u = 0; u < n; u++)
                    toFirst[u] += weight[(v * n) + u];
            }

            var free = Enumerable.Range(0, n).Except(first).ToArray();
            var total = free.Sum(u => toFirst[u]);
            var others = t * 2 > free.Length;
            Choices(free, others ? free.Length - t : t, (_, sum) =>
            {
                all++;
                below += (others ? total - sum : sum) <= observed ? 1 : 0;
            }, (_, v) => toFirst[v]);
        });
        return (double)below / all;
    }

    /// <summary>Share of placements of one sector of size s whose sum over pairs within is at most the observed one.</summary>
    public double Within(int s, long observed) => s * 2 <= n ? AtMost(s, 0, 1, observed) : AtMost(n - s, -1, 1, observed);

    /// <summary>The same for the sum over pairs with at least one end in the sector.</summary>
    public double Touching(int s, long observed) => s * 2 <= n ? AtMost(s, 1, -1, observed) : AtMost(n - s, 0, -1, observed);

    /// <summary>
    /// Over every choice of k labels, the share where <c>rows x (their rows added up) + within x (the pairs among them)</c> is at most
    /// the observed sum. All weights add up to 0, so that pairs among the others are minus the rows plus the pairs among the chosen.
    /// </summary>
    private double AtMost(int k, int rows, int within, long observed)
    {
        var (below, all) = (0L, 0L);
        var rowSum = Enumerable.Range(0, n).Select(v => weight.AsSpan(v * n, n).ToArray().Sum()).ToArray();
        Choices(Enumerable.Range(0, n).ToArray(), k, (_, sum) =>
        {
            all++;
            below += sum <= observed ? 1 : 0;
        }, (taken, v) => (rows * rowSum[v]) + (within * ToTaken(taken, v)));
        return (double)below / all;
    }

    private long ToTaken(List<int> taken, int v)
    {
        var sum = 0L;
        foreach (var u in taken)
            sum += weight[(v * n) + u];
        return sum;
    }

    /// <summary>Every choice of k items, with what they add up to.</summary>
    /// <param name="items">What is chosen from.</param>
    /// <param name="k">How many.</param>
    /// <param name="found">Told each choice and its sum.</param>
    /// <param name="adds">What an item adds to those taken before it; null: nothing.</param>
    private static void Choices(int[] items, int k, Action<List<int>, long> found, Func<List<int>, int, long>? adds = null)
    {
        var taken = new List<int>(k);
        Choose(0, 0);

        void Choose(int from, long sum)
        {
            var missing = k - taken.Count;
            if (missing == 0)
            {
                found(taken, sum);
                return;
            }

            for (var at = from; at <= items.Length - missing; at++)
            {
                var next = sum + (adds?.Invoke(taken, items[at]) ?? 0);
                taken.Add(items[at]);
                Choose(at + 1, next);
                taken.RemoveAt(taken.Count - 1);
            }
        }
    }

    private static void Add(Dictionary<int, int> position, long[] weight, int n, int i, int j, long value)
    {
        if (!position.TryGetValue(j, out var b))
            return;
        var a = position[i];
        weight[(a * n) + b] += value;
        weight[(b * n) + a] += value;
    }

    private static double Choose(int n, int k)
    {
        var product = 1.0;
        for (var m = 0; m < Math.Min(k, n - k); m++)
            product = product * (n - m) / (m + 1);
        return k < 0 || k > n ? 0 : Math.Round(product);
    }
}
