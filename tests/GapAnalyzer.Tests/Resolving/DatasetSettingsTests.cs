using System.Text.Json;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Resolving;
using GapAnalyzer.Tests.Reading;

namespace GapAnalyzer.Tests.Resolving;

public class DatasetSettingsTests
{
    private readonly DiagnosticCollector diagnostics = new();

    private DatasetSettings Read(string json) => DatasetSettings.Read(Sources.File("dataset.json", json), diagnostics);

    private string Refusal(string json) => Assert.Throws<InputException>(() => Read(json)).Message;

    [Fact]
    public void Every_setting_is_read()
    {
        var settings = Read("""
            {
              "$schema": "x", "title": "T", "country": "Pakistan", "language": "en", "as_of": "2024-06-30", "period": "quarter", "place_level": 2,
              "max_joint_participants": 20, "themes": ["A", "B"], "sector_map": { "Police": "Law enforcement" }, "columns": { "theme": "Chapter" },
              "delimiter": "tab", "note": "Why", // comments are welcome
            }
            """);
        Assert.Equal(("T", "Pakistan", '\t'), (settings.Title, settings.Country, settings.Delimiter));
        Assert.Equal(new DatasetDefaults(PeriodGrain.Quarter, 2, new(2024, 6, 30)) { MaxJointParticipants = 20, Language = "en", Note = "Why" }, settings.Defaults);
        Assert.Equal(["A", "B"], settings.Themes);
        Assert.Equal("Law enforcement", settings.SectorMap["police"]);
        Assert.Equal("Chapter", settings.Columns["theme"]);
        Assert.Empty(diagnostics.ToList().Items);
    }

    [Fact]
    public void Nothing_has_to_be_set() => Assert.Equal(new DatasetDefaults(), Read("{}").Defaults);

    [Fact]
    public void A_byte_order_mark_does_not_matter() => Assert.Equal("T", DatasetSettings.Read(Sources.File("dataset.json", [0xEF, 0xBB, 0xBF, .. "{\"title\":\"T\"}"u8]), diagnostics).Title);

    [Fact]
    public void Unlimited_participants_are_a_word() => Assert.Equal(int.MaxValue, Read("""{ "max_joint_participants": "unlimited" }""").Defaults.MaxJointParticipants);

    [Theory]
    [InlineData("""{ "period": "week" }""", "dataset.json: setting period is 'week'; expected year, quarter, month or all; nothing was read")]
    [InlineData("""{ "place_level": 3 }""", "dataset.json: setting place_level is '3'; expected 1 or 2; nothing was read")]
    [InlineData("""{ "as_of": "30/06/2024" }""", "dataset.json: setting as_of is '30/06/2024'; expected yyyy-MM-dd; nothing was read")]
    [InlineData("""{ "title": 5 }""", "dataset.json: setting title is '5'; expected a text; nothing was read")]
    [InlineData("""{ "themes": "A" }""", "dataset.json: setting themes is '\"A\"'; expected a list of texts; nothing was read")]
    [InlineData("""{ "max_joint_participants": 0 }""", "dataset.json: setting max_joint_participants is '0'; expected a whole number above 0; nothing was read")]
    [InlineData("""{ "delimiter": ":" }""", "dataset.json: setting delimiter is ':'; expected ',', ';', '|' or 'tab'; nothing was read")]
    [InlineData("""{ "sector_map": { "NGO": "A", "ngo": "B" } }""", "dataset.json: setting sector_map is 'A, B'; expected one sector for 'ngo', whatever its case; nothing was read")]
    [InlineData("[]", "dataset.json: expected a JSON object of settings, found Array; nothing was read")]
    public void A_value_that_a_setting_cannot_have_is_refused_with_what_was_expected(string json, string message) => Assert.Equal(message, Refusal(json));

    [Theory]
    [InlineData("{ \"title\": \"T\"\n  \"country\": \"P\" }", "dataset.json:2: not valid JSON")]
    [InlineData(" ", "dataset.json:1: not valid JSON")]
    public void Broken_JSON_is_refused_with_its_line(string json, string start)
    {
        var message = Refusal(json);
        Assert.StartsWith(start, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void An_unknown_setting_is_told_with_the_nearest_known_one()
    {
        Read("""{ "tilte": "T", "zzzzzzzz": 1 }""");
        Assert.Equal(
            ["dataset.json: GAP1013 setting 'tilte' is not known; did you mean 'title'?; it was ignored", "dataset.json: GAP1013 setting 'zzzzzzzz' is not known; it was ignored"],
            diagnostics.ToList().Items.Select(item => item.ToString()));
    }

    [Fact]
    public void The_settings_are_those_that_the_schema_describes()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Committed.PathOf("src", "GapAnalyzer.Reporting", "Schemas", "dataset.schema.json")));
        Assert.Equal(schema.RootElement.GetProperty("properties").EnumerateObject().Select(setting => setting.Name).Order(StringComparer.Ordinal), DatasetSettings.Known.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_columns_are_those_that_the_schema_describes()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Committed.PathOf("src", "GapAnalyzer.Reporting", "Schemas", "dataset.schema.json")));
        var described = schema.RootElement.GetProperty("properties").GetProperty("columns").GetProperty("properties").EnumerateObject().Select(column => column.Name);
        Assert.Equal(Fields.Wide.Select(field => field.Name).Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(0, "dataset.json: the file is empty; expected a JSON object of settings; nothing was read")]
    [InlineData((1 << 24) + 1, "dataset.json: more than 16 MB; expected a JSON object of settings; nothing was read")]
    public void Settings_that_are_no_text_file_of_a_sane_size_are_not_even_opened(long length, string expected) =>
        Assert.Equal(expected, Assert.Throws<InputException>(() => DatasetSettings.Read(new("dataset.json", length, () => throw new InvalidOperationException("opened")), new())).Message);
}
