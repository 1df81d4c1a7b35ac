using GapAnalyzer.Domain;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Reporting.Words;

/// <summary>A missing link in words.</summary>
internal static class GapText
{
    /// <summary>Introducers and path members named in a sentence; the rest are counted.</summary>
    public const int Named = 3;

    /// <summary>
    /// The gaps that matter most: those across sectors, in rank order, stand-ins for a sector left out; where there are none, the
    /// first gaps.
    /// </summary>
    public static IReadOnlyList<Gap> Foremost(Analysis analysis, int count)
    {
        var across = GapList.CrossSectorGaps(analysis, count, gap => !analysis.Of(gap.A).StandsForSector && !analysis.Of(gap.B).StandsForSector);
        return across.Count > 0 ? GapList.Describe(analysis, across) : [.. analysis.Gaps.Take(count)];
    }

    /// <summary>How the two sectors of a gap across sectors fare: " Of the 37 pairs of these two sectors that meet, 4 are tied.", else nothing.</summary>
    public static string SectorPair(Analysis analysis, Gap gap, Texts t)
    {
        var (a, b) = (analysis.Of(gap.A).Sector, analysis.Of(gap.B).Sector);
        if (!gap.CrossSector)
            return "";
        var rate = analysis.SectorPairs.First(pair => (pair.A, pair.B) == (a, b) || (pair.A, pair.B) == (b, a)).Rate;
        return " " + t.Say(rate.Satisfied == 0 ? "foremost.sectors-none" : "foremost.sectors", ("required", rate.Required), ("satisfied", rate.Satisfied), ("rate", rate.Value));
    }

    /// <summary>One line: who, how many shared arenas, and who could introduce them.</summary>
    public static string Line(Analysis analysis, Gap gap, Texts t) =>
        t.Say(
            "gap.line",
            ("a", Who(analysis, gap.A, t)),
            ("b", Who(analysis, gap.B, t)),
            ("shared", gap.SharedArenas),
            ("arenas", Arenas(analysis, gap.SharedArenas, t)),
            ("link", Link(analysis, gap, t)));

    /// <summary>"Provincial Police (Law enforcement)", with a mark where the rows dispute the sector.</summary>
    public static string Who(Analysis analysis, StakeholderId id, Texts t) =>
        t.Say(analysis.Of(id).IsSectorDisputed ? "gap.who-disputed" : "gap.who", ("name", analysis.Name(id)), ("sector", t.Sector(analysis.Sector(id))));

    /// <summary>"14 shared combinations of theme, place and year", by the dimensions that the dataset has.</summary>
    public static string Arenas(Analysis analysis, long count, Texts t)
    {
        var absent = analysis.Unplaced.AbsentDimensions;
        var key = (absent.Contains("theme"), absent.Contains("place")) switch
        {
            (false, false) => "arenas.theme-place",
            (false, true) => "arenas.theme",
            (true, false) => "arenas.place",
            _ => "arenas.nothing",
        };
        return analysis.GrainInUse != PeriodGrain.All ? t.Say(key + "-period", ("n", count), ("period", t.Say($"grain.{Naming.NameOf(analysis.Grain)}"))) : t.Say(key, ("n", count));
    }

    /// <summary>Who could introduce them, else how far apart they are, else that nothing connects them.</summary>
    public static string Link(Analysis analysis, Gap gap, Texts t)
    {
        if (gap.Introducers.Count > 0)
            return t.Say("gap.introducers", ("names", Names(analysis, gap.Introducers, t)));
        return gap.Path.Count > 0
            ? t.Say("gap.path", ("names", Names(analysis, [.. gap.Path.Skip(1).SkipLast(1)], t)))
            : t.Say("gap.unconnected");
    }

    /// <summary>"A, B, C and 2 more".</summary>
    public static string Names(Analysis analysis, IReadOnlyList<StakeholderId> ids, Texts t) =>
        Listing.Of(ids.Select(id => analysis.Name(id)), Named, t);
}
