namespace GapAnalyzer.Comparing;

/// <summary>Missing links by what became of them.</summary>
public sealed class GapFlow
{
    private readonly long[] counts = new long[Enum.GetValues<GapFate>().Length];

    /// <summary>What can become of a gap, those before first.</summary>
    public static IReadOnlyList<GapFate> Gone { get; } = [GapFate.Closed, GapFate.NoLongerMeeting, GapFate.StakeholderLeft];

    /// <summary>Where a gap can come from.</summary>
    public static IReadOnlyList<GapFate> Come { get; } = [GapFate.Opened, GapFate.NewlyMeeting, GapFate.StakeholderArrived];

    public long this[GapFate fate] => counts[(int)fate];

    /// <summary>Gaps before that are none after.</summary>
    public long GoneCount => Gone.Sum(fate => this[fate]);

    /// <summary>Gaps after that were none before.</summary>
    public long ComeCount => Come.Sum(fate => this[fate]);

    public long Before => this[GapFate.Persisting] + GoneCount;

    public long After => this[GapFate.Persisting] + ComeCount;

    internal void Add(GapFate fate) => counts[(int)fate]++;
}

/// <summary>Ties by what became of them.</summary>
/// <param name="Kept">Tied before and after.</param>
/// <param name="New">Tied after only.</param>
/// <param name="Lost">Tied before only.</param>
/// <param name="NewByArrival">New ties of which an end had no activity before.</param>
/// <param name="LostByLeaving">Lost ties of which an end has no activity any more.</param>
/// <param name="KeptAmongStaying">Kept ties between two that have activities before and after.</param>
/// <param name="AmongStaying">Ties before or after between such two.</param>
public readonly record struct TieFlow(long Kept, long New, long Lost, long NewByArrival, long LostByLeaving, long KeptAmongStaying, long AmongStaying)
{
    /// <summary>Kept / (kept + new + lost); NaN without ties. Source: Jaccard 1912, doi:10.1111/j.1469-8137.1912.tb05611.x; for
    /// waves of a network Snijders, van de Bunt &amp; Steglich 2010, doi:10.1016/j.socnet.2009.02.004.</summary>
    public double Jaccard => Share(Kept, Kept + New + Lost);

    /// <summary>The same among those who are there both times: what changed that is not coming and going.</summary>
    public double JaccardAmongStaying => Share(KeptAmongStaying, AmongStaying);

    private static double Share(long part, long whole) => whole > 0 ? (double)part / whole : double.NaN;
}
