using System.Globalization;
using System.Text;
using GapAnalyzer.Reporting.Document;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Formats.Html;

/// <summary>Ids of the headings, for deep links, and the table of contents made from them.</summary>
internal sealed class Contents
{
    private readonly List<(Heading Heading, string Id)> entries = [];

    public Contents(IEnumerable<Block> blocks)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var heading in blocks.OfType<Heading>().Where(heading => heading.Level > 1))
        {
            var slug = Markup.Slug(heading.Text) is { Length: > 0 } some ? some : "section";
            var id = slug;
            for (var n = 2; !taken.Add(id); n++)
                id = string.Create(CultureInfo.InvariantCulture, $"{slug}-{n}");
            entries.Add((heading, id));
        }
    }

    /// <summary>The ids of the headings below the title, in their order.</summary>
    public IEnumerable<string> Ids => entries.Select(entry => entry.Id);

    /// <summary>Sections with their parts, folded away where the screen is small.</summary>
    public string Navigation(Texts t)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<nav id=\"contents\" aria-label=\"{Markup.Attribute(t.Say("html.contents"))}\"><details open><summary>{Markup.Text(t.Say("html.contents"))}</summary><ol>");
        var level = 2;
        foreach (var ((heading, id), i) in entries.Select((entry, i) => (entry, i)))
        {
            var depth = Math.Min(heading.Level, 3);
            html.Append(i == 0 ? "" : depth > level ? "<ol>" : depth < level ? "</li></ol></li>" : "</li>");
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{id}\">{Markup.Text(heading.Text)}</a>");
            level = depth;
        }

        if (entries.Count > 0)
            html.Append(level == 3 ? "</li></ol></li>" : "</li>");
        return html.Append("</ol></details></nav>").ToString();
    }
}
