using System.Text.Json;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Gates;

/// <summary>The command that explains a number that a gate failed on.</summary>
public static class GateCommand
{
    /// <summary>The findings behind a share of need, else the two sectors with the most missing links; null where there are none.</summary>
    /// <param name="path">Path of the number below <c>headline</c>.</param>
    /// <param name="report">Root of <c>report.json</c>.</param>
    /// <param name="dataset">The dataset as the person named it.</param>
    /// <param name="options">Options of the analysis as the person gave them, word by word.</param>
    public static string? Of(string path, JsonElement report, string dataset, params IReadOnlyList<string> options) => path switch
    {
        "uncovered_need_share" => ShellWord.Line(["gap-analyzer", "explain", dataset, "--finding", "uncovered-cell", .. options]),
        "uncoordinated_need_share" => ShellWord.Line(["gap-analyzer", "explain", dataset, "--finding", "covered-uncoordinated", .. options]),
        _ when Worst(report, path.Contains("cross_sector", StringComparison.Ordinal)) is { } worst => ShellWord.Line(["gap-analyzer", "explain", dataset, "--sectors", worst.A, worst.B, .. options]),
        _ => null,
    };

    private static (string A, string B)? Worst(JsonElement report, bool acrossOnly)
    {
        var worst = report.GetProperty("sector_pairs").EnumerateArray()
            .Where(pair => !acrossOnly || pair.GetProperty("cross_sector").GetBoolean()).OrderByDescending(pair => pair.GetProperty("gaps").GetInt64()).FirstOrDefault();
        return worst.ValueKind == JsonValueKind.Object && worst.GetProperty("gaps").GetInt64() > 0
            ? (worst.GetProperty("a").GetString()!, worst.GetProperty("b").GetString()!)
            : null;
    }
}
