namespace GapAnalyzer.Reading;

/// <summary>The records of a table, one after the other; the cells of a record last until the next one is read.</summary>
internal abstract class RecordReader : IDisposable
{
    /// <summary>1-based line, or row of a sheet, where the current record starts.</summary>
    public abstract int Line { get; }

    /// <summary>Number of cells up to the last one that may be filled.</summary>
    public abstract int FieldCount { get; }

    public abstract bool Read();

    /// <summary>A cell of the current record as UTF-8; empty where it has none.</summary>
    public abstract ReadOnlySpan<byte> Cell(int column);

    public abstract void Dispose();
}
