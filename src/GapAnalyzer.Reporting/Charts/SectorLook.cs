using GapAnalyzer.Domain;
using ScottPlot;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>Colour and marker of a sector, the same in every chart; the unknown sector is grey.</summary>
internal readonly record struct SectorLook(Paint Fill, MarkerShape Shape)
{
    /// <summary>Fewest that a theme has: from here on another shape tells sectors apart.</summary>
    private const int Colours = 6;

    private static readonly MarkerShape[] Shapes =
        [MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond, MarkerShape.FilledTriangleDown];

    public static SectorLook Of(Dataset dataset, SectorId sector) => dataset.Sectors[sector.Index].Known
        ? new(Palette.Group(sector.Index), Shapes[sector.Index / Colours % Shapes.Length])
        : new(Palette.Muted, MarkerShape.FilledCircle);
}
