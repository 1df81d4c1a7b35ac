using System.Text.Json;

namespace GapAnalyzer.Reporting.Gates;

/// <summary>What a number is measured in.</summary>
public enum GateUnit
{
    /// <summary>From 0 to 1; a limit may be written in percent.</summary>
    Share,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>Any number.</summary>
    Number,
}

/// <summary>Which way a number gets worse.</summary>
public enum Worse
{
    Lower,
    Higher,

    /// <summary>Neither is worse by itself.</summary>
    Neither,
}

/// <summary>A number of the headline that a gate can hold to a limit.</summary>
/// <param name="Path">Path in <c>report.json</c> below <c>headline</c>, such as <c>gaps.cross_sector</c>.</param>
/// <param name="Unit">What it is measured in.</param>
/// <param name="Worse">Which way it gets worse.</param>
public sealed record GateNumber(string Path, GateUnit Unit, Worse Worse = Worse.Neither)
{
    /// <summary>Whether it means anything without tie evidence: then a count of gaps is 0 because nothing was measured.</summary>
    public bool NeedsTies => !Path.EndsWith(".required", StringComparison.Ordinal) && Path != "uncovered_need_share";

    /// <summary>Every number of the headline.</summary>
    public static IReadOnlyList<GateNumber> All { get; } =
    [
        .. OfRate("coordination_rate"),
        .. OfRate("cross_sector_rate"),
        new("gaps.total", GateUnit.Count, Worse.Higher),
        new("gaps.cross_sector", GateUnit.Count, Worse.Higher),
        new("uncovered_need_share", GateUnit.Share, Worse.Higher),
        new("uncoordinated_need_share", GateUnit.Share, Worse.Higher),
        new("ei_index.value", GateUnit.Number, Worse.Lower),
        new("ei_index.expected", GateUnit.Number),
        new("ei_index.rescaled", GateUnit.Number, Worse.Lower),
        new("ei_index.p", GateUnit.Share),
        new("ei_index.low", GateUnit.Number),
        new("ei_index.high", GateUnit.Number),
        new("ei_index.external", GateUnit.Count, Worse.Lower),
        new("ei_index.internal", GateUnit.Count),
        new("random_ties.expected_rate", GateUnit.Share),
        new("random_ties.closed", GateUnit.Count, Worse.Lower),
        new("random_ties.open", GateUnit.Count, Worse.Higher),
        new("random_ties.expected_closed", GateUnit.Number),
        new("random_ties.variance_closed", GateUnit.Number),
        new("random_ties.variance_independent_ties", GateUnit.Number),
        new("random_ties.z", GateUnit.Number, Worse.Lower),
    ];

    /// <summary>Names that find each number: its path, with and without <c>headline.</c> before and <c>.value</c> behind, and <c>rate</c> and <c>gaps</c>.</summary>
    public static IReadOnlyDictionary<string, GateNumber> ByName { get; } = All
        .SelectMany(number => NamesOf(number.Path).Select(name => (Name: name, Number: number)))
        .ToDictionary(named => named.Name, named => named.Number, StringComparer.Ordinal);

    /// <summary>The number in a report; NaN where it is undefined there, or where nothing was measured.</summary>
    /// <param name="report">Root of <c>report.json</c>, or of an object with its <c>headline</c>.</param>
    public double In(JsonElement report)
    {
        if (NeedsTies && report.TryGetProperty("dataset", out var dataset) && dataset.TryGetProperty("tie_evidence", out var evidence) && evidence.ValueEquals("none"))
            return double.NaN;
        var at = report.TryGetProperty("headline", out var headline) ? headline : default;
        foreach (var name in Path.Split('.'))
            at = at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out var inner) ? inner : default;
        return at.ValueKind == JsonValueKind.Number ? at.GetDouble() : double.NaN;
    }

    private static GateNumber[] OfRate(string rate) =>
    [
        new($"{rate}.value", GateUnit.Share, Worse.Lower),
        new($"{rate}.satisfied", GateUnit.Count, Worse.Lower),
        new($"{rate}.required", GateUnit.Count),
        new($"{rate}.weighted", GateUnit.Share, Worse.Lower),
        new($"{rate}.se", GateUnit.Share),
    ];

    private static IEnumerable<string> NamesOf(string path)
    {
        var shorter = path.EndsWith(".value", StringComparison.Ordinal) ? path[..^".value".Length] : null;
        string?[] names = [path, shorter, path switch { "coordination_rate.value" => "rate", "gaps.total" => "gaps", _ => null }];
        return names.OfType<string>().SelectMany(name => new[] { name, $"headline.{name}" });
    }
}
