using GapAnalyzer.Domain;

namespace GapAnalyzer.Networks;

/// <summary>The sector of every stakeholder, as positions, for kernels.</summary>
internal sealed class SectorMap
{
    private int[][]? members;
    private int[]? knownOf;

    /// <summary>Sector of each stakeholder; length n.</summary>
    public required int[] Of { get; init; }

    /// <summary>Whether each sector is known; length is the number of sectors.</summary>
    public required bool[] Known { get; init; }

    /// <summary>Stakeholders of each sector.</summary>
    public required int[] Sizes { get; init; }

    public int N => Of.Length;

    public int Count => Known.Length;

    /// <summary>Known sectors that have a stakeholder. Fewer than two: there is nothing across sectors to speak of.</summary>
    public int KnownInUse => Enumerable.Range(0, Count).Count(s => Known[s] && Sizes[s] > 0);

    public static SectorMap From(Dataset dataset)
    {
        var of = dataset.Stakeholders.Select(stakeholder => stakeholder.Sector.Index).ToArray();
        var sizes = new int[dataset.Sectors.Count];
        foreach (var sector in of)
            sizes[sector]++;
        return new() { Of = of, Known = [.. dataset.Sectors.Select(sector => sector.Known)], Sizes = sizes };
    }

    /// <summary>Sector of each stakeholder where it is known, else -1.</summary>
    public int[] KnownOf => knownOf ??= [.. Of.Select(s => Known[s] ? s : -1)];

    /// <summary>Stakeholders of a sector, ascending.</summary>
    public IReadOnlyList<int> MembersOf(int sector) => (members ??= [.. Enumerable.Range(0, Count).Select(s => Enumerable.Range(0, N).Where(i => Of[i] == s).ToArray())])[sector];

    public bool IsKnown(int i) => Known[Of[i]];

    /// <summary>Both sectors are known and they differ.</summary>
    public bool IsCross(int i, int j) => Of[i] != Of[j] && Known[Of[i]] && Known[Of[j]];

    /// <summary>Two sectors that are known and differ.</summary>
    public bool AreCross(int s, int t) => s != t && Known[s] && Known[t];
}
