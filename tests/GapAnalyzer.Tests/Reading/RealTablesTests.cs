using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Tests.Reading;

/// <summary>
/// Twelve 3W tables as published on HDX. Row counts are those of shared/data/README.md, which a person counted without headers and
/// tag rows; who has tie evidence follows from the organisation columns named there.
/// </summary>
public class RealTablesTests
{
    private static DataSource Source(string name)
    {
        var path = Path.Combine(SharedData.Tables, name + ".csv");
        return new(name + ".csv", IsFolder: false, [new(name + ".csv", new FileInfo(path).Length, () => File.OpenRead(path))]);
    }

    private static Dataset Read(string name) => Source(name).Read();

    public static TheoryData<string> Names => new(Expected.Keys);

    /// <summary>Rows read, the theme column, the columns of organisations by role, the column that tells when, and whether there is tie evidence.</summary>
    private static readonly Dictionary<string, (int Rows, string Theme, string Roles, string When, bool HasTies)> Expected = new()
    {
        ["afghanistan_2021_q3"] = (2414, "CLUSTER_SECTOR_NAME", "organisation", "", false),
        ["burkina_5w_feb2022"] = (420, "Secteur/Cluster*", "organisation, implementing partner, funder", "", true),
        ["cameroon_5w_nwsw_raw"] = (7050, "Sectors", "lead organisation, implementing organisation, funder", "Start Date", true),
        ["colombia_4w_2021"] = (4662, "Sector / Cluster", "lead organisation, implementing organisation", "Report date", true),
        ["drc_3w_jan2022"] = (5339, "Nom cluster", "organisation", "Date de début*", false),
        ["haiti_3w_2020"] = (11376, "SECTORS_en", "organisation", "", false),
        ["honduras_2021"] = (2730, "SECTOR / CLUSTER", "funder, implementing organisation", "FECHA DE INICIO", true),
        ["mali_5w_mar2022"] = (22805, "", "organisation", "", false),
        ["mozambique_2019_response_tracking"] = (8391, "Setor", "funder, implementing organisation", "Data de início", true),
        ["somalia_3w_mar2022"] = (31085, "Cluster", "organisation", "", false),
        ["south_sudan_3w_q1_2022"] = (2782, "Name", "lead organisation", "#date", false),
        ["sudan_3w_2020"] = (2773, "Sector/ Intervention", "implementing organisation", "", false),
    };

    [SharedTheory(SharedData.TablesFolder)]
    [MemberData(nameof(Names))]
    public void Every_row_is_read_and_becomes_a_fact_or_is_set_aside(string name)
    {
        var rows = Read(name).Rows;
        Assert.Equal(Expected[name].Rows, rows.Read);
        Assert.Equal(rows.Read, rows.Used + rows.SetAside.Values.Sum());
    }

    [SharedTheory(SharedData.TablesFolder)]
    [MemberData(nameof(Names))]
    public void Every_used_row_is_cited_by_exactly_one_activity(string name)
    {
        var data = Read(name);
        var cited = data.Activities.SelectMany(activity => activity.Sources).ToList();
        Assert.Equal(data.Rows.Used, cited.Count);
        Assert.Equal(cited.Count, cited.Distinct().Count());
    }

    [SharedTheory(SharedData.TablesFolder)]
    [MemberData(nameof(Names))]
    public void The_columns_are_taken_for_what_they_are(string name)
    {
        var columns = Assert.Single(Read(name).Files).Columns;
        Assert.Equal(Expected[name].Theme, columns.SingleOrDefault(column => column.Meaning == "theme")?.Header ?? "");
        string[] roles = ["organisation", "lead organisation", "implementing organisation", "implementing partner", "funder"];
        Assert.Equal(Expected[name].Roles, string.Join(", ", columns.Select(column => column.Meaning.Replace(", acronym", "", StringComparison.Ordinal)).Where(roles.Contains).Distinct()));
        Assert.Contains(columns, column => column.Meaning == "level 1 place, name");
        Assert.Contains(columns, column => column.Meaning == "level 2 place, name");
    }

    [SharedTheory(SharedData.TablesFolder)]
    [MemberData(nameof(Names))]
    public void The_dates_come_from_the_right_column(string name)
    {
        var data = Read(name);
        var (when, dated) = (Expected[name].When, data.Activities.Any(activity => activity.Dates is not null));
        if (when.Length == 0 || name.StartsWith("south_sudan", StringComparison.Ordinal))
            Assert.False(dated); // South Sudan's dates are months without a year
        else
            Assert.True(dated);
        if (when.Length > 0)
            Assert.Contains(Assert.Single(data.Files).Columns, column => column.Header == when);
    }

    [SharedTheory(SharedData.TablesFolder)]
    [MemberData(nameof(Names))]
    public void Only_tables_with_two_columns_of_organisations_have_tie_evidence(string name) =>
        Assert.Equal(Expected[name].HasTies, Analysis.Run(Read(name), new(), CancellationToken.None).TieEvidence != TieKinds.None);

    [SharedTheory(SharedData.TablesFolder)]
    [MemberData(nameof(Names))]
    public void Nothing_is_said_twice(string name)
    {
        var items = Read(name).Diagnostics.Items;
        Assert.Equal(items.Count, items.Distinct().Count());
        Assert.All(items, item => Assert.NotEqual("", item.Found));
    }

    [SharedTheory(SharedData.TablesFolder)]
    [MemberData(nameof(Names))]
    public void The_culture_of_the_machine_changes_nothing(string name)
    {
        var expected = Facts.Of(Read(name));
        foreach (var culture in new[] { "tr-TR", "de-DE", "ar-SA" })
        {
            using var _ = new Culture(culture);
            Assert.Equal(expected, Facts.Of(Read(name)));
        }
    }

    [SharedFact(SharedData.TablesFolder)]
    public void Somalia_repeats_29_087_of_its_31_085_rows()
    {
        var data = Read("somalia_3w_mar2022");
        Assert.Equal(29_087, data.Diagnostics.Counts["GAP2103"]);
        Assert.Equal(31_085 - 29_087, data.Activities.Count);
    }

    [SharedFact(SharedData.TablesFolder)]
    public void Sudan_writes_its_11_themes_in_21_ways()
    {
        var data = Read("sudan_3w_2020");
        Assert.Equal(11, data.Themes.Count);
        Assert.Equal(14 - 11, data.Diagnostics.Counts["GAP3012"]); // 21 texts, 14 without spaces at their ends; the 11 shown are not counted
    }

    [SharedTheory(SharedData.TablesFolder)]
    [InlineData("south_sudan_3w_q1_2022", 2, 139, 79)]
    [InlineData("mali_5w_mar2022", 1, 20, 10)]
    public void Spellings_of_one_place_are_one_place_and_each_merge_is_said_with_its_line(string name, int level, int written, int places)
    {
        var data = Read(name);
        Assert.Equal(places, data.Places.Count(place => place.Level == level));
        var merged = data.Diagnostics.Items.Where(item => item.Kind == DiagnosticCatalog.PlacesMerged && item.Found.StartsWith($"level {level}", StringComparison.Ordinal)).ToList();
        Assert.Equal(written - places, merged.Sum(item => item.Occurrences));
        Assert.All(merged, item => Assert.True(item.Line > 1));
    }

    /// <summary>Organisations, themes, and places of level 1 and 2; most of them counted again outside the tool, from the folded cells.</summary>
    [SharedTheory(SharedData.TablesFolder)]
    [InlineData("afghanistan_2021_q3", 119, 6, 34, 334)]
    [InlineData("burkina_5w_feb2022", 99, 10, 12, 36)]
    [InlineData("cameroon_5w_nwsw_raw", 168, 10, 4, 18)]
    [InlineData("colombia_4w_2021", 44, 7, 33, 289)]
    [InlineData("drc_3w_jan2022", 179, 12, 23, 83)]
    [InlineData("haiti_3w_2020", 120, 9, 10, 140)]
    [InlineData("honduras_2021", 55, 13, 18, 205)]
    [InlineData("mali_5w_mar2022", 156, 0, 10, 55)]
    [InlineData("mozambique_2019_response_tracking", 276, 8, 9, 89)]
    [InlineData("somalia_3w_mar2022", 272, 12, 18, 74)]
    [InlineData("south_sudan_3w_q1_2022", 200, 9, 10, 79)]
    [InlineData("sudan_3w_2020", 147, 11, 17, 148)]
    public void So_many_organisations_themes_and_places_come_out(string name, int organisations, int themes, int level1, int level2)
    {
        var data = Read(name);
        Assert.Equal((organisations, themes, level1, level2), (data.Stakeholders.Count, data.Themes.Count, data.Places.Count(place => place.Level == 1), data.Places.Count(place => place.Level == 2)));
    }

    [SharedFact(SharedData.TablesFolder)]
    public void Colombia_is_dated_by_the_month_of_its_cycle_since_no_row_has_a_start()
    {
        var data = Read("colombia_4w_2021");
        Assert.All(data.Activities, activity => Assert.Equal(DateSpan.Month(activity.Dates!.Value.First.Year, activity.Dates.Value.First.Month), activity.Dates));
        Assert.Equal(
            [
                "colombia_4w_2021.csv:1: GAP1011 column 'Fecha de Inicio de la actividad (dd/mm/aaaa)' holds no date; column 'Report date' was used",
            ],
            data.Said(DiagnosticCatalog.EmptyColumn));
    }

    [SharedFact(SharedData.TablesFolder)]
    public void South_Sudan_has_no_header_and_months_without_a_year_and_both_are_said_once()
    {
        var data = Read("south_sudan_3w_q1_2022");
        Assert.Single(data.Said(DiagnosticCatalog.NoHeader));
        Assert.Equal(["February", "January", "March"], data.Diagnostics.Items.Where(item => item.Kind == DiagnosticCatalog.MonthWithoutYear).Select(item => item.Found.Split('\'')[1]));
        Assert.Equal(2782, data.Diagnostics.Counts["GAP2106"]);
        Assert.All(Source("south_sudan_3w_q1_2022").Read(new() { AsOf = new(2022, 3, 31) }).Activities, activity => Assert.Equal(2022, activity.Dates!.Value.First.Year));
    }

    [SharedFact(SharedData.TablesFolder)]
    public void Cameroon_keeps_the_rows_whose_dates_are_none_and_says_each_form_once()
    {
        string[] forms = [.. Read("cameroon_5w_nwsw_raw").Diagnostics.Items.Where(item => item.Kind == DiagnosticCatalog.NotADate).Select(item => item.Found.Split('\'')[1]).Distinct()];
        Assert.All(new[] { "11/o1/2021", "30/5/20221", "00:00:00" }, form => Assert.Contains(form, forms));
        Assert.All(new[] { "28/05/2020", "22/6/2020", "28-03-2021", "44197", "19.08.14", "11th June 2021", "Jan 1-Dec 31, 2021" }, form => Assert.DoesNotContain(form, forms));
    }

    [SharedFact(SharedData.TablesFolder)]
    public void Shuffled_rows_of_a_real_table_are_the_same_dataset()
    {
        // Burkina: two lines of header and tags, then data without line breaks in cells.
        var lines = File.ReadAllLines(Path.Combine(SharedData.Tables, "burkina_5w_feb2022.csv"));
        var rows = lines.Skip(3).ToArray();
        var expected = Facts.Of(Sources.Table(string.Join('\n', lines)).Read());
        new Random(1).Shuffle(rows);
        Assert.Equal(expected, Facts.Of(Sources.Table(string.Join('\n', lines.Take(3).Concat(rows))).Read()));
    }
}
