using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>How a cell status looks and reads; the letter carries the meaning where colour does not.</summary>
internal sealed record StatusLook(CellStatus Status, string Letter)
{
    /// <summary>From most to least urgent.</summary>
    public static IReadOnlyList<StatusLook> All { get; } =
    [
        new(CellStatus.Uncovered, "U"),
        new(CellStatus.CoveredUncoordinated, "X"),
        new(CellStatus.Fragmented, "F"),
        new(CellStatus.SingleSector, "S"),
        new(CellStatus.SingleProvider, "1"),
        new(CellStatus.SectorsUnknown, "S?"),
        new(CellStatus.CoordinationUnknown, "C?"),
        new(CellStatus.Coordinated, "C"),
        new(CellStatus.NeedUnknownNonePresent, "·"),
        new(CellStatus.NotNeeded, "–"),
    ];

    public Paint Fill { get; } = Palette.Status(Status);

    /// <summary>Where no one is present, and no one is known to be needed.</summary>
    public bool IsBlank => Status is CellStatus.NeedUnknownNonePresent or CellStatus.NotNeeded;

    /// <summary>As a label: "Uncoordinated".</summary>
    public string Name(Texts t) => t.Say($"chart.status.{Naming.NameOf(Status)}");

    /// <summary>What a legend says of it.</summary>
    public string Meaning(Texts t) => t.Say($"chart.status.{Naming.NameOf(Status)}.meaning");

    public static StatusLook Of(CellStatus status) => All.First(look => look.Status == status);
}
