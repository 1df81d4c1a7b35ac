using GapAnalyzer.Domain;
using ScottPlot;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>Colour and marker of a sector, the same in every chart; the unknown sector is grey.</summary>
internal readonly record struct SectorLook(Color Fill, MarkerShape Shape)
{
    private static readonly MarkerShape[] Shapes =
        [MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond, MarkerShape.FilledTriangleDown];

    public static SectorLook Of(Dataset dataset, SectorId sector) => dataset.Sectors[sector.Index].Known
        ? new(Palette.Groups[sector.Index % Palette.Groups.Count], Shapes[sector.Index / Palette.Groups.Count % Shapes.Length])
        : new(Palette.Muted, MarkerShape.FilledCircle);
}
