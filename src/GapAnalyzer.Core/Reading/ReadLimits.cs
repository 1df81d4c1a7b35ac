namespace GapAnalyzer.Reading;

/// <summary>How much a dataset may ask of the machine; beyond it the input is refused with a message that names the option to lift it.</summary>
public sealed record ReadLimits
{
    /// <summary>Bytes of one cell, as UTF-8: far more than any name, and enough for long remarks.</summary>
    public int MaxCellBytes { get; init; } = 1 << 20;

    /// <summary>Columns of one table: as many as a sheet of Excel has. Empty columns of a workbook do not count.</summary>
    public int MaxColumns { get; init; } = 16_384;

    /// <summary>Rows of one table: about 2 GB of memory for a table of ten columns.</summary>
    public int MaxRows { get; init; } = 50_000_000;

    /// <summary>Bytes that an archive or a workbook may unpack to for each byte it holds; more is taken for a zip bomb.</summary>
    public int MaxZipRatio { get; init; } = 200;

    /// <summary>Bytes that one file of an archive or a workbook may unpack to: archives are unpacked in memory.</summary>
    public int MaxZipBytes { get; init; } = 1 << 30;

    /// <summary>Bytes of one record of a delimited file.</summary>
    internal int MaxRecordBytes => Math.Max(1 << 24, (int)Math.Min(2L * MaxCellBytes, 1 << 30));
}
