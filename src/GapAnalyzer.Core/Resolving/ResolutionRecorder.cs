using GapAnalyzer.Domain;

namespace GapAnalyzer.Resolving;

/// <summary>Keeps what was taken for what and why, so that every merge can be checked.</summary>
internal sealed class ResolutionRecorder
{
    private readonly Dictionary<(string Written, StakeholderDraft Who, string Rule), long> rows = [];

    public void Add(string written, StakeholderDraft who, string rule, long times = 1)
    {
        if (written.Length > 0)
            rows[(written, who, rule)] = rows.GetValueOrDefault((written, who, rule)) + times;
    }

    /// <summary>An organisation of a row of a wide table, and the acronym beside its name.</summary>
    public void Add(OrganisationRef organisation, StakeholderDraft who, IEnumerable<OrganisationRef> sameRow, AliasTable aliases)
    {
        Add(organisation.Written, who, RuleOf(organisation, who.Key, sameRow, aliases));
        if (organisation.IsPair)
            Add(organisation.Acronym, who, ResolutionRules.AcronymInRow);
    }

    /// <summary>Spellings that differ from the shown name, by stakeholder, spelling and rule.</summary>
    public IReadOnlyList<ResolvedSpelling> Settle(IReadOnlyDictionary<StakeholderDraft, StakeholderId> idOf, IReadOnlyList<Stakeholder> stakeholders) =>
        [.. rows
            .Select(row => new ResolvedSpelling(row.Key.Written, idOf[row.Key.Who], row.Key.Rule, row.Value))
            .Where(spelling => spelling.Written != stakeholders[spelling.Stakeholder.Index].Name)
            .OrderBy(spelling => spelling.Stakeholder.Index)
            .ThenBy(spelling => spelling.Written, StringComparer.Ordinal)
            .ThenBy(spelling => spelling.Rule, StringComparer.Ordinal)];

    private static string RuleOf(OrganisationRef organisation, string identity, IEnumerable<OrganisationRef> sameRow, AliasTable aliases)
    {
        if (organisation.Folded == identity)
            return ResolutionRules.Folded;
        if (aliases.Resolve(organisation.Folded) == identity)
            return ResolutionRules.Alias;
        return sameRow.Any(other => other.IsPair && other.FoldedAcronym == organisation.Folded) ? ResolutionRules.AcronymInRow : ResolutionRules.OnlyNameOfAcronym;
    }
}
