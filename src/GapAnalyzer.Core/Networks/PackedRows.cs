using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace GapAnalyzer.Networks;

/// <summary>
/// Required pairs of consecutive rows, packed: the steps between the others of a row, and what is shared with each, mostly take a byte.
/// </summary>
/// <remarks>A value up to 254 is one byte; a larger one is 255 and four bytes.</remarks>
internal sealed class PackedRows
{
    private const byte Escape = byte.MaxValue;

    private readonly byte[] steps;
    private readonly byte[] shared;
    private readonly double[] weights;

    /// <summary>Where each row begins, in pairs, in steps and in shared.</summary>
    private readonly (int Pairs, int Steps, int Shared)[] start;

    private PackedRows(Writer writer) =>
        (steps, shared, weights, start) = (writer.Steps.ToArray(), writer.Shared.ToArray(), [.. writer.Weights], [.. writer.Start]);

    /// <summary>Pairs of a row.</summary>
    public int Length(int row) => start[row + 1].Pairs - start[row].Pairs;

    /// <summary>Takes up rows one after the other; after <see cref="Pack"/> it begins anew, in the same memory.</summary>
    /// <param name="weighted">Weights are kept: they are not the same as what is shared.</param>
    public sealed class Writer(bool weighted)
    {
        public MemoryStream Steps { get; } = new();

        public MemoryStream Shared { get; } = new();

        public List<double> Weights { get; } = [];

        public List<(int Pairs, int Steps, int Shared)> Start { get; } = [(0, 0, 0)];

        /// <summary>Row i: who it meets, ascending, all above i.</summary>
        public void Add(int i, PairAccumulator row)
        {
            var previous = i;
            foreach (var j in row.Others)
            {
                Put(Steps, j - previous - 1);
                Put(Shared, row.Count(j) - 1);
                if (weighted)
                    Weights.Add(row.Weight(j));
                previous = j;
            }

            Start.Add((Start[^1].Pairs + row.Others.Length, checked((int)Steps.Length), checked((int)Shared.Length)));
        }

        public PackedRows Pack()
        {
            var packed = new PackedRows(this);
            Steps.SetLength(0);
            Shared.SetLength(0);
            Weights.Clear();
            Start.RemoveRange(1, Start.Count - 1);
            return packed;
        }

        private static void Put(MemoryStream stream, int value)
        {
            if (value < Escape)
            {
                stream.WriteByte((byte)value);
                return;
            }

            Span<byte> four = stackalloc byte[sizeof(int)];
            BinaryPrimitives.WriteInt32LittleEndian(four, value);
            stream.WriteByte(Escape);
            stream.Write(four);
        }
    }

    /// <summary>The others of a row.</summary>
    /// <param name="row">Number of the row among these.</param>
    /// <param name="i">The stakeholder whose row it is.</param>
    /// <param name="others">Receives them, ascending; as long as the row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ReadOthers(int row, int i, Span<int> others)
    {
        var (bytes, at, j) = (steps, start[row].Steps, i);
        foreach (ref var other in others)
            other = j += 1 + Next(bytes, ref at);
    }

    /// <summary>What is shared with each, at least 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ReadShared(int row, Span<int> counts)
    {
        var (bytes, at) = (shared, start[row].Shared);
        foreach (ref var count in counts)
            count = 1 + Next(bytes, ref at);
    }

    /// <summary>The weight of each; empty where they are what is shared.</summary>
    public ReadOnlySpan<double> WeightsOf(int row) => weights.Length == 0 ? [] : weights.AsSpan(start[row].Pairs, Length(row));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Next(byte[] bytes, ref int at)
    {
        int value = bytes[at++];
        if (value < Escape)
            return value;
        at += sizeof(int);
        return BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at - sizeof(int)));
    }
}
