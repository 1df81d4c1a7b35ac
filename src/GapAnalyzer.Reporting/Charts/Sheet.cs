using ScottPlot;
using SkiaSharp;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>A text on a sheet and the room it takes, in logical pixels of the figure.</summary>
/// <param name="Box">Room that an upright text takes; for a turned one, before it was turned about its start.</param>
/// <param name="Rotation">Degrees clockwise.</param>
internal sealed record PlacedText(string Text, Box Box, float Rotation);

/// <summary>
/// A ScottPlot figure whose coordinates are logical pixels, y downwards: what is measured is what is drawn, and every text is
/// remembered with its room.
/// </summary>
internal sealed class Sheet : IDisposable
{
    public const float Margin = 16;

    private readonly Plot plot = new();
    private readonly List<PlacedText> texts = [];
    private readonly int height;

    public Sheet(int height)
    {
        this.height = height;
        _ = ChartFonts.Typeface(bold: false);
        plot.Layout.Frameless();
        plot.HideGrid();
        plot.Axes.SetLimits(0, Chart.Width, 0, height);
        plot.FigureBackground.Color = Palette.White;
        plot.DataBackground.Color = Palette.White;
    }

    /// <summary>Added to every y: where the body begins.</summary>
    public float Top { get; set; }

    public IReadOnlyList<PlacedText> Texts => texts;

    public void Rectangle(Box box, Color fill, Color? border = null, float borderWidth = 1)
    {
        var shape = plot.Add.Rectangle(box.X, box.Right, Y(box.Bottom), Y(box.Y));
        shape.FillColor = fill;
        shape.LineColor = border ?? Colors.Transparent;
        shape.LineWidth = border is null ? 0 : borderWidth;
    }

    /// <summary>A text whose baseline starts, is centred or ends at a point.</summary>
    public void Text(string text, float x, float baseline, TextStyle style, Anchor anchor = Anchor.Start, float rotation = 0)
    {
        using var font = Typography.FontOf(style);
        float width = font.MeasureText(text);
        var label = plot.Add.Text(text, x, Y(baseline));
        label.LabelFontName = ChartFonts.Family;
        label.LabelFontSize = style.Size;
        label.LabelBold = style.Bold;
        label.LabelFontColor = style.Color;
        label.LabelRotation = rotation;
        label.LabelAlignment = anchor switch
        {
            Anchor.Start => Alignment.LowerLeft,
            Anchor.Middle => Alignment.LowerCenter,
            _ => Alignment.LowerRight,
        };

        // ScottPlot sets the lower edge of the font's tallest line on the point; we ask for the baseline.
        if (rotation == 0)
            label.OffsetY = font.Metrics.Bottom;
        float left = x - (width * (int)anchor / 2f);
        float ascent = Typography.CapHeight(style);
        texts.Add(new(text, new(left, Top + baseline - ascent, width, ascent + Typography.Descent(style)), rotation));
    }

    /// <summary>A text centred in a box, by its capitals.</summary>
    public void Centred(string text, Box box, TextStyle style) =>
        Text(text, box.CentreX, box.CentreY + (Typography.CapHeight(style) / 2), style, Anchor.Middle);

    public void Line(float x1, float y1, float x2, float y2, Color color, float width, LinePattern? pattern = null)
    {
        var line = plot.Add.Line(x1, Y(y1), x2, Y(y2));
        line.LineColor = color;
        line.LineWidth = width;
        line.LinePattern = pattern ?? LinePattern.Solid;
        line.MarkerSize = 0;
    }

    public void Mark(float x, float y, SectorLook look, float size)
    {
        var mark = plot.Add.Marker(x, Y(y), look.Shape, size, look.Fill);
        mark.MarkerLineColor = Palette.White;
        mark.MarkerLineWidth = 0.75f;
    }

    /// <summary>Quadratic curves, all in one stroke.</summary>
    /// <param name="dash">Lengths of dash and space; empty: solid.</param>
    public void Curves(IEnumerable<Curve> curves, Color color, float width, params float[] dash)
    {
        float top = Top;
        plot.Add.Plottable(new CurveStroke([.. curves.Select(c => c.Down(top))], color, width, dash));
    }

    public byte[] ToPng()
    {
        plot.ScaleFactor = Chart.PngScale;
        return plot.GetImageBytes(Chart.Width * Chart.PngScale, height * Chart.PngScale, ImageFormat.Png);
    }

    public string ToSvg()
    {
        plot.ScaleFactor = 1;
        return plot.GetSvgXml(Chart.Width, height);
    }

    public void Dispose() => plot.Dispose();

    private double Y(float y) => height - Top - y;
}

/// <summary>A quadratic Bézier curve.</summary>
internal readonly record struct Curve(SKPoint From, SKPoint Control, SKPoint To)
{
    public Curve Down(float by) => new(new(From.X, From.Y + by), new(Control.X, Control.Y + by), new(To.X, To.Y + by));
}

/// <summary>Many curves in one path: ScottPlot's own lines would make a network of some thousand ties a file of megabytes.</summary>
internal sealed class CurveStroke(IReadOnlyList<Curve> curves, Color color, float width, float[] dash) : IPlottable
{
    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get; set; } = new Axes();
    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        using var path = new SKPath();
        foreach (var curve in curves)
        {
            path.MoveTo(curve.From);
            path.QuadTo(curve.Control, curve.To);
        }

        using var dashes = dash.Length == 0 ? null : SKPathEffect.CreateDash(dash, 0);
        using var paint = new SKPaint
        {
            Color = color.ToSKColor(), StrokeWidth = width, IsStroke = true, IsAntialias = true, PathEffect = dashes, StrokeCap = SKStrokeCap.Butt,
        };
        rp.Canvas.DrawPath(path, paint);
    }
}
