namespace GapAnalyzer.Reporting.Words;

/// <summary>What must be known to read the headline right: how much of the data it leaves out, and what was not asked for. Said beside it, and as warnings.</summary>
public static class CautionText
{
    /// <summary>Share of the activities in no pair from which it is said.</summary>
    private const double SizeableShare = 0.05;

    public static IReadOnlyList<string> Lines(Analysis analysis, Texts t) => [.. LeftOut(analysis, t), .. WithoutPair(analysis, t), .. LookAlikeTies(analysis, t)];

    /// <summary>What the report is silent about because nobody asked for it.</summary>
    private static IEnumerable<string> LeftOut(Analysis analysis, Texts t)
    {
        if (PartCatalog.Ids(analysis.Options.Without) is { Count: > 0 } parts)
            yield return t.Say("caution.left-out", ("parts", string.Join(t.Say("list.semicolon"), parts.Select(part => t.Say($"part.{part}")))));
    }

    /// <summary>Ties that an organisation may have with itself, under two names.</summary>
    private static IEnumerable<string> LookAlikeTies(Analysis analysis, Texts t)
    {
        if (analysis.LookAlikeTies is var ties and > 0)
            yield return t.Say("caution.look-alike-ties", ("n", ties), ("all", analysis.Ties.M));
    }

    /// <summary>Activities that make no pair meet because they lack a date, place or theme, and which of them it is.</summary>
    private static IEnumerable<string> WithoutPair(Analysis analysis, Texts t)
    {
        var unplaced = analysis.Unplaced;
        var inside = analysis.Dataset.Activities.Count - unplaced.OutsideWindow;
        if (unplaced.WithoutArena == 0 || unplaced.WithoutArena < SizeableShare * inside)
            yield break;
        (string What, int Count)[] lacking = [("date", unplaced.UnknownDates), ("place", unplaced.UnknownPlaces), ("theme", unplaced.UnknownThemes)];
        var reasons = lacking.Where(lack => lack.Count > 0).OrderByDescending(lack => lack.Count).Select(lack => t.Say($"caution.without-{lack.What}", ("n", lack.Count)));
        yield return t.Say(
            "caution.without-pair",
            ("n", unplaced.WithoutArena),
            ("all", inside),
            ("share", (double)unplaced.WithoutArena / inside),
            ("reasons", string.Join(t.Say("list.comma"), reasons)));
    }
}
