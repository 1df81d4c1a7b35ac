namespace GapAnalyzer.Nulls;

/// <summary>
/// Fits a <see cref="PairModel"/> by penalised maximum likelihood: Newton's method, each step solved by conjugate gradients, so that the
/// n x n Hessian is never built. About 70 passes over the required pairs, half of that where there are many.
/// </summary>
internal static class PairModelFit
{
    /// <summary>Stops when the gradient is this small relative to the observed ties: expected ties are right to that share.</summary>
    private const double Tolerance = 1e-11;

    /// <summary>The same with more required pairs than <see cref="Many"/>, where chance moves the ties by a thousandth and more.</summary>
    private const double ToleranceOfMany = 1e-7;

    private const long Many = 10_000_000;

    private const int MostSteps = 100;
    private const int MostHalvings = 30;
    private const int MostProducts = 500;

    /// <param name="pairs">Required pairs and their verdict ties.</param>
    /// <param name="homophily">With eta; without, eta is 0.</param>
    /// <param name="leftOut">Pairs of sectors that the fit does not see, S x S, symmetric; null: none.</param>
    /// <param name="ridge">lambda.</param>
    /// <param name="near">A model fitted to nearly the same: where to start; null: from the rates of the stakeholders.</param>
    /// <param name="cancellation">Looked at once per pass.</param>
    /// <returns>Null where no pair, or every pair, that the fit sees is tied: there is nothing to tell pairs apart by.</returns>
    public static PairModel? Fit(
        RequiredTies pairs, bool homophily, bool[]? leftOut = null, double ridge = PairModel.Ridge, PairModel? near = null, CancellationToken cancellation = default)
    {
        var seen = new SeenPairs(pairs, leftOut ?? new bool[pairs.S * pairs.S], homophily);
        var tolerance = pairs.RequiredTotal > Many ? ToleranceOfMany : Tolerance;
        return seen.Start() is { } start ? Climb(new(seen, ridge, cancellation), seen, near is null ? start : [.. near.Theta, near.Eta], tolerance) : null;
    }

    private static PairModel Climb(PairLikelihood likelihood, SeenPairs seen, double[] at, double tolerance)
    {
        var scale = Length(seen.Observed);
        var limit = tolerance * scale;
        var here = likelihood.Evaluate(at);
        var size = Length(here.Gradient);
        for (var step = 0; step < MostSteps && size > limit; step++)
        {
            var forcing = Math.Max(Math.Clamp(Math.Sqrt(size / scale), 1e-6, 0.1), Math.Min(0.25, limit / size / 4));
            var (direction, _) = ConjugateGradient.Solve(likelihood.Multiply, here.Diagonal, here.Gradient, forcing, MostProducts);
            if (Advance(likelihood, at, direction, here) is not { } next)
                break;
            (at, here) = next;
            size = Length(here.Gradient);
        }

        var mean = seen.Mean(at);
        double[] theta = [.. Enumerable.Range(0, seen.N).Select(i => seen.TakesPart[i] ? at[i] : mean)];
        return new() { Theta = theta, Eta = at[seen.N], Passes = likelihood.Passes, Converged = size <= limit * 10 };
    }

    /// <summary>The full step, halved until the likelihood does not fall; the likelihood is at the accepted point on return.</summary>
    private static (double[] At, LikelihoodAt Here)? Advance(PairLikelihood likelihood, double[] at, double[] direction, LikelihoodAt here)
    {
        var length = 1.0;
        for (var k = 0; k < MostHalvings; k++, length /= 2)
        {
            var next = at.Zip(direction, (x, d) => x + (length * d)).ToArray();
            var there = likelihood.Evaluate(next);
            if (there.Value >= here.Value - (1e-11 * Math.Abs(here.Value)))
                return (next, there);
        }

        return null;
    }

    private static double Length(double[] v) => Math.Sqrt(v.Sum(x => x * x));
}
