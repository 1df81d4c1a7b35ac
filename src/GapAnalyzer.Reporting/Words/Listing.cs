namespace GapAnalyzer.Reporting.Words;

/// <summary>Lists of names in a sentence.</summary>
internal static class Listing
{
    /// <summary>"A", "A and B", "A, B and C", "A, B and 4 more".</summary>
    public static string Of(IEnumerable<string> names, int most, Texts t)
    {
        string[] all = [.. names];
        if (all.Length <= 1)
            return string.Concat(all);
        var shown = all.Length > most ? most : all.Length - 1;
        var last = all.Length > most ? t.Say("list.more", ("n", all.Length - most)) : all[^1];
        return t.Say("list.and", ("first", string.Join(t.Say("list.comma"), all[..shown])), ("last", last));
    }
}
