using System.Collections.Concurrent;
using MathNet.Numerics.LinearAlgebra;

namespace GapAnalyzer.Networks;

/// <summary>Leading eigenvector of the 0/1 matrix of one component, by restarted Lanczos steps with full reorthogonalisation.</summary>
/// <remarks>
/// Each restart: O(steps x (m + steps x n)) time, O(steps x n) memory. The Krylov space reaches what plain iteration of powers needs
/// thousands of rounds for where a second eigenvalue is close; a bipartite component (eigenvalues in pairs) needs no shift.
/// </remarks>
internal static class LeadingEigenvector
{
    private const int Steps = 32;
    private const int MostRestarts = 100;
    private const double Accuracy = 1e-13;

    /// <summary>Members from which it pays to share the work.</summary>
    private const int FewestForThreads = 2_000;

    /// <summary>The largest eigenvalue and its eigenvector, which is positive on the component.</summary>
    /// <param name="ties">The tie graph.</param>
    /// <param name="members">The stakeholders of one component, at least two.</param>
    /// <param name="at">Length n; working space.</param>
    /// <param name="vector">Length n; receives unit length on the members; the others are left alone.</param>
    /// <param name="cancellation">Looked at once per restart.</param>
    public static double Of(TieNetwork ties, int[] members, int[] at, double[] vector, CancellationToken cancellation)
    {
        foreach (var i in members)
            vector[i] = 1 / Math.Sqrt(members.Length);
        for (var k = 0; k < members.Length; k++)
            at[members[k]] = k;
        var basis = new List<double[]>();
        var (value, residual) = (0.0, double.PositiveInfinity);
        for (var restart = 0; restart < MostRestarts && residual > Accuracy * value; restart++)
        {
            cancellation.ThrowIfCancellationRequested();
            var x = new double[members.Length];
            for (var k = 0; k < members.Length; k++)
                x[k] = vector[members[k]];
            (value, residual) = Restart(ties, members, at, basis, x);
            for (var k = 0; k < members.Length; k++)
                vector[members[k]] = Math.Abs(x[k]);
        }

        return value;
    }

    /// <summary>One Krylov space from x; x becomes its leading Ritz vector.</summary>
    private static (double Value, double Residual) Restart(
        TieNetwork ties, int[] members, int[] at, List<double[]> basis, double[] x)
    {
        basis.Clear();
        var (alpha, beta) = (new List<double>(), new List<double>());
        var v = x.ToArray();
        Scale(v, 1 / Norm(v));
        while (basis.Count < Math.Min(Steps, members.Length))
        {
            basis.Add(v);
            var w = Times(ties, members, at, v);
            alpha.Add(Dot(v, w));
            Orthogonalise(w, basis);
            Orthogonalise(w, basis);
            beta.Add(Norm(w));
            if (beta[^1] <= 1e-14 * alpha.Count)
                break;
            Scale(w, 1 / beta[^1]);
            v = w;
        }

        var (value, coefficients) = Leading(alpha, beta);
        Array.Clear(x);
        for (var k = 0; k < basis.Count; k++)
            AddTo(x, basis[k], coefficients[k]);
        Scale(x, 1 / Norm(x));
        return (value, beta[^1] * Math.Abs(coefficients[^1]));
    }

    private static (double Value, double[] Vector) Leading(List<double> alpha, List<double> beta)
    {
        var small = Matrix<double>.Build.Dense(alpha.Count, alpha.Count, (i, j) =>
            i == j ? alpha[i] : Math.Abs(i - j) == 1 ? beta[Math.Min(i, j)] : 0);
        var decomposition = small.Evd(Symmetricity.Symmetric);
        return (decomposition.EigenValues[alpha.Count - 1].Real, decomposition.EigenVectors.Column(alpha.Count - 1).ToArray());
    }

    private static double[] Times(TieNetwork ties, int[] members, int[] at, double[] v)
    {
        var product = new double[v.Length];
        if (v.Length < FewestForThreads)
            Rows(0, v.Length);
        else
            Parallel.ForEach(Partitioner.Create(0, v.Length), range => Rows(range.Item1, range.Item2));
        return product;

        void Rows(int from, int to)
        {
            for (var k = from; k < to; k++)
                product[k] = Sum(ties.Of(members[k]), at, v);
        }
    }

    private static double Sum(ReadOnlySpan<int> row, int[] at, double[] v)
    {
        var sum = 0.0;
        foreach (var j in row)
            sum += v[at[j]];
        return sum;
    }

    private static void Orthogonalise(double[] w, List<double[]> basis)
    {
        foreach (var v in basis)
            AddTo(w, v, -Dot(v, w));
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var k = 0; k < a.Length; k++)
            sum += a[k] * b[k];
        return sum;
    }

    private static double Norm(double[] a) => Math.Sqrt(Dot(a, a));

    private static void Scale(double[] a, double by)
    {
        for (var k = 0; k < a.Length; k++)
            a[k] *= by;
    }

    private static void AddTo(double[] a, double[] b, double times)
    {
        for (var k = 0; k < a.Length; k++)
            a[k] += times * b[k];
    }
}
