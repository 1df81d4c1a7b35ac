using System.Text.RegularExpressions;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>Title and subtitle, left aligned at the figure's edge; a long title first wraps, then shrinks.</summary>
internal sealed partial class Heading
{
    private const float Room = Chart.Width - (2 * Sheet.Margin);
    private const float TitleLine = 1.28f;
    private const float SubtitleLine = 17;

    private readonly TextStyle titleStyle;
    private readonly IReadOnlyList<string> title;
    private readonly IReadOnlyList<string> subtitle;

    private Heading(TextStyle titleStyle, IReadOnlyList<string> title, IReadOnlyList<string> subtitle)
    {
        this.titleStyle = titleStyle;
        this.title = title;
        this.subtitle = subtitle;
    }

    public float Height => 14 + (title.Count * titleStyle.Size * TitleLine) + 5 + (subtitle.Count * SubtitleLine) + 14;

    private static TextStyle SubtitleStyle => new(12.5f, Palette.Muted);

    public static Heading Fit(string title, string subtitle, Typography type)
    {
        (title, subtitle) = (Tight(title), Tight(subtitle));
        var style = new TextStyle(19, Palette.Ink, Bold: true);
        var lines = type.WrapEvenly(title, style, Room);
        if (lines.Count > 2)
        {
            style = style with { Size = 16 };
            lines = [.. type.WrapEvenly(title, style, Room).Take(4)];
        }

        return new(style, lines, type.WrapEvenly(subtitle, SubtitleStyle, Room, narrowest: 0.85f));
    }

    /// <summary>No line breaks between a number and what it counts.</summary>
    private static string Tight(string text) => NumberAndNoun().Replace(text, "\u00A0");

    [GeneratedRegex(@"(?<=\d) (?=[\p{L}%])")]
    private static partial Regex NumberAndNoun();

    public void Draw(Sheet sheet)
    {
        float y = 14;
        foreach (string line in title)
        {
            sheet.Text(line, Sheet.Margin, y + titleStyle.Size, titleStyle);
            y += titleStyle.Size * TitleLine;
        }

        y += 5;
        foreach (string line in subtitle)
        {
            sheet.Text(line, Sheet.Margin, y + SubtitleStyle.Size, SubtitleStyle);
            y += SubtitleLine;
        }
    }
}
