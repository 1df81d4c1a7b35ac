using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>How strong a tie is; the kernel that adds it up is <see cref="TieNetwork"/>'s.</summary>
public static class TieStrength
{
    internal static Measure Measure { get; } = new(
        "strength",
        "Tie strength",
        "pair, stakeholder, network",
        "w_ij = sum over joint activities of 1/(k-1), k participants, plus the strength of each declared row (1 where not given); "
            + "strength of i = sum_j w_ij",
        "A meeting of thirty would otherwise make 435 ties as strong as thirty separate ones. Strength is evidence, not distance.",
        "Newman 2001, Phys. Rev. E 64:016132, doi:10.1103/PhysRevE.64.016132");

    /// <summary>Sum of the strengths of the ties of each stakeholder.</summary>
    /// <param name="ties">The tie graph.</param>
    /// <param name="strength">Length n; receives the sums.</param>
    /// <remarks>O(n + m).</remarks>
    internal static void Of(TieNetwork ties, Span<double> strength)
    {
        for (var i = 0; i < ties.N; i++)
        {
            var sum = 0.0;
            for (var k = ties.RowStart[i]; k < ties.RowStart[i + 1]; k++)
                sum += ties.StrengthAt(k);
            strength[i] = sum;
        }
    }

    /// <summary>Sum over ties, each once.</summary>
    internal static double Total(TieNetwork ties) => Enumerable.Range(0, ties.N).Sum(i => SumAbove(ties, i));

    /// <summary>Jaccard index of two stakeholders' activities, joint / (a + b - joint); NaN where neither has any.</summary>
    public static double Jaccard(int joint, int activitiesA, int activitiesB) =>
        activitiesA + activitiesB == 0 ? double.NaN : (double)joint / (activitiesA + activitiesB - joint);

    private static double SumAbove(TieNetwork ties, int i)
    {
        var sum = 0.0;
        var neighbours = ties.Of(i);
        for (var k = 0; k < neighbours.Length; k++)
        {
            if (neighbours[k] > i)
                sum += ties.StrengthAt(ties.RowStart[i] + k);
        }

        return sum;
    }
}
