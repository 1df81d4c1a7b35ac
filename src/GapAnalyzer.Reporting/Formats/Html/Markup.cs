using System.Text;

namespace GapAnalyzer.Reporting.Formats.Html;

/// <summary>Escaping for HTML: what comes from the data stays text, on one line, and reads in its own direction.</summary>
internal static class Markup
{
    /// <summary>A word may break after this many characters, as most names have no longer ones, and after an underscore, as in names of files.</summary>
    private const int LongestPiece = 32;

    /// <summary>
    /// Text between tags. Runs of right-to-left script stand in a <c>bdi</c>, so that the numbers and brackets after a name stay in place.
    /// </summary>
    public static string Text(string text)
    {
        var line = Markdown.OneLine(text);
        var html = new StringBuilder(line.Length + 16);
        var word = 0;
        for (var i = 0; i < line.Length;)
        {
            word = line[i] == ' ' ? 0 : word + 1;
            if (word > 1 && (word == LongestPiece || line[i - 1] == '_'))
            {
                html.Append("<wbr>");
                word = 1;
            }

            var end = RunEnd(line, i);
            if (end == i)
            {
                Append(html, line[i++]);
                continue;
            }

            html.Append("<bdi>");
            for (; i < end; i++)
                Append(html, line[i]);
            html.Append("</bdi>");
        }

        return html.ToString();
    }

    /// <summary>A name, isolated from the text around it.</summary>
    public static string Name(string name) => $"<bdi>{Attribute(name)}</bdi>";

    /// <summary>The value of a quoted attribute.</summary>
    public static string Attribute(string text)
    {
        var html = new StringBuilder(text.Length + 16);
        foreach (var c in Markdown.OneLine(text))
            Append(html, c);
        return html.ToString();
    }

    /// <summary>What stands between quotes in a style sheet: all that could end them, or the style sheet, is written as its code.</summary>
    public static string CssString(string text)
    {
        var css = new StringBuilder(text.Length + 16);
        foreach (var c in Markdown.OneLine(text))
            _ = c is '"' or '\\' or '<' or '>' || char.IsControl(c) ? css.Append('\\').Append(((int)c).ToString("x", null)).Append(' ') : css.Append(c);
        return css.ToString();
    }

    /// <summary>Letters, digits and dashes for an id: accents folded away, everything else a dash; empty where nothing is left.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(char.ToLowerInvariant(c));
            else if (char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().Trim('-');
    }

    /// <summary>An id of the data as part of a fragment: what a fragment cannot hold is written as its code; different ids stay different.</summary>
    public static string Key(string id)
    {
        var key = new StringBuilder(id.Length);
        foreach (var c in id)
        {
            if (char.IsAsciiLetterOrDigit(c) || c == '-')
                key.Append(c);
            else
                key.Append('_').Append(((int)c).ToString("x", null)).Append('.');
        }

        return key.ToString();
    }

    private static void Append(StringBuilder html, char c) => _ = c switch
    {
        '&' => html.Append("&amp;"),
        '<' => html.Append("&lt;"),
        '>' => html.Append("&gt;"),
        '"' => html.Append("&quot;"),
        '\'' => html.Append("&#39;"),
        '%' when html.Length > 1 && html[^1] == ' ' && char.IsAsciiDigit(html[^2]) => Joined(html),
        _ => html.Append(c),
    };

    /// <summary>A percent sign stays on the line of its number.</summary>
    private static StringBuilder Joined(StringBuilder html)
    {
        html[^1] = '\u00a0';
        return html.Append('%');
    }

    /// <summary>End of the run of right-to-left script that starts here, neutral characters inside it included; the start where none does.</summary>
    private static int RunEnd(string line, int start)
    {
        var end = start;
        if (!IsRightToLeft(line[start]))
            return end;
        for (var i = start; i < line.Length; i++)
        {
            if (IsRightToLeft(line[i]))
                end = i + 1;
            else if (char.IsLetterOrDigit(line[i]))
                break;
        }

        return end;
    }

    private static bool IsRightToLeft(char c) => c is (>= '\u0590' and <= '\u08ff') or (>= '\ufb1d' and <= '\ufdff') or (>= '\ufe70' and <= '\ufefc');
}
