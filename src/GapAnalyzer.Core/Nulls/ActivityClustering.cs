using GapAnalyzer.Domain;

namespace GapAnalyzer.Nulls;

/// <summary>
/// <c>sum x^2 / sum x</c> over activities and pairs of different known sectors, x = the verdict ties that the activity makes between the
/// two, to a power: with x counted once from who invites whom, and once from all who take part. See <see cref="VerdictTies.Clustering"/>.
/// </summary>
/// <param name="dataset">Who is of which sector.</param>
internal sealed class ActivityClustering(Dataset dataset)
{
    private const double InvitingPower = 0.6;
    private const double CliquePower = 2.0 / 3;

    private readonly int[] sectorOf = [.. dataset.Stakeholders.Select(stakeholder => dataset.Sectors[stakeholder.Sector.Index].Known ? stakeholder.Sector.Index : -1)];
    private readonly (double All, double First)[] here = new (double, double)[dataset.Sectors.Count];
    private readonly List<int> sectors = [];
    private (double Ties, double Squares) inviting;
    private (double Ties, double Squares) clique;

    /// <param name="joiners">Who takes part.</param>
    /// <param name="initiators">Those of them who invited.</param>
    public void Add(int[] joiners, HashSet<int> initiators)
    {
        foreach (var i in joiners.Where(i => sectorOf[i] >= 0))
        {
            if (here[sectorOf[i]].All++ == 0)
                sectors.Add(sectorOf[i]);
            here[sectorOf[i]].First += initiators.Contains(i) ? 1 : 0;
        }

        for (var s = 0; s < sectors.Count; s++)
        {
            for (var t = 0; t < s; t++)
            {
                var (a, b) = (here[sectors[s]], here[sectors[t]]);
                Add(ref inviting, (a.First * b.All) + (b.First * a.All) - (a.First * b.First));
                Add(ref clique, a.All * b.All);
            }
        }

        foreach (var s in sectors)
            here[s] = default;
        sectors.Clear();
    }

    /// <summary>The factor, declared ties, which come alone, counted in; 1 without any tie between sectors.</summary>
    public double Of(bool invites, IEnumerable<(int A, int B)> declared)
    {
        var (sum, power) = invites ? (inviting, InvitingPower) : (clique, CliquePower);
        double alone = declared.Count(tie => sectorOf[tie.A] != sectorOf[tie.B] && sectorOf[tie.A] >= 0 && sectorOf[tie.B] >= 0);
        return sum.Ties + alone > 0 ? Math.Pow((sum.Squares + alone) / (sum.Ties + alone), power) : 1;
    }

    private static void Add(ref (double Ties, double Squares) sum, double x) => sum = (sum.Ties + x, sum.Squares + (x * x));
}
