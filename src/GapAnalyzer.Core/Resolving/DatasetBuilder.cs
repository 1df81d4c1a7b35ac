using System.Globalization;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Resolving;

/// <summary>Gathers what the tables say, in any order, and settles it into the canonical dataset.</summary>
internal sealed class DatasetBuilder(DatasetSettings settings, AliasTable aliases, DiagnosticCollector diagnostics)
{
    private readonly Dictionary<string, StakeholderDraft> stakeholders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ActivityDraft> activities = new(StringComparer.Ordinal);
    private readonly List<SourceFile> files = [];

    public ThemeRegistry Themes { get; } = new(settings.Themes);

    public PlaceRegistry Places { get; } = new();

    public List<(StakeholderDraft A, StakeholderDraft B, string? Type, double Strength, DateSpan? Since, DateSpan? Until, SourceRow Source)> Ties { get; } = [];

    public List<(string Theme, PlaceText Place, DateSpan? Dates, double? InNeed, double? Severity, double? Reached, SourceRow Source)> Needs { get; } = [];

    public List<(string Theme, string Sector, string Place, double Weight, SourceRow Source)> Expectations { get; } = [];

    public DiagnosticCollector Diagnostics => diagnostics;

    public DatasetSettings Settings => settings;

    /// <summary>Adds a file and returns its number for source rows.</summary>
    public int NextFile => files.Count;

    public void AddFile(SourceFile file) => files.Add(file);

    /// <summary>The stakeholder with this key, new if need be.</summary>
    public StakeholderDraft Stakeholder(string key, string? givenId = null)
    {
        if (!stakeholders.TryGetValue(key, out var draft))
            stakeholders[key] = draft = new(key) { GivenId = givenId };
        return draft;
    }

    public IEnumerable<StakeholderDraft> Stakeholders => stakeholders.Values;

    public ActivityDraft? FindActivity(string id) => activities.GetValueOrDefault(id);

    public ActivityDraft Activity(string id)
    {
        if (!activities.TryGetValue(id, out var draft))
            activities[id] = draft = new(id);
        return draft;
    }

    public Dataset Build()
    {
        var themes = Themes.Settle(diagnostics);
        var places = Places.Settle(diagnostics);
        var (sectors, sectorOf) = SettleSectors();
        var (ordered, idOf) = SettleStakeholders(sectors, sectorOf);
        var builtActivities = activities.Values.OrderBy(draft => draft.Id, StringComparer.Ordinal).Select(draft => Build(draft, idOf)).ToList();
        return new()
        {
            Title = settings.Title ?? settings.Country ?? settings.FallbackTitle,
            Country = settings.Country,
            Files = files,
            Sectors = sectors,
            Stakeholders = ordered,
            Themes = themes,
            Places = places,
            Activities = builtActivities,
            Ties = BuildTies(idOf),
            Needs = BuildNeeds(),
            Expectations = BuildExpectations(sectors),
            Defaults = settings.Defaults,
            ParticipationRows = builtActivities.Sum(activity => (long)activity.Participations.Count),
            Diagnostics = diagnostics.ToList(),
        };
    }

    private Activity Build(ActivityDraft draft, Dictionary<StakeholderDraft, StakeholderId> idOf)
    {
        var (admin1, admin2) = Places.Of(draft.Place);
        var participations = draft.Participants
            .GroupBy(participant => idOf[participant.Who])
            .OrderBy(group => group.Key.Index)
            .Select(group => new Participation(
                group.Key,
                group.Aggregate(Roles.None, (roles, participant) => roles | participant.Roles),
                group.Count() == 1 ? group.First().Sources : [.. group.SelectMany(participant => participant.Sources).Distinct().Order()]))
            .ToList();
        return new(draft.Id, draft.Title, draft.Theme.Length > 0 ? new ThemeId(Themes.PositionOf(draft.Theme)) : null, admin1, admin2, draft.Dates, participations, draft.Sources);
    }

    private sealed record Constituency(string Sector, string? Type);

    /// <summary>The sector of each stakeholder and the list of sectors, the unknown one last.</summary>
    private (List<Sector> Sectors, Dictionary<StakeholderDraft, Constituency> Of) SettleSectors()
    {
        var of = new Dictionary<StakeholderDraft, Constituency>();
        var kept = new SortedDictionary<string, Spellings>(StringComparer.Ordinal);
        var fundersOnly = FundersOnly();
        foreach (var draft in stakeholders.Values)
        {
            var votes = VotesOf(draft);
            ReportConflict(draft, votes);
            var sector = votes is [var (mapped, given, _), ..] ? mapped ?? Keep(kept, given)
                : fundersOnly.Contains(draft) ? Vocabulary.DonorSector
                : Vocabulary.UnknownSector;
            of[draft] = new(sector, draft.Types.IsEmpty ? null : draft.Sectors.IsEmpty ? votes[0].Given : draft.Types.Best);
            if (sector == Vocabulary.UnknownSector)
                diagnostics.Add(DiagnosticCatalog.NoType, "", 0, "", $"organisation {Quote.Value(draft.Name(aliases))} has no type or sector", "", "its sector is unknown: it is in no cross-sector number");
        }

        // Spellings of one kept value are one sector, shown as most often written over all stakeholders.
        var shown = kept.ToDictionary(pair => pair.Key, pair => pair.Value.Best, StringComparer.Ordinal);
        foreach (var (draft, constituency) in of.ToList())
            of[draft] = constituency with { Sector = shown.GetValueOrDefault(Fold.Name(constituency.Sector), constituency.Sector) };
        var sectors = of.Values.Select(constituency => constituency.Sector).Concat(Expectations.Select(e => SectorNamed(e.Sector, of.Values))).Distinct(StringComparer.Ordinal)
            .Select(name => new Sector(name, name != Vocabulary.UnknownSector))
            .OrderBy(sector => !sector.Known).ThenBy(sector => sector.Name, StringComparer.Ordinal).ToList();
        return (sectors, of);
    }

    private static string Keep(SortedDictionary<string, Spellings> kept, string given)
    {
        var folded = Fold.Name(given);
        if (!kept.TryGetValue(folded, out var spellings))
            kept[folded] = spellings = new();
        spellings.Add(given);
        return given;
    }

    private static string SectorNamed(string given, IEnumerable<Constituency> known) =>
        known.Select(constituency => constituency.Sector).FirstOrDefault(sector => Fold.Name(sector) == Fold.Name(given)) ?? OrganisationTypes.SectorOf(given) ?? given;

    /// <summary>Stakeholders without a type that are seen only as funders.</summary>
    private HashSet<StakeholderDraft> FundersOnly()
    {
        var funders = new HashSet<StakeholderDraft>();
        var others = new HashSet<StakeholderDraft>();
        foreach (var (who, roles, _) in activities.Values.SelectMany(activity => activity.Participants))
            (roles == Roles.Funder ? funders : others).Add(who);
        funders.ExceptWith(others);
        return funders;
    }

    /// <summary>A sector that rows give a stakeholder: mapped, or null where it is kept as given; its most frequent spelling; how many rows.</summary>
    private sealed record Vote(string? Mapped, string Given, long Times)
    {
        public string Name => Mapped ?? Given;
    }

    /// <summary>The sectors that rows give a stakeholder, most frequent first, ties by name. Spellings and languages of one sector vote together.</summary>
    private List<Vote> VotesOf(StakeholderDraft draft)
    {
        string? Mapped(string given) => settings.SectorMap.GetValueOrDefault(Fold.Name(given)) ?? (draft.Sectors.IsEmpty ? OrganisationTypes.SectorOf(given) : null);
        return [.. (draft.Sectors.IsEmpty ? draft.Types : draft.Sectors).Ordered
            .Select(written => new Vote(Mapped(written.Spelling), written.Spelling, written.Times))
            .GroupBy(vote => Fold.Name(vote.Name))
            .Select(votes => votes.First() with { Times = votes.Sum(vote => vote.Times) })
            .OrderByDescending(vote => vote.Times).ThenBy(vote => vote.Name, StringComparer.Ordinal)];
    }

    private void ReportConflict(StakeholderDraft draft, List<Vote> votes)
    {
        if (votes.Count > 1)
        {
            diagnostics.Add(DiagnosticCatalog.SeveralSectors, "", 0, "",
                $"organisation {Quote.Value(draft.Name(aliases))} is given the types {Quote.List(votes.Select(vote => (vote.Given, vote.Times)))}", "expected one",
                $"{Quote.Value(votes[0].Given)} was used: " + (votes[0].Times > votes[1].Times ? "the most frequent" : "no other is more frequent, and it is the first in the order of names"));
        }
    }

    private (List<Stakeholder> Ordered, Dictionary<StakeholderDraft, StakeholderId> IdOf) SettleStakeholders(
        List<Sector> sectors, Dictionary<StakeholderDraft, Constituency> sectorOf)
    {
        var positions = sectors.Index().ToDictionary(sector => sector.Item.Name, sector => new SectorId(sector.Index), StringComparer.Ordinal);
        var named = stakeholders.Values.Select(draft => (Draft: draft, Name: draft.Name(aliases))).ToList();
        var ids = UniqueIds([.. named.Select(n => n.Draft).OrderBy(d => d.Key, StringComparer.Ordinal)]);
        var ordered = named.OrderBy(n => n.Name, StringComparer.Ordinal).ThenBy(n => ids[n.Draft], StringComparer.Ordinal).ToList();
        var idOf = ordered.Index().ToDictionary(n => n.Item.Draft, n => new StakeholderId(n.Index));
        List<Stakeholder> built = [];
        foreach (var (draft, name) in ordered)
        {
            var (sector, type) = sectorOf[draft];
            var standIn = Fold.Name(name) == Fold.Name(sector);
            if (standIn)
                diagnostics.Add(DiagnosticCatalog.SectorStandIn, "", 0, "", $"participant {Quote.Value(name)} is named like its sector", "expected an organisation", "it stands for the whole sector and is never introduced to anyone");
            if (draft.Names.Count > 1)
            {
                diagnostics.Add(DiagnosticCatalog.SpellingsMerged, "", 0, "", $"{Quote.Value(name)} is written as {Quote.List(draft.Names.Ordered)}", "", "taken for one organisation",
                    occurrences: draft.Names.Count - 1);
            }

            var acronym = draft.Acronyms.IsEmpty || Fold.Name(draft.Acronyms.Best) == Fold.Name(name) ? null : draft.Acronyms.Best;
            built.Add(new(ids[draft], name, acronym, positions[sector], type, standIn, draft.FirstSource ?? default));
        }

        foreach (var (type, count) in sectorOf.Values.Where(c => c.Type is not null && c.Sector == c.Type && OrganisationTypes.SectorOf(c.Type) is null).GroupBy(c => c.Type!).Select(g => (g.Key, g.Count())))
            diagnostics.Add(DiagnosticCatalog.TypeKept, "", 0, "", $"type {Quote.Value(type)} is not in the vocabulary", "", "kept as a sector of its own", count);
        return (built, idOf);
    }

    /// <summary>The given id, else the slug of the folded name, numbered in ordinal order where two would be the same.</summary>
    private static Dictionary<StakeholderDraft, string> UniqueIds(List<StakeholderDraft> drafts)
    {
        var taken = drafts.Where(draft => draft.GivenId is not null).Select(draft => draft.GivenId!).ToHashSet(StringComparer.Ordinal);
        var ids = new Dictionary<StakeholderDraft, string>();
        foreach (var draft in drafts)
        {
            var slug = draft.GivenId ?? Fold.Name(draft.Key).Replace(' ', '-');
            for (var number = 2; draft.GivenId is null && !taken.Add(slug); number++)
                slug = string.Create(CultureInfo.InvariantCulture, $"{Fold.Name(draft.Key).Replace(' ', '-')}-{number}");
            ids[draft] = slug;
        }

        return ids;
    }

    private List<DeclaredTie> BuildTies(Dictionary<StakeholderDraft, StakeholderId> idOf) =>
        [.. Ties
            .Select(tie => (A: idOf[tie.A], B: idOf[tie.B], Tie: tie))
            .Select(tie => tie.A.Index < tie.B.Index ? tie : (A: tie.B, B: tie.A, tie.Tie))
            .Select(tie => new DeclaredTie(tie.A, tie.B, tie.Tie.Type, tie.Tie.Strength, tie.Tie.Since, tie.Tie.Until, tie.Tie.Source))
            .OrderBy(tie => tie.A.Index).ThenBy(tie => tie.B.Index).ThenBy(tie => tie.Type, StringComparer.Ordinal)
            .ThenBy(tie => tie.Since?.First).ThenBy(tie => tie.Until?.Last).ThenBy(tie => tie.Strength).ThenBy(tie => tie.Source)];

    private List<Need> BuildNeeds() =>
        [.. Needs
            .Select(need => (Need: need, At: Places.Of(need.Place)))
            .Select(n => new Need(n.Need.Theme.Length > 0 ? new ThemeId(Themes.PositionOf(n.Need.Theme)) : null, n.At.Admin1, n.At.Admin2, n.Need.Dates, n.Need.InNeed, n.Need.Severity, n.Need.Reached, n.Need.Source))
            .OrderBy(need => need.Theme?.Index).ThenBy(need => need.Admin1?.Index).ThenBy(need => need.Admin2?.Index).ThenBy(need => need.Dates?.First)
            .ThenBy(need => need.InNeed).ThenBy(need => need.Severity).ThenBy(need => need.Reached).ThenBy(need => need.Source)];

    private List<Expectation> BuildExpectations(List<Sector> sectors) =>
        [.. Expectations
            .Select(e => new Expectation(
                new ThemeId(Themes.PositionOf(e.Theme)),
                new SectorId(sectors.FindIndex(sector => sector.Name == SectorNamed(e.Sector, sectors.Select(s => new Constituency(s.Name, null))))),
                e.Place.Length > 0 ? Places.Find(e.Place) : null, e.Weight, e.Source))
            .OrderBy(e => e.Theme.Index).ThenBy(e => e.Sector.Index).ThenBy(e => e.Place?.Index).ThenBy(e => e.Weight).ThenBy(e => e.Source)];
}
