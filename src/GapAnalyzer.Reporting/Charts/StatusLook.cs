using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;
using ScottPlot;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>How a cell status looks and reads; the letter carries the meaning where colour does not.</summary>
internal sealed record StatusLook(CellStatus Status, string Letter, string Hex)
{
    /// <summary>From most to least urgent.</summary>
    public static IReadOnlyList<StatusLook> All { get; } =
    [
        new(CellStatus.Uncovered, "U", "#A63603"),
        new(CellStatus.CoveredUncoordinated, "X", "#E6852E"),
        new(CellStatus.Fragmented, "F", "#F4DC6A"),
        new(CellStatus.SingleSector, "S", "#DDB3CC"),
        new(CellStatus.SingleProvider, "1", "#B86E9E"),
        new(CellStatus.SectorsUnknown, "S?", "#E5E7EB"),
        new(CellStatus.CoordinationUnknown, "C?", "#D5D3EA"),
        new(CellStatus.Coordinated, "C", "#9CCBE8"),
        new(CellStatus.NeedUnknownNonePresent, "·", "#FFFFFF"),
        new(CellStatus.NotNeeded, "–", "#FFFFFF"),
    ];

    public Color Fill { get; } = Color.FromHex(Hex);

    /// <summary>As a label: "Uncoordinated".</summary>
    public string Name(Texts t) => t.Say($"chart.status.{Naming.NameOf(Status)}");

    /// <summary>What a legend says of it.</summary>
    public string Meaning(Texts t) => t.Say($"chart.status.{Naming.NameOf(Status)}.meaning");

    public static StatusLook Of(CellStatus status) => All.First(look => look.Status == status);
}
