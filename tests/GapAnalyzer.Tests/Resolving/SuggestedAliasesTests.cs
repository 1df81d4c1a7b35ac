using System.Text;
using GapAnalyzer.Domain;
using GapAnalyzer.Reading;
using GapAnalyzer.Reporting.Formats;
using GapAnalyzer.Reporting.Tables;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Tests.Resolving;

/// <summary>suggested-aliases.csv is an aliases.csv.</summary>
public sealed class SuggestedAliasesTests
{
    private const string Wide = "Organisation,Cluster,Province,Date\nWorld Vision,Health,Herat,2024-01-01\nWorld Vision,Health,Kabul,2024-01-02\nWold Vision,Health,Herat,2024-02-01\nPAM,Food,Herat,2024-02-01\nWFP,Food,Herat,2024-03-01\nWFP,Food,Kabul,2024-03-01\nJalal Trust,Food,Kabul,2024-03-01\n";

    [Fact]
    public void Unchanged_beside_a_wide_table_it_makes_one_stakeholder_of_each_pair()
    {
        var before = Read(("3w.csv", Wide));
        var file = Suggested(before);
        var after = Read(("3w.csv", Wide), ("aliases.csv", file));
        Assert.Equal(["Jalal Trust", "PAM", "WFP", "Wold Vision", "World Vision"], before.Stakeholders.Select(s => s.Name));
        Assert.Equal(["Jalal Trust", "WFP", "World Vision"], after.Stakeholders.Select(s => s.Name));
        Assert.Equal("alias,canonical,country,source,score,reasons,rows", file.Split('\n')[0]);
        Assert.Equal("suggested by gap-analyzer, delete if wrong", CsvFile.Parse(file).ElementAt(1)[3]);
        Assert.Equal("alias,canonical,country,source,score,reasons,rows\n", Suggested(after));
    }

    [Fact]
    public void The_order_of_rows_does_not_change_the_file()
    {
        var rows = Wide.TrimEnd('\n').Split('\n');
        var reversed = string.Join('\n', [rows[0], .. rows.Skip(1).Reverse()]) + "\n";
        Assert.Equal(Suggested(Read(("3w.csv", Wide))), Suggested(Read(("3w.csv", reversed))));
    }

    [Fact]
    public void Unchanged_in_a_tidy_folder_it_makes_one_stakeholder_of_two_rows_whatever_their_order()
    {
        (string, string)[] Folder(params string[] stakeholders) =>
        [
            ("stakeholders.csv", "stakeholder_id,name,sector\n" + string.Join('\n', stakeholders) + "\n"),
            ("activities.csv", "activity_id,theme,admin1_name,start_date\na,Health,Herat,2024-01-01\nb,Health,Herat,2024-02-01\nc,Health,Kabul,2024-02-01\n"),
            ("participations.csv", "activity_id,stakeholder_id\na,S1\nb,S1\nc,S2\nc,S3\n"),
        ];
        var rows = new[] { "S1,World Vision,NGO", "S2,Wold Vision,NGO", "S3,Jalal Trust,NGO" };
        var file = Suggested(Read(Folder(rows)));
        foreach (var order in new[] { rows, [.. rows.Reverse()] })
        {
            var after = Read([.. Folder(order), ("aliases.csv", file)]);
            Assert.Equal(["S3 Jalal Trust", "S1 World Vision"], after.Stakeholders.Select(s => $"{s.Id} {s.Name}"));
            Assert.Equal(3, after.Activities.Count(activity => activity.Participations.Any(p => p.Stakeholder.Index == 1)));
            Assert.Contains(new ResolvedSpelling("Wold Vision", new(1), ResolutionRules.Alias, 1), after.Resolution);
        }
    }

    [Fact]
    public void A_name_that_a_spreadsheet_could_run_is_written_as_text_and_still_works()
    {
        var wide = "Organisation,Cluster,Province,Date\n=Kasaba Vision,Health,Herat,2024-01-01\n=Kasaba Vision,Health,Kabul,2024-01-01\n=Kasaba Vison,Health,Herat,2024-01-01\n";
        var file = Suggested(Read(("3w.csv", wide)));
        Assert.All(CsvFile.Parse(file).Skip(1).SelectMany(row => row), cell => Assert.False(cell.StartsWith('=')));
        Assert.Equal("=Kasaba Vision", Assert.Single(Read(("3w.csv", wide), ("aliases.csv", file)).Stakeholders).Name);
    }

    [Fact]
    public void Each_name_is_an_alias_once_and_every_line_leads_to_the_most_used_name_of_its_group()
    {
        var dataset = new SmallDatasets().Sector("NGO", "A", "B", "C", "D", "E").Activity("1", "T", "P", "2024", "C").Activity("2", "T", "P", "2024", "C", "B").Build();
        NameSuggestion Pair(int alias, int canonical, double score) => new(new(alias), new(canonical), score, ["because"]);
        var lines = SuggestedAliases.Lines(dataset, [Pair(0, 1, 0.9), Pair(0, 2, 0.8), Pair(1, 2, 0.7), Pair(4, 3, 0.6)]);
        Assert.Equal([(1, 0), (0, 2), (4, 3)], lines.Select(line => (line.Alias.Index, line.Canonical.Index)));
    }

    private static Dataset Read(params (string Name, string Text)[] files) =>
        DatasetReader.Read(new("data", IsFolder: true, [.. files.Select(file => new DataFile(file.Name, file.Text.Length, () => new MemoryStream(Encoding.UTF8.GetBytes(file.Text))))]), new());

    private static string Suggested(Dataset dataset)
    {
        using var stream = new MemoryStream();
        using (var csv = new SafeCsv(stream, NameTables.SuggestedAliases.Columns.Select(column => column.Name)))
        {
            foreach (var row in NameTables.SuggestedAliases.Rows(Analysis.Run(dataset, new AnalysisOptions(), CancellationToken.None)))
                csv.Write(row);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
