using System.Globalization;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Resolving;

/// <summary>Stakeholders and sectors in canonical order, and where the drafts went.</summary>
internal sealed record SettledStakeholders(
    IReadOnlyList<Stakeholder> Stakeholders,
    IReadOnlyList<Sector> Sectors,
    IReadOnlyDictionary<StakeholderDraft, StakeholderId> IdOf,
    Func<string, SectorId> SectorNamed);

/// <summary>Settles names, sectors and ids once every row has been read.</summary>
internal sealed class StakeholderSettling
{
    private readonly DatasetBuilder builder;
    private readonly IReadOnlySet<StakeholderDraft> fundersOnly;
    private readonly Func<SourceRow?, (string File, int Line)> cite;
    private readonly SectorRegistry sectors;
    private readonly DiagnosticCollector diagnostics;
    private readonly HashSet<StakeholderDraft> disputed = [];

    private StakeholderSettling(DatasetBuilder builder, IReadOnlySet<StakeholderDraft> fundersOnly, Func<SourceRow?, (string File, int Line)> cite)
    {
        (this.builder, this.fundersOnly, this.cite, diagnostics) = (builder, fundersOnly, cite, builder.Diagnostics);
        sectors = new(builder.Settings.SectorMap);
    }

    /// <param name="builder">Holds the drafts.</param>
    /// <param name="fundersOnly">Stakeholders that only ever pay: without a type they are donors.</param>
    /// <param name="cite">File and line of a row.</param>
    public static SettledStakeholders Settle(DatasetBuilder builder, IReadOnlySet<StakeholderDraft> fundersOnly, Func<SourceRow?, (string File, int Line)> cite) =>
        new StakeholderSettling(builder, fundersOnly, cite).Settle();

    private SettledStakeholders Settle()
    {
        var sectorOf = SectorsOf();
        var named = builder.Expectations.Select(e => e.Sector).Distinct().ToDictionary(sector => sector, sectors.AddNamed);
        var ordered = sectorOf.Values.Concat(named.Values).Distinct()
            .Select(folded => (Folded: folded, Name: sectors.NameOf(folded)))
            .OrderBy(sector => sector.Name == Vocabulary.UnknownSector).ThenBy(sector => sector.Name, StringComparer.Ordinal)
            .ToList();
        var positions = ordered.Index().ToDictionary(sector => sector.Item.Folded, sector => new SectorId(sector.Index));
        var stakeholders = InOrder();
        return new(
            [.. stakeholders.Select(s => Build(s.Draft, s.Name, s.Id, sectorOf[s.Draft], positions))],
            [.. ordered.Select(sector => new Sector(sector.Name, sector.Name != Vocabulary.UnknownSector))],
            stakeholders.Index().ToDictionary(s => s.Item.Draft, s => new StakeholderId(s.Index)),
            given => positions[named[given]]);
    }

    /// <summary>Folded sector of each draft: the one that most rows give; ties in ordinal order of the names.</summary>
    private Dictionary<StakeholderDraft, string> SectorsOf()
    {
        var votes = builder.Stakeholders.ToDictionary(draft => draft, Votes);
        var sectorOf = new Dictionary<StakeholderDraft, string>();
        var anyGiven = votes.Values.Any(counts => counts.Count > 0);
        foreach (var (draft, counts) in votes)
        {
            if (counts.Count == 0)
                sectorOf[draft] = sectors.Add(fundersOnly.Contains(draft) ? Vocabulary.DonorSector : Vocabulary.UnknownSector, isType: true);
            else
                sectorOf[draft] = counts.MinBy(vote => (-vote.Value, Name: sectors.NameOf(vote.Key)), VoteOrder).Key;
            if (counts.Count > 1)
                ReportConflict(draft, sectors.NameOf(sectorOf[draft]), counts.Values.Sum());
            if (sectors.NameOf(sectorOf[draft]) == Vocabulary.UnknownSector && anyGiven)
                diagnostics.Add(DiagnosticCatalog.NoType, cite(draft.FirstSource), $"organisation {Quote.Value(draft.Name(builder.Aliases))} has no type or sector", "", "its sector is unknown: it is in no cross-sector number");
        }

        if (!anyGiven)
        {
            var unknown = sectorOf.Values.Count(folded => sectors.NameOf(folded) == Vocabulary.UnknownSector);
            diagnostics.Add(DiagnosticCatalog.NoType, "", 0, "", $"no organisation has a type or sector ({unknown} of unknown sector)", "expected a column for it", "nothing across sectors can be told", unknown);
        }

        ReportKept(votes.Keys, sectorOf);
        return sectorOf;
    }

    private static Comparer<(long Times, string Name)> VoteOrder { get; } = Comparer<(long Times, string Name)>.Create(
        (x, y) => x.Times != y.Times ? x.Times.CompareTo(y.Times) : string.CompareOrdinal(x.Name, y.Name));

    private Dictionary<string, long> Votes(StakeholderDraft draft)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (spelling, times) in GivenSectors(draft).Counted)
        {
            var folded = sectors.Add(spelling, isType: draft.Sectors.IsEmpty, times);
            counts[folded] = counts.GetValueOrDefault(folded) + times;
        }

        return counts;
    }

    /// <summary>A sector column says more than a type column.</summary>
    private static Spellings GivenSectors(StakeholderDraft draft) => draft.Sectors.IsEmpty ? draft.Types : draft.Sectors;

    private void ReportConflict(StakeholderDraft draft, string used, long rows)
    {
        disputed.Add(draft);
        var given = GivenSectors(draft).Ordered.Select(vote => (vote.Spelling, vote.Times, Where: vote.First is { } row ? $", first in {Where(row)}" : "")).ToList();
        diagnostics.Add(DiagnosticCatalog.SeveralSectors, "", 0, "",
            string.Create(CultureInfo.InvariantCulture, $"organisation {Quote.Value(draft.Name(builder.Aliases))} is given {given.Count} types or sectors: ")
                + string.Join("; ", given.Take(4).Select(vote => string.Create(CultureInfo.InvariantCulture, $"{Quote.Value(vote.Spelling)} ({Plural.Of(vote.Times, "row")}{vote.Where})"))),
            "expected one", $"sector {Quote.Value(used)} was used: the most frequent", rows: rows);
    }

    private string Where(SourceRow row)
    {
        var (file, line) = cite(row);
        return string.Create(CultureInfo.InvariantCulture, $"{file}:{line}");
    }

    private void ReportKept(IEnumerable<StakeholderDraft> drafts, Dictionary<StakeholderDraft, string> sectorOf)
    {
        var kept = drafts.Where(draft => draft.Sectors.IsEmpty && !draft.Types.IsEmpty)
            .Select(draft => (Draft: draft, Folded: sectorOf[draft]))
            .Where(organisation => OrganisationTypes.SectorOf(sectors.NameOf(organisation.Folded)) is null && !builder.Settings.SectorMap.Values.Any(sector => Fold.Name(sector) == organisation.Folded));
        foreach (var type in kept.GroupBy(organisation => organisation.Folded))
            diagnostics.Add(DiagnosticCatalog.TypeKept, cite(type.Min(organisation => organisation.Draft.Types.First)), $"type {Quote.Value(sectors.NameOf(type.Key))} is not in the vocabulary", "", "kept as a sector of its own", type.Count());
    }

    private List<(StakeholderDraft Draft, string Name, string Id)> InOrder()
    {
        var ids = UniqueIds([.. builder.Stakeholders.OrderBy(draft => draft.Key, StringComparer.Ordinal)]);
        return [.. builder.Stakeholders
            .Select(draft => (draft, Name: draft.Name(builder.Aliases), Id: ids[draft]))
            .OrderBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => s.Id, StringComparer.Ordinal)];
    }

    private Stakeholder Build(StakeholderDraft draft, string name, string id, string folded, Dictionary<string, SectorId> positions)
    {
        var isStandIn = Fold.Name(name) == folded;
        if (isStandIn)
            diagnostics.Add(DiagnosticCatalog.SectorStandIn, cite(draft.FirstSource), $"participant {Quote.Value(name)} is named like its sector", "expected an organisation", "it stands for the whole sector and is never introduced to anyone");
        if (draft.Names.Count > 1)
        {
            diagnostics.Add(DiagnosticCatalog.SpellingsMerged, cite(draft.Names.FirstOther), $"{Quote.Value(name)} is written as {Quote.List(draft.Names.Counted)}", "", "taken for one organisation",
                occurrences: draft.Names.Count - 1);
        }

        var acronym = draft.Acronyms.IsEmpty || Fold.Name(draft.Acronyms.Best) == Fold.Name(name) ? null : draft.Acronyms.Best;
        return new(id, name, acronym, positions[folded], draft.Types.IsEmpty ? null : draft.Types.Best, isStandIn, draft.FirstSource ?? default)
        {
            KnownAs = draft.KnownAs,
            IsSectorDisputed = disputed.Contains(draft),
        };
    }

    /// <summary>The given id, else the slug of the folded name, numbered in ordinal order where two would be the same.</summary>
    private static Dictionary<StakeholderDraft, string> UniqueIds(List<StakeholderDraft> drafts)
    {
        var taken = drafts.Where(draft => draft.GivenId is not null).Select(draft => draft.GivenId!).ToHashSet(StringComparer.Ordinal);
        var ids = new Dictionary<StakeholderDraft, string>();
        foreach (var draft in drafts)
        {
            var slug = Fold.Name(draft.Key).Replace(' ', '-');
            var id = draft.GivenId ?? slug;
            for (var number = 2; draft.GivenId is null && !taken.Add(id); number++)
                id = string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}");
            ids[draft] = id;
        }

        return ids;
    }
}
