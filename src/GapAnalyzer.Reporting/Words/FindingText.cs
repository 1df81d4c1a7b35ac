using GapAnalyzer.Findings;

namespace GapAnalyzer.Reporting.Words;

/// <summary>Findings in words: the template of the rule with the finding's facts.</summary>
public static class FindingText
{
    /// <summary>Findings about pairs of organisations or sectors; the others are about themes and places.</summary>
    private static readonly string[] AboutPairs = ["missing-link", "organizational-silo"];

    public static string Sentence(Finding finding, Texts? texts = null) => (texts ?? Texts.English).Say(Key(finding.Code), finding.Facts);

    /// <summary>Key of the template of a rule.</summary>
    public static string Key(string code) => $"finding.{code}";

    internal static bool IsAboutPairs(Finding finding) => AboutPairs.Contains(finding.Code);
}
