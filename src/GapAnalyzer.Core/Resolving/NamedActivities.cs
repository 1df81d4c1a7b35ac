namespace GapAnalyzer.Resolving;

/// <summary>The activities that the values of a column name: by their id as written, else whatever its case where that fits one activity alone.</summary>
internal sealed class NamedActivities
{
    private const int None = -1;
    private const int Several = -2;

    private readonly int[] found;

    public NamedActivities(ActivityDrafts activities, ColumnValues column)
    {
        found = new int[column.Pool.Count];
        var anyCase = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var likely = 0;
        for (var value = 0; value < found.Length; value++)
        {
            var id = activities.Ids.FindFrom(likely, column.Pool.Utf8(value));
            (found[value], likely) = (id >= 0 && activities.Has(id) ? id : None, id + 1);
            if (found[value] == None && !column.IsMissing(value))
                anyCase[column.Text(value)] = None;
        }

        if (anyCase.Count == 0)
            return;
        FindInAnyCase(activities, anyCase);
        for (var value = 0; value < found.Length; value++)
        {
            if (found[value] == None)
                found[value] = anyCase.GetValueOrDefault(column.Text(value), None);
        }
    }

    /// <summary>The activity that a value names; negative where it names none.</summary>
    public int Find(int value) => found[value];

    private static void FindInAnyCase(ActivityDrafts activities, Dictionary<string, int> anyCase)
    {
        foreach (var activity in activities.Numbers)
        {
            var id = activities.Ids[activity];
            if (anyCase.TryGetValue(id, out var other))
                anyCase[id] = other == None ? activity : Several;
        }
    }
}
