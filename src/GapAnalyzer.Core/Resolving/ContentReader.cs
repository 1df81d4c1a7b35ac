using GapAnalyzer.Domain;

namespace GapAnalyzer.Resolving;

/// <summary>
/// Reads theme, place and dates of the rows of a table. Few combinations of cells make up many rows, so each is worked out once;
/// <see cref="Report"/> says what there is to say of it, with the number of its rows.
/// </summary>
internal sealed class ContentReader
{
    private const int Unsound = -1;

    private readonly TableValues table;
    private readonly ActivityDrafts drafts;
    private readonly ColumnValues theme, name1, code1, name2, code2, location, start, end;
    private readonly Meanings<int> themes;
    private readonly Combinations<(int, int, int, int, int), int> places;
    private readonly Combinations<(int, int), int> dates;

    public ContentReader(TableValues table, ActivityDrafts drafts)
    {
        (this.table, this.drafts) = (table, drafts);
        (theme, start, end) = (table.Column(Fields.Theme), table.Column(Fields.StartDate), table.Column(Fields.EndDate));
        (name1, code1, name2, code2) = (table.Column(Fields.Admin1Name), table.Column(Fields.Admin1Code), table.Column(Fields.Admin2Name), table.Column(Fields.Admin2Code));
        location = table.Column(Fields.Location);
        themes = new(theme, row => drafts.Themes.Of(table.Folded(row, Fields.Theme)));
        places = new(row => drafts.Places.Of(table.Place(row, times: 0)));
        dates = new(ReadDates);
    }

    public Content Of(int row) => new(
        themes.Of(row),
        places.Of((name1.Value(row), code1.Value(row), name2.Value(row), code2.Value(row), location.Value(row)), row),
        DatesOf(row));

    public void Report()
    {
        foreach (var place in places.Seen)
            table.Place(place.FirstRow, place.Rows);
        foreach (var (_, row, times) in dates.Seen)
        {
            table.Date(row, Fields.StartDate, times: times);
            table.Date(row, Fields.EndDate, times: times);
        }
    }

    private int DatesOf(int row)
    {
        if (dates.Of((start.Value(row), end.Value(row)), row) is var number && number != Unsound)
            return number;
        var (from, to) = Ends(row);
        return drafts.Dates.Of(table.Interval(row, from, to) ?? default); // said of each row
    }

    private int ReadDates(int row)
    {
        var (from, to) = Ends(row);
        return TableValues.Span(from, to) is not { } span ? 0 : TableValues.IsSound(span) ? drafts.Dates.Of(span) : Unsound;
    }

    private (DateSpan? From, DateSpan? To) Ends(int row) => (table.Date(row, Fields.StartDate, times: 0), table.Date(row, Fields.EndDate, times: 0));
}
