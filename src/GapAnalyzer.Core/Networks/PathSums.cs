using GapAnalyzer.Nulls;

namespace GapAnalyzer.Networks;

/// <summary>
/// Shortest paths from all stakeholders, or from pivots drawn at random where all would take too long, added up: what betweenness and
/// closeness are made from.
/// </summary>
/// <remarks>
/// Pivots are drawn without replacement within each component, in proportion to its size but at least <see cref="FewestPivots"/>: what is
/// small is exact. O(n + m) per pivot at most, see <see cref="PathBatch"/>; O(n) memory per thread. Source of pivots: Brandes &amp; Pich
/// 2007, doi:10.1142/S0218127407018403; Eppstein &amp; Wang 2004, doi:10.7155/jgaa.00081.
/// </remarks>
internal sealed class PathSums
{
    /// <summary>Visits of stored ties, n(n + 2m), up to which all stakeholders are sources: some seconds.</summary>
    public const long MostWork = 5_000_000_000;

    /// <summary>Visits that pivots may make where all would be too many.</summary>
    public const long SampledWork = 1_000_000_000;

    public const int FewestPivots = 64;

    private const int Blocks = 32;

    private readonly int[] component;
    private readonly int[] sizes;
    private readonly int[] pivotsOf;
    private readonly Sums dependency;
    private readonly Sums distance;

    /// <summary>Sums over the pivots, per stakeholder, and of squares.</summary>
    private sealed class Sums(int n)
    {
        public double[] Of { get; } = new double[n];

        public double[] Squares { get; } = new double[n];

        public void Add(int v, double value)
        {
            Of[v] += value;
            Squares[v] += value * value;
        }

        public void Add(Sums other)
        {
            for (var v = 0; v < Of.Length; v++)
            {
                Of[v] += other.Of[v];
                Squares[v] += other.Squares[v];
            }
        }
    }

    /// <param name="ties">The tie graph.</param>
    /// <param name="mostWork">Most visits of stored ties for exact sums.</param>
    /// <param name="sampledWork">Visits that pivots may make where that would be more.</param>
    /// <param name="seed">Of the pivots.</param>
    /// <param name="cancellation">Looked at once per eight pivots.</param>
    private PathSums(TieNetwork ties, long mostWork, long sampledWork, ulong seed, CancellationToken cancellation)
    {
        var n = ties.N;
        component = new int[n];
        sizes = Components.Label(ties.RowStart, ties.Neighbours, component);
        (dependency, distance) = (new(n), new(n));
        long once = n + ties.Neighbours.Length;
        var share = once * n <= mostWork ? 1.0 : Math.Max(FewestPivots, sampledWork / once) / (double)n;
        pivotsOf = [.. sizes.Select(size => Math.Min(size, Math.Max(FewestPivots, (int)Math.Ceiling(size * share))))];
        Add(ties, Batches(seed), cancellation);
    }

    /// <inheritdoc cref="PathSums(TieNetwork, long, long, ulong, CancellationToken)"/>
    public static PathSums Of(
        TieNetwork ties, ulong seed, CancellationToken cancellation, long mostWork = MostWork, long sampledWork = SampledWork) =>
        new(ties, mostWork, sampledWork, seed, cancellation);

    public int N => component.Length;

    /// <summary>Stakeholders that paths were counted from; n where everything is exact.</summary>
    public int Pivots => pivotsOf.Sum();

    /// <summary>Stakeholders in the component of v, itself included.</summary>
    public int ReachOf(int v) => sizes[component[v]];

    /// <summary>Sum over all sources s of <c>delta_s(v)</c>, and its standard error: 0 where exact.</summary>
    public (double Sum, double Error) Dependencies(int v) => Scaled(v, dependency);

    /// <summary>Ties on the way to all others that v reaches, added up, and its standard error: 0 where exact.</summary>
    public (double Sum, double Error) Distances(int v) => Scaled(v, distance);

    /// <summary>From the pivots to the whole component: <c>N/k sum</c>, error <c>N sqrt((1 - k/N) s^2 / k)</c>.</summary>
    private (double Sum, double Error) Scaled(int v, Sums sums)
    {
        var (k, size, sum) = ((double)pivotsOf[component[v]], sizes[component[v]], sums.Of[v]);
        if (k == size)
            return (sum, 0);
        var variance = Math.Max(0, (sums.Squares[v] - (sum * sum / k)) / (k - 1));
        return (sum * size / k, size * Math.Sqrt((1 - (k / size)) * variance / k));
    }

    /// <summary>Pivots of one component in eights, ascending; of nobody who is alone.</summary>
    private (int[] Sources, int Component)[] Batches(ulong seed)
    {
        int[] all = [.. Enumerable.Range(0, N)];
        if (pivotsOf.Sum() < N)
            new RandomStream(seed, 0).Shuffle<int>(all);
        var pivots = sizes.Select(_ => new List<int>()).ToArray();
        foreach (var v in all)
        {
            var mine = pivots[component[v]];
            if (mine.Count < pivotsOf[component[v]] && sizes[component[v]] > 1)
                mine.Add(v);
        }

        return [.. pivots.SelectMany((mine, c) => mine.Order().Chunk(PathBatch.Width).Select(sources => (sources, c)))];
    }

    private void Add(TieNetwork ties, (int[] Sources, int Component)[] batches, CancellationToken cancellation)
    {
        var members = Enumerable.Range(0, N).GroupBy(v => component[v]).OrderBy(group => group.Key).Select(group => group.ToArray()).ToArray();
        var blocks = Math.Min(Blocks, batches.Length);
        OrderedBlocks.Sum(
            blocks,
            () => new PathBatch(ties),
            (block, search) =>
            {
                var (dependencies, distances) = (new Sums(N), new Sums(N));
                for (var b = (int)((long)block * batches.Length / blocks); b < (int)((block + 1L) * batches.Length / blocks); b++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    search.Run(batches[b].Sources, members[batches[b].Component]);
                    foreach (var v in members[batches[b].Component])
                    {
                        for (var lane = 0; lane < batches[b].Sources.Length; lane++)
                        {
                            dependencies.Add(v, search.Dependency(v, lane));
                            distances.Add(v, search.Distance(v, lane));
                        }
                    }
                }

                return new[] { dependencies, distances };
            },
            part =>
            {
                dependency.Add(part[0]);
                distance.Add(part[1]);
            },
            cancellation);
    }
}
