using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Generating;

/// <summary>What a synthetic dataset should look like, and which gaps to plant.</summary>
public sealed record SyntheticOptions
{
    public int Stakeholders { get; init; } = 200;

    /// <summary>Null: five per stakeholder.</summary>
    public int? Activities { get; init; }

    public int Sectors { get; init; } = 8;

    public int Themes { get; init; } = 4;

    /// <summary>Null: one per 20 stakeholders, at least 4.</summary>
    public int? Places { get; init; }

    public int Months { get; init; } = 24;

    /// <summary>Planted gaps: two sectors and what their usual propensity to invite each other is multiplied with.</summary>
    public IReadOnlyList<(string A, string B, double Factor)> Silos { get; init; } = [];

    /// <summary>What the propensity of every two different sectors is multiplied with: below 1, all sectors keep to themselves alike.</summary>
    public double UniformLow { get; init; } = 1;

    /// <summary>Roles name the lead; without, all are participants and only cliques can be seen.</summary>
    public bool NameLeads { get; init; } = true;

    public long Seed { get; init; } = 1;

    /// <summary>Usual propensity of a lead to invite another sector; its own is 1.</summary>
    public const double CrossSector = 0.5;

    public int ActivityCount => Activities ?? 5 * Stakeholders;

    public int PlaceCount => Places ?? Math.Max(4, Stakeholders / 20);

    /// <summary>Names of the sectors, in order.</summary>
    public IReadOnlyList<string> SectorNames => [.. Enumerable.Range(0, Sectors).Select(SectorName)];

    /// <exception cref="InputException">A number that nothing can be made from, or a silo of sectors that are not there.</exception>
    public void Check()
    {
        Require(Sectors is >= 2 and <= 100, "--sectors", Sectors, "2 to 100");
        Require(Stakeholders >= 2 * Sectors && Stakeholders <= 1_000_000, "--stakeholders", Stakeholders, "at least two per sector, and at most 1000000");
        Require(ActivityCount is >= 1 and <= 20_000_000, "--activities", ActivityCount, "1 to 20000000");
        Require(UniformLow is >= 0 and <= 10, "--uniform-low", UniformLow, "0 to 10");
        foreach (var (a, b, factor) in Silos)
        {
            foreach (var name in new[] { a, b })
                Require(SectorNames.Contains(name), "--silo", name, $"one of the sectors {string.Join(", ", SectorNames)}");
            Require(a != b, "--silo", $"{a}:{b}", "two different sectors");
            Require(factor is >= 0 and <= 10, "--silo", factor, "a factor of 0 to 10");
        }
    }

    private static string SectorName(int s) => s < Names.Length ? Names[s] : FormattableString.Invariant($"Sector {s + 1}");

    private static void Require(bool holds, string option, object value, string expected)
    {
        if (!holds)
            throw new InputException(FormattableString.Invariant($"{option}: '{value}'; expected {expected}"));
    }

    private static readonly string[] Names =
    [
        "Government", "NGO", "Law enforcement", "UN agency", "Civil society", "Judiciary", "Media", "Donor",
        "Academia", "Private sector", "Intergovernmental", "Health services", "Faith-based", "Labour", "Local authorities", "Diaspora",
    ];
}
