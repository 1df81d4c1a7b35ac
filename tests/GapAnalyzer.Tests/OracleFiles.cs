using System.Text.Json;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Tests;

/// <summary>
/// The oracle folders as datasets. The one place to swap this small loader for the tool's own reader: <see cref="Load"/> and
/// <see cref="Id"/> are all that the tests use.
/// </summary>
internal static class OracleFiles
{
    /// <summary>A tidy folder. Ids are kept as names, so that canonical order is the order of ids.</summary>
    public static Dataset Load(string folder)
    {
        var small = new SmallDatasets();
        foreach (var row in Rows(folder, "stakeholders.csv"))
            small.Stakeholder(row["org_id"], row["sector"]);
        var participants = Rows(folder, "participations.csv").ToLookup(row => row["activity_id"], row => row["org_id"]);
        foreach (var row in Rows(folder, "activities.csv"))
            small.Activity(row["activity_id"], row["theme"], row["location"], $"{row["start"]}..{row["end"]}", [.. participants[row["activity_id"]].Distinct()]);
        foreach (var row in Rows(folder, "ties.csv").Where(row => row["org_a"] != row["org_b"]))
            small.Tie(row["org_a"], row["org_b"], since: row["date"]);
        return small.Build();
    }

    /// <summary>Id in the oracle's files.</summary>
    public static string Id(Dataset dataset, StakeholderId stakeholder) => dataset.Stakeholders[stakeholder.Index].Id;

    /// <summary>Expected values; each says in its definition which independent programs agree on it.</summary>
    public static JsonElement Expected(string folder) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedData.Oracles, folder, "expected.json"))).RootElement;

    /// <summary>Records by header. Oracle files quote only cells with commas and never break a line inside a cell.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string folder, string file)
    {
        var lines = File.ReadLines(Path.Combine(SharedData.Oracles, folder, file)).Where(line => line.Length > 0).Select(Cells).ToArray();
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    private static string[] Cells(string line)
    {
        var cells = new List<string> { "" };
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
                cells.Add("");
            else
                cells[^1] += c;
        }

        return [.. cells];
    }
}
