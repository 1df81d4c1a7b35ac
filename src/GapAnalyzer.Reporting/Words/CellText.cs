using GapAnalyzer.Measures;

namespace GapAnalyzer.Reporting.Words;

/// <summary>Cells in words.</summary>
internal static class CellText
{
    /// <summary>Name of a status, such as "covered, uncoordinated".</summary>
    public static string Status(CellStatus status, Texts t) => t.Say($"status.{Naming.NameOf(status)}");

    /// <summary>When a cell has this status.</summary>
    public static string Definition(CellStatus status, Texts t) => t.Say($"status.{Naming.NameOf(status)}.definition");

    /// <summary>What a cell is in this dataset: a combination of theme and place, a theme, or a place.</summary>
    public static string Where(Analysis analysis, int n, Texts t)
    {
        var absent = analysis.Unplaced.AbsentDimensions;
        return t.Say((absent.Contains("theme"), absent.Contains("place")) switch
        {
            (false, false) => "cells.theme-place",
            (false, true) => "cells.theme",
            (true, false) => "cells.place",
            _ => "cells.nothing",
        }, ("n", n));
    }
}
