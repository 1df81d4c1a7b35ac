namespace GapAnalyzer.Cli;

/// <summary>Lines for a terminal: a name from the data cannot send commands to it.</summary>
internal static class Terminal
{
    public static string Text(IEnumerable<string> lines) => string.Concat(lines.Select(line => Line(line) + "\n"));

    public static string Line(string line) => string.Concat(line.Select(c => char.IsControl(c) ? ' ' : c));
}
