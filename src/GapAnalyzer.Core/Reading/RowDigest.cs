using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace GapAnalyzer.Reading;

/// <summary>
/// Digest of all cells of a record: equal for exact repeats, whatever the delimiter, the quoting, the line breaks and the number of
/// empty cells at the end.
/// </summary>
internal sealed class RowDigest
{
    private const byte CellEnd = 0x1F;

    private readonly ArrayBufferWriter<byte> content = new();

    public UInt128 Of(RecordReader reader)
    {
        content.ResetWrittenCount();
        var filled = reader.FieldCount;
        while (filled > 0 && Trimmed(reader, filled - 1).IsEmpty)
            filled--;
        for (var i = 0; i < filled; i++)
        {
            Append(Trimmed(reader, i));
            content.Write([CellEnd]);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content.WrittenSpan, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    /// <summary>Without white space around it, as <see cref="ValuePool"/> has it; only ends beyond ASCII need decoding.</summary>
    private static ReadOnlySpan<byte> Trimmed(RecordReader reader, int column)
    {
        var cell = reader.Cell(column).Trim(" \t\r\n"u8);
        return cell.IsEmpty || (cell[0] < 0x80 && cell[^1] < 0x80) ? cell : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(cell).Trim());
    }

    private void Append(ReadOnlySpan<byte> cell)
    {
        while (cell.IndexOf((byte)'\r') is var at and >= 0)
        {
            content.Write(cell[..at]);
            content.Write("\n"u8);
            cell = cell[(at + 1)..];
            if (cell is [(byte)'\n', ..])
                cell = cell[1..];
        }

        content.Write(cell);
    }
}
