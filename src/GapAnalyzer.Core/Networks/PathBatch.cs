using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Lanes = System.Runtime.Intrinsics.Vector512<double>;

namespace GapAnalyzer.Networks;

/// <summary>
/// Shortest paths from up to eight stakeholders at once, each in a lane of a vector: how many lead to everyone, over how many ties, and,
/// by Brandes' accumulation, how far they depend on each stakeholder on the way. Working space of one thread.
/// </summary>
/// <remarks>
/// Level by level, out and back. A level is handed on from its own side or collected from the other, whichever has fewer ties: in a dense
/// network, where most are two or three ties away, that passes over most ties once for all eight, and at worst over all ties once for each.
/// At most O(n + m) per source; 320 bytes per stakeholder. Sums are in the order of levels and rows, by the data alone. Sources: Brandes
/// 2001, J. Math. Sociol. 25:163, doi:10.1080/0022250X.2001.9990249; direction by size: Beamer, Asanovic &amp; Patterson 2012,
/// doi:10.1109/SC.2012.50; several sources at once: Then et al. 2014, doi:10.14778/2735496.2735507.
/// </remarks>
internal sealed class PathBatch(TieNetwork ties)
{
    /// <summary>Sources that go together.</summary>
    public const int Width = 8;

    private readonly Lanes[] paths = new Lanes[ties.N];

    /// <summary>-1 where not reached; NaN, which is no distance at all, in lanes without a source.</summary>
    private readonly Lanes[] distance = new Lanes[ties.N];
    private readonly Lanes[] dependency = new Lanes[ties.N];

    /// <summary>What those of the level hand to their partners, and what arrives; all 0 between the levels.</summary>
    private readonly Lanes[] handed = new Lanes[ties.N];
    private readonly Lanes[] arriving = new Lanes[ties.N];

    /// <summary>Level by level those who are in it in any lane; one that lanes reach at different distances is in several levels.</summary>
    private readonly List<int> order = [];
    private readonly List<int> levelStart = [];
    private readonly List<int> touched = [];

    /// <summary>Those whom a lane has not reached yet.</summary>
    private readonly int[] open = new int[ties.N];
    private int openCount;

    /// <summary>Ties on the way from the source of a lane to v; 0 for the source itself.</summary>
    public double Distance(int v, int lane) => distance[v][lane];

    /// <summary><c>delta_s(v) = sum over t of sigma_st(v)/sigma_st</c>, s the source of a lane; 0 for the source itself.</summary>
    public double Dependency(int v, int lane) => dependency[v][lane];

    /// <summary>Goes out from the sources and back; what was found can be asked for until the next run.</summary>
    /// <param name="sources">At most <see cref="Width"/> stakeholders of one component.</param>
    /// <param name="members">All stakeholders of that component.</param>
    public void Run(ReadOnlySpan<int> sources, ReadOnlySpan<int> members)
    {
        Start(sources, members);
        while (levelStart[^1] < order.Count)
            Advance();
        for (var level = levelStart.Count - 2; level >= 2; level--)
            Return(level);
    }

    private void Start(ReadOnlySpan<int> sources, ReadOnlySpan<int> members)
    {
        var nowhere = Lanes.Zero;
        for (var lane = 0; lane < Width; lane++)
            nowhere = nowhere.WithElement(lane, lane < sources.Length ? -1 : double.NaN);
        foreach (var v in members)
            (paths[v], distance[v], dependency[v]) = (Lanes.Zero, nowhere, Lanes.Zero);
        order.Clear();
        levelStart.Clear();
        levelStart.Add(0);
        for (var lane = 0; lane < sources.Length; lane++)
        {
            var s = sources[lane];
            (paths[s], distance[s]) = (paths[s].WithElement(lane, 1), distance[s].WithElement(lane, 0));
            order.Add(s);
        }

        members.CopyTo(open);
        openCount = members.Length;
    }

    /// <summary>From the last level to the next: those not reached before get the paths of their partners in the last level.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Advance()
    {
        var level = levelStart.Count - 1;
        var from = CollectionsMarshal.AsSpan(order)[levelStart[level]..].ToArray();
        var (last, next) = (Vector512.Create((double)level), Vector512.Create(level + 1.0));
        levelStart.Add(order.Count);
        foreach (var v in from)
            handed[v] = Vector512.ConditionalSelect(Vector512.Equals(distance[v], last), paths[v], Lanes.Zero);
        foreach (var w in Collect(from, open.AsSpan(0, openCount)))
        {
            var news = Vector512.ConditionalSelect(Vector512.LessThan(distance[w], Lanes.Zero), arriving[w], Lanes.Zero);
            arriving[w] = Lanes.Zero;
            if (news == Lanes.Zero)
                continue;
            paths[w] += news;
            distance[w] = Vector512.ConditionalSelect(Vector512.GreaterThan(news, Lanes.Zero), next, distance[w]);
            order.Add(w);
        }

        Clear(from);
        KeepOpen();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void KeepOpen()
    {
        var kept = 0;
        for (var k = 0; k < openCount; k++)
        {
            if (Vector512.LessThanAny(distance[open[k]], Lanes.Zero))
                open[kept++] = open[k];
        }

        openCount = kept;
    }

    /// <summary>From a level to the one before it: <c>delta(v) += sigma(v) sum over w, one tie further, of (1 + delta(w)) / sigma(w)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Return(int level)
    {
        var (here, before) = (Vector512.Create((double)level), Vector512.Create(level - 1.0));
        var all = CollectionsMarshal.AsSpan(order);
        var from = all[levelStart[level]..levelStart[level + 1]];
        var to = all[levelStart[level - 1]..levelStart[level]];
        foreach (var w in from)
            handed[w] = Vector512.ConditionalSelect(Vector512.Equals(distance[w], here), (Lanes.One + dependency[w]) / paths[w], Lanes.Zero);
        foreach (var v in Collect(from, to))
        {
            dependency[v] += Vector512.ConditionalSelect(Vector512.Equals(distance[v], before), paths[v] * arriving[v], Lanes.Zero);
            arriving[v] = Lanes.Zero;
        }

        Clear(from);
    }

    /// <summary>Adds up what arrives from partners; returns those whom something may have reached.</summary>
    /// <param name="from">Those who hand something on.</param>
    /// <param name="to">Those it matters for: others may be reached too.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ReadOnlySpan<int> Collect(ReadOnlySpan<int> from, ReadOnlySpan<int> to)
    {
        if (Ends(to) < Ends(from))
        {
            foreach (var w in to)
            {
                var sum = Lanes.Zero;
                foreach (var v in ties.Of(w))
                    sum += handed[v];
                arriving[w] = sum;
            }

            return to;
        }

        touched.Clear();
        foreach (var v in from)
        {
            var part = handed[v];
            foreach (var w in ties.Of(v))
            {
                var sum = arriving[w];
                if (sum == Lanes.Zero)
                    touched.Add(w);
                arriving[w] = sum + part;
            }
        }

        return CollectionsMarshal.AsSpan(touched);
    }

    private long Ends(ReadOnlySpan<int> of)
    {
        var sum = 0L;
        foreach (var v in of)
            sum += ties.RowStart[v + 1] - ties.RowStart[v];
        return sum;
    }

    private void Clear(ReadOnlySpan<int> of)
    {
        foreach (var v in of)
            handed[v] = Lanes.Zero;
    }
}
