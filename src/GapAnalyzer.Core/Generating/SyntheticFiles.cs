using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using GapAnalyzer.Reading;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Generating;

/// <summary>A synthetic dataset as the files of a tidy folder, and what is true of it.</summary>
public static class SyntheticFiles
{
    public const string TruthFile = "truth.json";
    private const int FirstYear = 2022;

    private static readonly string[] Themes = ["Prevention", "Protection", "Prosecution", "Partnership"];

    /// <summary>Name and text of each file, in ordinal order of names; the same for the same options, on any machine.</summary>
    /// <exception cref="Diagnostics.InputException">The options cannot be met.</exception>
    public static IReadOnlyList<(string Name, string Text)> Write(SyntheticOptions options)
    {
        var data = SyntheticData.Draw(options);
        return
        [
            ("activities.csv", Activities(data)),
            (DatasetSettings.FileName, Settings(options)),
            ("participations.csv", Participations(options, data)),
            ("stakeholders.csv", Stakeholders(options, data)),
            (TruthFile, Truth(options, data)),
        ];
    }

    /// <summary>The same, to be read without touching a disk.</summary>
    public static DataSource AsSource(SyntheticOptions options) => new("synthetic", IsFolder: true,
        [.. Write(options).Select(file => new DataFile(file.Name, file.Text.Length, () => new MemoryStream(Encoding.UTF8.GetBytes(file.Text))))]);

    private static string Stakeholders(SyntheticOptions options, SyntheticData data) => Table(
        "stakeholder_id,name,sector",
        data.SectorOf.Select((s, i) => $"{Id('S', i)},{options.SectorNames[s]} {Number(i)},{options.SectorNames[s]}"));

    private static string Activities(SyntheticData data) => Table(
        "activity_id,theme,admin1_name,start_date,end_date",
        data.Activities.Select((activity, a) =>
            $"{Id('A', a)},{Theme(activity.Theme)},Place {Number(activity.Place)},{Month(activity.Month)},{Month(activity.Month + activity.Months - 1)}"));

    private static string Participations(SyntheticOptions options, SyntheticData data) => Table(
        "activity_id,stakeholder_id,role",
        data.Activities.SelectMany((activity, a) => activity.Others
            .Select(other => $"{Id('A', a)},{Id('S', other)},participant")
            .Prepend($"{Id('A', a)},{Id('S', activity.Lead)},{(options.NameLeads ? "lead" : "participant")}")));

    private static string Settings(SyntheticOptions options) => new JsonObject
    {
        ["title"] = $"Synthetic data, seed {options.Seed.ToString(CultureInfo.InvariantCulture)}",
        ["note"] = $"Generated with known gaps, listed in {TruthFile}; it describes no one.",
    }.ToJsonString(new() { WriteIndented = true, NewLine = "\n" }) + "\n";

    private static string Truth(SyntheticOptions options, SyntheticData data) => new JsonObject
    {
        ["stakeholders"] = options.Stakeholders,
        ["activities"] = options.ActivityCount,
        ["seed"] = options.Seed,
        ["leads_named"] = options.NameLeads,
        ["uniform_low"] = options.UniformLow,
        ["sectors"] = new JsonArray([.. options.SectorNames.Select(name => (JsonNode)name)]),
        ["propensity"] = new JsonArray([.. data.Propensity.Select(row => (JsonNode)new JsonArray([.. row.Select(p => (JsonNode)p)]))]),
        ["silos"] = new JsonArray([.. options.Silos.Select(silo => (JsonNode)new JsonObject { ["a"] = silo.A, ["b"] = silo.B, ["factor"] = silo.Factor })]),
    }.ToJsonString(new() { WriteIndented = true, NewLine = "\n" }) + "\n";

    private static string Table(string header, IEnumerable<string> rows) => string.Join('\n', rows.Prepend(header)) + "\n";

    private static string Theme(int theme) => theme < Themes.Length ? Themes[theme] : $"Theme {Number(theme)}";

    private static string Month(int month) => string.Create(CultureInfo.InvariantCulture, $"{FirstYear + (month / 12):0000}-{(month % 12) + 1:00}");

    private static string Id(char kind, int k) => string.Create(CultureInfo.InvariantCulture, $"{kind}{k + 1:000000}");

    private static string Number(int k) => (k + 1).ToString("000000", CultureInfo.InvariantCulture);
}
