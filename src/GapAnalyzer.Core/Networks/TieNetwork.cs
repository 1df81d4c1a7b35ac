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

    /// <summary>What each stored tie rests on, parallel to <see cref="Neighbours"/>: a position in <see cref="Supports"/>.</summary>
    internal int[] SupportOf { get; init; } = [];

    /// <summary>The different things that ties rest on; far fewer than ties.</summary>
    internal TieSupport[] Supports { get; init; } = [];

    /// <summary>Kinds of evidence among the counted ties.</summary>
    public required TieKinds Evidence { get; init; }

    /// <summary>Neighbours of a stakeholder, ascending.</summary>
    public ReadOnlySpan<int> Of(int i) => Neighbours.AsSpan(RowStart[i], RowStart[i + 1] - RowStart[i]);

    /// <summary>Those of them after it: each tie from its first end.</summary>
    internal ReadOnlySpan<int> Above(int i)
    {
        var row = Of(i);
        return row[~row.BinarySearch(i)..];
    }

    /// <summary>Marks the neighbours of a stakeholder.</summary>
    /// <param name="i">The stakeholder.</param>
    /// <param name="marks">Length n; receives <paramref name="mark"/>.</param>
    /// <param name="mark">What no one is marked with so far.</param>
    internal void Mark(int i, int[] marks, int mark)
    {
        foreach (var j in Of(i))
            marks[j] = mark;
    }

    /// <summary>What a stored tie rests on, by its position in <see cref="Neighbours"/>.</summary>
    public TieSupport SupportAt(int position) => Supports[SupportOf[position]];

    /// <summary>Newman strength of a stored tie, by its position in <see cref="Neighbours"/>; positive.</summary>
    public double StrengthAt(int position) => Supports[SupportOf[position]].Strength;

    /// <summary>Strengths of the ties of a stakeholder, parallel to <see cref="Of"/>.</summary>
    public double[] StrengthsOf(int i) => Array.ConvertAll(SupportOf[RowStart[i]..RowStart[i + 1]], support => Supports[support].Strength);

    /// <summary>How many ties have each strength. O(m).</summary>
    public IReadOnlyDictionary<double, long> CountByStrength()
    {
        var counts = new long[Supports.Length];
        foreach (var support in SupportOf)
            counts[support]++;
        return counts.Index().GroupBy(count => Supports[count.Index].Strength).ToDictionary(same => same.Key, same => same.Sum(count => count.Item) / 2);
    }

    /// <summary>Strength of the tie of a pair; 0 where there is none.</summary>
    public double StrengthOf(StakeholderId a, StakeholderId b) =>
        Of(a.Index).BinarySearch(b.Index) is >= 0 and var at ? StrengthAt(RowStart[a.Index] + at) : 0;

    public bool AreTied(StakeholderId a, StakeholderId b) => Of(a.Index).BinarySearch(b.Index) >= 0;
}
