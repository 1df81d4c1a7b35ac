using System.Globalization;

namespace GapAnalyzer.Tests.Resolving;

/// <summary>Precision and recall on pairs of names from twelve real files; docs/input.md states the numbers.</summary>
public sealed class LookAlikePairsTests
{
    [Fact]
    public void The_fixture_has_at_least_300_distinct_pairs_of_both_kinds_in_both_halves()
    {
        Assert.True(NamePair.All.Select(pair => (pair.File, pair.A, pair.B)).Distinct().Count() is var count && count >= 300 && count == NamePair.All.Count);
        Assert.All(NamePair.All, pair => Assert.True(string.CompareOrdinal(pair.A, pair.B) < 0));
        foreach (var half in NamePair.All.GroupBy(pair => pair.HeldOut))
            Assert.True(half.Count(pair => pair.Same) >= 40 && half.Count(pair => !pair.Same) >= 100);
    }

    [TablesFact]
    public void In_the_real_files_seven_of_ten_suggestions_are_right_and_85_of_100_true_pairs_are_found()
    {
        var all = Agreement.Of(NamePair.All, Agreement.RealFile);
        Assert.True(all.Precision >= 0.7 && all.Recall >= 0.85, all.ToString());
    }

    [Fact]
    public void By_names_alone_seven_of_ten_suggestions_are_right_and_85_of_100_true_pairs_are_found()
    {
        var all = Agreement.Of(NamePair.All, Agreement.NamesAlone);
        Assert.True(all.Precision >= 0.7 && all.Recall >= 0.85, all.ToString());
    }

    [Theory]
    [InlineData("all pairs", null)]
    [InlineData("looked at", false)]
    [InlineData("held out", true)]
    public void By_names_alone_the_pairs_are_told_apart_as_docs_input_md_says(string which, bool? heldOut)
    {
        var found = Agreement.Of([.. NamePair.All.Where(pair => heldOut is null || pair.HeldOut == heldOut)], Agreement.NamesAlone);
        var row = string.Create(CultureInfo.InvariantCulture, $"| {which} | by names alone | {found.Right} | {found.Wrong} | {found.Missed} | {found.Precision:.000} | {found.Recall:.000} |");
        Assert.Contains(row, File.ReadAllText(Path.Combine(SharedData.Repository, "docs", "input.md")), StringComparison.Ordinal);
    }
}
