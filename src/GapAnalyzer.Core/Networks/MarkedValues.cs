using System.Runtime.CompilerServices;

namespace GapAnalyzer.Networks;

/// <summary>Some of the stakeholders, marked by a bit each, so that those among many others are found without predicting. Working space of one thread.</summary>
/// <param name="n">Stakeholders.</param>
internal sealed class MarkedValues(int n)
{
    private readonly ulong[] marks = new ulong[(n + 63) / 64];
    private int[] places = [];

    public void Mark(ReadOnlySpan<int> values)
    {
        foreach (var i in values)
            marks[i >> 6] |= 1UL << i;
    }

    /// <summary>Takes the marks away again: of all that were marked, no fewer.</summary>
    public void Clear(ReadOnlySpan<int> marked)
    {
        foreach (var i in marked)
            marks[i >> 6] = 0;
    }

    public bool Holds(int i) => (marks[i >> 6] >> i & 1) != 0;

    /// <summary>Places of the marked ones among these values, ascending; overwritten by the next call.</summary>
    public ReadOnlySpan<int> PlacesIn(ReadOnlySpan<int> values)
    {
        if (places.Length < values.Length)
            places = new int[Math.Max(values.Length, Math.Min(n, 2 * places.Length))];
        return places.AsSpan(0, Find(values, marks, places));
    }

    /// <summary>Always writes a place, and goes on where it is marked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Find(ReadOnlySpan<int> values, ulong[] marks, int[] places)
    {
        var found = 0;
        for (var k = 0; k < values.Length; k++)
        {
            places[found] = k;
            found += (int)(marks[values[k] >> 6] >> values[k]) & 1;
        }

        return found;
    }
}
