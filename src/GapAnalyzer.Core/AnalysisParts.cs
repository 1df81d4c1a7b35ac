namespace GapAnalyzer;

/// <summary>Parts of an analysis that can be left out, because they take time and nothing else is counted from them.</summary>
[Flags]
public enum AnalysisParts
{
    None = 0,

    /// <summary>Rates per theme, place and period.</summary>
    Groups = 1 << 0,

    /// <summary>The rate under other periods and place levels.</summary>
    Sensitivity = 1 << 1,

    /// <summary>What activity, homophily and company let expect of two sectors, and so the verdicts.</summary>
    Models = 1 << 2,

    /// <summary>Who meets less than chance explains.</summary>
    CoPresence = 1 << 3,

    /// <summary>The status of each theme at each place, and the shares of need.</summary>
    Coverage = 1 << 4,

    /// <summary>Clustering, constraint and effective size.</summary>
    Clustering = 1 << 5,

    /// <summary>Betweenness and closeness.</summary>
    Paths = 1 << 6,

    /// <summary>Brokerage roles, exclusive brokers, and the E-I index against chance; needs <see cref="Clustering"/>.</summary>
    Brokerage = 1 << 7,

    /// <summary>How many losses two sectors stand before no tie joins them.</summary>
    Redundancy = 1 << 8,

    /// <summary>Introductions and meetings.</summary>
    Plan = 1 << 9,

    /// <summary>Names that may be one organisation, and ties between two of them.</summary>
    Names = 1 << 10,
}

/// <summary>A part that can be left out.</summary>
/// <param name="Part">One of the flags.</param>
/// <param name="Id">Its name on the command line, in <c>report.json</c>, and of its words.</param>
/// <param name="Description">What is not in the report without it.</param>
public sealed record AnalysisPart(AnalysisParts Part, string Id, string Description);

/// <summary>Every part that can be left out, in the order of the analysis. Adding one is one line here and the words for it.</summary>
public static class PartCatalog
{
    public static IReadOnlyList<AnalysisPart> All { get; } =
    [
        new(AnalysisParts.Groups, "groups", "Rates per theme, place and period"),
        new(AnalysisParts.Sensitivity, "sensitivity", "The rate under other periods and place levels"),
        new(AnalysisParts.Models, "models", "What activity, homophily and company let expect of two sectors, and the verdicts; shuffled sector labels stay"),
        new(AnalysisParts.CoPresence, "co-presence", "Who meets less than chance explains"),
        new(AnalysisParts.Coverage, "coverage", "The status of each theme at each place, and the shares of need"),
        new(AnalysisParts.Clustering, "clustering", "Clustering, constraint and effective size; brokerage with them"),
        new(AnalysisParts.Paths, "paths", "Betweenness and closeness"),
        new(AnalysisParts.Brokerage, "brokerage", "Brokerage roles, exclusive brokers, and the E-I index against chance"),
        new(AnalysisParts.Redundancy, "redundancy", "How many losses the link between two sectors stands"),
        new(AnalysisParts.Plan, "plan", "Introductions and meetings"),
        new(AnalysisParts.Names, "names", "Names that may be one organisation, and the warning of ties between two of them"),
    ];

    /// <summary>The ids of parts, in the order of the catalog.</summary>
    public static IReadOnlyList<string> Ids(AnalysisParts parts) => [.. All.Where(part => parts.HasFlag(part.Part)).Select(part => part.Id)];

    /// <summary>The parts with these ids, and those that cannot be had without them.</summary>
    /// <exception cref="KeyNotFoundException">There is no such part.</exception>
    public static AnalysisParts Of(IEnumerable<string> ids)
    {
        var parts = ids.Aggregate(AnalysisParts.None, (sum, id) => sum | (All.FirstOrDefault(part => part.Id == id) ?? throw new KeyNotFoundException(id)).Part);
        return parts.HasFlag(AnalysisParts.Clustering) ? parts | AnalysisParts.Brokerage : parts;
    }
}
