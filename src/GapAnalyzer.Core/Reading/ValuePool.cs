using System.Runtime.InteropServices;
using System.Text;

namespace GapAnalyzer.Reading;

/// <summary>
/// Interns cell values: UTF-8 bytes to a dense number, so that a value that occurs a million times is decoded, folded and
/// parsed once.
/// </summary>
internal sealed class ValuePool
{
    /// <summary>Number of the empty value.</summary>
    public const int Empty = 0;

    private readonly Dictionary<byte[], int> numbers = new(BytesComparer.Instance);
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> lookup;
    private readonly List<string> values = [];

    public ValuePool()
    {
        lookup = numbers.GetAlternateLookup<ReadOnlySpan<byte>>();
        Intern([]);
    }

    public int Count => values.Count;

    /// <summary>The value with this number, trimmed.</summary>
    public string this[int number] => values[number];

    /// <summary>Number of a value; white space around it (no-break spaces too) does not count, and every kind of line break is one.</summary>
    public int Intern(ReadOnlySpan<byte> utf8)
    {
        if (lookup.TryGetValue(utf8, out var number))
            return number;
        var text = Encoding.UTF8.GetString(utf8);
        var clean = text.Trim().ReplaceLineEndings("\n");
        return lookup[utf8] = clean == text ? Append(clean) : Intern(clean);
    }

    public int Intern(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        if (numbers.TryGetValue(bytes, out var number))
            return number;
        return numbers[bytes] = Append(value);
    }

    private int Append(string value)
    {
        values.Add(value);
        return values.Count - 1;
    }

    private sealed class BytesComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly BytesComparer Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] bytes) => GetHashCode(bytes.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        // The runtime's keyed string hash over the bytes taken as characters: as quick as any, and hostile keys cannot be made to collide.
        public int GetHashCode(ReadOnlySpan<byte> bytes)
        {
            var hash = string.GetHashCode(MemoryMarshal.Cast<byte, char>(bytes));
            return (bytes.Length & 1) == 0 ? hash : HashCode.Combine(hash, bytes[^1]);
        }
    }
}
