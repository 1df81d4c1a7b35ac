using System.Text.RegularExpressions;

namespace GapAnalyzer.Reporting.Words;

/// <summary>A word of a command line that a reader can copy into a shell.</summary>
internal static partial class ShellWord
{
    /// <summary>The word as it is where no shell gives it another meaning, else in single quotes.</summary>
    public static string Of(string word) => Harmless().IsMatch(word) ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>A whole command line.</summary>
    public static string Line(params IEnumerable<string> words) => string.Join(' ', words.Select(Of));

    [GeneratedRegex(@"^[\p{L}\p{N}_@%+=:,./-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Harmless();
}
