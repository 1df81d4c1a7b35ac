using System.Buffers;
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
    /// Reads the whole file once: UTF-16 by its byte order mark; else strictly UTF-8; with a single bad byte the file is taken for
    /// Windows-1252, which decodes anything, and the offset of that byte is kept so that it can be checked.
    /// </summary>
    /// <remarks>Memory: one block. A character may lie across two blocks: its bytes are kept for the next one.</remarks>
    /// <exception cref="InputException">The file holds NUL bytes: it is not text.</exception>
    public static TextEncoding Detect(DataFile file)
    {
        using var stream = file.Open();
        var buffer = new byte[BlockSize];
        var kept = 0;
        long offset = 0, firstBadByte = -1;
        for (var last = false; !last;)
        {
            var wanted = buffer.Length - kept;
            var read = stream.ReadAtLeast(buffer.AsSpan(kept), wanted, throwOnEndOfStream: false);
            last = read < wanted;
            var block = buffer.AsSpan(0, kept + read);
            if (offset == 0 && ByMark(block) is { } marked)
                return marked;
            if (block.IndexOf((byte)0) is var nul and >= 0)
                throw new InputException($"{file.Name}: a NUL byte at offset {offset + nul}: this is not a text file; expected CSV (a workbook has to be called .xlsx); nothing was read");

            kept = 0;
            if (firstBadByte < 0 && FirstBad(block, last, out kept) is var bad and >= 0)
                firstBadByte = offset + bad;
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
            if (status == OperationStatus.NeedMoreData && !last)
            {
                kept = block.Length - position;
                return -1;
            }

            if (status != OperationStatus.Done)
                return position;
            position += consumed;
        }

        return -1;
    }
}
