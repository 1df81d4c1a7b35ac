using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Tests;

/// <summary>
/// Builds datasets in memory, in canonical order as the resolver would: names of sectors, themes and places are made on first use,
/// and ids are names. Sector "Unknown" is the unknown one; a place "P/D" is level 2 place D in level 1 place P.
/// </summary>
internal sealed class SmallDatasets
{
    private readonly List<(string Id, string Sector, bool StandIn)> stakeholders = [];
    private readonly List<Draft> activities = [];
    private readonly List<(string A, string B, double Strength, string? Since, string? Until)> ties = [];
    private readonly List<(string? Theme, string? Place, string? When, double? People, double? Severity, double? Reached)> needs = [];
    private readonly List<(string Theme, string Sector, string? Place)> expectations = [];

    private sealed record Draft(string Id, string? Theme, string? Place, string? When, (string Who, Roles Roles)[] Participants);

    public SmallDatasets Stakeholder(string id, string sector, bool standIn = false)
    {
        stakeholders.Add((id, sector, standIn));
        return this;
    }

    /// <summary>Several stakeholders of one sector.</summary>
    public SmallDatasets Sector(string sector, params string[] ids)
    {
        foreach (var id in ids)
            Stakeholder(id, sector);
        return this;
    }

    /// <param name="id">Id of the activity.</param>
    /// <param name="theme">Theme; null: not given.</param>
    /// <param name="place">Level 1 place, or "P/D"; null: not given.</param>
    /// <param name="when">"2024", "2024-05", "2024-05-01" or "first..last" of two of them; null: not given.</param>
    /// <param name="participants">"A", or "A:lead", "A:funder", "A:implementing", "A:lead+funder".</param>
    public SmallDatasets Activity(string id, string? theme, string? place, string? when, params string[] participants)
    {
        activities.Add(new(id, theme, place, when, [.. participants.Select(ParseParticipant)]));
        return this;
    }

    public SmallDatasets Tie(string a, string b, double strength = 1, string? since = null, string? until = null)
    {
        ties.Add((a, b, strength, since, until));
        return this;
    }

    public SmallDatasets Need(string? theme, string? place, double? people = null, double? severity = null, double? reached = null, string? when = null)
    {
        needs.Add((theme, place, when, people, severity, reached));
        return this;
    }

    public SmallDatasets Expect(string theme, string sector, string? place = null)
    {
        expectations.Add((theme, sector, place));
        return this;
    }

    public Dataset Build()
    {
        var sectors = Numbered(stakeholders.Select(s => s.Sector).Concat(expectations.Select(e => e.Sector)), name => (name == Vocabulary.UnknownSector, name));
        var people = stakeholders.OrderBy(s => s.Id, StringComparer.Ordinal).ToArray();
        var who = people.Select((s, i) => (s.Id, i)).ToDictionary(pair => pair.Id, pair => new StakeholderId(pair.i));
        var themes = Numbered(activities.Select(a => a.Theme).Concat(needs.Select(n => n.Theme)).Concat(expectations.Select(e => e.Theme)), name => (false, name));
        var places = Numbered(
            activities.Select(a => a.Place).Concat(needs.Select(n => n.Place)).Concat(expectations.Select(e => e.Place)).SelectMany(WithParent),
            name => (name.Contains('/', StringComparison.Ordinal), name));
        ThemeId? Theme(string? name) => name is null ? null : new(themes[name]);
        PlaceId? Admin1(string? name) => name is null ? null : new(places[name.Split('/')[0]]);
        PlaceId? Admin2(string? name) => name is null || !name.Contains('/', StringComparison.Ordinal) ? null : new(places[name]);
        var row = new SourceRow(0, 2);
        return new()
        {
            Title = "small",
            Files = [new("small.csv", "activities", "utf-8", ',', 1, [], new RowTally(0, new Dictionary<string, long>()))],
            Sectors = [.. sectors.OrderBy(s => s.Value).Select(s => new Sector(s.Key, s.Key != Vocabulary.UnknownSector))],
            Stakeholders = [.. people.Select(s => new Stakeholder(s.Id, s.Id, null, new(sectors[s.Sector]), null, s.StandIn, row))],
            Themes = [.. themes.OrderBy(t => t.Value).Select(t => t.Key)],
            Places = [.. places.OrderBy(p => p.Value).Select(p => MakePlace(p.Key, places))],
            Activities =
            [
                .. activities.OrderBy(a => a.Id, StringComparer.Ordinal).Select((a, line) => new Activity(
                    a.Id, null, Theme(a.Theme), Admin1(a.Place), Admin2(a.Place), ParseSpan(a.When),
                    [.. a.Participants.OrderBy(p => who[p.Who].Index).Select((p, k) => new Participation(who[p.Who], p.Roles, [new SourceRow(0, (100 * line) + k)]))],
                    [new SourceRow(0, 100 * line)])),
            ],
            Ties =
            [
                .. ties.Select(t => (A: who[t.A], B: who[t.B], Tie: t))
                    .Select(t => t.A.Index < t.B.Index ? t : (A: t.B, B: t.A, t.Tie))
                    .OrderBy(t => (t.A.Index, t.B.Index))
                    .Select(t => new DeclaredTie(t.A, t.B, null, t.Tie.Strength, ParseSpan(t.Tie.Since), ParseSpan(t.Tie.Until), row)),
            ],
            Needs = [.. needs.Select(n => new Need(Theme(n.Theme), Admin1(n.Place), Admin2(n.Place), ParseSpan(n.When), n.People, n.Severity, n.Reached, row))],
            Expectations = [.. expectations.Select(e => new Expectation(new(themes[e.Theme]), new(sectors[e.Sector]), Admin2(e.Place) ?? Admin1(e.Place), 1, row))],
            Defaults = new(),
            ParticipationRows = activities.Sum(a => a.Participants.Length),
            Diagnostics = DiagnosticList.Empty,
        };
    }

    /// <summary>Builds and analyses in one go.</summary>
    public Analysis Run(AnalysisOptions? options = null) => Analysis.Run(Build(), options ?? new AnalysisOptions(), CancellationToken.None);

    public static DateSpan? ParseSpan(string? text)
    {
        if (text is null)
            return null;
        var ends = text.Split("..").Select(ParseDate).ToArray();
        return ends.Length == 1 ? ends[0] : ends[0].Until(ends[1]);
    }

    private static DateSpan ParseDate(string text)
    {
        var parts = text.Split('-').Select(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return parts.Length switch
        {
            1 => DateSpan.Year(parts[0]),
            2 => DateSpan.Month(parts[0], parts[1]),
            _ => DateSpan.Day(new DateOnly(parts[0], parts[1], parts[2])),
        };
    }

    private static (string Who, Roles Roles) ParseParticipant(string text)
    {
        var parts = text.Split(':');
        return (parts[0], parts.Length == 1 ? Roles.Participant : parts[1].Split('+').Aggregate(Roles.None, (roles, role) => roles | Enum.Parse<Roles>(role, true)));
    }

    private static IEnumerable<string?> WithParent(string? place) =>
        place is not null && place.Contains('/', StringComparison.Ordinal) ? [place.Split('/')[0], place] : [place];

    private static Place MakePlace(string name, Dictionary<string, int> places) => name.Contains('/', StringComparison.Ordinal)
        ? new(name.Split('/')[1], null, 2, new PlaceId(places[name.Split('/')[0]]))
        : new(name, null, 1, null);

    private static Dictionary<string, int> Numbered(IEnumerable<string?> names, Func<string, (bool, string)> order) => names
        .OfType<string>().Distinct()
        .OrderBy(name => order(name).Item1).ThenBy(name => order(name).Item2, StringComparer.Ordinal)
        .Select((name, i) => (name, i))
        .ToDictionary(pair => pair.name, pair => pair.i);
}
