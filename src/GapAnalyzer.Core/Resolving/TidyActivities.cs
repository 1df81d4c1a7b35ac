using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Resolving;

/// <summary>Resolves the table of activities; rows with one id have to say the same.</summary>
internal sealed class TidyActivities(TableValues table, DatasetBuilder builder)
{
    private readonly ActivityDrafts activities = builder.Activities;
    private readonly Content[] contents = new Content[table.Table.RowCount];
    private readonly ColumnValues title = table.Column(Fields.Title);
    private readonly ColumnValues theme = table.Column(Fields.Theme);

    public void Resolve()
    {
        var (firstRows, rowsOfShared) = RowsById();
        var placeTimes = new long[activities.Places.Count];
        var placeFirst = new SourceRow?[activities.Places.Count];
        var (themeTimes, themeFirst) = (new long[theme.Pool.Count], new SourceRow?[theme.Pool.Count]);
        for (var id = 0; id < firstRows.Length; id++)
        {
            if (firstRows[id] < 0)
                continue;
            IEnumerable<int> rows = rowsOfShared.TryGetValue(id, out var shared) ? Agreeing(id, shared) : [firstRows[id]];
            foreach (var row in rows)
            {
                Add(id, row);
                var place = contents[row].Place;
                placeTimes[place]++;
                TakeFirst(ref placeFirst[place], table.Source(row));
                var value = theme.Value(row);
                themeTimes[value]++;
                TakeFirst(ref themeFirst[value], table.Source(row));
            }
        }

        foreach (var (place, times) in placeTimes.Index().Where(place => place.Item > 0))
            builder.Places.Add(activities.Places[place], times, placeFirst[place]);
        foreach (var (value, times) in themeTimes.Index().Where(value => value.Item > 0 && !theme.IsMissing(value.Index)))
            builder.Themes.Add(theme.Text(value), times, themeFirst[value]);
    }

    private static void TakeFirst(ref SourceRow? first, SourceRow row)
    {
        if (first is not { } earlier || row.CompareTo(earlier) < 0)
            first = row;
    }

    /// <summary>The first row of each id, -1 where there is none, and all rows of the ids that stand on several.</summary>
    private (int[] FirstRows, Dictionary<int, List<int>> RowsOfShared) RowsById()
    {
        var (ids, content) = (table.Column(Fields.ActivityId), new ContentReader(table, activities));
        var (firstRows, rowsOfShared) = (new int[ids.Pool.Count], new Dictionary<int, List<int>>());
        Array.Fill(firstRows, -1);
        foreach (var row in table.DataRows())
        {
            var id = ids.Value(row);
            if (ids.IsMissing(id))
            {
                table.LeaveOut(row, DiagnosticCatalog.MissingRequired, "no activity id", Fields.ActivityId, "the activity has no id", "expected an id");
                continue;
            }

            contents[row] = content.Of(row);
            if (firstRows[id] < 0)
                firstRows[id] = row;
            else if (rowsOfShared.TryGetValue(id, out var rows))
                rows.Add(row);
            else
                rowsOfShared[id] = [firstRows[id], row];
        }

        content.Report();
        return (firstRows, rowsOfShared);
    }

    /// <summary>The rows with an id that say what most of them say; the others are left out.</summary>
    private List<int> Agreeing(int id, List<int> rows)
    {
        var chosen = rows.GroupBy(row => contents[row]).OrderByDescending(group => group.Count()).ThenBy(group => InWords(group.Key), StringComparer.Ordinal).First().Key;
        foreach (var row in rows.Where(row => contents[row] != chosen))
        {
            table.LeaveOut(row, DiagnosticCatalog.ConflictingRows, "activity id used twice", Fields.ActivityId,
                $"activity id {Quote.Value(activities.Ids[id])} stands on rows with another theme, place or date", "expected one row per id");
        }

        return [.. rows.Where(row => contents[row] == chosen)];
    }

    private void Add(int id, int row)
    {
        activities[id].Content = contents[row];
        if (title.Value(row) is var text && !title.IsMissing(text))
            activities.TakeTitle(id, text);
        activities.Sources.Add((id, table.Source(row)));
    }

    private string InWords(Content content) => (activities.Themes[content.Theme], activities.Places[content.Place], activities.DatesOf(content)).ToString();
}
