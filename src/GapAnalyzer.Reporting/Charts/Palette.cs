using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Themes;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>A colour by what it is for: which one that is, the theme decides when the chart is drawn.</summary>
/// <param name="In">The colour in a theme.</param>
/// <param name="Opacity">From 0 to 1.</param>
internal sealed record Paint(Func<ThemeColors, Rgb> In, double Opacity = 1)
{
    public Paint WithAlpha(double opacity) => this with { Opacity = opacity };
}

/// <summary>The paints that charts are drawn with.</summary>
internal static class Palette
{
    public static Paint Ink { get; } = new(colors => colors.Ink);
    public static Paint Muted { get; } = new(colors => colors.Muted);
    public static Paint Grid { get; } = new(colors => colors.Grid);
    public static Paint Quiet { get; } = new(colors => colors.Quiet);
    public static Paint Tie { get; } = new(colors => colors.Tie);
    public static Paint Accent { get; } = new(colors => colors.Accent);
    public static Paint Alarm { get; } = new(colors => colors.Alarm);
    public static Paint Ground { get; } = new(colors => colors.Background);

    /// <summary>Of a sector; where there are more of them than colours, the marker's shape tells them apart.</summary>
    public static Paint Group(int index) => new(colors => colors.Groups[index % colors.Groups.Count]);

    /// <summary>For a share from 0 to 1.</summary>
    public static Paint Share(double share) => new(colors => colors.Share(share));

    /// <summary>Of a cell of the coverage grid.</summary>
    public static Paint Status(CellStatus status) => new(colors => colors.Of(status));

    /// <summary>For text on a fill.</summary>
    public static Paint TextOn(Paint fill) => new(colors => colors.TextOn(fill.In(colors)));

    /// <summary>Of the same hue, dark enough for text on the ground.</summary>
    public static Paint AsText(Paint paint) => new(colors => paint.In(colors).AsTextOn(colors.Background));
}
