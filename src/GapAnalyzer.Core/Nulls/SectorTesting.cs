using GapAnalyzer.Networks;

namespace GapAnalyzer.Nulls;

/// <summary>Runs the models and gives each pair of sectors its verdict.</summary>
internal static class SectorTesting
{
    /// <summary>False discovery rate of the verdicts, and of leaving pairs out of the second fit.</summary>
    public const double Level = 0.05;

    /// <summary>Standard normal quantiles of .95 and .80 together: a gap this many deviations deep is found four times in five.</summary>
    private const double Detectable = 2.49;

    /// <summary>Share of the tested pairs that the second fit may leave out.</summary>
    private const int LeftOutAtMostOneIn = 3;

    private sealed record Model(PairModel Fit, SectorPairChances Chances, Tails[] Tails);

    /// <param name="dataset">For who is met in activities of several, where roles do not say who invited.</param>
    /// <param name="options">Effective options.</param>
    /// <param name="ties">All ties.</param>
    /// <param name="evidence">Those that the tests look at.</param>
    /// <param name="presence">Who is present.</param>
    /// <param name="requirement">Required pairs.</param>
    /// <param name="sectors">Sector of each stakeholder.</param>
    /// <param name="cancellation">Looked at in every long loop.</param>
    public static SectorTests Of(
        Domain.Dataset dataset,
        AnalysisOptions options,
        TieNetwork ties,
        VerdictTies evidence,
        Presence presence,
        Requirement requirement,
        SectorMap sectors,
        CancellationToken cancellation)
    {
        var pairs = RequiredTies.Of(requirement, evidence.RowStart, evidence.Other, sectors, i => presence.ArenasOf(i).Length > 0);
        var company = evidence.Mode == VerdictTieMode.Clique && options.Has(AnalysisParts.Models) ? CompanyRecord.Of(dataset, options, sectors) : null;
        return Of(evidence, pairs, company, options, ties.Evidence != TieKinds.None, cancellation);
    }

    /// <summary><c>1 - 2.49 sd / expected</c>, at least 0.</summary>
    public static double DetectableRatio(double sd, double expected) => Math.Max(0, 1 - (Detectable * sd / expected));

    private static SectorTests Of(
        VerdictTies evidence, RequiredTies pairs, CompanyRecord? company, AnalysisOptions options, bool measured, CancellationToken cancellation)
    {
        var clique = evidence.Mode == VerdictTieMode.Clique;
        var material = options.Material ?? (clique ? AnalysisOptions.DefaultMaterialClique : AnalysisOptions.DefaultMaterial);
        var labels = measured
            ? LabelPermutation.Of(pairs, options.Permutations, options.PermutationWork, (ulong)options.Seed, cancellation)
            : null;
        var modelled = options.Has(AnalysisParts.Models);
        var rule = new VerdictRule(pairs, material, 1 / material, measured, modelled);
        var (activity, homophily, leftOut) = measured && modelled ? Fit(pairs, rule, evidence, cancellation) : (null, null, new bool[pairs.S * pairs.S]);
        return new()
        {
            Mode = evidence.Mode,
            Clustering = evidence.Clustering,
            JointActivities = evidence.JointActivities,
            ActivitiesNamingInitiator = evidence.ActivitiesNamingInitiator,
            Material = rule.Under,
            MaterialOver = rule.Over,
            Pairs = Tests(pairs, rule, labels, activity, homophily, leftOut, company is null ? null : CompanyTesting.Of(company, rule.Tested)),
            WithoutTies = labels is null ? [] : WithoutTies(pairs, rule, labels),
            Seed = options.Seed,
            Shuffles = options.Permutations,
            FitFellShort = homophily is { Fit.Converged: false } || activity is { Fit.Converged: false },
            Homophily = homophily?.Fit.Eta ?? double.NaN,
        };
    }

    /// <summary>Both models; the second fitted again without pairs that the first fit finds far off, so that gaps do not hide in eta.</summary>
    private static (Model? Activity, Model? Homophily, bool[] LeftOut) Fit(
        RequiredTies pairs, VerdictRule rule, VerdictTies evidence, CancellationToken cancellation)
    {
        var leftOut = new bool[pairs.S * pairs.S];
        var activity = Run(PairModelFit.Fit(pairs, homophily: false, cancellation: cancellation), pairs, evidence);
        var homophily = Run(PairModelFit.Fit(pairs, homophily: true, near: activity?.Fit, cancellation: cancellation), pairs, evidence);
        if (homophily is null || evidence.Mode == VerdictTieMode.Clique)
            return (activity, homophily, leftOut);
        foreach (var (s, t) in FarOff(pairs, rule, homophily))
            leftOut[(s * pairs.S) + t] = leftOut[(t * pairs.S) + s] = true;
        return leftOut.Contains(true) && PairModelFit.Fit(pairs, true, leftOut, near: homophily.Fit, cancellation: cancellation) is { } again
            ? (activity, Run(again, pairs, evidence), leftOut)
            : (activity, homophily, new bool[leftOut.Length]);
    }

    private static Model? Run(PairModel? fit, RequiredTies pairs, VerdictTies evidence)
    {
        if (fit is null)
            return null;
        var chances = fit.Chances(pairs, evidence.Clustering);
        var tails = new Tails[pairs.S * pairs.S];
        for (var s = 0; s < pairs.S; s++)
        {
            for (var t = s; t < pairs.S; t++)
                tails[(s * pairs.S) + t] = chances.Tails(s, t, pairs.SatisfiedOf[(s * pairs.S) + t]);
        }

        return new(fit, chances, tails);
    }

    private static IEnumerable<(int S, int T)> FarOff(RequiredTies pairs, VerdictRule rule, Model model)
    {
        var tested = rule.Tested.ToArray();
        var q = BenjaminiHochberg.Adjust([.. tested.Select(pair => model.Tails[(pair.S * pairs.S) + pair.T].TwoSided)]);
        return tested
            .Select((pair, k) => (Pair: pair, Q: q[k], Sum: model.Chances.Of(pair.S, pair.T), Observed: pairs.SatisfiedOf[(pair.S * pairs.S) + pair.T]))
            .Where(item => item.Q <= Level && rule.IsFar(item.Observed / item.Sum.Mean))
            .OrderByDescending(item => Math.Abs(Z(item.Sum, item.Observed)))
            .Take(tested.Length / LeftOutAtMostOneIn)
            .Select(item => item.Pair);
    }

    private static SectorPairTest[] Tests(
        RequiredTies pairs, VerdictRule rule, LabelPermutation? labels, Model? activity, Model? homophily, bool[] leftOut, CompanyTest[]? company)
    {
        var labelQ = Adjusted(pairs, rule.Meeting, at => labels?.Of(at / pairs.S, at % pairs.S).P ?? double.NaN);
        var activityQ = Adjusted(pairs, rule.Tested, at => activity?.Tails[at].Lower ?? double.NaN);
        var underQ = Adjusted(pairs, rule.Tested, at => homophily?.Tails[at].Lower ?? double.NaN);
        var overQ = Adjusted(pairs, rule.Tested, at => homophily?.Tails[at].Upper ?? double.NaN);
        return
        [
            .. from s in Enumerable.Range(0, pairs.S)
               from t in Enumerable.Range(s, pairs.S - s)
               let at = (s * pairs.S) + t
               let test = HomophilyTestOf(pairs, homophily, at, underQ[at], overQ[at], leftOut[at])
               select new SectorPairTest(
                   new(s),
                   new(t),
                   pairs.SatisfiedOf[at],
                   pairs.RequiredOf[at],
                   LabelTestOf(pairs, labels?.Of(s, t) ?? LabelTail.None, pairs.RequiredOf[at], labelQ[at]),
                   ActivityTestOf(pairs, activity, at, activityQ[at]),
                   test,
                   company?[at],
                   rule.Of(s, t, (DecidingTest?)company?[at] ?? test)),
        ];
    }

    /// <summary>Adjusted p of the given pairs of sectors, by position; NaN for all others.</summary>
    private static double[] Adjusted(RequiredTies pairs, IEnumerable<(int S, int T)> tested, Func<int, double> p)
    {
        var at = tested.Select(pair => (pair.S * pairs.S) + pair.T).ToArray();
        var q = BenjaminiHochberg.Adjust([.. at.Select(p)]);
        var all = Enumerable.Repeat(double.NaN, pairs.S * pairs.S).ToArray();
        for (var k = 0; k < at.Length; k++)
            all[at[k]] = q[k];
        return all;
    }

    private static LabelTest LabelTestOf(RequiredTies pairs, LabelTail tail, long required, double q) => tail.Method == LabelMethod.None
        ? LabelTest.Undefined
        : new(pairs.Rate * required, tail.Z, tail.P, q, tail.Method);

    private static ModelTest ActivityTestOf(RequiredTies pairs, Model? model, int at, double q)
    {
        if (model is null || pairs.RequiredOf[at] == 0)
            return ModelTest.Undefined;
        var sum = model.Chances.Of(at / pairs.S, at % pairs.S);
        return new(sum.Mean, Z(sum, pairs.SatisfiedOf[at]), model.Tails[at].Lower, q);
    }

    private static HomophilyTest HomophilyTestOf(RequiredTies pairs, Model? model, int at, double underQ, double overQ, bool leftOut)
    {
        if (model is null || pairs.RequiredOf[at] == 0)
            return HomophilyTest.Undefined;
        var sum = model.Chances.Of(at / pairs.S, at % pairs.S);
        var observed = pairs.SatisfiedOf[at];
        return new(
            sum.Mean,
            Z(sum, observed),
            model.Tails[at].Lower,
            underQ,
            model.Tails[at].Upper,
            overQ,
            observed / sum.Mean,
            DetectableRatio(Math.Sqrt(sum.Variance), sum.Mean),
            sum.None,
            leftOut);
    }

    private static SectorWithoutTies[] WithoutTies(RequiredTies pairs, VerdictRule rule, LabelPermutation labels) =>
    [
        .. from s in Enumerable.Range(0, pairs.S)
           where rule.IsWithoutTies(s)
           let required = Enumerable.Range(0, pairs.S).Sum(t => pairs.RequiredOf[(s * pairs.S) + t])
           select new SectorWithoutTies(
               new(s), pairs.Present.Count(i => pairs.Sectors.Of[i] == s), required, LabelTestOf(pairs, labels.Touching(s), required, double.NaN)),
    ];

    private static double Z(BernoulliSum sum, long observed) =>
        sum.Variance > 0 ? (observed - sum.Mean) / Math.Sqrt(sum.Variance) : double.NaN;
}
