using GapAnalyzer.Measures;

namespace GapAnalyzer.Reporting.Tables;

/// <summary>The columns of a coordination rate, the same in every table that has one.</summary>
internal static class RateColumns
{
    public static CsvTable<T> WithRate<T>(this CsvTable<T> table, Func<T, Rate> rate) => table
        .With("required", "Pairs that share at least one arena", (_, row) => rate(row).Required)
        .With("satisfied", "Those of them that have a tie; empty where the dataset has no tie evidence", (_, row) => CellValue.Satisfied(rate(row)))
        .With("rate", "satisfied / required, 0 to 1; empty where undefined", (_, row) => rate(row).Value)
        .With("rate_weighted", "The same with each pair counted by its requirement", (_, row) => rate(row).Weighted);

    /// <summary>With the leave-one-out standard error.</summary>
    public static CsvTable<T> WithRange<T>(this CsvTable<T> table, Func<T, Jackknife> range) => table
        .With("rate_se", "Leave-one-stakeholder-out standard error of the rate; empty where undefined", (_, row) => range(row).Se);

    public static CsvTable<T> WithCrossSectorRate<T>(this CsvTable<T> table, Func<T, Rate> rate) => table
        .With("cross_required", "Pairs of different known sectors that share at least one arena", (_, row) => rate(row).Required)
        .With("cross_satisfied", "Those of them that have a tie; empty where not measured", (_, row) => CellValue.Satisfied(rate(row)))
        .With("cross_rate", "cross_satisfied / cross_required; empty where undefined", (_, row) => rate(row).Value);
}
