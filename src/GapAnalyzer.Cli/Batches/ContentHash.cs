using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace GapAnalyzer.Cli.Batches;

/// <summary>One hash of many texts and files; each goes in with its length, so that no two lists of them are alike.</summary>
internal sealed class ContentHash : IDisposable
{
    private const int BlockSize = 1 << 16;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public ContentHash Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    public ContentHash Add(byte[] bytes)
    {
        Length(bytes.Length);
        hash.AppendData(bytes);
        return this;
    }

    /// <summary>A file by its bytes; its length goes in behind them.</summary>
    public ContentHash Add(Stream file, CancellationToken cancellation)
    {
        var (block, length) = (new byte[BlockSize], 0L);
        while (file.ReadAtLeast(block, block.Length, throwOnEndOfStream: false) is > 0 and var read)
        {
            cancellation.ThrowIfCancellationRequested();
            hash.AppendData(block, 0, read);
            length += read;
        }

        Length(length);
        return this;
    }

    public override string ToString() => Convert.ToHexStringLower(hash.GetCurrentHash());

    public void Dispose() => hash.Dispose();

    private void Length(long length)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, length);
        hash.AppendData(bytes);
    }
}
