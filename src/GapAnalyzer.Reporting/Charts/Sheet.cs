using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using GapAnalyzer.Reporting.Themes;
using ScottPlot;
using ScottPlot.Rendering.RenderActions;
using SkiaSharp;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>
/// A ScottPlot figure whose coordinates are logical pixels, y downwards: what is measured is what is drawn, and every text is
/// remembered with its room.
/// </summary>
internal sealed class Sheet : IDisposable
{
    public const float Margin = 16;

    private const int PngEffort = 3; // of 9: the next takes half as long again, for a tenth of the bytes

    private readonly Plot plot = new();
    private readonly List<PlacedText> texts = [];

    public Sheet(int height, Typography type)
    {
        Height = height;
        Type = type;
        plot.Layout.Frameless();
        plot.HideGrid();
        plot.Axes.SetLimits(0, Chart.Width, 0, height);
        plot.FigureBackground.Color = Color(Palette.Ground);
        plot.DataBackground.Color = Color(Palette.Ground);

        // Axes, grids and legends are not shown, but would be measured each time.
        plot.RenderManager.RenderActions.RemoveAll(action => action is not (
            RenderFigureBackground or ReplaceNullAxesWithDefaults or CalculateLayout or RenderDataBackground or RenderPlottables));

        // ScottPlot draws everything twice where the limits of the axes are new to it: it learns them while there is nothing to draw.
        using var nowhere = new SKNoDrawCanvas(Chart.Width, height);
        plot.Render(nowhere, Chart.Width, height);
    }

    /// <summary>In logical pixels.</summary>
    public int Height { get; }

    public Typography Type { get; }

    /// <summary>Added to every y: where the body begins.</summary>
    public float Top { get; set; }

    public IReadOnlyList<PlacedText> Texts => texts;

    public void Rectangle(Box box, Paint? fill, Paint? border = null, float borderWidth = 1)
    {
        var shape = plot.Add.Rectangle(box.X, box.Right, Y(box.Bottom), Y(box.Y));
        shape.FillColor = fill is null ? Colors.Transparent : Color(fill);
        shape.LineColor = border is null ? Colors.Transparent : Color(border);
        shape.LineWidth = border is null ? 0 : borderWidth;
    }

    /// <summary>A text whose baseline starts, is centred or ends at a point.</summary>
    /// <param name="rotation">Degrees clockwise about that point.</param>
    public void Text(string text, float x, float baseline, TextStyle style, Anchor anchor = Anchor.Start, float rotation = 0)
    {
        if (text.Length == 0)
            return;
        float width = Type.Width(text, style);
        float left = width * (int)anchor / -2f;
        var placed = new PlacedText(text, style, new(x, Top + baseline), new(left, -style.CapHeight, width, style.CapHeight + style.Descent), rotation);
        plot.Add.Plottable(new TextStroke(placed, Color(style.Color).ToSKColor(), Type));
        texts.Add(placed);
    }

    /// <summary>A text centred in a box, by its capitals.</summary>
    public void Centred(string text, Box box, TextStyle style) =>
        Text(text, box.CentreX, box.CentreY + (style.CapHeight / 2), style, Anchor.Middle);

    public void Line(float x1, float y1, float x2, float y2, Paint paint, float width)
    {
        var line = plot.Add.Line(x1, Y(y1), x2, Y(y2));
        line.LineColor = Color(paint);
        line.LineWidth = width;
        line.MarkerSize = 0;
    }

    public void Dot(float x, float y, Paint paint, float size) => Mark(x, y, new(paint, MarkerShape.FilledCircle), size);

    public void Mark(float x, float y, SectorLook look, float size)
    {
        var mark = plot.Add.Marker(x, Y(y), look.Shape, size, Color(look.Fill));
        mark.MarkerLineColor = Color(Palette.Ground);
        mark.MarkerLineWidth = 0.75f;
    }

    /// <summary>Quadratic curves, all in one stroke.</summary>
    /// <param name="dash">Lengths of dash and space; empty: solid.</param>
    public void Curves(IEnumerable<Curve> curves, Paint paint, float width, params float[] dash)
    {
        float top = Top;
        plot.Add.Plottable(new CurveStroke([.. curves.Select(c => c.Down(top))], Color(paint).ToSKColor(), width, dash));
    }

    public void DashedLine(float x1, float y1, float x2, float y2, Paint paint, float width) =>
        Curves([new(new(x1, y1), new((x1 + x2) / 2, (y1 + y2) / 2), new(x2, y2))], paint, width, 6, 5);

    /// <summary>A line from point to point.</summary>
    public void Path(IReadOnlyList<(float X, float Y)> points, Paint paint, float width) => Curves(
        points.Zip(points.Skip(1), (a, b) => new Curve(new(a.X, a.Y), new((a.X + b.X) / 2, (a.Y + b.Y) / 2), new(b.X, b.Y))), paint, width);

    /// <summary>The area under a line of points, down to a baseline.</summary>
    public void Area(IReadOnlyList<(float X, float Y)> points, float baseline, Paint paint)
    {
        var shape = plot.Add.Polygon([.. points.Append((points[^1].X, baseline)).Prepend((points[0].X, baseline)).Select(p => new Coordinates(p.Item1, Y(p.Item2)))]);
        shape.FillColor = Color(paint);
        shape.LineWidth = 0;
    }

    public void Picture(ThemeLogo logo, Box box) => plot.Add.Plottable(new PictureStroke(logo, new(box.X, Top + box.Y, box.Right, Top + box.Bottom)));

    /// <summary>A chart has few colours and large areas of one: without alpha and filters it packs smaller than with them, and in half the time.</summary>
    public byte[] ToPng()
    {
        plot.ScaleFactor = Chart.PngScale;
        plot.DataBackground.Color = Colors.Transparent; // The figure's own is the same.

        // Skia draws fastest in the platform's own order of channels. Pixels are borrowed: new memory costs more than drawing on it.
        var info = new SKImageInfo(Chart.Width * Chart.PngScale, Height * Chart.PngScale, SKImageInfo.PlatformColorType, SKAlphaType.Opaque);
        byte[] borrowed = ArrayPool<byte>.Shared.Rent(info.BytesSize);
        var pinned = GCHandle.Alloc(borrowed, GCHandleType.Pinned);
        try
        {
            using var surface = SKSurface.Create(info, pinned.AddrOfPinnedObject());
            plot.Render(surface.Canvas, info.Width, info.Height);
            using var pixels = surface.PeekPixels();
            using var png = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.None, PngEffort));
            return png!.ToArray();
        }
        finally
        {
            pinned.Free();
            ArrayPool<byte>.Shared.Return(borrowed);
        }
    }

    /// <summary>Drawn on Skia's canvas directly: ScottPlot's own way to an SVG first draws a picture that nobody sees.</summary>
    public string ToSvg()
    {
        plot.ScaleFactor = 1;
        foreach (var text in plot.PlottableList.OfType<TextStroke>())
            text.ForSvg = true;
        using var stream = new SKDynamicMemoryWStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(Chart.Width, Height), stream))
            plot.Render(canvas, Chart.Width, Height);
        using var svg = stream.DetachAsData();
        return Encoding.UTF8.GetString(svg.AsSpan());
    }

    public void Dispose() => plot.Dispose();

    private Color Color(Paint paint)
    {
        var rgb = paint.In(Type.Theme.Colors);
        return new Color(rgb.R, rgb.G, rgb.B).WithAlpha(paint.Opacity);
    }

    private double Y(float y) => Height - Top - y;
}
