namespace GapAnalyzer.Reporting.Charts;

/// <summary>The foot of a chart in a theme that has one: its line on the left, its logo on the right.</summary>
internal sealed class Foot(Typography type)
{
    private const float LogoHeight = 26;
    private const float LogoWidth = 150;
    private const float Gap = 14;

    public float Height => type.Theme.Logo is not null ? LogoHeight + Gap : type.Theme.Footer.Length > 0 ? TextStyle.Small.Size + Gap : 0;

    public void Draw(Sheet sheet, float figureHeight)
    {
        float right = Chart.Width - Sheet.Margin;
        float middle = figureHeight - Gap - ((Height - Gap) / 2);
        if (type.Theme.Logo is { } logo)
        {
            float scale = MathF.Min(LogoHeight / logo.Height, LogoWidth / logo.Width);
            var box = new Box(right - (logo.Width * scale), middle - (logo.Height * scale / 2), logo.Width * scale, logo.Height * scale);
            sheet.Picture(logo, box);
            right = box.X - 20;
        }

        sheet.Text(type.Fit(type.Theme.Footer, TextStyle.Small, right - Sheet.Margin), Sheet.Margin, middle + (TextStyle.Small.CapHeight / 2), TextStyle.Small);
    }
}
