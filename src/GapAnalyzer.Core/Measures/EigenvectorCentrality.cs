using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>Whether the partners of a stakeholder are themselves well connected.</summary>
internal static class EigenvectorCentrality
{
    /// <summary>Eigenvalues nearer than this, relative to the largest, count as equal: two components of the same shape.</summary>
    private const double Same = 1e-9;

    public static Measure Measure { get; } = new(
        "eigenvector",
        "Eigenvector centrality",
        "stakeholder",
        "lambda x_i = sum over partners j of x_j, lambda the largest eigenvalue of the 0/1 matrix; scaled to a maximum of 1",
        "0 outside the component with the largest eigenvalue: it says nothing of the others. "
            + "Components that share it are each scaled to 1. Undefined without ties. Unweighted.",
        "Bonacich 1972, J. Math. Sociol. 2:113, doi:10.1080/0022250X.1972.9989806");

    /// <summary>Eigenvector centrality of every stakeholder; NaN without ties.</summary>
    /// <param name="ties">The tie graph.</param>
    /// <param name="centrality">Length n; receives the values, 0 to 1.</param>
    /// <param name="cancellation">Looked at once per component and restart.</param>
    /// <remarks>
    /// A component's largest eigenvalue is at most the largest degree in it, and at least the root of that: those that cannot lead are
    /// skipped. See <see cref="LeadingEigenvector"/> for time and memory.
    /// </remarks>
    public static void Of(TieNetwork ties, double[] centrality, CancellationToken cancellation)
    {
        Array.Fill(centrality, ties.M == 0 ? double.NaN : 0);
        var (component, space) = (new int[ties.N], new int[ties.N]);
        Components.Label(ties.RowStart, ties.Neighbours, component);
        var largest = Enumerable.Range(0, ties.N).Select(i => Degree.Of(ties, i)).DefaultIfEmpty(0).Max();
        var candidates = Enumerable.Range(0, ties.N).GroupBy(i => component[i])
            .Select(group => group.ToArray())
            .Where(members => members.Length > 1 && members.Max(i => (double)Degree.Of(ties, i)) >= Math.Sqrt(largest) * (1 - Same));
        var values = candidates.Select(members => (members, LeadingEigenvector.Of(ties, members, space, centrality, cancellation))).ToArray();
        foreach (var (members, value) in values)
        {
            var leads = value >= values.Max(other => other.Item2) * (1 - Same);
            var most = members.Max(i => centrality[i]);
            foreach (var i in members)
                centrality[i] = leads ? centrality[i] / most : 0;
        }
    }
}
