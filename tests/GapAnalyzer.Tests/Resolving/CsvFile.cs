using System.Text;

namespace GapAnalyzer.Tests.Resolving;

/// <summary>A plain reader of quoted CSV, so that fixtures do not depend on the reader under test.</summary>
internal static class CsvFile
{
    public static IEnumerable<IReadOnlyList<string>> Rows(string path) => Parse(File.ReadAllText(path));

    public static IEnumerable<IReadOnlyList<string>> Parse(string text)
    {
        var (row, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[i++]);
            else if (text[i] == '"')
                quoted = !quoted;
            else if (quoted || text[i] is not (',' or '\n'))
                cell.Append(text[i]);
            else
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (text[i] != '\n')
                    continue;
                yield return row;
                row = [];
            }
        }
    }
}
