using GapAnalyzer.Domain;
using GapAnalyzer.Findings;
using GapAnalyzer.Measures;
using GapAnalyzer.Networks;

namespace GapAnalyzer;

/// <summary>Everything that the tool has to say about a dataset: what a report is written from.</summary>
public sealed record Analysis
{
    /// <summary>What was read and resolved.</summary>
    public required Dataset Dataset { get; init; }

    /// <summary>The options as they took effect: defaults and the dataset's own settings filled in.</summary>
    public required AnalysisOptions Options { get; init; }

    /// <summary>Who coordinates with whom.</summary>
    public required TieNetwork Ties { get; init; }

    /// <summary>Who is present where.</summary>
    public required Presence Presence { get; init; }

    /// <summary>Who ought to coordinate with whom.</summary>
    public required Requirement Requirement { get; init; }

    /// <summary>Which kinds of tie evidence the dataset holds; none: rates are undefined, and there are no gaps to speak of.</summary>
    public TieKinds TieEvidence => Ties.Evidence;

    public required Headline Headline { get; init; }
    public required NetworkSummary Network { get; init; }

    /// <summary>Sectors in canonical order, the unknown one last.</summary>
    public required IReadOnlyList<SectorSummary> Sectors { get; init; }

    /// <summary>Every unordered pair of sectors, within-sector pairs included, in canonical order.</summary>
    public required IReadOnlyList<SectorPairSummary> SectorPairs { get; init; }

    public required IReadOnlyList<GroupRate> Themes { get; init; }
    public required IReadOnlyList<GroupRate> Places { get; init; }

    /// <summary>Per period, counting only ties active in it.</summary>
    public required IReadOnlyList<GroupRate> Periods { get; init; }

    /// <summary>In the dataset's order of stakeholders.</summary>
    public required IReadOnlyList<StakeholderSummary> Stakeholders { get; init; }

    /// <summary>The top gaps with their evidence, by requirement, shared arenas, then names in ordinal order.</summary>
    public required IReadOnlyList<Gap> Gaps { get; init; }

    /// <summary>Theme x place, in the dataset's order of themes and places.</summary>
    public required IReadOnlyList<Cell> Cells { get; init; }

    public required IReadOnlyList<SensitivityRow> Sensitivity { get; init; }

    public required Unplaced Unplaced { get; init; }

    /// <summary>What the rules found, most severe first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }
}
