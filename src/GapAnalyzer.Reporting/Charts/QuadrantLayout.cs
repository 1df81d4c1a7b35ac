using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>
/// Geometry of need against coordination: need upwards, the rate to the right, and a strip on the left where no two meet. Names
/// stand beside their points as far as there is room, those that matter most first.
/// </summary>
internal sealed class QuadrantLayout
{
    private const float Top = 34;
    private const float PlotHeight = 390;
    private const float Bottom = Top + PlotHeight;
    private const float Dot = 10;
    private const float NameRoom = 190;
    private const float Right = Chart.Width - Sheet.Margin - 10;

    private readonly IReadOnlyList<NeedPoint> points;
    private readonly Texts t;
    private readonly Typography type;
    private readonly List<double> ticks;
    private readonly bool logarithmic;
    private readonly double low;
    private readonly double high;
    private readonly double median;
    private readonly float axis;
    private readonly float left;
    private readonly string unit;
    private readonly Dictionary<NeedPoint, string> names;
    private readonly List<(string Text, float X, float Baseline, TextStyle Style, Anchor Anchor, Box Room)> labels = [];

    public QuadrantLayout(IReadOnlyList<NeedPoint> points, Func<NeedPoint, string> name, Analysis analysis, Texts t, Typography type)
    {
        (this.points, this.t, this.type) = (points, t, type);
        var all = points.Select(point => point.Rate).Aggregate((a, b) => a + b);
        Rate = all.Value;
        double[] needs = [.. points.Select(point => point.Need).Order()];
        median = (needs[(needs.Length - 1) / 2] + needs[needs.Length / 2]) / 2;
        logarithmic = needs[^1] > 30 * needs[0] && needs[0] >= 1;
        ticks = logarithmic ? Powers(needs[0], needs[^1]) : Steps(needs[^1]);
        (low, high) = (ticks[0], ticks[^1]);
        unit = t.Say($"need.{Naming.NameOf(analysis.Headline.NeedUnit)}");
        axis = Sheet.Margin + ticks.Max(tick => type.Width(Numbers.Text(tick, t), TextStyle.Small)) + 10;
        left = axis + (points.Any(point => double.IsNaN(point.Rate.Value)) ? 96 : 0);
        names = points.ToDictionary(point => point, name);
        PlaceNames();
    }

    public static float Height => Bottom + 40 + Sheet.Margin;

    /// <summary>Over all points.</summary>
    public double Rate { get; }

    /// <summary>Points with a name beside them.</summary>
    public int Named => labels.Count;

    /// <summary>Whether a rate is of too few pairs to speak of.</summary>
    public bool HasHollow => points.Any(IsShaky);

    public string NameOf(NeedPoint point) => names[point];

    /// <summary>At least the median need, and fewer pairs tied than overall, by enough to say so.</summary>
    public bool IsCritical(NeedPoint point) => point.Need >= median && point.Rate.Value + (ChangeOverTime.Errors * point.Se) < Rate && !IsShaky(point);

    public void Draw(Sheet sheet)
    {
        DrawAxes(sheet);
        foreach (var label in labels.Where(label => Lines.Any(label.Room.Intersects)))
            sheet.Rectangle(label.Room, Palette.Ground);
        foreach (var point in points.OrderBy(IsCritical))
        {
            sheet.Dot(X(point), Y(point.Need), IsCritical(point) ? Palette.Alarm : Palette.Accent, Dot);
            if (IsShaky(point))
                sheet.Dot(X(point), Y(point.Need), Palette.Ground, Dot - 4);
        }

        foreach (var (text, x, baseline, style, anchor, _) in labels)
            sheet.Text(text, x, baseline, style, anchor);
    }

    private static bool IsShaky(NeedPoint point) => point.Rate.Required < NeedQuadrants.PairsToSpeakOf;

    private static List<double> Powers(double least, double most)
    {
        var powers = new List<double> { Math.Pow(10, Math.Floor(Math.Log10(least))) };
        while (powers[^1] < most)
            powers.Add(powers[^1] * 10);
        return powers;
    }

    private static List<double> Steps(double most)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(most)));
        double step = new[] { 0.2, 0.5, 1, 2 }.Select(f => f * power).First(s => most / s <= 6);
        return [.. Enumerable.Range(0, (int)Math.Ceiling(most / step) + 1).Select(i => i * step)];
    }

    private float X(NeedPoint point) => double.IsNaN(point.Rate.Value) ? axis + 40 : XOf(point.Rate.Value);

    private float XOf(double share) => left + 12 + (float)((Right - left - 24) * share);

    private float Y(double need)
    {
        double share = logarithmic ? (Math.Log10(need) - Math.Log10(low)) / (Math.Log10(high) - Math.Log10(low)) : (need - low) / (high - low);
        return Bottom - 8 - (float)((PlotHeight - 16) * share);
    }

    private void DrawAxes(Sheet sheet)
    {
        foreach (double tick in ticks)
        {
            sheet.Line(axis, Y(tick), Right, Y(tick), Palette.Grid, 1);
            sheet.Text(Numbers.Text(tick, t), axis - 7, Y(tick) + 4, TextStyle.Small, Anchor.End);
        }

        foreach (double share in (double[])[0, 0.25, 0.5, 0.75, 1])
            sheet.Text(Numbers.Percent(share, t), XOf(share), Bottom + 16, TextStyle.Small, Anchor.Middle);
        sheet.Line(axis, Bottom, Right, Bottom, Palette.Muted, 1);
        sheet.DashedLine(XOf(Rate), Top, XOf(Rate), Bottom, Palette.Muted, 1);
        sheet.DashedLine(axis, Y(median), Right, Y(median), Palette.Muted, 1);
        sheet.Text(type.Fit(t.Say("chart.need.axis"), TextStyle.Small, Right - left), Right, Bottom + 34, TextStyle.Small, Anchor.End);
        string upwards = type.Fit(t.Say("chart.need.upwards", ("unit", unit)), TextStyle.Small, 330);
        sheet.Text(upwards, Sheet.Margin, 10, TextStyle.Small);
        if (left > axis)
        {
            sheet.Line(left, Top, left, Bottom, Palette.Quiet, 1);
            sheet.Text(type.Fit(t.Say("chart.need.no-pair"), TextStyle.Small, left + 4 - Sheet.Margin), Sheet.Margin, Bottom + 34, TextStyle.Small);
        }

        string much = type.Fit(t.Say("chart.need.quadrant"), TextStyle.Strong, Right - Sheet.Margin - type.Width(upwards, TextStyle.Small) - 30);
        var alarm = TextStyle.Strong with { Color = points.Any(IsCritical) ? Palette.AsText(Palette.Alarm) : Palette.Muted };
        float x = Math.Max(XOf(0), Sheet.Margin + type.Width(upwards, TextStyle.Small) + 24);
        sheet.Text(much, x, 10, alarm);
    }

    private void PlaceNames()
    {
        var placed = new Placed();
        foreach (var point in points)
            placed.Block(new(X(point) - (Dot / 2), Y(point.Need) - (Dot / 2), Dot, Dot));
        foreach (var point in points.OrderByDescending(IsCritical).ThenByDescending(point => point.Need).ThenBy(point => point.Id))
            PlaceName(point, placed);
    }

    /// <summary>The rate over all points, and the median need.</summary>
    private Box[] Lines => [new(XOf(Rate) - 1, Top, 2, PlotHeight), new(axis, Y(median) - 1, Right - axis, 2)];

    /// <summary>To the right, left, above or beneath: the first that is free, if one is that no line crosses; else the line gives way to the name.</summary>
    private void PlaceName(NeedPoint point, Placed placed)
    {
        if (!TryName(point, placed, Lines))
            TryName(point, placed, []);
    }

    private bool TryName(NeedPoint point, Placed placed, Box[] lines)
    {
        var style = TextStyle.Label with { Bold = IsCritical(point), Size = 11.5f };
        string text = type.Fit(names[point], style, NameRoom);
        float width = type.Width(text, style);
        var (x, y) = (X(point), Y(point.Need));
        float middle = y + (style.CapHeight / 2);
        foreach (var (at, baseline, anchor) in new[]
        {
            (x + 9, middle, Anchor.Start), (x - 9, middle, Anchor.End), (x, y - 9, Anchor.Middle), (x, y + 9 + style.CapHeight, Anchor.Middle),
        })
        {
            var box = new Box(at - (width * (int)anchor / 2f) - 1, baseline - style.CapHeight - 1, width + 2, style.CapHeight + style.Descent + 2);
            if (box.X < axis + 2 || box.Right > Right || box.Y < Top || box.Bottom > Bottom || lines.Any(box.Intersects) || !placed.Take(box))
                continue;
            labels.Add((text, at, baseline, style, anchor, box));
            return true;
        }

        return false;
    }
}
