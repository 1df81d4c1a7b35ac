using System.Text.Json;
using GapAnalyzer.Reporting;
using NJsonSchema;

namespace GapAnalyzer.Tests.Reporting.Formats;

public sealed class JsonFormatTests
{
    public static TheoryData<string> Analyses => ReportFixtures.Names;

    [Theory]
    [MemberData(nameof(Analyses))]
    public async Task A_report_keeps_to_its_published_schema(string name)
    {
        var schema = await JsonSchema.FromJsonAsync(Schemas.Report);
        var errors = schema.Validate(Written.Text(ReportFixtures.All[name], "report.json", "json"));
        Assert.Empty(errors.Select(error => $"{error.Path}: {error.Kind}"));
    }

    [Theory]
    [InlineData("\"verdict\": \"not testable\"", "\"verdict\": \"untestable\"")]
    [InlineData("\"schema_version\": \"1.0\"", "\"schema_version\": \"2.0\"")]
    [InlineData("\"n\": 10,", "\"n\": \"10\",")]
    public async Task The_schema_refuses_what_is_not_so(string right, string wrong)
    {
        var schema = await JsonSchema.FromJsonAsync(Schemas.Report);
        var json = Written.Text(ReportFixtures.Small, "report.json", "json");
        Assert.Contains(right, json, StringComparison.Ordinal);
        Assert.NotEmpty(schema.Validate(json.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Analyses))]
    public void Every_property_is_in_the_schema_with_a_description(string name)
    {
        using var schema = JsonDocument.Parse(Schemas.Report);
        using var report = JsonDocument.Parse(Written.Text(ReportFixtures.All[name], "report.json", "json"));
        Walk(report.RootElement, schema.RootElement, schema.RootElement, "$");
    }

    [Theory]
    [InlineData("comparison")]
    [InlineData("dataset")]
    [InlineData("report")]
    [InlineData("theme")]
    public void Every_property_of_a_schema_says_what_it_is(string which)
    {
        using var schema = JsonDocument.Parse(which switch { "report" => Schemas.Report, "comparison" => Schemas.Comparison, "theme" => Schemas.Theme, _ => Schemas.Dataset });
        var properties = Properties(schema.RootElement).ToArray();
        Assert.NotEmpty(properties);
        Assert.All(properties, property => Assert.True(property.Value.TryGetProperty("description", out var text), property.Name));
    }

    [Fact]
    public void An_undefined_number_is_null_and_a_measured_zero_is_not()
    {
        using var report = JsonDocument.Parse(Written.Text(ReportFixtures.WithoutTies, "report.json", "json"));
        var rate = report.RootElement.GetProperty("headline").GetProperty("coordination_rate");
        Assert.Equal(JsonValueKind.Null, rate.GetProperty("value").ValueKind);
        Assert.Equal(JsonValueKind.Null, rate.GetProperty("satisfied").ValueKind);
        Assert.Equal(ReportFixtures.WithoutTies.Headline.Coordination.Required, rate.GetProperty("required").GetInt64());
        Assert.Equal("none", report.RootElement.GetProperty("dataset").GetProperty("tie_evidence").GetString());
        Assert.Equal(0, report.RootElement.GetProperty("headline").GetProperty("gaps").GetProperty("total").GetInt64());
    }

    [Fact]
    public void Evidence_names_each_activity_with_file_and_line()
    {
        using var report = JsonDocument.Parse(Written.Text(ReportFixtures.Small, "report.json", "json"));
        var gap = report.RootElement.GetProperty("gaps")[0];
        var source = gap.GetProperty("evidence")[0].GetProperty("a_activities")[0].GetProperty("source").GetString();
        Assert.Matches("^small\\.csv:[0-9]+$", source);
        Assert.Equal($"{gap.GetProperty("a").GetString()}--{gap.GetProperty("b").GetString()}", gap.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("""{ "title": "A", "period": "year", "place_level": 2, "max_joint_participants": "unlimited", "themes": ["X"], "columns": { "theme": "Cluster" }, "branding": { "colour": "red" } }""", true)]
    [InlineData("""{ "$schema": "https://example.org/s.json", "as_of": "2024-12-31", "sector_map": { "Trade association": "Private sector" }, "delimiter": ";", "note": "n" }""", true)]
    [InlineData("""{ "perod": "year" }""", false)]
    [InlineData("""{ "period": "week" }""", false)]
    [InlineData("""{ "place_level": 3 }""", false)]
    [InlineData("""{ "as_of": "31/12/2024" }""", false)]
    [InlineData("""{ "columns": { "cluster": "x" } }""", false)]
    public async Task The_schema_of_dataset_settings_tells_right_from_wrong(string settings, bool right)
    {
        var schema = await JsonSchema.FromJsonAsync(Schemas.Dataset);
        Assert.Equal(right, schema.Validate(settings).Count == 0);
    }

    private static void Walk(JsonElement value, JsonElement schema, JsonElement root, string path)
    {
        schema = Resolve(schema, root);
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
                Walk(item, schema.GetProperty("items"), root, path + "[]");
        }
        else if (value.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var properties))
        {
            foreach (var member in value.EnumerateObject())
            {
                Assert.True(properties.TryGetProperty(member.Name, out var inner), $"{path}.{member.Name} is not in the schema");
                Walk(member.Value, inner, root, $"{path}.{member.Name}");
            }
        }
    }

    private static JsonElement Resolve(JsonElement schema, JsonElement root)
    {
        if (schema.TryGetProperty("allOf", out var all))
            schema = all[0];
        return schema.TryGetProperty("$ref", out var reference) ? root.GetProperty("definitions").GetProperty(reference.GetString()!.Split('/')[^1]) : schema;
    }

    private static IEnumerable<JsonProperty> Properties(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.Name == "properties"
            ? member.Value.EnumerateObject().SelectMany(property => Properties(property.Value).Prepend(property))
            : Properties(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Properties),
        _ => [],
    };
}
