using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Resolving;

/// <summary>Gathers what the tables say, in any order, and settles it into the canonical dataset.</summary>
internal sealed class DatasetBuilder(DatasetSettings settings, AliasTable aliases, DiagnosticCollector diagnostics)
{
    private readonly Dictionary<string, StakeholderDraft> stakeholders = new(StringComparer.Ordinal);
    private readonly List<SourceFile> files = [];

    public ThemeRegistry Themes { get; } = new(settings.Themes);

    public PlaceRegistry Places { get; } = new();

    public ActivityDrafts Activities { get; set; } = new(new(), new());

    public List<TieDraft> Ties { get; } = [];

    public List<NeedDraft> Needs { get; } = [];

    public List<ExpectationDraft> Expectations { get; } = [];

    public ResolutionRecorder Resolution { get; } = new();

    public DiagnosticCollector Diagnostics => diagnostics;

    public AliasTable Aliases => aliases;

    public DatasetSettings Settings => settings;

    /// <summary>Number in source rows of the file that is added next.</summary>
    public int NextFile => files.Count;

    public void AddFile(SourceFile file) => files.Add(file);

    /// <summary>The stakeholder with this key, new if need be.</summary>
    public StakeholderDraft Stakeholder(string key, string? givenId = null)
    {
        if (!stakeholders.TryGetValue(key, out var draft))
            stakeholders[key] = draft = new(key, stakeholders.Count) { GivenId = givenId };
        return draft;
    }

    public IEnumerable<StakeholderDraft> Stakeholders => stakeholders.Values;

    public Dataset Build()
    {
        var themes = Themes.Settle(diagnostics, Cite);
        var places = Places.Settle(diagnostics, Cite);
        var settling = Task.Run(() => StakeholderSettling.Settle(this, FundersOnly(), Cite));
        var activities = new ActivityList(Activities, () => [.. stakeholders.Values.Select(draft => settling.GetAwaiter().GetResult().IdOf[draft])], Themes.PositionOf, Places.Of);
        var settled = settling.GetAwaiter().GetResult();
        OutlyingDates.Report(activities, files, diagnostics);
        return new()
        {
            Title = settings.Title ?? settings.Country ?? settings.FallbackTitle,
            Country = settings.Country,
            Files = files,
            Sectors = settled.Sectors,
            Stakeholders = settled.Stakeholders,
            Themes = themes,
            Places = places,
            Activities = activities,
            Ties = BuildTies(settled.IdOf),
            Needs = BuildNeeds(),
            Expectations = BuildExpectations(settled),
            Defaults = settings.Defaults,
            ParticipationRows = activities.ParticipationCount,
            Resolution = Resolution.Settle(settled.IdOf, settled.Stakeholders),
            Diagnostics = diagnostics.ToList(),
        };
    }

    /// <summary>File and line of a row; nothing for none.</summary>
    public (string File, int Line) Cite(SourceRow? row) => row is { } known ? (files[known.File].Name, known.Line) : ("", 0);

    private ThemeId? ThemeOf(string folded) => folded.Length > 0 ? new ThemeId(Themes.PositionOf(folded)) : null;

    /// <summary>Stakeholders that only ever pay.</summary>
    private HashSet<StakeholderDraft> FundersOnly()
    {
        var (pays, doesMore) = (new bool[stakeholders.Count], new bool[stakeholders.Count]);
        for (var i = 0; i < Activities.Participants.Count; i++)
        {
            var participant = Activities.Participants[i];
            (participant.Roles == Roles.Funder ? pays : doesMore)[participant.Who] = true;
        }

        return [.. stakeholders.Values.Where(draft => pays[draft.Number] && !doesMore[draft.Number])];
    }

    private List<DeclaredTie> BuildTies(IReadOnlyDictionary<StakeholderDraft, StakeholderId> idOf) =>
        [.. Ties
            .Select(tie => (A: idOf[tie.A], B: idOf[tie.B], Tie: tie))
            .Select(tie => tie.A.Index < tie.B.Index ? tie : (A: tie.B, B: tie.A, tie.Tie))
            .Select(tie => new DeclaredTie(tie.A, tie.B, tie.Tie.Type, tie.Tie.Strength, tie.Tie.Since, tie.Tie.Until, tie.Tie.Source))
            .OrderBy(tie => tie.A.Index).ThenBy(tie => tie.B.Index).ThenBy(tie => tie.Type, StringComparer.Ordinal)
            .ThenBy(tie => tie.Since?.First).ThenBy(tie => tie.Until?.Last).ThenBy(tie => tie.Strength).ThenBy(tie => tie.Source)];

    private List<Need> BuildNeeds() =>
        [.. Needs
            .Select(need => (Need: need, At: Places.Of(need.Place)))
            .Select(n => new Need(ThemeOf(n.Need.Theme), n.At.Admin1, n.At.Admin2, n.Need.Dates, n.Need.InNeed, n.Need.Severity, n.Need.Reached, n.Need.Source))
            .OrderBy(need => need.Theme?.Index).ThenBy(need => need.Admin1?.Index).ThenBy(need => need.Admin2?.Index).ThenBy(need => need.Dates?.First)
            .ThenBy(need => need.InNeed).ThenBy(need => need.Severity).ThenBy(need => need.Reached).ThenBy(need => need.Source)];

    /// <summary>An expectation at a place whose name several places share is one at each of them.</summary>
    private List<Expectation> BuildExpectations(SettledStakeholders settled) =>
        [.. Expectations
            .SelectMany(e => (e.Place.Length > 0 ? Places.Find(e.Place).Select(place => (PlaceId?)place) : [null])
                .Select(place => new Expectation(new ThemeId(Themes.PositionOf(e.Theme)), settled.SectorNamed(e.Sector), place, e.Weight, e.Source)))
            .OrderBy(e => e.Theme.Index).ThenBy(e => e.Sector.Index).ThenBy(e => e.Place?.Index).ThenBy(e => e.Weight).ThenBy(e => e.Source)];
}
