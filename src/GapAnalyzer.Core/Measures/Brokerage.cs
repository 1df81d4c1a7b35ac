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
    /// <param name="sectors">Sectors.</param>
    /// <param name="embedded">Pairs of partners with a tie of their own.</param>
    /// <param name="counts">Length 4n; receives the counts, role by role within each stakeholder; 0 where its sector is unknown.</param>
    /// <param name="between">Length n; receives untied pairs of partners of two different known sectors, whatever the sector of the stakeholder.</param>
    /// <remarks>All pairs of partners from their numbers per sector, less those with a tie of their own: O(n + m).</remarks>
    public static void Count(TieNetwork ties, SectorMap sectors, Embeddedness embedded, Span<long> counts, Span<long> between)
    {
        counts.Clear();
        var (partners, seen) = (new int[sectors.Count], new List<int>());
        for (var v = 0; v < ties.N; v++)
        {
            foreach (var j in ties.Of(v))
            {
                if (sectors.IsKnown(j) && partners[sectors.Of[j]]++ == 0)
                    seen.Add(sectors.Of[j]);
            }

            var (own, known, alike) = (partners[sectors.Of[v]], 0L, 0L);
            foreach (var s in seen)
            {
                known += partners[s];
                alike += Pairs(partners[s]);
                partners[s] = 0;
            }

            seen.Clear();
            var tied = embedded.TiedPartners(v);
            between[v] = Pairs(known) - alike - (tied.All - tied.Alike);
            if (sectors.IsKnown(v))
                Open(own, known, alike, tied, counts[(v * Roles)..]);
        }
    }

    /// <summary>Open pairs of partners by role.</summary>
    /// <param name="own">Partners of the stakeholder's own sector.</param>
    /// <param name="known">Partners of known sector.</param>
    /// <param name="alike">Pairs of partners of one sector.</param>
    /// <param name="tied">Pairs of partners with a tie of their own: not open.</param>
    /// <param name="roles">Receives the four counts.</param>
    public static void Open(long own, long known, long alike, TiedPartners tied, Span<long> roles)
    {
        var (bothOwn, oneOwn) = (Pairs(own), own * (known - own));
        roles[0] = bothOwn - tied.BothOwn;
        roles[1] = alike - bothOwn - (tied.Alike - tied.BothOwn);
        roles[2] = oneOwn - tied.OneOwn;
        roles[3] = Pairs(known) - alike - oneOwn - (tied.All - tied.Alike - tied.OneOwn);
    }

    public static long Pairs(long n) => n * (n - 1) / 2;

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
