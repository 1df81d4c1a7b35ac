using System.Globalization;
using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>
/// Geometry of the sector matrix: rows are named on the left, columns on the stairs above their first cell, so that no name has
/// to be turned; the empty upper corner holds the legend.
/// </summary>
internal sealed class MatrixLayout
{
    private const float HeaderHeight = 22;
    private const float LegendWidth = 190;

    private readonly Texts t;
    private readonly Typography type;
    private readonly bool measured;
    private readonly string[] names;
    private readonly float left;
    private readonly float cellWidth;
    private readonly float cellHeight;
    private readonly Dictionary<(SectorId, SectorId), SectorPairSummary> pairs;

    private MatrixLayout(Analysis analysis, IReadOnlyList<SectorId> sectors, string[] names, string[] rowNames, Texts t, Typography type)
    {
        (this.t, this.type) = (t, type);
        measured = analysis.TieEvidence != TieKinds.None;
        Sectors = sectors;
        this.names = names;
        RowNames = rowNames;
        pairs = analysis.SectorPairs.ToDictionary(pair => (pair.A, pair.B));
        left = Sheet.Margin + rowNames.Max(name => type.Width(name, RowStyle)) + 10;
        float room = Chart.Width - left - Sheet.Margin;

        // Every name on the stairs has to end inside the figure, not only the last one.
        float fitting = names.Select((name, i) => i == 0 ? float.MaxValue : (room - 2 - type.Width(name, ColumnStyle)) / i).Min();
        cellWidth = Math.Clamp(Math.Min(room / sectors.Count, fitting), 28, 112);
        cellHeight = Math.Clamp(cellWidth * 0.62f, 26, 54);
    }

    public IReadOnlyList<SectorId> Sectors { get; }

    /// <summary>Sectors that are not shown.</summary>
    public int Left { get; private init; }

    public float Height => HeaderHeight + Math.Max(Sectors.Count * cellHeight, 80) + Sheet.Margin;

    private string[] RowNames { get; }

    private static TextStyle RowStyle => TextStyle.Label;
    private static TextStyle ColumnStyle => new(11.5f, Palette.Muted);

    public static MatrixLayout Of(Analysis analysis, ChartNames names, int most, Texts t)
    {
        var required = new long[analysis.Dataset.Sectors.Count];
        foreach (var pair in analysis.SectorPairs)
        {
            required[pair.A.Index] += pair.Rate.Required;
            required[pair.B.Index] += pair.Rate.Required;
        }

        var candidates = analysis.Sectors.Where(sector => sector.Stakeholders > 0).ToList();
        var shown = candidates.OrderByDescending(sector => required[sector.Sector.Index]).Take(most).Select(s => s.Sector).ToHashSet();
        var kept = candidates.Where(sector => shown.Contains(sector.Sector)).ToList();
        string[] labels = [.. kept.Select(sector => names.Type.Fit(names.Of(sector.Sector), RowStyle, 170))];
        string[] rows = [.. kept.Select((sector, i) => $"{labels[i]} ({Phrases.Number(sector.Stakeholders)})")];
        return new(analysis, [.. kept.Select(sector => sector.Sector)], labels, rows, t, names.Type) { Left = candidates.Count - kept.Count };
    }

    public void Draw(Sheet sheet, SectorPairSummary? ringed)
    {
        for (int row = 0; row < Sectors.Count; row++)
        {
            sheet.Text(RowNames[row], left - 8, Cell(row, 0).CentreY + 4, RowStyle, Anchor.End);
            sheet.Text(names[row], left + (row * cellWidth) + 2, Cell(row, row).Y - 6, ColumnStyle);
            for (int column = 0; column <= row; column++)
                DrawCell(sheet, Cell(row, column), pairs[(Sectors[column], Sectors[row])]);
        }

        if (ringed is not null && Place(ringed) is { } box)
            sheet.Rectangle(box.Shrink(1.5f), null, Palette.Alarm, 3);
        DrawLegend(sheet, ringed is not null);
    }

    private Box? Place(SectorPairSummary pair)
    {
        int column = Sectors.ToList().IndexOf(pair.A);
        int row = Sectors.ToList().IndexOf(pair.B);
        return row < 0 || column < 0 ? null : Cell(row, column);
    }

    private Box Cell(int row, int column) => new(left + (column * cellWidth), HeaderHeight + (row * cellHeight), cellWidth, cellHeight);

    private void DrawCell(Sheet sheet, Box box, SectorPairSummary pair)
    {
        long all = measured ? pair.Rate.Required : pair.Possible;
        if (all == 0)
        {
            sheet.Centred("–", box, new(12, Palette.Muted));
            return;
        }

        long some = measured ? pair.Rate.Satisfied : pair.Rate.Required;
        double share = (double)some / all;
        var fill = Palette.Share(share);
        var ink = Palette.TextOn(fill);
        sheet.Rectangle(box.Shrink(1), fill, Palette.Quiet, 0.75f);
        string counts = string.Create(CultureInfo.InvariantCulture, $"{some}/{all}");
        float size = FittingSize(counts, box.Width - 6);
        if (box.Height < 36)
        {
            sheet.Centred(counts, box, new(size, ink));
            return;
        }

        string percent = Numbers.Percent(share, t);
        sheet.Text(percent, box.CentreX, box.CentreY - 1, new(MathF.Min(13, FittingSize(percent, box.Width - 6) * 13 / 11), ink, Bold: true), Anchor.Middle);
        sheet.Text(counts, box.CentreX, box.CentreY + 14, new(size, ink), Anchor.Middle);
    }

    private float FittingSize(string text, float width)
    {
        float at11 = type.Width(text, new(11, Palette.Ink));
        return at11 <= width ? 11 : Math.Max(7, 11 * width / at11);
    }

    private void DrawLegend(Sheet sheet, bool ring)
    {
        const int steps = 38;
        float x = Chart.Width - Sheet.Margin - LegendWidth;
        sheet.Text(t.Say(measured ? "chart.matrix.legend" : "chart.matrix.legend-unmeasured"), x, 10, TextStyle.Small);
        for (int i = 0; i < steps; i++)
            sheet.Rectangle(new(x + (i * LegendWidth / steps), 17, LegendWidth / steps + 0.4f, 10), Palette.Share((i + 0.5) / steps));
        sheet.Text(Numbers.Percent(0, t), x, 40, TextStyle.Small);
        sheet.Text(Numbers.Percent(0.5, t), x + (LegendWidth / 2), 40, TextStyle.Small, Anchor.Middle);
        sheet.Text(Numbers.Percent(1, t), x + LegendWidth, 40, TextStyle.Small, Anchor.End);
        sheet.Text(t.Say(measured ? "chart.matrix.dash" : "chart.matrix.dash-unmeasured"), x, 58, TextStyle.Small);
        sheet.Text(t.Say("chart.matrix.diagonal"), x, 75, TextStyle.Small);
        if (!ring)
            return;
        float end = x + LegendWidth;
        string inTitle = t.Say("chart.matrix.ring");
        sheet.Text(inTitle, end, 58, TextStyle.Small, Anchor.End);
        sheet.Rectangle(new(end - type.Width(inTitle, TextStyle.Small) - 22, 49, 15, 10), null, Palette.Alarm, 2);
    }
}
