namespace GapAnalyzer.Networks;

/// <summary>Brandes' accumulation: how far the shortest paths from one stakeholder depend on each other one.</summary>
/// <remarks>Working space of one thread; O(n + m) per source. Source: Brandes 2001, J. Math. Sociol. 25:163.</remarks>
internal sealed class Dependencies(TieNetwork ties)
{
    private readonly int[] distance = new int[ties.N];
    private readonly int[] order = new int[ties.N];
    private readonly double[] sigma = new double[ties.N];
    private readonly double[] delta = new double[ties.N];

    /// <summary>Adds <c>delta_s(v) = sum over t of sigma_st(v)/sigma_st</c> for every v other than s, and its square.</summary>
    /// <param name="s">The source.</param>
    /// <param name="total">Length n; added to.</param>
    /// <param name="squares">Length n; added to.</param>
    public void Add(int s, Span<double> total, Span<double> squares)
    {
        var reached = CountPaths(s);
        for (var at = reached - 1; at > 0; at--)
        {
            var w = order[at];
            var share = (1 + delta[w]) / sigma[w];
            foreach (var v in ties.Of(w))
            {
                if (distance[v] == distance[w] - 1)
                    delta[v] += sigma[v] * share;
            }

            total[w] += delta[w];
            squares[w] += delta[w] * delta[w];
        }
    }

    /// <summary>Breadth-first search that counts shortest paths; returns how many were reached, the source included.</summary>
    private int CountPaths(int s)
    {
        Array.Fill(distance, -1);
        Array.Clear(sigma);
        Array.Clear(delta);
        (distance[s], sigma[s], order[0]) = (0, 1, s);
        var (head, tail) = (0, 1);
        while (head < tail)
        {
            var v = order[head++];
            foreach (var w in ties.Of(v))
            {
                if (distance[w] < 0)
                {
                    distance[w] = distance[v] + 1;
                    order[tail++] = w;
                }

                if (distance[w] == distance[v] + 1)
                    sigma[w] += sigma[v];
            }
        }

        return tail;
    }
}
