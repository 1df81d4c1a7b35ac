namespace GapAnalyzer.Networks;

/// <summary>Weights by size, a 256th apart: the upper bits of a positive double are in its order. Whole numbers below 512 have a class of their own.</summary>
internal static class WeightClass
{
    private const int LowerBits = 44;

    public static long Of(double weight) => BitConverter.DoubleToInt64Bits(weight) >> LowerBits;

    /// <summary>The smallest weight of a class.</summary>
    public static double Least(long weightClass) => BitConverter.Int64BitsToDouble(weightClass << LowerBits);
}
