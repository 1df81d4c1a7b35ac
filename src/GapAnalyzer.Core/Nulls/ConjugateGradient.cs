namespace GapAnalyzer.Nulls;

/// <summary>Solves <c>H x = b</c> for a symmetric positive definite H that is only known by its product with a vector.</summary>
internal static class ConjugateGradient
{
    /// <param name="product">Writes <c>H v</c> into its second argument.</param>
    /// <param name="diagonal">Diagonal of H, the preconditioner; 0 where a coordinate does not take part.</param>
    /// <param name="b">Right side.</param>
    /// <param name="tolerance">Stops when the residual is this small relative to b, both measured by the preconditioner: <c>sqrt(r' D^-1 r)</c>.</param>
    /// <param name="limit">Most products.</param>
    /// <returns>The solution, and how many products it took.</returns>
    /// <remarks>Diagonally preconditioned. Source: Hestenes &amp; Stiefel 1952, J. Res. NBS 49:409, doi:10.6028/jres.049.044.</remarks>
    public static (double[] X, int Products) Solve(Action<double[], double[]> product, double[] diagonal, double[] b, double tolerance, int limit)
    {
        var n = b.Length;
        var (x, r, z, v, hv) = (new double[n], (double[])b.Clone(), new double[n], new double[n], new double[n]);
        var (goal, rho, products) = (0.0, 0.0, 0);
        while (products < limit)
        {
            for (var i = 0; i < n; i++)
                z[i] = diagonal[i] > 0 ? r[i] / diagonal[i] : 0;
            var next = Dot(r, z);
            if (products == 0)
                goal = tolerance * tolerance * next;
            if (!(next > goal))
                break;
            var beta = products == 0 ? 0 : next / rho;
            rho = next;
            for (var i = 0; i < n; i++)
                v[i] = z[i] + (beta * v[i]);
            product(v, hv);
            products++;
            var curvature = Dot(v, hv);
            if (!(curvature > 0))
                break;
            var alpha = rho / curvature;
            for (var i = 0; i < n; i++)
            {
                x[i] += alpha * v[i];
                r[i] -= alpha * hv[i];
            }
        }

        return (x, products);
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
