using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using GapAnalyzer.Domain;
using GapAnalyzer.Generating;
using GapAnalyzer.Measures;
using GapAnalyzer.Networks;
using GapAnalyzer.Nulls;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Benchmarks;

/// <summary>The steps that an analysis of a large dataset spends its time in, each by itself, on one thread and on all.</summary>
public class Kernels
{
    /// <summary>Of the generated dataset; five activities for each.</summary>
    private const int Organisations = 5000;

    private Dataset dataset = null!;
    private AnalysisOptions options = null!;
    private SectorMap sectors = null!;
    private Presence presence = null!;
    private double[] needs = null!;
    private TieNetwork ties = null!;
    private Requirement requirement = null!;
    private RequiredTies required = null!;

    [Params(false, true)]
    public bool OneThread { get; set; }

    /// <summary>Runs each of them, and prints the table.</summary>
    public static void Run() => BenchmarkRunner.Run<Kernels>(
        ManualConfig.CreateEmpty()
            .AddLogger(ConsoleLogger.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "gap-analyzer-kernels"))
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));

    [GlobalSetup]
    public void Generate()
    {
        dataset = DatasetReader.Read(SyntheticFiles.AsSource(new() { Stakeholders = Organisations, Sectors = 12 }), new());
        options = new AnalysisOptions { Period = PeriodGrain.Month }.WithDefaults(dataset.Defaults);
        var frame = Frame.Of(dataset, options);
        (sectors, presence, ties) = (SectorMap.From(dataset), Presence.Build(dataset, frame), TieNetwork.Build(dataset, options));
        needs = NeedTable.Build(dataset, frame).Weights(presence.Arenas);
        requirement = Requirement.Build(presence, needs, default);
        var evidence = VerdictTies.Of(dataset, options, ties);
        required = RequiredTies.Of(requirement, evidence.RowStart, evidence.Other, sectors, _ => true);
    }

    [Benchmark]
    public object BuildPresence() => On(() => Presence.Build(dataset, Frame.Of(dataset, options)));

    [Benchmark]
    public object BuildTies() => On(() => TieNetwork.Build(dataset, options));

    [Benchmark]
    public object RequiredPairs() => On(() => Requirement.Build(presence, needs, default));

    [Benchmark]
    public object CoordinationRates() => On(() => CoordinationRate.Of(requirement, ties, sectors, default));

    [Benchmark]
    public object RatesByPeriod() => On(() => GroupRates.ByPeriod(dataset, options, new(presence, needs, ties, sectors, default)));

    [Benchmark]
    public object HomophilyFit() => On(() => (object?)PairModelFit.Fit(required, homophily: true) ?? required);

    [Benchmark]
    public object ShuffledLabels() => On(() => LabelPermutation.Of(required, 100, long.MaxValue, 1, default));

    [Benchmark]
    public object CoPresenceTests() => On(() => CoPresenceTesting.Of(presence, requirement, sectors, 200));

    [Benchmark]
    public object FirstGaps() => On(() => GapRanking.First(requirement, ties, sectors, 100_000, _ => true));

    [Benchmark]
    public object ConstraintAndClustering() => On(() => Embeddedness.Of(ties, sectors, default));

    [Benchmark]
    public object ShortestPathSums() => On(() => PathSums.Of(ties, 1, default));

    [Benchmark]
    public object LeidenCommunities() => On(() => Communities.Of(ties, null, 1, new int[ties.N], default));

    /// <summary>Parallel loops take their threads from the scheduler that they are begun on.</summary>
    private T On<T>(Func<T> work)
    {
        if (!OneThread)
            return work();
        var scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, 1).ExclusiveScheduler;
        return Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, scheduler).GetAwaiter().GetResult();
    }
}
