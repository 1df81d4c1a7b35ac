using GapAnalyzer.Domain;

namespace GapAnalyzer.Nulls;

/// <summary>Shared arenas of two stakeholders against chance.</summary>
/// <param name="Shared">Arenas that both are present in.</param>
/// <param name="Expected">Shared arenas that the reach of both, and of the arenas, explains.</param>
/// <param name="P">Lower tail: as few or fewer, given the reach of both and of the arenas.</param>
/// <param name="Q">Benjamini-Hochberg over all pairs.</param>
/// <param name="PHypergeometric">Lower tail where all arenas are alike.</param>
public sealed record CoPresencePair(StakeholderId A, StakeholderId B, int Shared, double Expected, double P, double Q, double PHypergeometric);

/// <summary>Shared arenas of two different known sectors against chance, added up over their pairs of stakeholders.</summary>
/// <param name="Pairs">Pairs of present stakeholders.</param>
/// <param name="PairsApart">Those that by themselves share significantly few.</param>
/// <param name="P">Lower tail, normal, of the exact mean and variance.</param>
/// <param name="Q">Benjamini-Hochberg over pairs of sectors.</param>
public sealed record SectorCoPresence(SectorId A, SectorId B, long Pairs, long PairsApart, long Shared, double Expected, double Z, double P, double Q)
{
    public double Ratio => Shared / Expected;
}

/// <summary>Who meets less than their reach explains; needs no ties.</summary>
public sealed record CoPresence
{
    /// <summary>Nothing was looked at.</summary>
    internal static CoPresence None { get; } = new() { Arenas = 0, Pairs = 0, CannotTell = 0, Apart = 0, ApartHypergeometric = 0, Exact = true, MostApart = [], Sectors = [] };

    public required int Arenas { get; init; }

    /// <summary>Pairs of present stakeholders, those that share nothing included.</summary>
    public required long Pairs { get; init; }

    /// <summary>Pairs that could not have been told from chance whatever they shared: the lower tail at nothing is above .05.</summary>
    public required long CannotTell { get; init; }

    /// <summary>Pairs that share significantly few arenas (q at most .05).</summary>
    public required long Apart { get; init; }

    /// <summary>The same by the hypergeometric tail.</summary>
    public required long ApartHypergeometric { get; init; }

    /// <summary>Tails of pairs are exact; else the refined normal.</summary>
    public required bool Exact { get; init; }

    /// <summary>The first of the pairs apart, by p, then in canonical order.</summary>
    public required IReadOnlyList<CoPresencePair> MostApart { get; init; }

    /// <summary>Every two different known sectors that are present, in canonical order.</summary>
    public required IReadOnlyList<SectorCoPresence> Sectors { get; init; }
}
