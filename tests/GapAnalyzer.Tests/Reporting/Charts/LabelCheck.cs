using System.Globalization;
using GapAnalyzer.Reporting.Charts;
using SkiaSharp;

namespace GapAnalyzer.Tests.Reporting.Charts;

/// <summary>Measures the room of every label of a chart, turned or upright.</summary>
internal static class LabelCheck
{
    /// <summary>Labels stay this far from the figure's edge, in pixels.</summary>
    private const float Edge = 4;

    /// <summary>One line for each label that leaves the figure, and each two that overlap.</summary>
    public static IEnumerable<string> Problems(Chart chart)
    {
        var texts = chart.Texts;
        foreach (var text in texts)
        {
            if (text.Corners.FirstOrDefault(corner => corner.X < Edge || corner.Y < Edge || corner.X > Chart.Width - Edge || corner.Y > chart.Height - Edge) is { } outside && outside != default)
                yield return string.Create(CultureInfo.InvariantCulture, $"{chart.Id}: '{text.Text}' leaves the figure at {outside.X:0}, {outside.Y:0}");
        }

        for (int i = 0; i < texts.Count; i++)
        {
            for (int j = i + 1; j < texts.Count; j++)
            {
                if (Overlap(texts[i].Corners, texts[j].Corners))
                    yield return $"{chart.Id}: '{texts[i].Text}' overlaps '{texts[j].Text}'";
            }
        }
    }

    /// <summary>Two convex shapes overlap unless a line along one of their sides parts them.</summary>
    internal static bool Overlap(IReadOnlyList<SKPoint> a, IReadOnlyList<SKPoint> b) =>
        !Sides(a).Concat(Sides(b)).Any(side => Parts(side, a, b));

    private static IEnumerable<SKPoint> Sides(IReadOnlyList<SKPoint> shape) =>
        shape.Select((corner, i) => shape[(i + 1) % shape.Count] - corner);

    private static bool Parts(SKPoint side, IReadOnlyList<SKPoint> a, IReadOnlyList<SKPoint> b)
    {
        float Along(SKPoint corner) => (corner.X * -side.Y) + (corner.Y * side.X);
        return a.Max(Along) <= b.Min(Along) || b.Max(Along) <= a.Min(Along);
    }
}
