using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>Geometry of a rate over time: periods at their distance in time, a whisker for the range, labels where there is room.</summary>
internal sealed class TimeLayout
{
    private const float Top = 26;
    private const float PlotHeight = 250;
    private const float Left = 66;
    private const float Right = Chart.Width - Sheet.Margin - 34;
    private const float Bottom = Top + PlotHeight;

    private readonly IReadOnlyList<PeriodRate> rates;
    private readonly Texts t;
    private readonly Typography type;
    private readonly double max;

    public TimeLayout(IReadOnlyList<PeriodRate> rates, Texts t, Typography type)
    {
        (this.rates, this.t, this.type) = (rates, t, type);
        double most = rates.Max(rate => double.IsNaN(rate.High) ? rate.Value : rate.High);
        max = RangeScale.End(most);
    }

    public static float Height => Bottom + 42 + Sheet.Margin;

    public void Draw(Sheet sheet)
    {
        for (int step = 0; step <= 4; step++)
        {
            double share = max * step / 4;
            sheet.Line(Left, Y(share), Right + 20, Y(share), step == 0 ? Palette.Muted : Palette.Grid, 1);
            sheet.Text(Numbers.Percent(share, t), Left - 30, Y(share) + 4, TextStyle.Small, Anchor.End);
        }

        for (int i = 1; i < rates.Count; i++)
        {
            // Dashed across periods in which no one meets.
            var (x, y, toX, toY) = (X(i - 1), Y(rates[i - 1].Value), X(i), Y(rates[i].Value));
            if (rates[i].Period.Ordinal - rates[i - 1].Period.Ordinal > 1)
                sheet.DashedLine(x, y, toX, toY, Palette.Accent, 1.5f);
            else
                sheet.Line(x, y, toX, toY, Palette.Accent, 1.5f);
        }

        float dot = rates.Count > 30 ? 6 : 10;
        for (int i = 0; i < rates.Count; i++)
            DrawPoint(sheet, i, dot);
        DrawLabels(sheet);
    }

    private void DrawPoint(Sheet sheet, int i, float dot)
    {
        var rate = rates[i];
        if (double.IsFinite(rate.Low))
            sheet.Line(X(i), Y(rate.Low), X(i), Y(rate.High), Palette.Muted, rates.Count > 30 ? 1 : 2);
        sheet.Dot(X(i), Y(rate.Value), Palette.Accent, dot);
        if (double.IsNaN(rate.Low))
            sheet.Dot(X(i), Y(rate.Value), Palette.Ground, dot - 4);
    }

    /// <summary>First, last, highest and lowest are labelled before all others.</summary>
    private void DrawLabels(Sheet sheet)
    {
        int highest = rates.Index().MaxBy(rate => rate.Item.Value).Index;
        int lowest = rates.Index().MinBy(rate => rate.Item.Value).Index;
        int[] order = [.. new[] { 0, rates.Count - 1, highest, lowest }.Concat(Enumerable.Range(0, rates.Count)).Distinct()];
        var values = new Placed();
        var periods = new Placed();
        var counts = new Placed();
        foreach (int i in order)
        {
            var rate = rates[i];
            float above = Y(double.IsNaN(rate.High) ? rate.Value : rate.High) - 9;
            Try(values, Numbers.Percent(rate.Value, t), above, TextStyle.Strong);
            if (Try(periods, rate.Group.Label, Bottom + 18, TextStyle.Label))
                Try(counts, t.Say("chart.change.counts", ("tied", rate.Group.Rate.Satisfied), ("n", rate.Group.Rate.Required)), Bottom + 35, TextStyle.Small);

            bool Try(Placed placed, string text, float baseline, TextStyle style)
            {
                float width = type.Width(text, style);
                var box = new Box(X(i) - (width / 2) - 5, baseline - style.CapHeight, width + 10, style.CapHeight + style.Descent);
                if (!placed.Take(box))
                    return false;
                sheet.Text(text, X(i), baseline, style, Anchor.Middle);
                return true;
            }
        }
    }

    private float X(int i)
    {
        int first = rates[0].Period.Ordinal;
        float share = (rates[i].Period.Ordinal - first) / (float)Math.Max(1, rates[^1].Period.Ordinal - first);
        return Left + (share * (Right - Left));
    }

    private float Y(double share) => Bottom - (float)(PlotHeight * share / max);
}

/// <summary>Room that is taken: a box is only given where it touches no other.</summary>
internal sealed class Placed
{
    private readonly List<Box> boxes = [];

    /// <summary>Whether the box was free; it is then taken.</summary>
    public bool Take(Box box)
    {
        if (boxes.Any(box.Intersects))
            return false;
        boxes.Add(box);
        return true;
    }

    /// <summary>Takes a box whatever else is there.</summary>
    public void Block(Box box) => boxes.Add(box);
}
