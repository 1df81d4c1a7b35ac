using System.Globalization;
using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>Geometry of the coverage grid: places are rows, themes are columns; the legend names the statuses that occur.</summary>
internal sealed class GridLayout
{
    private const float RowHeight = 27;
    private const float LegendRow = 20;
    private const int MostLines = 4;
    private const float TurnedRoom = 185;

    private readonly Texts t;
    private readonly Typography type;
    private readonly IReadOnlyList<string> rows;
    private readonly IReadOnlyList<string> columns;
    private readonly Cell?[,] cells;
    private readonly IReadOnlyList<StatusLook> legend;
    private readonly IReadOnlyList<string>[] wrapped;
    private readonly bool turned;
    private readonly float left;
    private readonly float cellWidth;
    private readonly float top;
    private readonly float columnSize = 11.5f;

    public GridLayout(ChartNames names, Texts t, IReadOnlyList<Cell> all, IReadOnlyList<PlaceId?> places, IReadOnlyList<ThemeId?> themes)
    {
        (this.t, type) = (t, names.Type);
        rows = [.. places.Select(place => type.Fit(names.Of(place), TextStyle.Label, 200))];
        columns = [.. themes.Select(names.Of)];
        cells = Fill(all, places, themes);
        legend = [.. StatusLook.All.Where(look => cells.Cast<Cell?>().Any(cell => cell?.Status == look.Status))];
        left = Sheet.Margin + rows.Max(row => type.Width(row, TextStyle.Label)) + 12;
        float room = Chart.Width - Sheet.Margin - left;
        cellWidth = Math.Min(190, room / columns.Count);
        if (columns.SelectMany(column => column.Split(' ')).Any(word => type.Width(word, ColumnStyle) > cellWidth - 6))
            columnSize = 10.5f;
        wrapped = [.. columns.Select(column => Lines(column, cellWidth - 6))];
        turned = cellWidth < 100 && wrapped.Any(lines => lines.Count > MostLines || lines.Any(Typography.IsCut));
        if (turned)
            cellWidth = Math.Min(190, (room - (type.Width(Turned(columns[^1]), ColumnStyle) * 0.71f)) / columns.Count);
        top = turned
            ? 10 + (columns.Max(column => type.Width(Turned(column), ColumnStyle)) * 0.71f) + 12
            : (wrapped.Max(lines => lines.Count) * 15) + 6;
    }

    public float Height => LegendTop + (LegendRow * ((legend.Count + 1) / 2)) + Sheet.Margin - 6;

    private float LegendTop => top + (rows.Count * RowHeight) + 18;

    private TextStyle ColumnStyle => new(columnSize, Palette.Ink, Bold: true);

    public void Draw(Sheet sheet)
    {
        for (int column = 0; column < columns.Count; column++)
            DrawColumnName(sheet, column);
        for (int row = 0; row < rows.Count; row++)
        {
            float y = top + (row * RowHeight);
            sheet.Text(rows[row], left - 10, y + (RowHeight / 2) + 4.3f, TextStyle.Label, Anchor.End);
            for (int column = 0; column < columns.Count; column++)
            {
                if (cells[row, column] is { } cell)
                    DrawCell(sheet, new Box(left + (column * cellWidth), y, cellWidth, RowHeight).Shrink(1), cell);
            }
        }

        for (int i = 0; i < legend.Count; i++)
            DrawLegend(sheet, legend[i], i);
    }

    private static Cell?[,] Fill(IReadOnlyList<Cell> all, IReadOnlyList<PlaceId?> places, IReadOnlyList<ThemeId?> themes)
    {
        var grid = new Cell?[places.Count, themes.Count];
        foreach (var cell in all)
        {
            int row = places.ToList().IndexOf(cell.Place);
            int column = themes.ToList().IndexOf(cell.Theme);
            if (row >= 0 && column >= 0)
                grid[row, column] = cell;
        }

        return grid;
    }

    private IReadOnlyList<string> Lines(string column, float width)
    {
        var lines = type.WrapEvenly(column, ColumnStyle, width);
        return width < 94 || lines.Count <= MostLines
            ? lines
            : [.. lines.Take(MostLines - 1), type.Fit(string.Join(' ', lines.Skip(MostLines - 1)), ColumnStyle, width)];
    }

    private string Turned(string column) => type.Fit(column, ColumnStyle, TurnedRoom);

    private void DrawColumnName(Sheet sheet, int column)
    {
        float centre = left + ((column + 0.5f) * cellWidth);
        if (turned)
        {
            sheet.Text(Turned(columns[column]), centre, top - 5, ColumnStyle, Anchor.Start, -45);
            return;
        }

        var lines = wrapped[column];
        for (int i = 0; i < lines.Count; i++)
            sheet.Text(lines[i], centre, top - 8 - ((lines.Count - 1 - i) * 15), ColumnStyle, Anchor.Middle);
    }

    /// <summary>Whether there is room to spell the statuses out: in every cell or in none.</summary>
    private bool Spelled => legend.Where(look => !look.IsBlank).All(look => cellWidth >= type.Width(look.Name(t), new(11.5f, Palette.Ink)) + 68);

    private void DrawCell(Sheet sheet, Box box, Cell cell)
    {
        var look = StatusLook.Of(cell.Status);
        var ink = cell.Stakeholders == 0 && look.IsBlank ? Palette.Muted : Palette.TextOn(look.Fill);
        sheet.Rectangle(box, look.Fill, Palette.Quiet, 0.75f);
        var letter = new TextStyle(12.5f, ink, Bold: true);
        var plain = new TextStyle(11.5f, ink);
        string count = cell.Status == CellStatus.SingleProvider || cell.Stakeholders == 0 ? string.Empty : cell.Stakeholders.ToString(CultureInfo.InvariantCulture);
        float baseline = box.CentreY + 4.4f;
        if (Spelled && !look.IsBlank)
        {
            sheet.Text(look.Letter, box.X + 16, baseline, letter, Anchor.Middle);
            sheet.Text(look.Name(t), box.X + 32, baseline, plain);
            sheet.Text(count, box.Right - 9, baseline, plain, Anchor.End);
        }
        else if (count.Length > 0 && box.Width >= 40)
        {
            sheet.Text(look.Letter, box.CentreX - 4, baseline, letter, Anchor.End);
            sheet.Text(count, box.CentreX + 3, baseline, plain);
        }
        else
        {
            sheet.Centred(look.Letter, box, letter);
        }
    }

    private void DrawLegend(Sheet sheet, StatusLook look, int index)
    {
        int perColumn = (legend.Count + 1) / 2;
        float x = Sheet.Margin + (index / perColumn * (Chart.Width / 2f));
        var box = new Box(x, LegendTop + (index % perColumn * LegendRow), 24, 15);
        sheet.Rectangle(box, look.Fill, Palette.Quiet, 0.75f);
        sheet.Centred(look.Letter, box, new(10.5f, look.IsBlank ? Palette.Muted : Palette.TextOn(look.Fill), Bold: true));
        sheet.Text(look.Name(t), box.Right + 8, box.CentreY + 4, new(11.5f, Palette.Ink, Bold: true));
        float next = box.Right + 8 + type.Width(look.Name(t), new(11.5f, Palette.Ink, Bold: true));
        sheet.Text(look.Meaning(t), next + 7, box.CentreY + 4, new(11.5f, Palette.Muted));
    }
}
