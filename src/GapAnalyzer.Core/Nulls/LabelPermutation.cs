using GapAnalyzer.Networks;

namespace GapAnalyzer.Nulls;

/// <summary>How a p-value under shuffled labels was found.</summary>
public enum LabelMethod
{
    /// <summary>Not at all: nothing is required there.</summary>
    None,

    /// <summary>Every distinct placement was counted: exact.</summary>
    Enumeration,

    /// <summary>Seeded shuffles, <c>(1 + as low) / (1 + shuffles)</c>.</summary>
    Shuffles,

    /// <summary>The normal tail of z: there were too many pairs for shuffles. The moments are exact.</summary>
    Normal,
}

/// <summary>A lower tail under shuffled sector labels.</summary>
/// <param name="Z">Standard score, from exact moments; NaN where the sum cannot vary.</param>
/// <param name="P">Chance of a sum as low or lower; NaN where nothing is required.</param>
/// <param name="Method">How p was found.</param>
internal readonly record struct LabelTail(double Z, double P, LabelMethod Method)
{
    public static LabelTail None => new(double.NaN, double.NaN, LabelMethod.None);
}

/// <summary>
/// Network and requirement stay, sector labels are shuffled over the present stakeholders: is a pair of sectors satisfied less than any
/// two groups of their sizes would be? <c>D_st = sum of (A_ij - C)</c> over its required pairs, lower tail.
/// </summary>
/// <remarks>
/// Sources: Phipson &amp; Smyth 2010, Stat. Appl. Genet. Mol. Biol. 9:39, doi:10.2202/1544-6115.1585 (the added one: p is never 0);
/// Krackhardt 1988, Soc. Netw. 10:359, doi:10.1016/0378-8733(88)90004-4 (labels permuted, network kept).
/// </remarks>
internal sealed class LabelPermutation
{
    private const int BlockSize = 256;

    private readonly RequiredTies pairs;
    private readonly LabelTail[] tails;
    private readonly LabelTail[] touching;

    private LabelPermutation(RequiredTies pairs) =>
        (this.pairs, tails, touching) = (pairs, Enumerable.Repeat(LabelTail.None, pairs.S * pairs.S).ToArray(), Enumerable.Repeat(LabelTail.None, pairs.S).ToArray());

    public LabelTail Of(int s, int t) => tails[(Math.Min(s, t) * pairs.S) + Math.Max(s, t)];

    /// <summary>Of all required pairs with at least one end in the sector.</summary>
    public LabelTail Touching(int s) => touching[s];

    /// <param name="pairs">Required pairs and their ties.</param>
    /// <param name="shuffles">B.</param>
    /// <param name="work">Most pairs looked at by all shuffles together; above, p is the normal tail.</param>
    /// <param name="seed">Stream k gives the k-th block of shuffles.</param>
    /// <param name="cancellation">Looked at once per block.</param>
    public static LabelPermutation Of(RequiredTies pairs, int shuffles, long work, ulong seed, CancellationToken cancellation)
    {
        var result = new LabelPermutation(pairs);
        if (pairs.RequiredTotal == 0)
            return result;
        var sizes = new int[pairs.S];
        foreach (var i in pairs.Present)
            sizes[pairs.Sectors.Of[i]]++;
        var enumeration = LabelEnumeration.Of(pairs);
        var shuffle = pairs.RequiredTotal * (double)shuffles <= work && (enumeration is null || !result.AllCountable(sizes));
        (long[], long[])? counts = shuffle ? Shuffle(pairs, shuffles, seed, cancellation) : null;
        result.Fill(sizes, LabelMoments.Of(pairs), enumeration, counts, shuffles);
        return result;
    }

    /// <summary>Every sum has few enough placements to count them all, so that no shuffle is needed.</summary>
    private bool AllCountable(int[] sizes) =>
        (from s in Enumerable.Range(0, pairs.S)
         from t in Enumerable.Range(s, pairs.S - s)
         where pairs.RequiredOf[(s * pairs.S) + t] > 0
         select Placements(sizes, s, t)).All(placements => placements <= LabelEnumeration.Most);

    private double Placements(int[] sizes, int s, int t) => LabelEnumeration.Placements(pairs.Present.Length, sizes[s], s == t ? 0 : sizes[t]);

    /// <summary>Only the shuffles, whatever could be enumerated: <c>(1 + as low) / (1 + shuffles)</c> per pair of sectors.</summary>
    internal static ShuffledTails Shuffled(RequiredTies pairs, int shuffles, ulong seed, CancellationToken cancellation)
    {
        var (counts, s) = (Shuffle(pairs, shuffles, seed, cancellation).Pair, pairs.S);
        return new([.. counts.Select(count => (1.0 + count) / (1 + shuffles))], s);
    }

    internal sealed record ShuffledTails(double[] P, int S)
    {
        public double Of(int s, int t) => P[(Math.Min(s, t) * S) + Math.Max(s, t)];
    }

    private void Fill(int[] sizes, LabelMoments moments, LabelEnumeration? enumeration, (long[] Pair, long[] Touching)? counts, int shuffles)
    {
        for (var s = 0; s < pairs.S; s++)
        {
            for (var t = s; t < pairs.S; t++)
            {
                var at = (s * pairs.S) + t;
                if (pairs.RequiredOf[at] == 0)
                    continue;
                var sum = Deviation(pairs.SatisfiedOf[at], pairs.RequiredOf[at]);
                var exact = enumeration is null || Placements(sizes, s, t) > LabelEnumeration.Most
                    ? (double?)null
                    : s == t ? enumeration.Within(sizes[s], sum) : enumeration.Between(sizes[s], sizes[t], sum);
                var variance = s == t ? moments.Within(sizes[s]) : moments.Between(sizes[s], sizes[t]);
                tails[at] = Tail(sum, variance, exact, counts?.Pair[at], shuffles);
            }

            var (satisfied, required) = Around(s, pairs.SatisfiedOf, pairs.RequiredOf);
            if (required == 0)
                continue;
            var around = Deviation(satisfied, required);
            var counted = enumeration is null || Placements(sizes, s, s) > LabelEnumeration.Most
                ? (double?)null
                : enumeration.Touching(sizes[s], around);
            touching[s] = Tail(around, moments.Touching(sizes[s]), counted, counts?.Touching[s], shuffles);
        }
    }

    private LabelTail Tail(long sum, double variance, double? exact, long? asLow, int shuffles)
    {
        var z = variance > 1e-9 ? (double)sum / pairs.RequiredTotal / Math.Sqrt(variance) : double.NaN;
        if (exact is { } p)
            return new(z, p, LabelMethod.Enumeration);
        return asLow is { } count
            ? new(z, (1.0 + count) / (1 + shuffles), LabelMethod.Shuffles)
            : new(z, double.IsNaN(z) ? 1 : PoissonBinomial.NormalLower(z), LabelMethod.Normal);
    }

    /// <summary><c>D Q</c> in whole numbers, so that equal sums are equal: satisfied x all required - required x all satisfied.</summary>
    private long Deviation(long satisfied, long required) => (satisfied * pairs.RequiredTotal) - (required * pairs.SatisfiedTotal);

    private (long Satisfied, long Required) Around(int s, long[] satisfied, long[] required)
    {
        var sum = (Satisfied: 0L, Required: 0L);
        for (var t = 0; t < pairs.S; t++)
            sum = (sum.Satisfied + satisfied[(s * pairs.S) + t], sum.Required + required[(s * pairs.S) + t]);
        return sum;
    }

    /// <summary>In how many shuffles each sum is as low as observed.</summary>
    /// <remarks>Shuffles x (required pairs + ties). Each block has its own stream, so that blocks can run in any order.</remarks>
    private static (long[] Pair, long[] Touching) Shuffle(RequiredTies pairs, int shuffles, ulong seed, CancellationToken cancellation)
    {
        var blocks = (shuffles + BlockSize - 1) / BlockSize;
        var partial = new (long[] Pair, long[] Touching)[blocks];
        var reader = pairs.Reader();
        int[][] rows = [.. pairs.Present.Select(i => reader.OthersOf(i).ToArray())];
        var observed = new LabelPermutation(pairs).Observed();
        Parallel.For(0, blocks, new ParallelOptions { CancellationToken = cancellation }, block =>
            partial[block] = ShuffleBlock(pairs, rows, observed, Math.Min(BlockSize, shuffles - (block * BlockSize)), new RandomStream(seed, (ulong)block)));
        var (pair, touching) = (new long[pairs.S * pairs.S], new long[pairs.S]);
        foreach (var part in partial)
        {
            for (var at = 0; at < pair.Length; at++)
                pair[at] += part.Pair[at];
            for (var s = 0; s < touching.Length; s++)
                touching[s] += part.Touching[s];
        }

        return (pair, touching);
    }

    /// <summary>The deviation of each pair of sectors (upper triangle), and of each sector with all.</summary>
    private (long[] Pair, long[] Touching) Observed()
    {
        var (pair, touching) = (new long[pairs.S * pairs.S], new long[pairs.S]);
        for (var s = 0; s < pairs.S; s++)
        {
            for (var t = s; t < pairs.S; t++)
                pair[(s * pairs.S) + t] = Deviation(pairs.SatisfiedOf[(s * pairs.S) + t], pairs.RequiredOf[(s * pairs.S) + t]);
            var (satisfied, required) = Around(s, pairs.SatisfiedOf, pairs.RequiredOf);
            touching[s] = Deviation(satisfied, required);
        }

        return (pair, touching);
    }

    private static (long[] Pair, long[] Touching) ShuffleBlock(
        RequiredTies pairs, int[][] rows, (long[] Pair, long[] Touching) observed, int shuffles, RandomStream random)
    {
        var s = pairs.S;
        var counter = new LabelPermutation(pairs);
        var (pair, touching) = (new long[s * s], new long[s]);
        var (required, satisfied) = (new long[s * s], new long[s * s]);
        var label = (int[])pairs.Sectors.Of.Clone();
        var shuffled = pairs.Present.Select(i => label[i]).ToArray();
        for (var shuffle = 0; shuffle < shuffles; shuffle++)
        {
            random.Shuffle<int>(shuffled);
            for (var k = 0; k < shuffled.Length; k++)
                label[pairs.Present[k]] = shuffled[k];
            Count(pairs, rows, label, required, satisfied);
            for (var a = 0; a < s; a++)
            {
                for (var b = a; b < s; b++)
                {
                    var at = (a * s) + b;
                    pair[at] += counter.Deviation(satisfied[at], required[at]) <= observed.Pair[at] ? 1 : 0;
                }

                var now = counter.Around(a, satisfied, required);
                touching[a] += counter.Deviation(now.Satisfied, now.Required) <= observed.Touching[a] ? 1 : 0;
            }
        }

        return (pair, touching);
    }

    /// <summary>Required and satisfied pairs of each two labels, both triangles.</summary>
    private static void Count(RequiredTies pairs, int[][] rows, int[] label, long[] required, long[] satisfied)
    {
        var s = pairs.S;
        Array.Clear(required);
        Array.Clear(satisfied);
        for (var k = 0; k < rows.Length; k++)
        {
            var i = pairs.Present[k];
            var row = label[i] * s;
            foreach (var j in rows[k])
                required[row + label[j]]++;
            foreach (var j in pairs.TiesOf(i))
                satisfied[row + label[j]]++;
        }

        Fold(required, pairs.Sectors);
        Fold(satisfied, pairs.Sectors);
    }

    /// <summary>Adds the two triangles up; pairs of the unknown sector do not count.</summary>
    private static void Fold(long[] counts, SectorMap sectors)
    {
        var s = sectors.Count;
        for (var a = 0; a < s; a++)
        {
            for (var b = a; b < s; b++)
            {
                var sum = !sectors.Known[a] || !sectors.Known[b] ? 0 : a == b ? counts[(a * s) + b] : counts[(a * s) + b] + counts[(b * s) + a];
                counts[(a * s) + b] = counts[(b * s) + a] = sum;
            }
        }
    }
}
