namespace GapAnalyzer.Diagnostics;

/// <summary>Every diagnostic the tool can give, in order of code. Adding one is one line here.</summary>
public static class DiagnosticCatalog
{
    public static IReadOnlyList<DiagnosticKind> All { get; } = [];

    public static DiagnosticKind ByCode(string code) => All.First(kind => kind.Code == code);
}
