using GapAnalyzer.Networks;

namespace GapAnalyzer.Comparing;

/// <summary>An unordered pair of stakeholders as one number, the lower number in the upper half: ascending keys are ascending pairs.</summary>
internal static class PairKey
{
    public static long Of(int a, int b) => a < b ? ((long)a << 32) | (uint)b : ((long)b << 32) | (uint)a;

    public static (int A, int B) Ends(long key) => ((int)(key >> 32), (int)(key & uint.MaxValue));

    /// <summary>Keys of the tied pairs, ascending.</summary>
    public static long[] Tied(TieNetwork ties, int[] numberOf)
    {
        var keys = new long[ties.M];
        var next = 0;
        for (var i = 0; i < ties.N; i++)
        {
            foreach (var j in ties.Of(i))
            {
                if (i < j)
                    keys[next++] = Of(numberOf[i], numberOf[j]);
            }
        }

        Array.Sort(keys);
        return keys;
    }

    /// <summary>Keys of the required pairs, ascending, and the requirement R of each.</summary>
    public static (long[] Keys, double[] Weight) Required(Requirement requirement, int[] numberOf)
    {
        var (keys, weight) = (new long[requirement.Count], new double[requirement.Count]);
        var (reader, next) = (requirement.Reader(), 0);
        for (var i = 0; i < numberOf.Length; i++)
        {
            var row = reader.Read(i);
            foreach (var j in row.Others)
                keys[next++] = Of(numberOf[i], numberOf[j]);
            row.Weights.CopyTo(weight.AsSpan(next - row.Others.Length));
        }

        Array.Sort(keys, weight);
        return (keys, weight);
    }
}
