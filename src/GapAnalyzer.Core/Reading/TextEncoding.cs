using System.Text;
using System.Text.Unicode;
using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Reading;

/// <summary>How the bytes of a file become UTF-8.</summary>
/// <param name="Name">Name for people: UTF-8, UTF-16, Windows-1252.</param>
/// <param name="Source">Encoding to decode from; null where the bytes are UTF-8 already.</param>
/// <param name="FirstBadByte">Offset of the first byte that is not UTF-8; -1 where there is none.</param>
internal sealed record TextEncoding(string Name, Encoding? Source, long FirstBadByte)
{
    private const int BlockSize = 1 << 16;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Opens the file as a stream of UTF-8.</summary>
    public Stream Open(DataFile file) =>
        Source is null ? file.Open() : Encoding.CreateTranscodingStream(file.Open(), Source, Encoding.UTF8);

    /// <summary>
    /// Reads the whole file once: UTF-16 by its byte order mark; else strictly UTF-8; from the first bad byte on it is taken for
    /// Windows-1252, which decodes anything, and the offset is kept so that it can be checked.
    /// </summary>
    /// <exception cref="InputException">The file holds NUL bytes: it is not text.</exception>
    public static TextEncoding Detect(DataFile file)
    {
        using var stream = file.Open();
        var buffer = new byte[BlockSize];
        var kept = 0;
        long offset = 0, firstBadByte = -1;
        var first = true;
        while (true)
        {
            var read = stream.ReadAtLeast(buffer.AsSpan(kept), 1, throwOnEndOfStream: false);
            var block = buffer.AsSpan(0, kept + read);
            if (first && ByMark(block) is { } marked)
                return marked;
            first = false;
            if (block.IndexOf((byte)0) is var nul && nul >= 0)
                throw new InputException($"{file.Name}: a NUL byte at offset {offset + nul}: this is not a text file; expected CSV (a workbook has to be saved as CSV first); nothing was read");

            var last = read == 0;
            if (firstBadByte < 0 && FirstBad(block, last, out kept) is var bad && bad >= 0)
                firstBadByte = offset + bad;
            if (firstBadByte >= 0)
                kept = 0;
            if (last)
                break;
            offset += block.Length - kept;
            block[^kept..].CopyTo(buffer);
        }

        return firstBadByte < 0 ? new("UTF-8", null, -1) : new("Windows-1252", Windows1252, firstBadByte);
    }

    private static TextEncoding? ByMark(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xFE, ..] => new("UTF-16", Encoding.Unicode, -1),
        [0xFE, 0xFF, ..] => new("UTF-16", Encoding.BigEndianUnicode, -1),
        _ => null,
    };

    /// <summary>Offset of the first byte that is not UTF-8, or -1; an incomplete sequence at the end is kept for the next block.</summary>
    private static int FirstBad(ReadOnlySpan<byte> block, bool last, out int kept)
    {
        kept = 0;
        if (Utf8.IsValid(block))
            return -1;
        var position = 0;
        while (position < block.Length)
        {
            var status = Rune.DecodeFromUtf8(block[position..], out _, out var consumed);
            if (status == System.Buffers.OperationStatus.NeedMoreData && !last)
            {
                kept = block.Length - position;
                return -1;
            }

            if (status != System.Buffers.OperationStatus.Done)
                return position;
            position += consumed;
        }

        return -1;
    }
}
