namespace GapAnalyzer.Networks;

/// <summary>One row at a time of the required pairs: those of stakeholder i with those above it. Working space of one thread.</summary>
public sealed class RequiredRow
{
    private readonly Requirement requirement;
    private int[] others = [];
    private int[] shared = [];
    private double[] weights = [];
    private int length;
    private bool hasWeights;

    internal RequiredRow(Requirement requirement) => this.requirement = requirement;

    /// <summary>The other stakeholders j &gt; i, ascending.</summary>
    public ReadOnlySpan<int> Others => others.AsSpan(0, length);

    /// <summary>Shared arenas <c>c[i,j]</c>, unweighted; at least 1.</summary>
    public ReadOnlySpan<int> Shared => shared.AsSpan(0, length);

    /// <summary>Need-weighted requirement <c>R[i,j]</c>; the same as <see cref="Shared"/> where no need is given.</summary>
    public ReadOnlySpan<double> Weights
    {
        get
        {
            for (var k = 0; !hasWeights && k < length; k++)
                weights[k] = shared[k];
            hasWeights = true;
            return weights.AsSpan(0, length);
        }
    }

    /// <summary>Reads the row of stakeholder i.</summary>
    public RequiredRow Read(int i)
    {
        var rows = ReadOthers(i, out var row);
        rows.ReadShared(row, shared.AsSpan(0, length));
        var given = rows.WeightsOf(row);
        given.CopyTo(weights);
        hasWeights = !given.IsEmpty;
        return this;
    }

    /// <summary>Reads only <see cref="Others"/>.</summary>
    internal ReadOnlySpan<int> OthersOf(int i)
    {
        ReadOthers(i, out _);
        return Others;
    }

    /// <summary>Arenas shared with j &gt; i of the row that was read; 0 where the pair is not required.</summary>
    public int SharedWith(int j) => Others.BinarySearch(j) is var at and >= 0 ? shared[at] : 0;

    private PackedRows ReadOthers(int i, out int row)
    {
        (var rows, row) = requirement.RowsOf(i);
        length = rows.Length(row);
        if (others.Length < length)
        {
            var room = Math.Max(length, Math.Min(requirement.N, 2 * others.Length));
            (others, shared, weights) = (new int[room], new int[room], new double[room]);
        }

        rows.ReadOthers(row, i, others.AsSpan(0, length));
        return rows;
    }
}
