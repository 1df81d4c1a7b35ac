using GapAnalyzer.Comparing;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Comparing;

/// <summary>Names and labels behind the numbers of a comparison.</summary>
internal static class ComparisonNames
{
    extension(Comparison comparison)
    {
        public string Title => comparison.After.Dataset.Title;

        public string Name(int stakeholder) => comparison.Names.Stakeholder(stakeholder).Name;

        public string SectorName(int stakeholder) => comparison.Names.Sector(comparison.Names.SectorOf(stakeholder)).Name;

        /// <summary>A dimension that the datasets do not have is "all".</summary>
        public string ThemeName(int? theme) => theme is { } number ? comparison.Names.Theme(number) : Domain.Vocabulary.All;

        public string PlaceName(int? place) => place is { } number ? comparison.Names.Place(number) : Domain.Vocabulary.All;

        public string Who(int stakeholder, Texts t) => t.Say("gap.who", ("name", comparison.Name(stakeholder)), ("sector", t.Sector(comparison.SectorName(stakeholder))));

        /// <summary>What the first side is called in a sentence.</summary>
        public string Before(Texts t) => Label(comparison.First, "before", t);

        public string After(Texts t) => Label(comparison.Last, "after", t);
    }

    /// <summary>What became of a missing link, for programs.</summary>
    public static string NameOf(GapFate fate) => Naming.SnakeCase(fate.ToString());

    public static string NameOf(TieFate fate) => Naming.SnakeCase(fate.ToString());

    public static string NameOf(RateMove move) => Naming.SnakeCase(move.ToString());

    private static string Label(Side side, string otherwise, Texts t) => side.Label.Length > 0 ? side.Label : t.Say($"compare.{otherwise}");
}
