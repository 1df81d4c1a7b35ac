using GapAnalyzer.Domain;

namespace GapAnalyzer.Tests;

/// <summary>The definitions of section 4 written out over a dense matrix, slowly, sharing no code with the kernels.</summary>
internal sealed class SlowGraph
{
    private readonly double[,] w;
    private readonly string?[] sector;

    public SlowGraph(RandomGraphs.Graph graph)
    {
        N = graph.SectorOf.Count;
        w = new double[N, N];
        foreach (var (a, b, strength) in graph.Ties)
        {
            w[a, b] += strength;
            w[b, a] += strength;
        }

        sector = [.. graph.SectorOf.Select(s => s == Vocabulary.UnknownSector ? null : s)];
    }

    public int N { get; }

    public IEnumerable<int> All => Enumerable.Range(0, N);

    public double M => All.Sum(i => Partners(i).Length) / 2.0;

    public bool Tied(int i, int j) => w[i, j] > 0;

    public int[] Partners(int i) => [.. All.Where(j => Tied(i, j))];

    public string? Sector(int i) => sector[i];

    public bool Cross(int i, int j) => sector[i] is { } s && sector[j] is { } t && s != t;

    /// <summary>Ties on a shortest path, and how many such paths there are, by walks of growing length.</summary>
    public (int Length, double Count) Paths(int from, int to)
    {
        var walks = All.Select(i => i == from ? 1.0 : 0).ToArray();
        for (var length = 0; length < N; length++)
        {
            if (walks[to] > 0)
                return (length, walks[to]);
            walks = [.. All.Select(j => All.Where(i => Tied(i, j)).Sum(i => walks[i]))];
        }

        return (-1, 0);
    }

    public double Betweenness(int v)
    {
        var sum = 0.0;
        foreach (var (s, t) in All.SelectMany(s => All.Where(t => s < t && s != v && t != v).Select(t => (s, t))))
        {
            var (direct, first, second) = (Paths(s, t), Paths(s, v), Paths(v, t));
            if (first.Length >= 0 && second.Length >= 0 && first.Length + second.Length == direct.Length)
                sum += first.Count * second.Count / direct.Count;
        }

        return N < 3 ? double.NaN : sum / ((N - 1) * (N - 2) / 2.0);
    }

    public double Closeness(int v)
    {
        var lengths = All.Select(u => Paths(v, u).Length).Where(length => length > 0).ToArray();
        return N < 2 ? double.NaN : lengths.Length == 0 ? 0 : (double)lengths.Length / (N - 1) * ((double)lengths.Length / lengths.Sum());
    }

    public double Clustering(int v)
    {
        var pairs = Pairs(Partners(v)).ToArray();
        return pairs.Length == 0 ? double.NaN : (double)pairs.Count(pair => Tied(pair.A, pair.B)) / pairs.Length;
    }

    public double Transitivity()
    {
        var triples = All.SelectMany(v => Pairs(Partners(v))).ToArray();
        return triples.Length == 0 ? double.NaN : (double)triples.Count(pair => Tied(pair.A, pair.B)) / triples.Length;
    }

    public double Constraint(int i, bool weighted)
    {
        double W(int a, int b) => weighted ? w[a, b] : Tied(a, b) ? 1 : 0;
        double P(int a, int b) => W(a, b) / All.Sum(k => W(a, k));
        return Partners(i).Length == 0
            ? double.NaN
            : Partners(i).Sum(j => Math.Pow(P(i, j) + All.Where(q => q != i && q != j && Tied(i, q)).Sum(q => P(i, q) * P(q, j)), 2));
    }

    public double EffectiveSize(int i, bool weighted)
    {
        double W(int a, int b) => weighted ? w[a, b] : Tied(a, b) ? 1 : 0;
        return Partners(i).Length == 0
            ? double.NaN
            : Partners(i).Sum(j => 1 - All.Where(q => q != i && q != j).Sum(q => W(i, q) / All.Sum(k => W(i, k)) * (W(j, q) / All.Max(k => W(j, k)))));
    }

    /// <summary>Largest k for which something is left around v when all of degree below k are taken away again and again.</summary>
    public int Coreness(int v) => All.Last(k =>
    {
        var left = All.ToHashSet();
        while (left.RemoveWhere(i => Partners(i).Count(left.Contains) < k) > 0)
        {
        }

        return k == 0 || left.Contains(v);
    });

    /// <summary>Sizes of the components without some.</summary>
    public int[] Components(params int[] without)
    {
        var left = All.Except(without).ToHashSet();
        var sizes = new List<int>();
        while (left.Count > 0)
        {
            var before = left.Count;
            Take(left.First(), left);
            sizes.Add(before - left.Count);
        }

        return [.. sizes];
    }

    /// <summary>How many of those that v can reach lose the largest rest when it goes.</summary>
    public int CutOff(int v)
    {
        var own = All.Where(u => u != v && Paths(v, u).Length > 0).ToArray();
        var pieces = Components([.. All.Where(u => u == v || !own.Contains(u))]);
        return own.Length - (pieces.Length == 0 ? 0 : pieces.Max());
    }

    public IEnumerable<(int A, int B)> Bridges() => Pairs([.. All]).Where(pair =>
    {
        if (!Tied(pair.A, pair.B))
            return false;
        var (weight, before) = (w[pair.A, pair.B], Components().Length);
        w[pair.A, pair.B] = w[pair.B, pair.A] = 0;
        var after = Components().Length;
        w[pair.A, pair.B] = w[pair.B, pair.A] = weight;
        return after > before;
    });

    /// <summary>Modularity by its pairs: <c>sum over pairs of one group of (A_ij - k_i k_j / 2m) / 2m</c>.</summary>
    public double Modularity(IReadOnlyList<int> group)
    {
        var all = 2 * M;
        return All.Sum(i => All.Where(j => group[i] == group[j]).Sum(j => (Tied(i, j) ? 1 : 0) - (Partners(i).Length * Partners(j).Length / all))) / all;
    }

    /// <summary>Largest modularity of all partitions; feasible up to about eight.</summary>
    public double BestModularity()
    {
        var best = double.NegativeInfinity;
        void Place(int[] group, int at, int groups)
        {
            if (at == N)
            {
                best = Math.Max(best, Modularity(group));
                return;
            }

            for (group[at] = 0; group[at] <= groups; group[at]++)
                Place(group, at + 1, Math.Max(groups, group[at] + 1));
        }

        Place(new int[N], 0, 0);
        return best;
    }

    /// <summary>Smallest number of stakeholders without which a condition no longer holds.</summary>
    public int FewestWithout(Func<Func<int, bool>, bool> holds) => Enumerable.Range(0, 1 << N)
        .Where(set => !holds(i => (set >> i & 1) == 0))
        .Min(int.PopCount);

    /// <summary>Whether any path joins the sectors over those that are there.</summary>
    public bool AreJoined(string s, string t, Func<int, bool> isThere)
    {
        var left = All.Where(isThere).ToHashSet();
        foreach (var i in All.Where(i => sector[i] == s && isThere(i)))
        {
            if (left.Contains(i))
                Take(i, left);
        }

        return All.Any(i => sector[i] == t && isThere(i) && !left.Contains(i));
    }

    public static IEnumerable<(int A, int B)> Pairs(int[] items) => items.SelectMany((a, k) => items.Skip(k + 1).Select(b => (a, b)));

    private void Take(int start, HashSet<int> left)
    {
        left.Remove(start);
        foreach (var j in Partners(start))
        {
            if (left.Contains(j))
                Take(j, left);
        }
    }
}
