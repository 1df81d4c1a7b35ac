namespace GapAnalyzer.Reading;

/// <summary>A list of plain values that grows by blocks: nothing is copied as it grows, and at most one block is not full.</summary>
internal sealed class BlockList<T>
    where T : unmanaged
{
    private const int Bits = 16;
    private const int BlockSize = 1 << Bits;
    private const int FirstSize = 64;

    private T[][] blocks = [new T[FirstSize]];

    public int Count { get; private set; }

    public ref T this[int index] => ref blocks[index >> Bits][index & (BlockSize - 1)];

    public void Add(T value)
    {
        var (at, block) = (Count, Count >> Bits);
        if (block < blocks.Length && (at & (BlockSize - 1)) < blocks[block].Length)
            Count = at + 1;
        else
            Extend(checked(at + 1));
        this[at] = value;
    }

    /// <summary>Makes the list as long as this with default values; does nothing where it is longer.</summary>
    public void Extend(int count)
    {
        if (count <= Count)
            return;
        Count = count;
        while (count > ((blocks.Length - 1) << Bits) + blocks[^1].Length)
        {
            if (blocks[^1].Length == BlockSize)
                blocks = [.. blocks, new T[BlockSize]];
            else // only the first block grows: most tables are small
                Array.Resize(ref blocks[0], Math.Min(4 * blocks[0].Length, BlockSize));
        }
    }
}
