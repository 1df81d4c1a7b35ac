namespace GapAnalyzer.Nulls;

/// <summary>
/// Seeded random numbers in numbered streams: stream k of a seed is the same wherever and whenever it is drawn, so that work split
/// over any number of threads gives the same numbers. SplitMix64: the state advances by an odd constant, the output is a hash of it.
/// </summary>
/// <remarks>Source: Steele, Lea &amp; Flood 2014, OOPSLA, doi:10.1145/2660193.2660195.</remarks>
internal struct RandomStream
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private ulong state;

    /// <param name="seed">Chosen by the user, printed in the report.</param>
    /// <param name="stream">Number of the stream.</param>
    public RandomStream(ulong seed, ulong stream) => state = Mix(Mix(seed + Step) + (Step * (stream + 1)));

    private RandomStream(ulong state) => this.state = state;

    /// <summary>The plain generator from a state, as published: for tests against its known values.</summary>
    public static RandomStream FromState(ulong state) => new(state);

    public ulong Next() => Mix(state += Step);

    /// <summary>Uniform in [0, 1), 53 bits.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in 0 .. bound - 1, without the bias of a remainder (Lemire 2019, doi:10.1145/3230636).</summary>
    public int NextBelow(int bound)
    {
        var range = (uint)bound;
        var product = (ulong)(uint)(Next() >> 32) * range;
        if ((uint)product < range)
        {
            var least = unchecked(0u - range) % range;
            while ((uint)product < least)
                product = (ulong)(uint)(Next() >> 32) * range;
        }

        return (int)(product >> 32);
    }

    /// <summary>Fisher-Yates: every order is equally likely.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = NextBelow(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
