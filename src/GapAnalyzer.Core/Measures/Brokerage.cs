using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>Between whose partners a stakeholder stands, by the sectors of the three.</summary>
internal static class Brokerage
{
    /// <summary>Roles counted: coordinator, itinerant, gatekeeper (= representative), liaison.</summary>
    public const int Roles = 4;

    public static Measure Measure { get; } = new(
        "brokerage",
        "Brokerage roles",
        "stakeholder, network",
        "pairs of partners of v without a tie of their own, by sector: coordinator (all three alike), itinerant (the two alike, v not), "
            + "gatekeeper = representative (v like one of the two), liaison (all differ)",
        "Each unordered pair once (sna counts all but gatekeeper and representative twice); without direction gatekeeper and representative "
            + "are one figure, once in the total. p by shuffled sector labels, not the paper's variance, which does not hold without direction. "
            + "All three of known sector.",
        "Gould & Fernandez 1989, Sociol. Methodol. 19:89, doi:10.2307/270949");

    /// <summary>Counts of every stakeholder.</summary>
    /// <param name="ties">The tie graph.</param>
    /// <param name="triangles">Every triangle of known sectors once, three stakeholders each.</param>
    /// <param name="label">Sector of each stakeholder, length n; negative: unknown.</param>
    /// <param name="sectors">Number of sectors.</param>
    /// <param name="counts">Length 4n; receives the counts, role by role within each stakeholder; 0 where its sector is unknown.</param>
    /// <remarks>All pairs of partners from their numbers per sector, less those that a triangle closes: O(n + m + triangles).</remarks>
    public static void Count(TieNetwork ties, ReadOnlySpan<int> triangles, ReadOnlySpan<int> label, int sectors, Span<long> counts)
    {
        counts.Clear();
        var (partners, seen) = (new int[sectors], new List<int>());
        for (var v = 0; v < ties.N; v++)
        {
            if (label[v] < 0)
                continue;
            var known = 0L;
            foreach (var j in ties.Of(v))
            {
                if (label[j] < 0)
                    continue;
                known++;
                if (partners[label[j]]++ == 0)
                    seen.Add(label[j]);
            }

            var (own, alike) = (partners[label[v]], 0L);
            foreach (var s in seen)
            {
                alike += Pairs(partners[s]);
                partners[s] = 0;
            }

            seen.Clear();
            var mine = counts[(v * Roles)..];
            mine[0] = Pairs(own);
            mine[1] = alike - mine[0];
            mine[2] = own * (known - own);
            mine[3] = Pairs(known) - alike - mine[2];
        }

        for (var k = 0; k < triangles.Length; k += 3)
            Close(triangles[k], triangles[k + 1], triangles[k + 2], label, counts);
    }

    /// <summary>Takes a triangle's three pairs back: each corner is a partner of the two others, which have a tie.</summary>
    public static void Close(int a, int b, int c, ReadOnlySpan<int> label, Span<long> counts)
    {
        counts[(a * Roles) + Role(label[a], label[b], label[c])]--;
        counts[(b * Roles) + Role(label[b], label[a], label[c])]--;
        counts[(c * Roles) + Role(label[c], label[a], label[b])]--;
    }

    private static int Role(int v, int a, int b) => a == b ? (a == v ? 0 : 1) : a == v || b == v ? 2 : 3;

    private static long Pairs(long n) => n * (n - 1) / 2;

    /// <summary>Chance of each role for any pair when the labels of the known are shuffled: by how three of them can differ.</summary>
    /// <param name="sizes">Stakeholders of each known sector.</param>
    public static double[] Chances(IReadOnlyCollection<int> sizes)
    {
        double n = sizes.Sum(), triples = n * (n - 1) * (n - 2);
        if (n < 3)
            return [double.NaN, double.NaN, double.NaN, double.NaN];
        var alike = sizes.Sum(s => (double)s * (s - 1) * (s - 2)) / triples;
        var two = sizes.Sum(s => (double)s * (s - 1) * (n - s)) / triples;
        return [alike, two, 2 * two, 1 - alike - (3 * two)];
    }
}
