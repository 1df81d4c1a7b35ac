using GapAnalyzer.Domain;
using GapAnalyzer.Findings;
using GapAnalyzer.Measures;
using GapAnalyzer.Networks;
using GapAnalyzer.Nulls;
using GapAnalyzer.Planning;
using GapAnalyzer.Resolving;

namespace GapAnalyzer;

/// <summary>Everything that the tool has to say about a dataset: what a report is written from.</summary>
public sealed record Analysis
{
    private readonly Lock suggesting = new();
    private Task<IReadOnlyList<NameSuggestion>>? suggestions;

    /// <summary>What was read and resolved.</summary>
    public required Dataset Dataset { get; init; }

    /// <summary>The options as they took effect: defaults and the dataset's own settings filled in.</summary>
    public required AnalysisOptions Options { get; init; }

    /// <summary>From the first to the last day of the dataset's dated activities; null where none is dated.</summary>
    public required DateSpan? Days { get; init; }

    /// <summary>Who coordinates with whom.</summary>
    public required TieNetwork Ties { get; init; }

    /// <summary>Who is present where.</summary>
    public required Presence Presence { get; init; }

    /// <summary>Who is present in each theme at each place over all periods, undated activities included: one arena for each cell that anyone is in.</summary>
    public required Presence CellPresence { get; init; }

    /// <summary>Who ought to coordinate with whom.</summary>
    public required Requirement Requirement { get; init; }

    /// <summary>Which kinds of tie evidence the dataset holds; none: rates are undefined, and there are no gaps to speak of.</summary>
    public TieKinds TieEvidence => Ties.Evidence;

    public required Headline Headline { get; init; }
    public required NetworkSummary Network { get; init; }

    /// <summary>Sectors in canonical order, the unknown one last.</summary>
    public required IReadOnlyList<SectorSummary> Sectors { get; init; }

    /// <summary>Every unordered pair of sectors, within-sector pairs included, in canonical order.</summary>
    public required IReadOnlyList<SectorPairSummary> SectorPairs { get; init; }

    /// <summary>Each pair of sectors against three models, and the verdict; in the order of <see cref="SectorPairs"/>.</summary>
    public required SectorTests SectorTests { get; init; }

    /// <summary>Who meets less than their reach explains; needs no ties.</summary>
    public required CoPresence CoPresence { get; init; }

    public required IReadOnlyList<GroupRate> Themes { get; init; }
    public required IReadOnlyList<GroupRate> Places { get; init; }

    /// <summary>Per period, counting only ties active in it.</summary>
    public required IReadOnlyList<GroupRate> Periods { get; init; }

    /// <summary>In the dataset's order of stakeholders.</summary>
    public required IReadOnlyList<StakeholderSummary> Stakeholders { get; init; }

    /// <summary>The top gaps with their evidence, by requirement, shared arenas, then names in ordinal order.</summary>
    public required IReadOnlyList<Gap> Gaps { get; init; }

    /// <summary>Theme x place, in the dataset's order of themes and places.</summary>
    public required IReadOnlyList<Cell> Cells { get; init; }

    public required IReadOnlyList<SensitivityRow> Sensitivity { get; init; }

    public required Unplaced Unplaced { get; init; }

    /// <summary>What the rules found, most severe first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Names that may be one organisation, best first, as lines of <c>aliases.csv</c>; found when first asked for. Nothing was merged. Empty where they were left out.</summary>
    /// <remarks>A task: threads that wait for one are made up for, whereas those that wait for a lock would keep the search from its threads.</remarks>
    public IReadOnlyList<NameSuggestion> Suggestions
    {
        get
        {
            lock (suggesting)
                suggestions ??= Has(AnalysisParts.Names) ? Suggest(Dataset) : Task.FromResult<IReadOnlyList<NameSuggestion>>([]);
            return suggestions.GetAwaiter().GetResult();
        }
    }

    /// <summary>The search behind <see cref="Suggestions"/>, where it was begun before they are asked for.</summary>
    public Task<IReadOnlyList<NameSuggestion>>? Suggesting
    {
        init => suggestions = value;
    }

    /// <summary>Begins the search for names that may be one organisation, which needs nothing but the dataset.</summary>
    public static Task<IReadOnlyList<NameSuggestion>> Suggest(Dataset dataset) => Task.Run(() => SuggestedAliases.Lines(dataset, LookAlikes.Find(dataset)));

    /// <summary>Whether all of these parts were computed, rather than left out by <see cref="AnalysisOptions.Without"/>.</summary>
    public bool Has(AnalysisParts parts) => Options.Has(parts);

    /// <summary>Ties between two names that may be one organisation, by <see cref="Suggestions"/>: if they are, these are no ties.</summary>
    public long LookAlikeTies => Measures.LookAlikeTies.Count(Suggestions, Ties);

    /// <summary>The ties that count in a cell: all of them, or with <see cref="AnalysisOptions.LocalTies"/> those made there.</summary>
    public TieNetwork TiesIn(Cell cell) => Options.LocalTies ? CellTies.MadeIn(cell.Theme, cell.Place, Dataset, Options) : Ties;

    /// <summary>What to do about the gaps.</summary>
    public ActionPlan Plan { get; init; } = new([], new([], AcrossSectors: true, 0, 0, 0));

    /// <summary>From the resolved dataset to everything there is to say about it: read it top to bottom.</summary>
    /// <param name="dataset">What was read and resolved.</param>
    /// <param name="options">Choices; what is left open is taken from the dataset, then from the defaults.</param>
    /// <param name="cancellation">Looked at once per stakeholder in the long loops.</param>
    /// <param name="progress">Told the name of each step as it starts.</param>
    /// <exception cref="Diagnostics.InputException">It would take more memory than it may.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static Analysis Run(Dataset dataset, AnalysisOptions options, CancellationToken cancellation, IProgress<string>? progress = null)
    {
        progress?.Report("presence");
        var effective = options.WithDefaults(dataset.Defaults);
        var frame = Frame.Of(dataset, effective);
        var sectors = SectorMap.From(dataset);
        var everPresent = Task.Run(() => Presence.Build(dataset, frame.OverAllPeriods));
        var sources = Task.Run(() => TieNetwork.Gather(dataset, effective));
        var presence = Presence.Build(dataset, frame);

        var needs = NeedTable.Build(dataset, frame);
        var needWeight = needs.Weights(presence.Arenas);
        MemoryEstimate.Of(dataset, effective, presence, weighted: needs.Unit != NeedUnit.None).Require(effective.Memory);

        progress?.Report("ties");
        var ties = TieNetwork.From(sources.GetAwaiter().GetResult());
        var verdictTies = Task.Run(() => VerdictTies.Of(dataset, effective, ties));
        var mixing = MixingMatrix.Of(ties, sectors);

        // Before the required pairs are there: it takes the most memory beside the ties.
        var structure = Structure.Of(ties, sectors, effective, cancellation, progress);

        progress?.Report("required pairs");
        var requirement = Requirement.Build(presence, needWeight, cancellation);

        progress?.Report("coordination rates");
        var input = new RateInput(presence, needWeight, ties, sectors, cancellation);
        var rates = CoordinationRate.Of(requirement, ties, sectors, cancellation);
        var (themes, places, periods) = Unless<(IReadOnlyList<GroupRate>, IReadOnlyList<GroupRate>, IReadOnlyList<GroupRate>)>(
            AnalysisParts.Groups, "rates by group", ([], [], []), () => (GroupRates.ByTheme(dataset, input), GroupRates.ByPlace(dataset, input), GroupRates.ByPeriod(dataset, effective, input)));
        var sensitivity = Unless(AnalysisParts.Sensitivity, "sensitivity", [], () => Measures.Sensitivity.Table(
            dataset, effective, ties, sectors, new(frame.Grain, frame.PlaceLevel, presence.Arenas.Count, rates.Total, rates.Cross), cancellation));

        progress?.Report("chance");
        var tests = SectorTesting.Of(dataset, effective, ties, verdictTies.GetAwaiter().GetResult(), presence, requirement, sectors, cancellation);

        var copresence = Unless(AnalysisParts.CoPresence, "co-presence", CoPresence.None, () => CoPresenceTesting.Of(presence, requirement, sectors, effective.Top));

        // What goes through all activities, or ties, once: beside the gaps.
        var unplaced = Task.Run(() => DataQuality.Unplaced(dataset, frame, effective));
        var ofSectors = Task.Run(() => Summaries.OfSectors(dataset, frame, mixing, sectors, rates));
        var ofStakeholders = Task.Run(() => Summaries.OfStakeholders(dataset, frame, presence, ties, sectors, rates));
        progress?.Report("gaps");
        var ranked = GapRanking.First(requirement, ties, sectors, effective.Top, _ => true);
        var gaps = GapList.Describe(dataset, frame, presence, ties, ranked);

        var cellPresence = everPresent.GetAwaiter().GetResult();
        var cells = Unless(AnalysisParts.Coverage, "coverage", [], () => Coverage.Cells(
            dataset, frame, cellPresence, needs, CellTies.Of(dataset, frame, effective, cellPresence, ties), ties.Evidence != TieKinds.None, sectors));

        var analysis = new Analysis
        {
            Dataset = dataset,
            Options = effective,
            Days = dataset.Days,
            Ties = ties,
            Presence = presence,
            CellPresence = cellPresence,
            Requirement = requirement,
            Headline = Summaries.OfHeadline(
                rates, cells, needs.Unit, ExternalInternalIndex.OfNetwork(mixing, sectors), RandomTies.Of(requirement, ties)),
            Network = Summaries.OfNetwork(ties, mixing, sectors, rates.Total),
            Sectors = ofSectors.GetAwaiter().GetResult(),
            SectorPairs = Summaries.OfSectorPairs(mixing, sectors, rates),
            SectorTests = tests,
            CoPresence = copresence,
            Themes = themes,
            Places = places,
            Periods = periods,
            Stakeholders = ofStakeholders.GetAwaiter().GetResult(),
            Gaps = gaps,
            Cells = cells,
            Sensitivity = sensitivity,
            Unplaced = unplaced.GetAwaiter().GetResult(),
            Findings = [],
        };

        analysis = structure?.Complete(analysis) ?? analysis;

        progress?.Report("findings");
        analysis = analysis with { Findings = FindingCatalog.FindAll(analysis) };

        return analysis with { Plan = Unless(AnalysisParts.Plan, "plan", analysis.Plan, () => Planner.Of(analysis, new(), cancellation)) };

        T Unless<T>(AnalysisParts part, string step, T without, Func<T> computed)
        {
            if (!effective.Has(part))
                return without;
            progress?.Report(step);
            return computed();
        }
    }
}
