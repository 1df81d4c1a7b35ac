using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Quality;

/// <summary>A share that a dimension of data quality is made of.</summary>
/// <param name="What">What is counted, in words.</param>
/// <param name="Good">How many are as they should be.</param>
/// <param name="All">Out of how many.</param>
public sealed record QualityShare(string What, long Good, long All);

/// <summary>A dimension of data quality.</summary>
/// <param name="Name">completeness, validity, consistency or uniqueness.</param>
/// <param name="Question">The question it answers.</param>
/// <param name="Shares">What it is made of; shares out of nothing are left out.</param>
public sealed record QualityDimension(string Name, string Question, IReadOnlyList<QualityShare> Shares)
{
    /// <summary>Mean of the shares, each counted alike; NaN where there is none.</summary>
    public double Score => Shares.Count == 0 ? double.NaN : Shares.Average(share => (double)share.Good / share.All);
}

/// <summary>Something that the dataset does not have, and what cannot be said without it.</summary>
public sealed record MissingPart(string What, string Consequence);

/// <summary>How far a dataset carries: what is filled in, readable, in agreement and said once, and what is missing altogether.</summary>
public sealed record DatasetQuality(IReadOnlyList<QualityDimension> Dimensions, IReadOnlyList<MissingPart> Missing)
{
    public static DatasetQuality Of(Dataset dataset) => new([Completeness(dataset), Validity(dataset), Consistency(dataset), Uniqueness(dataset)], [.. MissingParts(dataset)]);

    private static QualityDimension Completeness(Dataset dataset)
    {
        var activities = dataset.Activities;
        return Dimension("completeness", "Is it filled in?",
            new("activities with a theme", activities.Count(a => a.Theme is not null), activities.Count),
            new("activities with a place", activities.Count(a => a.Admin1 is not null || a.Admin2 is not null), activities.Count),
            new("activities with a date", activities.Count(a => a.Dates is not null), activities.Count),
            new("organisations of a known sector", dataset.Stakeholders.Count(s => dataset.Sectors[s.Sector.Index].Known), dataset.Stakeholders.Count),
            new("rows that name an organisation", Content(dataset) - SetAside(dataset, "no organisation"), Content(dataset)));
    }

    private static QualityDimension Validity(Dataset dataset) => Dimension("validity", "Can it be read?",
        new("rows with content that could be used", Content(dataset) - Unusable(dataset), Content(dataset)),
        Dated(dataset),
        new("rows whose numbers could be read", Content(dataset) - Noticed(dataset, DiagnosticCatalog.NotANumber), Content(dataset)));

    /// <summary>Activities without any date say nothing of how well dates can be read.</summary>
    private static QualityShare Dated(Dataset dataset)
    {
        var dated = dataset.Activities.LongCount(activity => activity.Dates is not null);
        var unreadable = Math.Min(dataset.Activities.Count - dated, Noticed(dataset, DiagnosticCatalog.NotADate, DiagnosticCatalog.MonthWithoutYear));
        return new("activities that give a date whose date could be read", dated, dated + unreadable);
    }

    private static QualityDimension Consistency(Dataset dataset) => Dimension("consistency", "Does it agree with itself?",
        new("organisations with one type", dataset.Stakeholders.Count - Noticed(dataset, DiagnosticCatalog.SeveralSectors), dataset.Stakeholders.Count),
        new("rows whose dates are in order", Content(dataset) - Noticed(dataset, DiagnosticCatalog.EndBeforeStart, DiagnosticCatalog.TooLong), Content(dataset)),
        new("places with at most one code, of their own", dataset.Places.Count - Noticed(dataset, DiagnosticCatalog.PlaceCodeConflict, DiagnosticCatalog.PlaceCodeShared, DiagnosticCatalog.PlaceParentConflict), dataset.Places.Count),
        new("columns whose tag and header agree", Columns(dataset) - Noticed(dataset, DiagnosticCatalog.TagContradictsHeader), Columns(dataset)));

    private static QualityDimension Uniqueness(Dataset dataset) => Dimension("uniqueness", "Is it said once?",
        new("rows that repeat no other row", Content(dataset) - Noticed(dataset, DiagnosticCatalog.ExactRepeat), Content(dataset)),
        InOneWay(dataset, "organisations", dataset.Stakeholders.Count, DiagnosticCatalog.SpellingsMerged),
        InOneWay(dataset, "themes", dataset.Themes.Count, DiagnosticCatalog.ThemesMerged),
        InOneWay(dataset, "places", dataset.Places.Count, DiagnosticCatalog.PlacesMerged));

    private static QualityShare InOneWay(Dataset dataset, string what, int all, DiagnosticKind merged) =>
        new($"{what} written in one way", all - dataset.Diagnostics.Items.Count(item => item.Kind == merged), all);

    private static IEnumerable<MissingPart> MissingParts(Dataset dataset)
    {
        if (TieNetwork.Build(dataset, new AnalysisOptions().WithDefaults(dataset.Defaults)).Evidence == TieKinds.None)
            yield return new("no evidence of ties (no shared activity, no ties table, no lead and partner columns)", "coordination rates and missing links will be undefined; coverage is reported");
        if (dataset.Sectors.Count(sector => sector.Known) < 2)
            yield return new("fewer than two known sectors", "nothing across sectors can be told");
        if (dataset.Themes.Count == 0)
            yield return new("no theme", "everything counts as one theme");
        if (dataset.Places.Count == 0)
            yield return new("no place", "everything counts as one place");
        else if (dataset.Places.All(place => place.Level != 2))
            yield return new("no level 2 place", "--place-level 2 has nothing to work on");
        if (dataset.Activities.All(activity => activity.Dates is null))
            yield return new("no date", "all activities count as one period");
        if (dataset.Needs.Count == 0)
            yield return new("no needs table", "need-weighted shares will be undefined");
        if (dataset.Expectations.Count == 0)
            yield return new("no expectations table", "missing expected sectors cannot be named");
        if (!dataset.Activities.Any(activity => activity.Participations.Any(p => p.Roles.HasFlag(Roles.Lead))))
            yield return new("no lead in any activity", "who invites whom cannot be told");
    }

    private static QualityDimension Dimension(string name, string question, params IEnumerable<QualityShare> shares) =>
        new(name, question, [.. shares.Where(share => share.All > 0).Select(share => share with { Good = Math.Clamp(share.Good, 0, share.All) })]);

    /// <summary>Rows that are not blank, totals or headers.</summary>
    private static long Content(Dataset dataset) => dataset.Rows.Read - SetAside(dataset, "blank", "totals", "repeated header");

    /// <summary>Rows with content that were set aside all the same.</summary>
    private static long Unusable(Dataset dataset) => Content(dataset) - dataset.Rows.Used;

    private static long SetAside(Dataset dataset, params IEnumerable<string> reasons) => reasons.Sum(reason => dataset.Rows.SetAside.GetValueOrDefault(reason));

    private static long Noticed(Dataset dataset, params IEnumerable<DiagnosticKind> kinds) => kinds.Sum(kind => dataset.Diagnostics.Counts.GetValueOrDefault(kind.Code));

    private static int Columns(Dataset dataset) => dataset.Files.Sum(file => file.Columns.Count);
}
