namespace GapAnalyzer.Reporting.Charts;

/// <summary>What a column holds, so that every format can align and write it in its own way.</summary>
public enum ColumnKind
{
    Text,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>A share from 0 to 1, shown in percent.</summary>
    Share,

    /// <summary>Any other number.</summary>
    Number,
}

/// <summary>A column of the table behind a chart.</summary>
public sealed record ChartColumn(string Name, ColumnKind Kind = ColumnKind.Text);

/// <summary>The numbers that a chart shows, for whoever cannot see it or wants to check it.</summary>
/// <param name="Columns">Header, in order.</param>
/// <param name="Rows">Values parallel to the columns: <see cref="string"/>, <see cref="long"/> or <see cref="double"/>; an undefined number is NaN.</param>
public sealed record ChartTable(IReadOnlyList<ChartColumn> Columns, IReadOnlyList<IReadOnlyList<object>> Rows);
