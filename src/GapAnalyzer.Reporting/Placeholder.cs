namespace GapAnalyzer.Reporting;

internal static class Placeholder;
