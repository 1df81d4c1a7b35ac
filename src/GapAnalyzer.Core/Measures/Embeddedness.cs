using System.Runtime.CompilerServices;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>
/// What the partners that two tied stakeholders have in common say of each stakeholder: triangles, constraint, effective size, and pairs
/// of partners that have a tie of their own, by sector. One pass over the ties.
/// </summary>
/// <remarks>
/// With q over the common partners of i and j, the sums that constraint and effective size need are the same from both ends:
/// <c>sum_q p_iq p_qj = (1/W_i) sum_q w_iq w_qj / W_q</c> and <c>sum_q p_iq m_jq = (1/(W_i max_j)) sum_q w_iq w_qj</c>, W_i total and max_j
/// largest strength. See <see cref="CommonPartners"/> for time; 64 bytes per stakeholder and thread.
/// </remarks>
internal sealed class Embeddedness
{
    private const int Blocks = 32;

    private readonly TieNetwork ties;
    private readonly Partner[] partner;
    private readonly double[] strongest;
    private readonly Part sums;

    /// <summary>What is needed of a common partner.</summary>
    private readonly record struct Partner(double PerTie, double PerStrength, int Label);

    private sealed class Part(int n)
    {
        /// <summary>Pairs of partners with a tie of their own, per stakeholder; each pair twice, from either of the two.</summary>
        public long[] Closed { get; } = new long[n];

        /// <summary>The same, both of known sector; of one sector; the first of v's sector; both of it.</summary>
        public long[] ClosedKnown { get; } = new long[n];
        public long[] ClosedAlike { get; } = new long[n];
        public long[] ClosedFromOwn { get; } = new long[n];
        public long[] ClosedWithinOwn { get; } = new long[n];

        public double[] Constraint { get; } = new double[n];
        public double[] ConstraintWeighted { get; } = new double[n];
        public double[] Redundant { get; } = new double[n];

        public void Add(Part other)
        {
            for (var i = 0; i < Closed.Length; i++)
            {
                Closed[i] += other.Closed[i];
                ClosedKnown[i] += other.ClosedKnown[i];
                ClosedAlike[i] += other.ClosedAlike[i];
                ClosedFromOwn[i] += other.ClosedFromOwn[i];
                ClosedWithinOwn[i] += other.ClosedWithinOwn[i];
                Constraint[i] += other.Constraint[i];
                ConstraintWeighted[i] += other.ConstraintWeighted[i];
                Redundant[i] += other.Redundant[i];
            }
        }
    }

    private Embeddedness(TieNetwork ties, SectorMap sectors, CancellationToken cancellation)
    {
        this.ties = ties;
        (partner, strongest, sums) = (new Partner[ties.N], new double[ties.N], new(ties.N));
        for (var i = 0; i < ties.N; i++)
        {
            var total = 0.0;
            for (var k = ties.RowStart[i]; k < ties.RowStart[i + 1]; k++)
                (total, strongest[i]) = (total + ties.StrengthAt(k), Math.Max(strongest[i], ties.StrengthAt(k)));
            partner[i] = new(1.0 / Degree.Of(ties, i), 1 / total, sectors.IsKnown(i) ? sectors.Of[i] : -1);
        }

        OrderedBlocks.Sum(
            Blocks,
            () => new CommonPartners(ties),
            (block, common) =>
            {
                var part = new Part(ties.N);
                CommonPartners.Visit add = (u, w, strength, q, withU, withW) => Add(part, u, w, strength, q, withU, withW);
                for (var u = block; u < ties.N; u += Blocks)
                {
                    cancellation.ThrowIfCancellationRequested();
                    common.OfTies(u, add);
                }

                return part;
            },
            sums.Add,
            cancellation);
    }

    /// <param name="ties">The tie graph.</param>
    /// <param name="sectors">Sectors.</param>
    /// <param name="cancellation">Looked at once per stakeholder.</param>
    public static Embeddedness Of(TieNetwork ties, SectorMap sectors, CancellationToken cancellation) => new(ties, sectors, cancellation);

    /// <summary>Triangles that the stakeholder is a corner of: ties among its partners.</summary>
    public long Triangles(int i) => sums.Closed[i] / 2;

    /// <summary>Burt's constraint by number of ties; NaN for an isolate.</summary>
    public double Constraint(int i) => OrUndefined(i, sums.Constraint[i]);

    /// <summary>The same, weighted by strength.</summary>
    public double ConstraintWeighted(int i) => OrUndefined(i, sums.ConstraintWeighted[i]);

    /// <summary>Effective size weighted by strength; NaN for an isolate.</summary>
    public double EffectiveSizeWeighted(int i) => OrUndefined(i, Degree.Of(ties, i) - (sums.Redundant[i] * partner[i].PerStrength));

    /// <summary>Pairs of partners with a tie of their own, by how the sectors of the two and of the stakeholder agree.</summary>
    public TiedPartners TiedPartners(int v) => new(
        sums.ClosedKnown[v] / 2, sums.ClosedAlike[v] / 2, sums.ClosedFromOwn[v] - sums.ClosedWithinOwn[v], sums.ClosedWithinOwn[v] / 2);

    private double OrUndefined(int i, double value) => Degree.Of(ties, i) == 0 ? double.NaN : value;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(Part part, int u, int w, double strength, ReadOnlySpan<int> common, ReadOnlySpan<double> withU, ReadOnlySpan<double> withW)
    {
        var (labelU, labelW) = (partner[u].Label, partner[w].Label);
        var (plain, weighted, redundant) = (0.0, 0.0, 0.0);
        var (likeU, likeW, known) = (0, 0, 0);
        for (var k = 0; k < common.Length; k++)
        {
            ref readonly var q = ref partner[common[k]];
            var both = withU[k] * withW[k];
            plain += q.PerTie;
            weighted += both * q.PerStrength;
            redundant += both;
            likeU += q.Label == labelU ? 1 : 0;
            likeW += q.Label == labelW ? 1 : 0;
            known += q.Label >= 0 ? 1 : 0;
        }

        var tie = new Tie(strength, common.Length, known, plain, weighted, redundant);
        AddEnd(part, u, w, tie, likeU, likeW);
        AddEnd(part, w, u, tie, likeW, likeU);
    }

    /// <summary>A tie as seen from either end: its strength, and sums over the common partners.</summary>
    private readonly record struct Tie(double Strength, int Common, int Known, double PerTie, double Weighted, double Product);

    /// <summary>What the tie of i with j adds to i: the pairs of partners that it closes are j with each common partner.</summary>
    private void AddEnd(Part part, int i, int j, in Tie tie, int likeOwn, int likeOther)
    {
        var (direct, weighted) = (partner[i].PerTie * (1 + tie.PerTie), partner[i].PerStrength * (tie.Strength + tie.Weighted));
        part.Constraint[i] += direct * direct;
        part.ConstraintWeighted[i] += weighted * weighted;
        part.Redundant[i] += tie.Product / strongest[j];
        part.Closed[i] += tie.Common;
        var (own, label) = (partner[i].Label, partner[j].Label);
        if (label < 0)
            return;
        part.ClosedKnown[i] += tie.Known;
        part.ClosedAlike[i] += likeOther;
        if (label != own)
            return;
        part.ClosedFromOwn[i] += tie.Known;
        part.ClosedWithinOwn[i] += likeOwn;
    }
}

/// <summary>Pairs of partners of a stakeholder v that have a tie of their own, both of known sector.</summary>
/// <param name="All">All of them.</param>
/// <param name="Alike">Both of one sector.</param>
/// <param name="OneOwn">Exactly one of the sector of v.</param>
/// <param name="BothOwn">Both of the sector of v.</param>
internal readonly record struct TiedPartners(long All, long Alike, long OneOwn, long BothOwn);
