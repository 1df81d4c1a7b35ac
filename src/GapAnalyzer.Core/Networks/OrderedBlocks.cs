using System.Collections.Concurrent;

namespace GapAnalyzer.Networks;

/// <summary>
/// Sums that threads make together without their number changing a digit: the work is cut into blocks by the data alone, each block makes
/// a part of its own, and parts are added up in the order of the blocks, each as soon as all before it are in.
/// </summary>
internal static class OrderedBlocks
{
    /// <typeparam name="TSpace">Working space of one thread.</typeparam>
    /// <typeparam name="TPart">What one block adds.</typeparam>
    /// <param name="blocks">Number of blocks; taken in ascending order, so that few parts wait for an earlier one.</param>
    /// <param name="space">Makes working space; once per thread.</param>
    /// <param name="work">Makes the part of a block.</param>
    /// <param name="add">Takes the parts, one at a time, in order.</param>
    /// <param name="cancellation">Looked at once per block.</param>
    public static void Sum<TSpace, TPart>(
        int blocks, Func<TSpace> space, Func<int, TSpace, TPart> work, Action<TPart> add, CancellationToken cancellation)
        where TPart : class
    {
        var (parts, gate, done) = (new TPart?[blocks], new Lock(), 0);
        var ascending = Partitioner.Create(Enumerable.Range(0, blocks), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(ascending, new ParallelOptions { CancellationToken = cancellation }, space, (block, _, mine) =>
        {
            var part = work(block, mine);
            lock (gate)
            {
                parts[block] = part;
                while (done < blocks && parts[done] is { } next)
                {
                    add(next);
                    parts[done++] = null;
                }
            }

            return mine;
        }, _ => { });
    }
}
