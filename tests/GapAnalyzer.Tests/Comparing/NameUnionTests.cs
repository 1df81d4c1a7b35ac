using GapAnalyzer.Comparing;
using GapAnalyzer.Resolving;
using GapAnalyzer.Tests.Reading;

namespace GapAnalyzer.Tests.Comparing;

/// <summary>One organisation is one organisation in both datasets, and two are two.</summary>
public sealed class NameUnionTests
{
    private const string Head = "Organisation,Acronym,Cluster,Region,Date\n";

    [Fact]
    public void Names_that_fold_alike_are_one() => AssertUnion("Croix-Rouge,,Health,North,2023\n", "CROIX ROUGE,,Health,North,2024\n", "Croix-Rouge = CROIX ROUGE");

    [Fact]
    public void An_acronym_that_one_dataset_explains_is_the_name_in_the_other()
    {
        AssertUnion("World Food Programme,WFP,Health,North,2023\n", "WFP,,Health,North,2024\n", "World Food Programme = WFP");
        AssertUnion("WFP,,Health,North,2023\n", "World Food Programme,WFP,Health,North,2024\n", "WFP = World Food Programme");
    }

    [Fact]
    public void An_acronym_beside_two_names_makes_them_neither_one_nor_tells_whose_it_is()
    {
        AssertUnion("Alpha Beta,AB,Health,North,2023\n", "Alpha Bank,AB,Health,North,2024\n", "Alpha Beta =", "= Alpha Bank");
        AssertUnion("AB,,Health,North,2023\n", "Alpha Bank,AB,Health,North,2024\nAlpha Beta,AB,Health,North,2024\n", "AB =", "= Alpha Bank", "= Alpha Beta");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Aliases_of_either_dataset_hold_for_both(bool inBefore)
    {
        var (aliases, none) = (("aliases.csv", "alias,canonical\nPAM,World Food Programme\n"), ("notes.txt", "n"));
        var union = Union(
            Sources.Folder(("3w.csv", Head + "PAM,,Health,North,2023\nWorld Food Programme,,Health,North,2023\n"), inBefore ? aliases : none),
            Sources.Folder(("3w.csv", Head + "World Food Programme,,Health,North,2024\nPAM,,Health,North,2024\n"), inBefore ? none : aliases));
        Assert.Equal(["World Food Programme = World Food Programme"], union);
    }

    [Fact]
    public void What_a_dataset_says_of_an_alias_itself_wins_over_the_other() => Assert.Equal(
        ["B = B", "C =", "= D"],
        Union(
            Sources.Folder(("3w.csv", Head + "A,,Health,North,2023\nB,,Health,North,2023\nC,,Health,North,2023\n"), ("aliases.csv", "alias,canonical\nA,B\n")),
            Sources.Folder(("3w.csv", Head + "A,,Health,North,2024\nB,,Health,North,2024\nD,,Health,North,2024\n"), ("aliases.csv", "alias,canonical\nA,D\n"))));

    [Fact]
    public void Tidy_and_wide_tables_meet_and_an_unused_alias_of_stakeholders_csv_counts() => Assert.Equal(
        ["Shelter Trust = Shelter", "= Police"],
        Union(
            Sources.Folder(
                ("stakeholders.csv", "stakeholder_id,name,aliases,sector\nst,Shelter Trust,Shelter;Trust,NGO\n"), ("activities.csv", "activity_id,theme,start_date\n1,Health,2023\n"),
                ("participations.csv", "activity_id,stakeholder_id\n1,st\n")),
            Sources.Table(Head + "Shelter,,Health,North,2024\nPolice,,Health,North,2024\n")));

    [Fact]
    public void One_id_with_two_names_is_two_organisations_and_is_pointed_out()
    {
        var (before, after) = (Sources.Tidy("x1,Alpha Relief,NGO\n", "1,T,P,2023\n", "1,x1,lead\n"), Sources.Tidy("x1,Quite Different,NGO\n", "1,T,P,2024\n", "1,x1,lead\n"));
        var datasets = DatasetReader.ReadTogether([(before, new()), (after, new())], null, default);
        var comparison = Comparer.OfDatasets(datasets[0], datasets[1], new(), default);
        Assert.Equal((1, 1), (comparison.Left.Count, comparison.Arrived.Count));
        Assert.Equal(("Alpha Relief", "Quite Different", 0), Assert.Single(comparison.Doubts) is var doubt
            ? (comparison.Names.Stakeholder(doubt.Left).Name, comparison.Names.Stakeholder(doubt.Arrived).Name, doubt.Score) : default);
    }

    [Fact]
    public void Alike_names_are_pointed_out_and_not_merged()
    {
        var datasets = DatasetReader.ReadTogether([(Sources.Table(Head + "World Vision,,Health,North,2023\n"), new()), (Sources.Table(Head + "World Vision International,,Health,North,2024\n"), new())], null, default);
        var comparison = Comparer.OfDatasets(datasets[0], datasets[1], new(), default);
        Assert.Equal((1, 1), (comparison.Left.Count, comparison.Arrived.Count));
        Assert.True(Assert.Single(comparison.Doubts).Score >= LookAlikes.DefaultThreshold);
    }

    [Fact]
    public void Places_are_matched_within_their_level_1_place_and_themes_by_name()
    {
        const string head = "Organisation,Cluster,Province,District,Date\n";
        var datasets = DatasetReader.ReadTogether(
        [
            (Sources.Table(head + "A,HEALTH,North,Karonga,2023\nA,WASH,South,Karonga,2023\n"), new()),
            (Sources.Table(head + "A,Health,South,KARONGA,2024\nA,Shelter,North,Other,2024\n"), new()),
        ], null, default);
        var names = NameUnion.Of(datasets[0], datasets[1]);
        Assert.Equal(["HEALTH = Health", "WASH =", "= Shelter"], Lines(names.Themes, i => datasets[0].Themes[i], i => datasets[1].Themes[i]));
        Assert.Equal(
            ["Karonga (North) =", "Karonga (South) = KARONGA", "North = North", "South = South", "= Other"],
            Lines(names.Places, i => datasets[0].Places[i].Name, i => datasets[1].Places[i].Name));
    }

    private static void AssertUnion(string before, string after, params string[] expected) => Assert.Equal(expected, Union(Sources.Table(Head + before), Sources.Table(Head + after)));

    private static List<string> Union(GapAnalyzer.Reading.DataSource before, GapAnalyzer.Reading.DataSource after)
    {
        var datasets = DatasetReader.ReadTogether([(before, new()), (after, new())], null, default);
        return Lines(NameUnion.Of(datasets[0], datasets[1]).Stakeholders, i => datasets[0].Stakeholders[i].Name, i => datasets[1].Stakeholders[i].Name);
    }

    private static List<string> Lines(Joined joined, Func<int, string> before, Func<int, string> after) =>
    [
        .. joined.Items.Select(item => (Before: item.Before is { } b ? before(b) : "", After: item.After is { } a ? after(a) : ""))
            .OrderBy(item => item.Before.Length == 0).ThenBy(item => item.Before, StringComparer.Ordinal).ThenBy(item => item.After, StringComparer.Ordinal)
            .Select(item => $"{item.Before} = {item.After}".Trim()),
    ];
}
