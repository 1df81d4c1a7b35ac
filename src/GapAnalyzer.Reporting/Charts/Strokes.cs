using GapAnalyzer.Reporting.Themes;
using ScottPlot;
using SkiaSharp;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>What is drawn on ScottPlot's canvas directly.</summary>
internal abstract class Stroke : IPlottable
{
    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get; set; } = new Axes();
    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public abstract void Render(RenderPack rp);
}

/// <summary>A text on a sheet and the room it takes, in logical pixels.</summary>
/// <param name="Style">How it is set.</param>
/// <param name="At">The point it is anchored to, in the figure; it turns about this point.</param>
/// <param name="Room">Relative to that point, before it is turned.</param>
/// <param name="Rotation">Degrees clockwise.</param>
internal sealed record PlacedText(string Text, TextStyle Style, SKPoint At, Box Room, float Rotation)
{
    /// <summary>The four corners in the figure, in order around the text.</summary>
    public IReadOnlyList<SKPoint> Corners
    {
        get
        {
            var place = SKMatrix.CreateRotationDegrees(Rotation).PostConcat(SKMatrix.CreateTranslation(At.X, At.Y));
            SKPoint[] corners = [new(Room.X, Room.Y), new(Room.Right, Room.Y), new(Room.Right, Room.Bottom), new(Room.X, Room.Bottom)];
            return [.. corners.Select(place.MapPoint)];
        }
    }
}

/// <summary>A line of text. In an SVG one that is not plain only has its place kept: the reader's own program joins and orders the letters.</summary>
internal sealed class TextStroke(PlacedText placed, SKColor color, Typography type) : Stroke
{
    public bool ForSvg { get; set; }

    public override void Render(RenderPack rp)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        var style = placed.Style;
        var (x, y) = (placed.At.X + placed.Room.X, placed.At.Y);
        rp.Canvas.Save();
        if (placed.Rotation != 0)
            rp.Canvas.RotateDegrees(placed.Rotation, placed.At.X, placed.At.Y);
        var runs = ForSvg && !type.IsPlain(placed.Text) ? type.Runs("x", style.Bold) : type.Runs(placed.Text, style.Bold);
        foreach (var run in runs)
        {
            Draw(rp.Canvas, run, x, y, paint);
            x += Typography.Width(run, style.Size);
        }

        rp.Canvas.Restore();
    }

    private void Draw(SKCanvas canvas, TextRun run, float x, float y, SKPaint paint)
    {
        using var font = run.Face.Font(placed.Style.Size);
        if (!run.RightToLeft)
        {
            canvas.DrawText(run.Text, x, y, font, paint);
            return;
        }

        var shaped = run.Face.Shape(run.Text, placed.Style.Size);
        using var builder = new SKTextBlobBuilder();
        builder.AddPositionedRun(shaped.Glyphs, font, shaped.Points);
        using var blob = builder.Build();
        if (blob is not null)
            canvas.DrawText(blob, x, y, paint);
    }
}

/// <summary>A quadratic Bézier curve.</summary>
internal readonly record struct Curve(SKPoint From, SKPoint Control, SKPoint To)
{
    public Curve Down(float by) => new(new(From.X, From.Y + by), new(Control.X, Control.Y + by), new(To.X, To.Y + by));
}

/// <summary>Many curves in one path: ScottPlot's own lines would make a network of some thousand ties a file of megabytes.</summary>
internal sealed class CurveStroke(IReadOnlyList<Curve> curves, SKColor color, float width, float[] dash) : Stroke
{
    public override void Render(RenderPack rp)
    {
        using var path = new SKPath();
        foreach (var curve in curves)
        {
            path.MoveTo(curve.From);
            path.QuadTo(curve.Control, curve.To);
        }

        using var drawn = dash.Length == 0 ? new SKPath(path) : Dashes(path);
        using var paint = new SKPaint { Color = color, StrokeWidth = width, IsStroke = true, IsAntialias = true, StrokeCap = SKStrokeCap.Butt };
        rp.Canvas.DrawPath(drawn, paint);
    }

    /// <summary>
    /// The path in pieces: Skia leaves its own dashes out of an SVG. They are stretched so that each line begins and ends with a
    /// whole one: lines that meet at an end break there together, and do not fill one another's spaces.
    /// </summary>
    private SKPath Dashes(SKPath path)
    {
        var dashes = new SKPath();
        using var measure = new SKPathMeasure(path);
        do
        {
            float period = dash[0] + dash[1];
            int spaces = Math.Max(0, (int)MathF.Round((measure.Length - dash[0]) / period));
            float stretch = measure.Length / ((spaces * period) + dash[0]);
            for (int i = 0; i <= spaces; i++)
                measure.GetSegment(i * period * stretch, ((i * period) + dash[0]) * stretch, dashes, startWithMoveTo: true);
        }
        while (measure.NextContour());
        return dashes;
    }
}

/// <summary>A picture scaled into a box.</summary>
internal sealed class PictureStroke(ThemeLogo logo, SKRect box) : Stroke
{
    public override void Render(RenderPack rp)
    {
        using var image = SKImage.FromEncodedData(logo.Bytes.Span);
        rp.Canvas.DrawImage(image, box, new SKSamplingOptions(SKCubicResampler.Mitchell));
    }
}
