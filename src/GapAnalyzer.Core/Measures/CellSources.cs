using GapAnalyzer.Domain;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>The rows of the needs and expectations tables that speak of a cell.</summary>
public static class CellSources
{
    public static IReadOnlyList<SourceRow> Needs(Analysis analysis, Cell cell)
    {
        var (dataset, frame) = (analysis.Dataset, Frame.Of(analysis.Dataset, analysis.Options));
        return
        [
            .. dataset.Needs
                .Where(need => (need.Dates is null || frame.Window.Holds(need.Dates)) && frame.ThemeOf(need.Theme) == cell.Theme && NeedTable.PlaceOf(dataset, frame, need) == cell.Place)
                .Select(need => need.Source)
                .Order(),
        ];
    }

    public static IReadOnlyList<SourceRow> Expectations(Analysis analysis, Cell cell) =>
    [
        .. new ExpectationTable(analysis.Dataset, Frame.Of(analysis.Dataset, analysis.Options)).RowsAt(cell.Theme, cell.Place)
            .Select(expectation => expectation.Source)
            .Order(),
    ];
}
