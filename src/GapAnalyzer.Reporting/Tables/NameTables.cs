using GapAnalyzer.Domain;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Reporting.Tables;

/// <summary>Which spellings were taken for whom, and which names may be one organisation.</summary>
internal static class NameTables
{
    /// <summary>What the source column of a suggestion says to the person who has to decide.</summary>
    public const string SuggestionSource = "suggested by gap-analyzer, delete if wrong";

    public static CsvTable Resolution { get; } = new CsvTable<ResolvedSpelling>
    {
        Id = "resolution",
        Description = "Every spelling that was taken for a stakeholder shown under another name, and why",
        From = analysis => analysis.Dataset.Resolution,
    }
        .With("written", "As the input writes it", (_, s) => s.Written)
        .With("stakeholder", "Id of the stakeholder it was taken for", (a, s) => a.Id(s.Stakeholder))
        .With("name", "Its shown name", (a, s) => a.Name(s.Stakeholder))
        .With("rule", "Why: " + string.Join(", ", ResolutionRules.All), (_, s) => s.Rule)
        .With("rows", "Number of times that rows write it so", (_, s) => s.Rows);

    public static CsvTable SuggestedAliases { get; } = new CsvTable<SuggestedAlias>
    {
        Id = "suggested_aliases",
        File = "suggested-aliases.csv",
        Description = "Pairs of names that may be one organisation, best first. Nothing was merged: delete the wrong lines and save the rest as aliases.csv beside the data",
        Needs = AnalysisParts.Names,
        From = SuggestedAlias.All,
    }
        .With("alias", "The name that would be replaced", (_, s) => s.Alias)
        .With("canonical", "The name that would be shown: the one with more participations", (_, s) => s.Canonical)
        .With("country", "Country that the alias holds for, where the dataset names one", (a, _) => a.Dataset.Country)
        .With("source", "Who says so", (_, _) => SuggestionSource)
        .With("score", "How alike, from 0.6 to 1; not a probability", (_, s) => Math.Round(s.Score, 3))
        .With("reasons", "Why, strongest first, separated by semicolons", (_, s) => s.Reasons)
        .With("rows", "Rows that name the alias as taking part", (_, s) => s.Rows);
}

/// <summary>A line of suggested-aliases.csv.</summary>
internal sealed record SuggestedAlias(string Alias, string Canonical, double Score, string Reasons, long Rows)
{
    public static IEnumerable<SuggestedAlias> All(Analysis analysis)
    {
        var dataset = analysis.Dataset;
        var rows = new long[dataset.Stakeholders.Count];
        foreach (var participation in dataset.Activities.SelectMany(activity => activity.Participations))
            rows[participation.Stakeholder.Index] += participation.Sources.Count;
        var texts = SuggestedAliases.Texts(dataset);
        return analysis.Suggestions
            .Select(s => new SuggestedAlias(texts[s.Alias.Index], texts[s.Canonical.Index], s.Score, string.Join("; ", s.Reasons), rows[s.Alias.Index]));
    }
}
