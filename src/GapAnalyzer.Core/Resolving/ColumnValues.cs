using GapAnalyzer.Reading;

namespace GapAnalyzer.Resolving;

/// <summary>The values of one column, cleaned and folded once for all the rows that write the same; a column that the table lacks is empty in every row.</summary>
internal sealed class ColumnValues(RawColumn? column)
{
    private static readonly ValuePool Nothing = new();

    private bool[]? missing;
    private string?[]? texts;
    private string?[]? folded;

    public ValuePool Pool { get; } = column?.Pool ?? Nothing;

    /// <summary>Number of the value in a row.</summary>
    public int Value(int row) => column is null ? ValuePool.Empty : column.Cells[row];

    /// <summary>Whether any value holds characters that cannot be seen.</summary>
    public bool HoldsControlCharacters => Enumerable.Range(0, Pool.Count).Any(value => Cells.MayHoldControlCharacters(Pool.Utf8(value)) && Cells.HasControlCharacters(Pool[value]));

    /// <summary>Whether a value is one of those that people write where they have nothing to write.</summary>
    public bool IsMissing(int value) => (missing ??= [.. Enumerable.Range(0, Pool.Count).Select(LacksText)])[value];

    /// <summary>Text of a value; empty where it is missing.</summary>
    public string Text(int value) => (texts ??= new string?[Pool.Count])[value] ??= IsMissing(value) ? "" : Cells.Printable(Pool[value]);

    /// <summary><see cref="Text"/> in folded form.</summary>
    public string Folded(int value) => (folded ??= new string?[Pool.Count])[value] ??= Fold.Name(Text(value));

    private bool LacksText(int value) =>
        Missing.Is(Pool.Utf8(value)) || (Cells.MayHoldControlCharacters(Pool.Utf8(value)) && Missing.Is(Cells.Printable(Pool[value])));
}
