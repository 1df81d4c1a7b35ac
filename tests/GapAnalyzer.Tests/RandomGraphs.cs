using System.Globalization;
using CsCheck;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Tests;

/// <summary>Small random tie graphs with sectors, one of them unknown: sparse and dense, connected or not, with isolates.</summary>
internal static class RandomGraphs
{
    private static readonly string[] Sectors = ["Gov", "NGO", "UN", Vocabulary.UnknownSector];

    /// <param name="SectorOf">Sector of each stakeholder.</param>
    /// <param name="Ties">Ends and strength; a pair can occur several times.</param>
    internal sealed record Graph(IReadOnlyList<string> SectorOf, IReadOnlyList<(int A, int B, int Strength)> Ties)
    {
        /// <param name="name">Number in the name of each stakeholder; its own where not given.</param>
        public SmallDatasets Build(Func<int, int>? name = null)
        {
            var small = new SmallDatasets();
            for (var i = 0; i < SectorOf.Count; i++)
                small.Stakeholder(Name(i, name), SectorOf[i]);
            foreach (var (a, b, strength) in Ties)
                small.Tie(Name(a, name), Name(b, name), strength);
            return small;
        }

        private static string Name(int i, Func<int, int>? name) => string.Create(CultureInfo.InvariantCulture, $"S{(name is null ? i : name(i))}");
    }

    public static Gen<Graph> Graphs(int most) =>
        from n in Gen.Int[1, most]
        from sectors in Gen.Int[0, Sectors.Length - 1].Select(s => Sectors[s]).Array[n]
        from ties in Gen.Select(Gen.Int[0, n - 1], Gen.Int[0, n - 1], Gen.Int[1, 4]).Array[0, n * (n - 1) / 2]
        select new Graph(sectors, [.. ties.Where(tie => tie.Item1 != tie.Item2)]);

    /// <summary>Few shuffles: the tests of other measures need none.</summary>
    public static AnalysisOptions Options { get; } = new() { Permutations = 9 };
}
