using GapAnalyzer.Nulls;

namespace GapAnalyzer.Generating;

/// <summary>One activity: who leads, who else takes part, what, where and when.</summary>
/// <param name="Month">0 is the first month.</param>
/// <param name="Months">Months it lasts, at least 1.</param>
internal readonly record struct SyntheticActivity(int Lead, int[] Others, int Theme, int Place, int Month, int Months);

/// <summary>
/// Synthetic data with known gaps. Activity levels are heavy-tailed; sectors differ in size, in activity and in their mix of themes;
/// stakeholders have a home; leads invite others with a propensity by pair of sectors, which is the truth.
/// </summary>
/// <remarks>
/// Activity level: Pareto, shape 1.6, at most 25, times a log-normal factor (.35) of the sector. Theme of an activity: the lead's sector's
/// log-normal (.6) taste for each. Place: the lead's home with chance .7, else any by size. Others: 1 + geometric (mean 2), at most 12; each
/// is of sector t with chance proportional to propensity x activity of t x its taste for the theme, and in t a stakeholder by activity, from
/// the place with chance .6 where t has one there. O(activities + stakeholders) time.
/// </remarks>
internal sealed class SyntheticData
{
    private const double Shape = 1.6;
    private const double MostActive = 25;
    private const double AtHome = 0.7;
    private const double FromThePlace = 0.6;
    private const int MostOthers = 12;

    private readonly SyntheticOptions options;
    private readonly double[] activity;
    private readonly int[] home;
    private readonly double[] placeSize;
    private readonly double[][] taste;
    private readonly double[] mass;
    private readonly Dictionary<(int Sector, int Place), Group> locals;
    private readonly Group[] members;

    private SyntheticData(SyntheticOptions options)
    {
        this.options = options;
        var random = new RandomStream((ulong)options.Seed, 0);
        SectorOf = DrawSectors(options, ref random);
        var sectorLevel = Draw(options.Sectors, ref random, (ref RandomStream r) => Math.Exp(0.35 * Normal(ref r)));
        activity = Draw(options.Stakeholders, ref random, (ref RandomStream r) => Math.Min(Math.Pow(1 - r.NextDouble(), -1 / Shape), MostActive));
        for (var i = 0; i < activity.Length; i++)
            activity[i] *= sectorLevel[SectorOf[i]];
        placeSize = [.. Enumerable.Range(1, options.PlaceCount).Select(p => Math.Pow(p, -0.5))];
        home = new int[options.Stakeholders];
        for (var i = 0; i < home.Length; i++)
            home[i] = Pick(placeSize, ref random);
        taste = new double[options.Sectors][];
        for (var s = 0; s < options.Sectors; s++)
            taste[s] = Draw(options.Themes, ref random, (ref RandomStream r) => Math.Exp(0.6 * Normal(ref r)));
        members = [.. Enumerable.Range(0, home.Length).GroupBy(i => SectorOf[i]).OrderBy(group => group.Key).Select(Of)];
        mass = [.. members.Select(group => group.Cumulative[^1])];
        locals = Enumerable.Range(0, home.Length).GroupBy(i => (SectorOf[i], home[i])).ToDictionary(group => group.Key, Of);
        Propensity = Truth(options);
    }

    private delegate double Drawing(ref RandomStream random);

    public int[] SectorOf { get; }

    /// <summary>S x S, symmetric: how readily a lead of one sector invites another; 1 within.</summary>
    public double[][] Propensity { get; }

    public IReadOnlyList<SyntheticActivity> Activities { get; private set; } = [];

    public static SyntheticData Draw(SyntheticOptions options)
    {
        options.Check();
        var data = new SyntheticData(options);
        data.Activities = [.. Enumerable.Range(0, options.ActivityCount).Select(data.DrawActivity)];
        return data;
    }

    /// <summary>Stakeholders and their activity levels added up, to draw by activity in logarithmic time.</summary>
    private sealed record Group(int[] Members, double[] Cumulative)
    {
        public int Pick(ref RandomStream random)
        {
            var at = Array.BinarySearch(Cumulative, random.NextDouble() * Cumulative[^1]);
            return Members[Math.Min(at >= 0 ? at + 1 : ~at, Members.Length - 1)];
        }
    }

    private Group Of(IEnumerable<int> stakeholders)
    {
        var (group, sum) = (stakeholders.ToArray(), 0.0);
        return new(group, [.. group.Select(i => sum += activity[i])]);
    }

    /// <summary>Each activity has its own stream of the seed.</summary>
    private SyntheticActivity DrawActivity(int a)
    {
        var random = new RandomStream((ulong)options.Seed, (ulong)a + 1);
        var s = Pick(mass, ref random);
        var lead = members[s].Pick(ref random);
        var theme = Pick(taste[s], ref random);
        var place = random.NextDouble() < AtHome ? home[lead] : Pick(placeSize, ref random);
        var weights = Enumerable.Range(0, options.Sectors).Select(t => Propensity[s][t] * mass[t] * taste[t][theme]).ToArray();
        var others = new List<int>();
        for (var k = 1 + Geometric(2.0 / 3, ref random); k > 0 && others.Count < MostOthers; k--)
        {
            var t = Pick(weights, ref random);
            var group = random.NextDouble() < FromThePlace && locals.TryGetValue((t, place), out var here) ? here : members[t];
            var other = group.Pick(ref random);
            if (other != lead && !others.Contains(other))
                others.Add(other);
        }

        return new(lead, [.. others], theme, place, random.NextBelow(options.Months), 1 + Geometric(0.25, ref random));
    }

    private static double[][] Truth(SyntheticOptions options)
    {
        var names = options.SectorNames.ToList();
        double[][] truth = [.. names.Select((_, s) => names.Select((_, t) => s == t ? 1 : SyntheticOptions.CrossSector * options.UniformLow).ToArray())];
        foreach (var (a, b, factor) in options.Silos)
        {
            var (s, t) = (names.IndexOf(a), names.IndexOf(b));
            truth[s][t] = truth[t][s] = SyntheticOptions.CrossSector * options.UniformLow * factor;
        }

        return truth;
    }

    /// <summary>Two of each sector, the rest by sizes drawn as a sum of three exponentials each.</summary>
    private static int[] DrawSectors(SyntheticOptions options, ref RandomStream random)
    {
        var size = Draw(options.Sectors, ref random, (ref RandomStream r) => -Math.Log((1 - r.NextDouble()) * (1 - r.NextDouble()) * (1 - r.NextDouble())));
        var sector = new int[options.Stakeholders];
        for (var i = 0; i < sector.Length; i++)
            sector[i] = i < 2 * options.Sectors ? i % options.Sectors : Pick(size, ref random);
        return sector;
    }

    private static double[] Draw(int count, ref RandomStream random, Drawing draw)
    {
        var drawn = new double[count];
        for (var k = 0; k < count; k++)
            drawn[k] = draw(ref random);
        return drawn;
    }

    private static int Pick(double[] weights, ref RandomStream random)
    {
        var left = random.NextDouble() * weights.Sum();
        for (var k = 0; k < weights.Length; k++)
        {
            left -= weights[k];
            if (left < 0)
                return k;
        }

        return weights.Length - 1;
    }

    /// <summary>Failures before the first success of chance 1 - more.</summary>
    private static int Geometric(double more, ref RandomStream random)
    {
        var count = 0;
        while (random.NextDouble() < more)
            count++;
        return count;
    }

    /// <summary>Box and Muller 1958.</summary>
    private static double Normal(ref RandomStream random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
