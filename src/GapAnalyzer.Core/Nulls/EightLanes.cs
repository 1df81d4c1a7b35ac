using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GapAnalyzer.Nulls;

/// <summary>Numbers taken eight at once, whatever the machine has: sums are the same everywhere.</summary>
internal static class EightLanes
{
    private static readonly int Width = Vector512<double>.Count;

    /// <summary>So many numbers, rounded up to whole vectors.</summary>
    public static int Whole(int count) => (count + Width - 1) / Width * Width;

    public static Span<Vector512<double>> Of(double[] values) => MemoryMarshal.Cast<double, Vector512<double>>(values.AsSpan());

    public static ReadOnlySpan<Vector512<double>> Of(ReadOnlySpan<double> values) => MemoryMarshal.Cast<double, Vector512<double>>(values);
}
