using GapAnalyzer.Domain;
using GapAnalyzer.Generating;
using GapAnalyzer.Networks;
using GapAnalyzer.Nulls;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Benchmarks;

/// <summary>One kind of generated dataset that the sector tests are calibrated on.</summary>
/// <param name="Model">Null: the model of <c>generate</c>.</param>
internal sealed record Scenario(
    string Kind, int Stakeholders, bool NameLeads, PeriodGrain Period, int Silos, double UniformLow, int Datasets, Neighbours.Meeting? Model = null)
{
    private const int Sectors = 8;
    private const double Factor = 0.2;

    /// <summary>Fewer than the tool's 9,999: labels do not enter the verdict, and nine tenths of the time went there.</summary>
    private const int Shuffles = 999;

    public string Activity => Model switch
    {
        null => "generate",
        Neighbours.Meeting.Once => "neighbours",
        Neighbours.Meeting.Chain => "neighbours, guests invite guests",
        _ => "neighbours, meetings recur",
    };

    public string Arenas => Period == PeriodGrain.Month ? "month" : "year";

    public string Ties => NameLeads ? "lead" : "clique";

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
        var dataset = DatasetReader.Read(Model is { } meeting ? Neighbours.AsSource(options, meeting) : SyntheticFiles.AsSource(options), new());
        var chosen = new AnalysisOptions { Period = Period, Permutations = Shuffles }.WithDefaults(dataset.Defaults);
        var frame = Frame.Of(dataset, chosen);
        var (sectors, presence, ties) = (SectorMap.From(dataset), Presence.Build(dataset, frame), TieNetwork.Build(dataset, chosen));
        var requirement = Requirement.Build(presence, NeedTable.Build(dataset, frame).Weights(presence.Arenas), default);
        var tests = SectorTesting.Of(dataset, chosen, ties, VerdictTies.Of(dataset, chosen, ties), presence, requirement, sectors, default);
        var planted = options.Silos.Select(silo => (silo.A, silo.B)).ToHashSet();
        return new(
            [
                .. tests.Pairs.Where(pair => sectors.AreCross(pair.A.Index, pair.B.Index)).Select(pair => new PairOutcome(
                    planted.Contains((Name(pair.A), Name(pair.B))) || planted.Contains((Name(pair.B), Name(pair.A))), pair)),
            ],
            Share(CoPresenceTesting.Of(presence, requirement, sectors, 0)));

        static double Share(CoPresence found) => found.Sectors.Average(pair => pair.Q <= SectorTesting.Level && pair.Ratio <= AnalysisOptions.DefaultMaterial ? 1.0 : 0);

        string Name(SectorId sector) => dataset.Sectors[sector.Index].Name;
    }
}

/// <summary>A model by itself is any significant shortfall, whatever its size; the verdict also asks for a size that matters.</summary>
internal sealed record PairOutcome(bool Planted, SectorPairTest Test)
{
    public bool Called => Test.Verdict == Verdict.Under;

    public bool ByLabels => Test.Labels.Q <= SectorTesting.Level;

    public bool ByActivity => Test.Activity.Q <= SectorTesting.Level;

    public bool ByHomophily => Test.Homophily.Q <= SectorTesting.Level;

    public bool ByCompany => Test.Company?.Q <= SectorTesting.Level;
}

/// <param name="Apart">Share of pairs of sectors that share a third fewer arenas than their reach explains, significantly.</param>
internal sealed record Outcome(IReadOnlyList<PairOutcome> Pairs, double Apart);
