namespace GapAnalyzer.Networks;

/// <summary>
/// Required pairs: <c>R[i,j] = sum_c n_c b_ic b_jc</c>, upper triangle (i &lt; j) in compressed sparse rows, columns ascending.
/// </summary>
public sealed class Requirement
{
    /// <summary>Length n + 1.</summary>
    public required long[] RowStart { get; init; }

    /// <summary>The other stakeholder j &gt; i.</summary>
    public required int[] Other { get; init; }

    /// <summary>Shared arenas <c>c[i,j]</c>, unweighted; at least 1.</summary>
    public required int[] Shared { get; init; }

    /// <summary>Need-weighted requirement <c>R[i,j]</c>; the same as <see cref="Shared"/> where no need is given.</summary>
    public required double[] Weight { get; init; }

    /// <summary>Number of required pairs.</summary>
    public long Count => Other.LongLength;
}
