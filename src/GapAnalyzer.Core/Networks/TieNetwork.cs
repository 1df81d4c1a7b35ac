using GapAnalyzer.Domain;

namespace GapAnalyzer.Networks;

/// <summary>
/// The tie graph: simple, undirected, without loops, isolates kept, in compressed sparse rows. Both directions of a tie are
/// stored; the neighbours of <c>i</c> are <c>Neighbours[RowStart[i]..RowStart[i+1]]</c>, ascending.
/// </summary>
public sealed partial class TieNetwork
{
    /// <summary>Number of stakeholders n.</summary>
    public int N { get; init; }

    /// <summary>Number of ties m: unordered pairs.</summary>
    public long M => Neighbours.Length / 2;

    /// <summary>Length n + 1.</summary>
    public required int[] RowStart { get; init; }

    /// <summary>Length 2m.</summary>
    public required int[] Neighbours { get; init; }

    /// <summary>Newman strength of each stored tie, parallel to <see cref="Neighbours"/>; positive.</summary>
    public required double[] Strength { get; init; }

    /// <summary>Joint activities behind each stored tie, parallel to <see cref="Neighbours"/>.</summary>
    public required int[] JointActivities { get; init; }

    /// <summary>Declared rows behind each stored tie (ties table, funder with lead), parallel to <see cref="Neighbours"/>.</summary>
    public required int[] DeclaredRows { get; init; }

    /// <summary>Kinds of evidence among the counted ties.</summary>
    public required TieKinds Evidence { get; init; }

    /// <summary>Neighbours of a stakeholder, ascending.</summary>
    public ReadOnlySpan<int> Of(int i) => Neighbours.AsSpan(RowStart[i], RowStart[i + 1] - RowStart[i]);

    /// <summary>Marks the neighbours of a stakeholder.</summary>
    /// <param name="i">The stakeholder.</param>
    /// <param name="marks">Length n; receives <paramref name="mark"/>.</param>
    /// <param name="mark">What no one is marked with so far.</param>
    internal void Mark(int i, int[] marks, int mark)
    {
        foreach (var j in Of(i))
            marks[j] = mark;
    }

    public ReadOnlySpan<double> StrengthsOf(int i) => Strength.AsSpan(RowStart[i], RowStart[i + 1] - RowStart[i]);

    /// <summary>Strength of the tie of a pair; 0 where there is none.</summary>
    public double StrengthOf(StakeholderId a, StakeholderId b) =>
        Of(a.Index).BinarySearch(b.Index) is >= 0 and var at ? StrengthsOf(a.Index)[at] : 0;

    public bool AreTied(StakeholderId a, StakeholderId b) => Of(a.Index).BinarySearch(b.Index) >= 0;
}
