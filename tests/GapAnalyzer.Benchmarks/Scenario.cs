using GapAnalyzer.Domain;
using GapAnalyzer.Generating;
using GapAnalyzer.Networks;
using GapAnalyzer.Nulls;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Benchmarks;

/// <summary>One kind of generated dataset that the sector tests are calibrated on.</summary>
internal sealed record Scenario(string Kind, int Stakeholders, bool NameLeads, PeriodGrain Period, int Silos, double Factor, double UniformLow, int Datasets)
{
    private const int Sectors = 8;

    /// <summary>The gaps are planted between pairs of sectors that a stream of the seed picks.</summary>
    public SyntheticOptions Options(long seed)
    {
        var options = new SyntheticOptions { Stakeholders = Stakeholders, Sectors = Sectors, NameLeads = NameLeads, UniformLow = UniformLow, Seed = seed };
        var pairs = (from s in Enumerable.Range(0, Sectors) from t in Enumerable.Range(s + 1, Sectors - s - 1) select (s, t)).ToArray();
        new RandomStream((ulong)seed, ulong.MaxValue - 1).Shuffle<(int, int)>(pairs);
        var names = options.SectorNames;
        return options with { Silos = [.. pairs.Take(Silos).Select(pair => (names[pair.s], names[pair.t], Factor))] };
    }

    /// <summary>Generates, reads and tests one dataset.</summary>
    public Outcome Run(long seed)
    {
        var options = Options(seed);
        var dataset = DatasetReader.Read(SyntheticFiles.AsSource(options), new());
        var chosen = new AnalysisOptions { Period = Period }.WithDefaults(dataset.Defaults);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var frame = Frame.Of(dataset, chosen);
        var (sectors, presence, ties) = (SectorMap.From(dataset), Presence.Build(dataset, frame), TieNetwork.Build(dataset, chosen));
        var requirement = Requirement.Build(presence, NeedTable.Build(dataset, frame).Weights(presence.Arenas), default);
        var before = watch.Elapsed;
        var tests = SectorTesting.Of(dataset, chosen, ties, presence, requirement, sectors, default);
        var seconds = (watch.Elapsed - before).TotalSeconds;
        var planted = options.Silos.Select(silo => (silo.A, silo.B)).ToHashSet();
        return new(
            [
                .. tests.Pairs.Where(pair => sectors.AreCross(pair.A.Index, pair.B.Index)).Select(pair => new PairOutcome(
                    planted.Contains((Name(pair.A), Name(pair.B))) || planted.Contains((Name(pair.B), Name(pair.A))), pair)),
            ],
            Share(CoPresenceTesting.Of(presence, requirement, sectors, 0)),
            seconds);

        static double Share(CoPresence found) => found.Sectors.Average(pair => pair.Q <= SectorTesting.Level && pair.Ratio <= AnalysisOptions.DefaultMaterial ? 1.0 : 0);

        string Name(SectorId sector) => dataset.Sectors[sector.Index].Name;
    }
}

internal sealed record PairOutcome(bool Planted, SectorPairTest Test)
{
    public bool Called => Test.Verdict == Verdict.Under;

    public bool ByLabels => Test.Labels.Q <= SectorTesting.Level;

    public bool ByActivity => Test.Activity.Q <= SectorTesting.Level;

    /// <summary>Significant in the third model, whatever the size.</summary>
    public bool ByHomophily => Test.Homophily.Q <= SectorTesting.Level;
}

/// <param name="Apart">Share of pairs of sectors that share a third fewer arenas than their reach explains, significantly.</param>
/// <param name="Seconds">For the three models and the verdicts.</param>
internal sealed record Outcome(IReadOnlyList<PairOutcome> Pairs, double Apart, double Seconds);
