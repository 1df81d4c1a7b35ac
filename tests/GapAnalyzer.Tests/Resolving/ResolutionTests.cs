using System.Text;
using GapAnalyzer.Domain;
using GapAnalyzer.Reading;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Tests.Resolving;

/// <summary>The audit of what was taken for whom.</summary>
public sealed class ResolutionTests
{
    private static readonly string[] Rows =
    [
        "Unicef,,Health,Herat", "UNICEF,,Health,Kabul", "UNICEF,,Health,Ghor",
        "World Food Programme,WFP,Food,Herat", "WFP,,Food,Kabul", "PAM,,Food,Ghor",
    ];

    [Fact]
    public void Every_merged_spelling_is_listed_with_its_rule_and_rows_whatever_the_order_of_rows()
    {
        string[] expected =
        [
            "Unicef -> UNICEF: folded, 1",
            "PAM -> World Food Programme: alias, 1",
            "WFP -> World Food Programme: acronym in the same row, 1",
            "WFP -> World Food Programme: the only name of the acronym, 1",
        ];
        Assert.Equal(expected, Shown(Wide(Rows)));
        Assert.Equal(expected, Shown(Wide(Rows.Reverse())));
    }

    [Fact]
    public void An_acronym_that_another_column_of_the_row_spells_out_is_told_from_one_that_the_dataset_spells_out()
    {
        var text = "Donor,Donor acronym,Organisation,Cluster,Province\nSan Remo Club,SRC,SRC,Health,Herat\n";
        var shown = Shown(Read(("3w.csv", text)));
        Assert.Equal(["SRC -> San Remo Club: acronym in the same row, 2"], shown);
    }

    [Fact]
    public void A_tidy_folder_lists_ids_acronyms_and_aliases()
    {
        var shown = Shown(Read(
            ("stakeholders.csv", "stakeholder_id,name,acronym,aliases,sector\nS1,World Food Programme,WFP,PAM,UN\n"),
            ("activities.csv", "activity_id,theme\na,Food\nb,Food\nc,Food\nd,Food\n"),
            ("participations.csv", "activity_id,stakeholder\na,S1\nb,PAM\nc,wfp\nd,world food programme\n")));
        Assert.Equal(
            [
                "PAM -> World Food Programme: alias, 1",
                "S1 -> World Food Programme: id, 1",
                "WFP -> World Food Programme: acronym in the same row, 1",
                "wfp -> World Food Programme: the only name of the acronym, 1",
                "world food programme -> World Food Programme: folded, 1",
            ],
            shown);
    }

    private static Dataset Wide(IEnumerable<string> rows) =>
        Read(("3w.csv", "Organisation,Organisation acronym,Cluster,Province\n" + string.Join('\n', rows) + "\n"), ("aliases.csv", "alias,canonical\nPAM,World Food Programme\n"));

    private static Dataset Read(params (string Name, string Text)[] files) =>
        DatasetReader.Read(new("data", IsFolder: true, [.. files.Select(file => new DataFile(file.Name, file.Text.Length, () => new MemoryStream(Encoding.UTF8.GetBytes(file.Text))))]), new());

    private static IEnumerable<string> Shown(Dataset dataset) =>
        dataset.Resolution.Select(s => FormattableString.Invariant($"{s.Written} -> {dataset.Stakeholders[s.Stakeholder.Index].Name}: {s.Rule}, {s.Rows}"));
}
