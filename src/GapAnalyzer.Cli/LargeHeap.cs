namespace GapAnalyzer.Cli;

/// <summary>Keeps a long run small: what a step leaves behind is given back to the system before the next one takes more.</summary>
/// <remarks>
/// The collector lets large arrays that nobody holds any more lie until it has to look at everything, which it seldom has to: at its peak, a third of
/// the memory of a large run was such. A look at everything takes it one or two tenths of a second for each gigabyte, since arrays of numbers refer to nothing.
/// </remarks>
internal static class LargeHeap
{
    /// <summary>Below, it would not be noticed, and would take a short run more time than it is worth.</summary>
    private const long Small = 128 << 20;

    public static void Trim()
    {
        if (GC.GetTotalMemory(forceFullCollection: false) > Small)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
