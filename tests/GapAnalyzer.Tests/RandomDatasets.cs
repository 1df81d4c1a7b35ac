using System.Globalization;
using CsCheck;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Tests;

/// <summary>Small random datasets with everything the rules distinguish: unknown sectors, missing themes, places and dates, funders, needs, dated ties.</summary>
internal static class RandomDatasets
{
    private static readonly string[] Sectors = ["Gov", "NGO", "UN", Vocabulary.UnknownSector];
    private static readonly string?[] Themes = ["T1", "T2", null];
    private static readonly string?[] Places = ["P1", "P1/D1", "P2", "P2/D2", null];
    private static readonly string?[] Dates = ["2023", "2023-11..2024-02", "2024-02-03", "2024-05", "2024-07-01..2025-01-15", null];
    private static readonly string[] Roles = ["participant", "lead", "implementing", "funder", "lead+funder"];

    /// <summary>What a dataset is drawn from; kept as data so that a test can relabel, add or reorder.</summary>
    internal sealed record Plan(
        IReadOnlyList<string> SectorOf,
        IReadOnlyList<(string? Theme, string? Place, string? When, IReadOnlyList<(int Who, string Role)> Who)> Activities,
        IReadOnlyList<(int A, int B, int Strength, string? Since)> Ties,
        IReadOnlyList<(string? Theme, string? Place, string? When, int People)> Needs)
    {
        /// <param name="name">Name of each stakeholder; "S0", "S1" ... where not given.</param>
        public SmallDatasets Build(Func<int, string>? name = null)
        {
            name ??= i => string.Create(CultureInfo.InvariantCulture, $"S{i}");
            var small = new SmallDatasets();
            for (var i = 0; i < SectorOf.Count; i++)
                small.Stakeholder(name(i), SectorOf[i]);
            for (var a = 0; a < Activities.Count; a++)
            {
                var (theme, place, when, who) = Activities[a];
                small.Activity(string.Create(CultureInfo.InvariantCulture, $"a{a:00}"), theme, place, when, [.. who.Select(p => $"{name(p.Who)}:{p.Role}")]);
            }

            foreach (var (a, b, strength, since) in Ties)
                small.Tie(name(a), name(b), strength, since);
            foreach (var (theme, place, when, people) in Needs)
                small.Need(theme, place, people, when: when);
            return small;
        }
    }

    public static Gen<Plan> Plans { get; } =
        from n in Gen.Int[1, 9]
        from sectors in Pick(Sectors).Array[n]
        from activities in Gen.Select(
            Pick(Themes),
            Pick(Places),
            Pick(Dates),
            Gen.Select(Gen.Int[0, n - 1], Pick(Roles)).Array[0, 6]).Array[0, 12]
        from ties in Gen.Select(Gen.Int[0, n - 1], Gen.Int[0, n - 1], Gen.Int[1, 3], Pick(Dates)).Array[0, 5]
        from needs in Gen.Select(Pick(Themes), Pick(Places), Pick<string?>("2023", "2024", null), Gen.Int[0, 100]).Array[0, 4]
        select new Plan(
            sectors,
            [.. activities.Select(a => (a.Item1, a.Item2, a.Item3, (IReadOnlyList<(int, string)>)[.. a.Item4.DistinctBy(p => p.Item1)]))],
            [.. ties.Where(t => t.Item1 != t.Item2)],
            [.. needs]);

    public static Gen<AnalysisOptions> Options { get; } =
        from period in Pick(PeriodGrain.Year, PeriodGrain.Quarter, PeriodGrain.Month, PeriodGrain.All)
        from level in Gen.Int[1, 2]
        from ties in Pick(TieKinds.Joint, TieKinds.Declared, TieKinds.Both)
        from limit in Pick(3, 50)
        from local in Gen.Bool
        from funders in Gen.Bool
        from window in Pick<(string?, string?)>((null, null), ("2024-01-01", null), (null, "2024-06-30"), ("2023-12-01", "2024-12-31"))
        select new AnalysisOptions
        {
            Period = period,
            PlaceLevel = level,
            Ties = ties,
            MaxJointParticipants = limit,
            LocalTies = local,
            FundersPresent = funders,
            From = Day(window.Item1),
            To = Day(window.Item2),
        };

    public static Gen<(Plan Plan, AnalysisOptions Options)> Cases { get; } = Gen.Select(Plans, Options);

    private static Gen<T> Pick<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
