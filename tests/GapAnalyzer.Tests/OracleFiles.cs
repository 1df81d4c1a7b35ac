using System.Collections.Concurrent;
using System.Text.Json;
using GapAnalyzer.Cli;
using GapAnalyzer.Domain;
using GapAnalyzer.Reading;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Tests;

/// <summary>The oracle folders as datasets, read as a user's would be.</summary>
internal static class OracleFiles
{
    /// <summary>A tidy folder.</summary>
    public static Dataset Load(string folder) => DatasetReader.Read(DataSources.Open(Path.Combine(SharedData.Oracles, folder)), new ReadOptions());

    private static readonly ConcurrentDictionary<(string Folder, string Layer, int Shuffles), Lazy<Analysis>> Analyses = new();

    /// <summary>The folder by month with the ties of one layer (projection, ties or combined), analysed once for all tests.</summary>
    public static Analysis Analyse(string folder, string layer, int shuffles) => Analyses.GetOrAdd((folder, layer, shuffles), _ => new(() =>
    {
        var ties = layer switch { "projection" => TieKinds.Joint, "ties" => TieKinds.Declared, _ => TieKinds.Both };
        return Analysis.Run(Load(folder), new() { Period = PeriodGrain.Month, Ties = ties, Permutations = shuffles }, CancellationToken.None);
    })).Value;

    /// <summary>Expected values of one layer.</summary>
    public static JsonElement Layer(string folder, string layer) => Expected(folder).GetProperty("layers").GetProperty(layer);

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
