using System.Text;

namespace GapAnalyzer.BrowserTests;

/// <summary>A dataset whose names try to break out of the page, to run, to reach the network or to turn the text around.</summary>
internal static class HostileDataset
{
    public static readonly string[] Names =
    [
        "<script>document.title='broken'</script>", "<img src=http://127.0.0.1:9/x onerror=document.title='broken'>", "\"quoted\" 'and' `ticked`", "javascript:document.title='broken'",
        "</script><script>document.title='broken'</script>", "<!-- comment --> ]]> &lt;b&gt; &amp;", "منظمة حقوق الإنسان (NGO) 12", "\u202Ereversed\u202C name", "{n} {name} {names} $& $1 \\u003c",
        "=HYPERLINK(\"http://127.0.0.1:9/\")", new string('W', 300), "Ordinary Organisation", "Another Ordinary One", "__proto__", "constructor",
    ];

    /// <summary>Every name takes part in some activity; half of the pairs that meet have no tie.</summary>
    public static string Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var stakeholders = new StringBuilder("stakeholder_id,name,sector\n");
        var activities = new StringBuilder("activity_id,title,theme,admin1_name,start_date\n");
        var participations = new StringBuilder("activity_id,stakeholder_id,role\n");
        for (var i = 0; i < Names.Length; i++)
        {
            stakeholders.Append(Cell($"o{i}\"><i>")).Append(',').Append(Cell(Names[i])).Append(',').Append(Cell(i % 3 == 0 ? "<b>Sector</b> \"0\"" : i % 3 == 1 ? "NGO & Co" : "قطاع")).Append('\n');
            var (a, b) = (i, (i + 1) % Names.Length);
            activities.Append(Cell($"a{i}<u>")).Append(",x,").Append(Cell(i % 2 == 0 ? "<i>Theme</i>" : "Protection")).Append(',').Append(Cell(i % 4 < 2 ? "Place 'one' & \"two\"" : "پنجاب")).Append(",2024-05-01\n");
            participations.Append(Cell($"a{i}<u>")).Append(',').Append(Cell($"o{a}\"><i>")).Append(",lead\n");
            participations.Append(Cell($"a{i}<u>")).Append(',').Append(Cell($"o{b}\"><i>")).Append(",participant\n");
        }

        File.WriteAllText(Path.Combine(folder, "stakeholders.csv"), stakeholders.ToString());
        File.WriteAllText(Path.Combine(folder, "activities.csv"), activities.ToString());
        File.WriteAllText(Path.Combine(folder, "participations.csv"), participations.ToString());
        return folder;
    }

    private static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
