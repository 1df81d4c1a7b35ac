using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Planning;

/// <summary>Finds what a person at the command line means by a name: an organisation, a sector, a theme or a place.</summary>
public sealed class StakeholderNames
{
    private readonly Dataset dataset;
    private readonly ILookup<string, StakeholderId> byFolded;

    public StakeholderNames(Dataset dataset)
    {
        this.dataset = dataset;
        var own = dataset.Stakeholders.Index().SelectMany(stakeholder =>
            new[] { stakeholder.Item.Name, stakeholder.Item.Acronym, stakeholder.Item.Id }.OfType<string>().Select(text => (Text: text, Id: new StakeholderId(stakeholder.Index))));
        byFolded = own.Concat(dataset.Resolution.Select(spelling => (Text: spelling.Written, Id: spelling.Stakeholder)))
            .Select(name => (Folded: Fold.Name(name.Text), name.Id))
            .Distinct()
            .ToLookup(name => name.Folded, name => name.Id, StringComparer.Ordinal);
    }

    /// <summary>All organisations that a text can mean: the one of this id, else those of this name, acronym or other spelling in the input.</summary>
    public IReadOnlyList<StakeholderId> Matches(string text) =>
        dataset.Stakeholders.Index().Where(stakeholder => stakeholder.Item.Id == text).Select(stakeholder => new StakeholderId(stakeholder.Index)).ToList() is [_] exact
            ? exact
            : [.. byFolded[Fold.Name(text)]];

    /// <summary>The organisation of this id, name, acronym or other spelling in the input.</summary>
    /// <exception cref="InputException">There is none, or several: the message names the nearest, or all of them.</exception>
    public StakeholderId Organisation(string text)
    {
        return Matches(text) switch
        {
            [var one] => one,
            [] => throw new InputException(Sentence.Of(
                $"there is no organisation {Quote.Value(text)} in the dataset",
                Nearest.Question(text, dataset.Stakeholders.SelectMany(stakeholder => new[] { stakeholder.Name, stakeholder.Acronym }).OfType<string>()),
                "tables/stakeholders.csv of a report lists them all")),
            var several => throw new InputException(
                $"{Quote.Value(text)} can be any of {string.Join(", ", several.Select(id => $"{Quote.Value(dataset.Stakeholders[id.Index].Name)} (id {dataset.Stakeholders[id.Index].Id})"))}; give the id"),
        };
    }

    /// <exception cref="InputException">There is none.</exception>
    public SectorId Sector(string text) => new(Find(text, [.. dataset.Sectors.Select(sector => sector.Name)], "sector"));

    /// <exception cref="InputException">There is none.</exception>
    public ThemeId Theme(string text) => new(Find(text, dataset.Themes, "theme"));

    /// <summary>A place of this level, or without a level, by name or code.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public PlaceId Place(string text, int level)
    {
        var candidates = dataset.Places.Index().Where(place => place.Item.Level == level || place.Item.Level == 0).ToList();
        var byCode = candidates.Where(place => place.Item.Code == text).Select(place => place.Index).ToList();
        return new(byCode is [var one] ? one : candidates[Find(text, [.. candidates.Select(place => place.Item.Name)], $"place at level {level}")].Index);
    }

    /// <summary>A theme at a place; empty, <c>-</c> or <c>all</c> stands for the dimension that the dataset does not have, and for no other.</summary>
    /// <exception cref="InputException">There is none, or a part is missing.</exception>
    public (ThemeId? Theme, PlaceId? Place) Venue(string theme, string place, Analysis analysis)
    {
        var (absent, level) = (analysis.Unplaced.AbsentDimensions, analysis.Options.PlaceLevel ?? AnalysisOptions.DefaultPlaceLevel);
        return (
            absent.Contains("theme") && IsNone(theme) ? null : Theme(theme),
            absent.Contains("place") && IsNone(place) ? null : Place(place, level));
    }

    private static bool IsNone(string part) => part.Trim() is "" or "-" or Vocabulary.All;

    private static int Find(string text, IReadOnlyList<string> names, string what)
    {
        var folded = Fold.Name(text);
        var found = names.Index().Where(name => name.Item == text).Concat(names.Index().Where(name => Fold.Name(name.Item) == folded)).Take(1).ToList();
        return found is [var one]
            ? one.Index
            : throw new InputException(Sentence.Of($"there is no {what} {Quote.Value(text)} in the dataset", Nearest.Question(text, names), names.Count == 0 ? "the dataset has none" : $"it has {string.Join(", ", names.Take(12).Select(Quote.Value))}{(names.Count > 12 ? $" and {names.Count - 12} more" : "")}"));
    }
}
