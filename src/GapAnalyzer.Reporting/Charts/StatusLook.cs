using GapAnalyzer.Measures;
using ScottPlot;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>How a cell status looks and reads; the letter carries the meaning where colour does not.</summary>
internal sealed record StatusLook(CellStatus Status, string Letter, string Hex, string Name, string Meaning)
{
    /// <summary>From most to least urgent.</summary>
    public static IReadOnlyList<StatusLook> All { get; } =
    [
        new(CellStatus.Uncovered, "U", "#A63603", "Uncovered", "in need or expected, no one present"),
        new(CellStatus.CoveredUncoordinated, "X", "#E6852E", "Uncoordinated", "several sectors, no tie between them"),
        new(CellStatus.Fragmented, "F", "#F4DC6A", "Fragmented", "some ties between sectors, not all linked up"),
        new(CellStatus.SingleSector, "S", "#DDB3CC", "Single sector", "several stakeholders, one sector"),
        new(CellStatus.SingleProvider, "1", "#B86E9E", "Single provider", "one stakeholder alone"),
        new(CellStatus.SectorsUnknown, "S?", "#E5E7EB", "Sectors unknown", "several stakeholders, too few of known sector"),
        new(CellStatus.CoordinationUnknown, "C?", "#D5D3EA", "Coordination unknown", "several sectors, no tie evidence"),
        new(CellStatus.Coordinated, "C", "#9CCBE8", "Coordinated", "several sectors, all linked up"),
        new(CellStatus.NeedUnknownNonePresent, "·", "#FFFFFF", "No one", "no one present, need unknown"),
        new(CellStatus.NotNeeded, "–", "#FFFFFF", "Not needed", "no one present, no need"),
    ];

    public Color Fill { get; } = Color.FromHex(Hex);

    public static StatusLook Of(CellStatus status) => All.First(look => look.Status == status);
}
