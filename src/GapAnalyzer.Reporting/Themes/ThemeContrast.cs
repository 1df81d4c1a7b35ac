namespace GapAnalyzer.Reporting.Themes;

/// <summary>What of a theme some readers could not see, by the contrast ratios of WCAG 2.</summary>
public static class ThemeContrast
{
    private const double ForText = 4.5;
    private const double ForShapes = 3;

    /// <summary>Sectors are told apart by shape and name as well.</summary>
    private const double ForGroups = 2;

    /// <summary>One line for each field that falls short.</summary>
    public static IEnumerable<string> Warnings(Theme theme)
    {
        var colors = theme.Colors;
        (string Field, Rgb Color, double Least)[] all =
        [
            ("ink", colors.Ink, ForText), ("muted", colors.Muted, ForText), ("accent", colors.Accent, ForShapes), ("alarm", colors.Alarm, ForShapes),
            .. colors.Groups.Select((group, i) => ($"groups[{Numbers.Exact(i)}]", group, ForGroups)),
        ];
        foreach (var (field, color, least) in all)
        {
            double contrast = Rgb.Contrast(color, colors.Background);
            if (contrast < least)
                yield return $"theme '{theme.Name}': field colors.{field} {color.Hex} has a contrast of {Numbers.Fixed(contrast, 1)} on {colors.Background.Hex}; at least {Numbers.Fixed(least, 1)} can be read by most";
        }

        if (Rgb.Contrast(colors.Quiet, colors.Alarm) < 2)
            yield return $"theme '{theme.Name}': fields colors.quiet {colors.Quiet.Hex} and colors.alarm {colors.Alarm.Hex} look alike in grey";
        var steps = colors.Ramp.Zip(colors.Ramp.Skip(1), (a, b) => Math.Sign(b.Luminance - a.Luminance)).Distinct().ToList();
        if (steps is not [not 0])
            yield return $"theme '{theme.Name}': field colors.ramp does not go steadily from light to dark or from dark to light, so shares cannot be told apart in grey";
    }
}
