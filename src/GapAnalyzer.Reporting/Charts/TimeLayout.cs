using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>Geometry of a rate over time: periods at their distance in time, a whisker for the range, labels where there is room.</summary>
internal sealed class TimeLayout
{
    private const float Top = 26;
    private const float PlotHeight = 250;
    private const float Right = Chart.Width - Sheet.Margin - 34;
    private const float Bottom = Top + PlotHeight;
    private const float Above = 9;

    private readonly IReadOnlyList<PeriodRate> rates;
    private readonly Texts t;
    private readonly Typography type;
    private readonly IReadOnlyList<double> ticks;
    private readonly float axis;

    public TimeLayout(IReadOnlyList<PeriodRate> rates, Texts t, Typography type)
    {
        (this.rates, this.t, this.type) = (rates, t, type);
        double most = rates.Max(rate => double.IsNaN(rate.High) ? rate.Value : rate.High);
        ticks = RangeScale.Ticks(most);
        axis = Sheet.Margin + ticks.Max(tick => type.Width(Numbers.Percent(tick, t), TextStyle.Small)) + 8;
    }

    public static float Height => Bottom + 42 + Sheet.Margin;

    public void Draw(Sheet sheet)
    {
        foreach (double share in ticks)
        {
            sheet.Line(axis, Y(share), Chart.Width - Sheet.Margin, Y(share), share == 0 ? Palette.Muted : Palette.Grid, 1);
            sheet.Text(Numbers.Percent(share, t), axis - 8, Y(share) + 4, TextStyle.Small, Anchor.End);
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
        if (rate.IsShaky)
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
            DrawValue(sheet, values, i);
            if (Try(periods, rate.Group.Label, Bottom + 18, TextStyle.Label))
                Try(counts, t.Say("chart.change.counts", ("tied", rate.Group.Rate.Satisfied), ("n", rate.Group.Rate.Required)), Bottom + 35, TextStyle.Small);

            bool Try(Placed placed, string text, float baseline, TextStyle style)
            {
                bool free = placed.Take(Room(text, i, baseline, style));
                if (free)
                    sheet.Text(text, X(i), baseline, style, Anchor.Middle);
                return free;
            }
        }
    }

    /// <summary>Above the whisker or beneath it, where the line does not pass; where it passes on both sides, it gives way to the number.</summary>
    private void DrawValue(Sheet sheet, Placed placed, int i)
    {
        var style = TextStyle.Strong;
        string text = Numbers.Percent(rates[i].Value, t);
        float above = Y(double.IsNaN(rates[i].High) ? rates[i].Value : rates[i].High) - Above;
        float beneath = Y(double.IsNaN(rates[i].Low) ? rates[i].Value : rates[i].Low) + Above + style.CapHeight;
        foreach (float baseline in new[] { above, beneath }.Where(at => at + style.Descent < Bottom))
        {
            var room = Room(text, i, baseline, style);
            if (IsCrossed(room) || !placed.Take(room))
                continue;
            sheet.Text(text, X(i), baseline, style, Anchor.Middle);
            return;
        }

        var onLine = Room(text, i, above, style);
        if (!placed.Take(onLine))
            return;
        sheet.Rectangle(onLine, Palette.Ground);
        sheet.Text(text, X(i), above, style, Anchor.Middle);
    }

    private Box Room(string text, int i, float baseline, TextStyle style)
    {
        float width = type.Width(text, style) + 10;
        return new(X(i) - (width / 2), baseline - style.CapHeight, width, style.CapHeight + style.Descent);
    }

    private bool IsCrossed(Box room) =>
        Enumerable.Range(1, rates.Count - 1).Any(i => room.IsCrossedBy(X(i - 1), Y(rates[i - 1].Value), X(i), Y(rates[i].Value)));

    private float X(int i)
    {
        float left = axis + 34;
        int first = rates[0].Period.Ordinal;
        float share = (rates[i].Period.Ordinal - first) / (float)Math.Max(1, rates[^1].Period.Ordinal - first);
        return left + (share * (Right - left));
    }

    private float Y(double share) => Bottom - (float)(PlotHeight * share / ticks[^1]);
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
