using GapAnalyzer.Domain;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Comparing;

/// <summary>
/// The names of two datasets, each resolved once: an organisation, sector, theme or place that is in both is one. Within a dataset nothing is
/// merged or parted, so that the numbers of each are those of its own report.
/// </summary>
public sealed class NameUnion
{
    private readonly Dataset before;
    private readonly Dataset after;

    private NameUnion(Dataset before, Dataset after)
    {
        (this.before, this.after) = (before, after);
        if (ReferenceEquals(before, after))
        {
            (Stakeholders, Sectors) = (Joined.Same(after.Stakeholders.Count), Joined.Same(after.Sectors.Count));
            (Themes, Places) = (Joined.Same(after.Themes.Count), Joined.Same(after.Places.Count));
            return;
        }

        Stakeholders = JoinStakeholders();
        Sectors = Joined.Of(
            before.Sectors.Count, after.Sectors.Count, item => (Sector(item).Known ? 0 : 1, new Ordinal(Sector(item).Name)),
            Joined.Sharing(before.Sectors.Select(sector => Folded(sector.Name)), after.Sectors.Select(sector => Folded(sector.Name))));
        Themes = Joined.Of(
            before.Themes.Count, after.Themes.Count, item => (item.After ?? int.MaxValue, item.Before ?? 0),
            Joined.Sharing(before.Themes.Select(Folded), after.Themes.Select(Folded)));
        Places = JoinPlaces();
    }

    public Joined Stakeholders { get; }

    public Joined Sectors { get; }

    public Joined Themes { get; }

    public Joined Places { get; }

    /// <summary>The names of two datasets; of one and the same where time windows of it are compared.</summary>
    public static NameUnion Of(Dataset before, Dataset after) => new(before, after);

    /// <summary>An organisation as the later dataset has it, else as the earlier one has.</summary>
    public Stakeholder Stakeholder(int number) => Stakeholder(Stakeholders.Items[number]);

    /// <summary>The sector that an organisation has later, else the one it had.</summary>
    public int SectorOf(int number) => Stakeholders.Items[number] is { After: { } a } ? Sectors.OfAfter[after.Stakeholders[a].Sector.Index] : SectorBefore(number)!.Value;

    /// <summary>Whether an organisation that is in both is of another sector in each.</summary>
    public bool HasMoved(int number) => Stakeholders.Items[number].After is not null && SectorBefore(number) is { } sector && sector != SectorOf(number);

    /// <summary>The sectors of a pair, the lower number first.</summary>
    public (int A, int B) SectorsOf(PairChange pair) => SectorOf(pair.A) is var s && SectorOf(pair.B) is var t && s <= t ? (s, t) : (t, s);

    /// <summary>Two different sectors that are both known.</summary>
    public bool AreCross((int A, int B) sectors) => sectors.A != sectors.B && Sector(sectors.A).Known && Sector(sectors.B).Known;

    public Sector Sector(int number) => Sector(Sectors.Items[number]);

    public string Theme(int number) => Themes.Items[number] is { After: { } a } ? after.Themes[a] : before.Themes[Themes.Items[number].Before!.Value];

    public string Place(int number) => Place(Places.Items[number]).Name;

    private int? SectorBefore(int number) =>
        Stakeholders.Items[number].Before is { } b ? Sectors.OfBefore[before.Stakeholders[b].Sector.Index] : null;

    private Stakeholder Stakeholder(JoinedItem item) => item.After is { } a ? after.Stakeholders[a] : before.Stakeholders[item.Before!.Value];

    private Sector Sector(JoinedItem item) => item.After is { } a ? after.Sectors[a] : before.Sectors[item.Before!.Value];

    private Place Place(JoinedItem item) => item.After is { } a ? after.Places[a] : before.Places[item.Before!.Value];

    private static string[] Folded(string name) => [Fold.Name(name)];

    /// <summary>
    /// By name and id, by name, then by any other name, acronym or alias that one dataset has for the name of the other. The same acronym
    /// beside two names does not make them one, and neither does the same id: two files may number anew.
    /// </summary>
    private Joined JoinStakeholders()
    {
        var (names, otherNames) = (before.Stakeholders.Select(s => Folded(s.Name)).ToList(), after.Stakeholders.Select(s => Folded(s.Name)).ToList());
        return Joined.Of(
            names.Count, otherNames.Count, item => (new Ordinal(Stakeholder(item).Name), new Ordinal(Stakeholder(item).Id)),
            Joined.Sharing(before.Stakeholders.Select(Exact), after.Stakeholders.Select(Exact)),
            Joined.Sharing(names, otherNames),
            Joined.Sharing(names, after.Stakeholders.Select(s => s.KnownAs)).Concat(Joined.Sharing(before.Stakeholders.Select(s => s.KnownAs), otherNames)));

        static string[] Exact(Stakeholder s) => [$"{Fold.Name(s.Name)}\n{s.Id}"];
    }

    /// <summary>By level, name and level 1 place; by level and name; by name where one of the two has no level.</summary>
    private Joined JoinPlaces()
    {
        var (places, others) = (before.Places.Select(place => Keys(place, before)).ToList(), after.Places.Select(place => Keys(place, after)).ToList());
        return Joined.Of(
            places.Count, others.Count, item => (Place(item).Level == 0 ? 3 : Place(item).Level, new Ordinal(Place(item).Name)),
            Joined.Sharing(places.Select(keys => keys.Full), others.Select(keys => keys.Full)),
            Joined.Sharing(places.Select(keys => keys.Level), others.Select(keys => keys.Level)),
            Joined.Sharing(places.Select(keys => keys.Name), others.Select(keys => keys.Name))
                .Where(pair => before.Places[pair.Before].Level == 0 || after.Places[pair.After].Level == 0));
    }

    /// <summary>A homonym is shown with its level 1 place in brackets where the dataset has another of its name.</summary>
    private static (string[] Full, string[] Level, string[] Name) Keys(Place place, Dataset dataset)
    {
        var parent = place.Parent is { } id ? dataset.Places[id.Index].Name : "";
        var shown = place.Name.EndsWith($" ({parent})", StringComparison.Ordinal) ? place.Name[..^(parent.Length + 3)] : place.Name;
        var name = Fold.Name(shown);
        return ([$"{place.Level}\n{name}\n{Fold.Name(parent)}"], [$"{place.Level}\n{name}"], [name]);
    }

    /// <summary>Text in ordinal order.</summary>
    private readonly record struct Ordinal(string Text) : IComparable<Ordinal>
    {
        public int CompareTo(Ordinal other) => string.CompareOrdinal(Text, other.Text);
    }
}
