using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace GapAnalyzer.Reading;

/// <summary>
/// Interns the values of a column: UTF-8 bytes to a dense number, so that a value that occurs a million times is decoded, folded and
/// parsed once, and one that is only compared is never decoded.
/// </summary>
/// <remarks>A hash table with open addressing; the bytes of all values lie in a few large arrays. About 25 bytes per value beside its own.</remarks>
internal sealed class ValuePool
{
    /// <summary>Number of the empty value.</summary>
    public const int Empty = 0;

    private const int LargestBlock = 1 << 18;

    /// <summary>Bytes of line breaks other than <c>\n</c>, or with which the UTF-8 of one begins.</summary>
    private static readonly SearchValues<byte> MayBreakLine = SearchValues.Create([(byte)'\r', (byte)'\f', 0xC2, 0xE2]);

    private readonly BlockList<Place> places = new();
    private readonly List<byte[]> blocks = [new byte[64]];
    private ulong[] slots = new ulong[16]; // hash and number + 1, so that what has another hash is passed over without a look at it; 0 is free
    private int used;
    private int last;

    public ValuePool() => Intern([]);

    public int Count => places.Count;

    /// <summary>The value with this number, trimmed.</summary>
    public string this[int number] => Encoding.UTF8.GetString(Utf8(number));

    public ReadOnlySpan<byte> Utf8(int number)
    {
        var place = places[number];
        return blocks[place.Block].AsSpan(place.Start, place.Length);
    }

    /// <summary>Number of a value; white space around it (no-break spaces too) does not count, and every kind of line break is one.</summary>
    public int Intern(ReadOnlySpan<byte> utf8)
    {
        if (last < Count && utf8.SequenceEqual(Utf8(last))) // equal values often stand together
            return last;
        var hash = Hash(utf8);
        return last = Find(utf8, hash) is var known and >= 0 ? known : Clean(utf8) is var clean && clean.SequenceEqual(utf8) ? Append(utf8, hash) : Intern(clean);
    }

    public int Intern(string value) => Intern(Encoding.UTF8.GetBytes(value));

    /// <summary>Number of a value as it is; -1 where the pool does not have it.</summary>
    public int Find(ReadOnlySpan<byte> utf8) => Find(utf8, Hash(utf8));

    /// <summary>The same, and quicker where it is the value with the number <paramref name="likely"/>: two tables often have the same ids in the same order.</summary>
    public int FindFrom(int likely, ReadOnlySpan<byte> utf8) => likely < Count && utf8.SequenceEqual(Utf8(likely)) ? likely : Find(utf8);

    /// <summary>Lets go of what values are looked up by, about half of the memory; nothing can be interned or found from then on.</summary>
    public void Close() => slots = [];

    /// <summary>Puts numbers in the order of <see cref="Compare"/>: by the first eight bytes of their values, which tells most apart, then as a whole.</summary>
    public void Sort(int[] numbers)
    {
        var (heads, plain) = (new ulong[numbers.Length], true);
        Span<byte> head = stackalloc byte[sizeof(ulong)];
        for (var i = 0; i < numbers.Length; i++)
        {
            var utf8 = Utf8(numbers[i]);
            plain &= !utf8.ContainsAnyInRange((byte)0xEE, byte.MaxValue); // where bytes and characters are not in one order
            head.Clear();
            utf8[..Math.Min(utf8.Length, head.Length)].CopyTo(head);
            heads[i] = BinaryPrimitives.ReadUInt64BigEndian(head);
        }

        if (!plain)
        {
            Array.Sort(numbers, Compare);
            return;
        }

        Array.Sort(heads, numbers);
        for (var (from, to) = (0, 1); from < numbers.Length; from = to++)
        {
            while (to < numbers.Length && heads[to] == heads[from])
                to++;
            if (to - from > 1)
                numbers.AsSpan(from, to - from).Sort(Compare);
        }
    }

    /// <summary>Compares as the ordinal order of the strings does: UTF-16 has U+E000 to U+FFFF after the characters that UTF-8 writes with four bytes.</summary>
    public int Compare(int x, int y)
    {
        var a = Utf8(x);
        var b = Utf8(y);
        var at = a.CommonPrefixLength(b);
        if (at == a.Length || at == b.Length)
            return a.Length - b.Length;
        return a[at] >= 0xEE && b[at] >= 0xEE && a[at] < 0xF0 != b[at] < 0xF0 ? b[at] - a[at] : a[at] - b[at];
    }

    /// <summary>Where the bytes of a value are.</summary>
    private readonly record struct Place(int Block, int Start, int Length);

    private int Find(ReadOnlySpan<byte> utf8, int hash)
    {
        for (var slot = hash & (slots.Length - 1); slots[slot] is var entry && entry != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            if ((int)(entry >> 32) == hash && (int)(uint)entry - 1 is var number && utf8.SequenceEqual(Utf8(number)))
                return number;
        }

        return -1;
    }

    private int Append(ReadOnlySpan<byte> utf8, int hash)
    {
        if (blocks[^1].Length - used < utf8.Length)
        {
            blocks.Add(new byte[Math.Max(utf8.Length, Math.Min(2 * blocks[^1].Length, LargestBlock))]);
            used = 0;
        }

        utf8.CopyTo(blocks[^1].AsSpan(used));
        places.Add(new(blocks.Count - 1, used, utf8.Length));
        used += utf8.Length;
        if (Count > slots.Length / 4 * 3)
            Grow();
        Occupy(((ulong)(uint)hash << 32) | (uint)Count);
        return Count - 1;
    }

    private void Grow()
    {
        var full = slots;
        slots = new ulong[2 * full.Length];
        foreach (var entry in full)
        {
            if (entry != 0)
                Occupy(entry);
        }
    }

    private void Occupy(ulong entry)
    {
        var slot = (int)(entry >> 32) & (slots.Length - 1);
        while (slots[slot] != 0)
            slot = (slot + 1) & (slots.Length - 1);
        slots[slot] = entry;
    }

    /// <summary>The value without white space around it and with <c>\n</c> for every line break; only what may hold others than those of ASCII is decoded.</summary>
    private static ReadOnlySpan<byte> Clean(ReadOnlySpan<byte> utf8)
    {
        var trimmed = utf8.Trim(" \t\r\n\v\f"u8);
        return trimmed.IsEmpty || (trimmed[0] < 0x80 && trimmed[^1] < 0x80 && !trimmed.ContainsAny(MayBreakLine))
            ? trimmed
            : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(trimmed).Trim().ReplaceLineEndings("\n"));
    }

    // The runtime's keyed string hash over the bytes taken as characters: as quick as any, and hostile keys cannot be made to collide.
    private static int Hash(ReadOnlySpan<byte> utf8)
    {
        var hash = string.GetHashCode(MemoryMarshal.Cast<byte, char>(utf8));
        return (utf8.Length & 1) == 0 ? hash : HashCode.Combine(hash, utf8[^1]);
    }
}
