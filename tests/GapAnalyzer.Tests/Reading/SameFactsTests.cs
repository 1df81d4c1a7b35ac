using System.Globalization;
using System.Text;
using CsCheck;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Tests.Reading;

/// <summary>The same facts in other files are the same dataset: what a file looks like says nothing.</summary>
public class SameFactsTests
{
    private static readonly string[] Header = ["Activity ID", "Lead organisation", "Lead organization type", "Implementing partner", "Implementing partner type", "Donor", "Cluster", "Admin1", "Admin2", "Start date", "End date"];

    private static readonly string[] Tags = ["#activity+id", "#org+prog", "#org+prog+type", "#org+impl", "#org+impl+type", "#org+funding", "#sector", "#adm1+name", "#adm2+name", "#date+start", "#date+end"];

    private static readonly string[][] Rows =
    [
        ["a1", "Alpha", "INGO", "Béta", "NNGO", "Donor D", "Health", "North", "Dale", "2024-01-01", "2024-03-31"],
        ["a2", "Alpha", "INGO", "Gamma; Delta", "NNGO;NNGO", "", "WASH", "North", "Hill", "2024-05-01", ""],
        ["a3", "Epsilon", "UN", "Béta", "NNGO", "Donor D", "Health", "South", "Dale", "2024-02-10", "2024-02-12"],
        ["a4", "Epsilon", "UN", "", "", "Donor E", "Food, security", "South", "", "2023", ""],
        ["a5", "Zeta \"Z\"", "Government", "", "", "", "Health", "North", "Dale", "", ""],
    ];

    private static string Table(IEnumerable<string[]> rows, string delimiter = ",", string lineBreak = "\n") =>
        string.Concat(rows.Select(row => string.Join(delimiter, row.Select(Cell)) + lineBreak));

    private static string Cell(string text) => text.Any(c => c is ',' or ';' or '|' or '\t' or '"' or '\n' or '\r') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static Dataset Wide() => Sources.Table(Table([Header, .. Rows])).Read();

    private static string Numbers(Dataset data)
    {
        var analysis = Analysis.Run(data, new(), CancellationToken.None);
        var gaps = analysis.Gaps.Select(gap => $"{data.Stakeholders[gap.A.Index].Name}-{data.Stakeholders[gap.B.Index].Name}");
        return string.Create(CultureInfo.InvariantCulture, $"{analysis.Headline.Coordination.Required} {analysis.Headline.Coordination.Satisfied} {analysis.TieEvidence} {string.Join(' ', gaps)}");
    }

    [Fact]
    public void The_facts_themselves_are_as_written() => Assert.Equal(
        [
            "activity a1  Health North@1 Dale (North)@2 2024-01-01..2024-03-31 Day: Alpha Lead, Béta Implementing, Donor D Funder",
            "activity a2  WASH North@1 Hill@2 2024-05-01..2024-05-01 Day: Alpha Lead, Delta Implementing, Gamma Implementing",
            "activity a3  Health South@1 Dale (South)@2 2024-02-10..2024-02-12 Day: Béta Implementing, Donor D Funder, Epsilon Lead",
            "activity a4  Food, security South@1 - 2023-01-01..2023-12-31 Year: Donor E Funder, Epsilon Lead",
            "activity a5  Health North@1 Dale (North)@2 -: Zeta \"Z\" Lead",
        ],
        Facts.Of(Wide()).Where(fact => fact.StartsWith("activity", StringComparison.Ordinal)));

    [Fact]
    public void Tags_and_headers_and_a_tidy_folder_tell_the_same_facts()
    {
        var wide = Wide();
        var tagged = Sources.Table(Table([[.. Header.Select((_, i) => $"column {i}")], Tags, .. Rows])).Read();
        var tidy = Tidy();
        Assert.Equal(Facts.Of(wide), Facts.Of(tagged));
        Assert.Equal(Facts.Of(wide), Facts.Of(tidy));
        Assert.Equal([Numbers(wide), Numbers(wide)], new[] { tagged, tidy }.Select(Numbers));
    }

    /// <summary>The facts as tidy tables; ids are those that names make.</summary>
    private static Dataset Tidy()
    {
        var roles = new (int Name, int Type, string Role)[] { (1, 2, "lead"), (3, 4, "implementing"), (5, -1, "funder") };
        var participations = Rows.SelectMany(row => roles.SelectMany(role =>
            row[role.Name].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select((who, i) =>
                (Activity: row[0], Who: who, Type: role.Type < 0 ? "" : row[role.Type].Split(';')[i], role.Role)))).ToList();
        return Sources.Folder(
            ("stakeholders.csv", Table([["name", "org_type"], .. participations.GroupBy(p => p.Who).Select(p => new[] { p.Key, p.First().Type })])),
            ("activities.csv", Table([["activity_id", "theme", "admin1_name", "admin2_name", "start_date", "end_date"], .. Rows.Select(row => new[] { row[0], row[6], row[7], row[8], row[9], row[10] })])),
            ("participations.csv", Table([["activity_id", "stakeholder", "role"], .. participations.Select(p => new[] { p.Activity, p.Who, p.Role })]))).Read();
    }

    public static TheoryData<string, string> Shapes()
    {
        var shapes = new TheoryData<string, string>();
        foreach (var delimiter in new[] { ",", ";", "\t", "|" })
        {
            foreach (var lineBreak in new[] { "\n", "\r\n", "\r" })
                shapes.Add(delimiter, lineBreak);
        }

        return shapes;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Delimiters_and_line_breaks_change_nothing(string delimiter, string lineBreak)
    {
        var data = Sources.Table(Table([Header, .. Rows], delimiter, lineBreak)).Read();
        Assert.Equal(Facts.Of(Wide()), Facts.Of(data));
        Assert.Equal([2, 3, 4, 5, 6], data.Activities.Select(activity => activity.Sources[0].Line));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Rows_without_an_id_are_the_same_activities_in_any_delimiter_and_with_any_line_break(string delimiter, string lineBreak)
    {
        string[][] rows = [["Organisation", "Cluster", "Remarks"], ["A", "WASH", "one"], ["B", "WASH", $"one{lineBreak}two"], ["A", "WASH", ""]];
        string[][] plain = [.. rows.Select(row => row.Select(cell => cell.Replace(lineBreak, "\n", StringComparison.Ordinal)).ToArray())];
        Assert.Equal(Facts.Of(Sources.Table(Table(plain)).Read()), Facts.Of(Sources.Table(Table(rows, delimiter, lineBreak)).Read()));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void The_encoding_changes_nothing(string encoding)
    {
        var writer = Encoding.GetEncoding(encoding);
        Assert.Equal(Facts.Of(Wide()), Facts.Of(Sources.Table([.. writer.GetPreamble(), .. writer.GetBytes(Table([Header, .. Rows]))]).Read()));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        var (wide, tidy) = (Facts.Of(Wide()), Facts.Of(Tidy()));
        using var _ = new Culture(culture);
        Assert.Equal(wide, Facts.Of(Wide()));
        Assert.Equal(tidy, Facts.Of(Tidy()));
    }

    [Fact]
    public void Title_rows_empty_rows_and_columns_and_totals_change_nothing()
    {
        static string[] Wider(string[] row) => ["", .. row, "", ""];
        string[][] rows = [["4W of the response"], [], ["", "", "legend"], Wider(Header), .. Rows.Select(Wider), [], ["Total", "5"], .. Enumerable.Repeat<string[]>(["", "", ""], 50)];
        Assert.Equal(Facts.Of(Wide()), Facts.Of(Sources.Table(Table(rows)).Read()));
    }

    /// <summary>Random wide tables without ids: few organisations with acronyms, so that everything meets everything.</summary>
    private static readonly Gen<string[][]> RandomRows =
        Gen.Select(
            Gen.OneOf("World Food Programme", "Unicef", "UNICEF", "unicef ", "Save the Children", "SCI", "WFP", "A; B", "A/B", "A", ""),
            Gen.OneOf("WFP", "SCI", "", "", ""),
            Gen.OneOf("UN", "INGO", "ONG int", "NNGO", "n/a", ""),
            Gen.OneOf("Health", "HEALTH", "WASH", "-"),
            Gen.OneOf("North", "NORTH", "South", "National", ""),
            Gen.OneOf("N1", "S1", ""),
            Gen.OneOf("5/6/2024", "5/7/2024", "5/28/2024", "2024-05", "June", "x", ""),
            Gen.OneOf("D1", "WFP", ""))
        .Select((name, acronym, type, theme, place, code, start, donor) => new[] { name, acronym, type, theme, place, code, start, donor })
        .Array[1, 30];

    private static readonly string[] RandomHeader = ["Organisation", "Acronym", "Type of organisation", "Cluster", "Admin1", "Admin1 Pcode", "Start date", "Donor"];

    private static Dataset Read(IEnumerable<string[]> rows) => Sources.Table(Table([RandomHeader, .. rows])).Read();

    [Fact]
    public void Shuffled_rows_are_the_same_dataset() => Gen.Select(RandomRows, Gen.Int).Sample((rows, seed) =>
    {
        var shuffled = rows.ToArray();
        new Random(seed).Shuffle(shuffled);
        return Facts.Of(Read(rows)).SequenceEqual(Facts.Of(Read(shuffled)));
    }, iter: 300);

    [Fact]
    public void A_table_cut_in_two_files_is_the_same_dataset() => Gen.Select(RandomRows, Gen.Int[0, 30]).Sample((rows, at) =>
    {
        var cut = Math.Min(at, rows.Length);
        var parts = Sources.Folder(("a.csv", Table([RandomHeader, .. rows.Take(cut)])), ("b.csv", Table([RandomHeader, .. rows.Skip(cut)]))).Read();
        return Facts.Of(Read(rows)).SequenceEqual(Facts.Of(parts));
    }, iter: 300);

    [Fact]
    public void Rows_read_are_rows_used_and_rows_set_aside_and_each_used_row_is_cited_once() => RandomRows.Sample(rows =>
    {
        var data = Read(rows);
        var cited = data.Activities.SelectMany(activity => activity.Sources).ToList();
        return data.Rows.Read == rows.Length && data.Rows.Used == cited.Count && cited.Distinct().Count() == cited.Count;
    }, iter: 300);

    [Fact]
    public void Any_bytes_are_read_or_refused_in_one_line() => Gen.Byte.Array[0, 400].Sample(bytes =>
    {
        try
        {
            Sources.Table(bytes).Read();
        }
        catch (Diagnostics.InputException refused)
        {
            return !refused.Message.Contains('\n', StringComparison.Ordinal);
        }

        return true;
    }, iter: 3000);

    [Fact]
    public void Any_text_of_the_signs_of_tables_is_read_or_refused_in_one_line() =>
        Gen.Char["\",;|\t\r\nab#1 é"].Array[0, 120].Select(signs => "Organisation,Cluster\n" + new string(signs)).Sample(text =>
        {
            try
            {
                var rows = Sources.Table(text).Read(new() { Delimiter = ',' }).Rows;
                return rows.Read == rows.Used + rows.SetAside.Values.Sum();
            }
            catch (Diagnostics.InputException refused)
            {
                return !refused.Message.Contains('\n', StringComparison.Ordinal);
            }
        }, iter: 5000);
}
