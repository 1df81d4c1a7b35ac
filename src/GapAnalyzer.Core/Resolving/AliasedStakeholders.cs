namespace GapAnalyzer.Resolving;

/// <summary>Rows of stakeholders.csv that <c>aliases.csv</c> says are one stakeholder: the row of an alias joins the row of its canonical.</summary>
internal sealed class AliasedStakeholders
{
    private readonly AliasTable aliases;
    private readonly ILookup<string, (string Key, string Id)> rowsOf;

    public AliasedStakeholders(TableValues table, IEnumerable<int> rows, AliasTable aliases)
    {
        this.aliases = aliases;
        rowsOf = rows
            .Select(row => (Name: table.Text(row, Fields.Name), Id: table.Text(row, Fields.StakeholderId)))
            .Where(row => row.Name.Length > 0)
            .SelectMany(row => new[] { row.Name, row.Id }.Where(text => text.Length > 0).Select(Fold.Name).Distinct().Select(text => (Text: text, Key: KeyOf(row.Name, row.Id), row.Id)))
            .Distinct()
            .ToLookup(row => row.Text, row => (row.Key, row.Id), StringComparer.Ordinal);
    }

    /// <summary>Key and given id of the stakeholder that a row stands for, and whether that is another row's.</summary>
    public (string Key, string Id, bool IsAlias) Of(string name, string id)
    {
        var own = KeyOf(name, id);
        foreach (var text in new[] { Fold.Name(name), id.Length > 0 ? Fold.Name(id) : "" })
        {
            // An alias or canonical that fits several rows says too little to join any.
            if (text.Length > 0 && aliases.Resolve(text) is var canonical && canonical != text && rowsOf[text].Count() == 1
                && rowsOf[canonical].ToList() is [var target] && target.Key != own)
                return (target.Key, target.Id, true);
        }

        return (own, id, false);
    }

    private static string KeyOf(string name, string id) => id.Length > 0 ? "id:" + id : Fold.Name(name);
}
