namespace GapAnalyzer.Domain;

/// <summary>A text of the input that was taken for a stakeholder whose shown name is another one.</summary>
/// <param name="Written">As the input writes it: a name, an acronym or an id.</param>
/// <param name="Stakeholder">What it was taken for.</param>
/// <param name="Rule">Why, one of <see cref="ResolutionRules"/>.</param>
/// <param name="Rows">Number of rows that write it so; a row that names the stakeholder twice counts twice.</param>
public sealed record ResolvedSpelling(string Written, StakeholderId Stakeholder, string Rule, long Rows);

/// <summary>The rules by which a text of the input is taken for a stakeholder.</summary>
public static class ResolutionRules
{
    /// <summary>The same but for case, accents, punctuation and spacing.</summary>
    public const string Folded = "folded";

    /// <summary><c>aliases.csv</c>, or the aliases of stakeholders.csv, say so.</summary>
    public const string Alias = "alias";

    /// <summary>The acronym stands beside the name in the same row.</summary>
    public const string AcronymInRow = "acronym in the same row";

    /// <summary>The dataset gives the acronym exactly one name.</summary>
    public const string OnlyNameOfAcronym = "the only name of the acronym";

    /// <summary>The id of the stakeholder.</summary>
    public const string Id = "id";

    public static IReadOnlyList<string> All { get; } = [Folded, Alias, AcronymInRow, OnlyNameOfAcronym, Id];
}
