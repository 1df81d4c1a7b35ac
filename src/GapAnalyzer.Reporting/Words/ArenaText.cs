using GapAnalyzer.Domain;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Reporting.Words;

/// <summary>An arena in words: its known dimensions, separated by commas.</summary>
internal static class ArenaText
{
    public static string Of(Analysis analysis, Arena arena, Texts t)
    {
        List<string> parts = [];
        if (arena.Theme is not null)
            parts.Add(analysis.Name(arena.Theme));
        if (arena.Place is not null)
            parts.Add(analysis.Name(arena.Place));
        if (arena.Period.Grain != PeriodGrain.All)
            parts.Add(arena.Period.Label);
        return parts.Count == 0 ? t.Say("arena.whole") : string.Join(t.Say("list.comma"), parts);
    }
}
