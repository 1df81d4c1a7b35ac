using System.Text;
using GapAnalyzer.Generating;
using GapAnalyzer.Nulls;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Benchmarks;

/// <summary>
/// A model of activity other than the generator's, for rules that were found on the generator: organisations lie in a square and invite by
/// distance, so that who meets whom is not explained by theme and place alone; activity is log-normal. As <see cref="Meeting.Chain"/> each
/// guest is invited by anyone already there, not by the lead; as <see cref="Meeting.Series"/> three in ten meetings recur up to eight times
/// with most of the same people.
/// </summary>
internal sealed class Neighbours
{
    public enum Meeting
    {
        Once,
        Chain,
        Series,
    }

    private const int Themes = 4;
    private const int Months = 24;
    private const int MostSeats = 25;

    private readonly SyntheticOptions options;
    private readonly Meeting meeting;
    private readonly SyntheticData truth;
    private readonly (double X, double Y)[] home;
    private readonly double[] activity;
    private readonly double[][] taste;
    private readonly int side;
    private RandomStream random;

    private Neighbours(SyntheticOptions options, Meeting meeting)
    {
        (this.options, this.meeting) = (options, meeting);
        random = new((ulong)options.Seed, ulong.MaxValue - 2);
        truth = SyntheticData.Draw(options with { Activities = 1 });
        double[] level = [.. Enumerable.Range(0, options.Sectors).Select(_ => Math.Exp(0.35 * Normal()))];
        activity = [.. truth.SectorOf.Select(s => level[s] * Math.Exp(0.9 * Normal()))];
        home = [.. activity.Select(_ => (random.NextDouble(), random.NextDouble()))];
        taste = [.. level.Select(_ => Enumerable.Range(0, Themes).Select(_ => Math.Exp(0.6 * Normal())).ToArray())];
        side = Math.Max(2, (int)Math.Round(Math.Sqrt(options.Stakeholders / 20.0)));
    }

    public static DataSource AsSource(SyntheticOptions options, Meeting meeting) => new Neighbours(options, meeting).Write();

    private DataSource Write()
    {
        var (activities, participations) = (new StringBuilder("activity_id,theme,admin1_name,start_date\n"), new StringBuilder("activity_id,stakeholder_id,role\n"));
        for (var a = 0; a < options.ActivityCount;)
        {
            var (theme, members) = Invite();
            var (month, times) = (random.NextBelow(Months), meeting == Meeting.Series && random.NextDouble() < 0.3 ? 2 + random.NextBelow(7) : 1);
            for (var time = 0; time < times && a < options.ActivityCount; time++, a++)
            {
                var when = Math.Min(month + time, Months - 1);
                activities.Append(FormattableString.Invariant($"A{a},Theme {theme},Place {Place(members[0])},{2022 + (when / 12)}-{(when % 12) + 1:00}\n"));
                for (var k = 0; k < members.Count; k++)
                    participations.Append(FormattableString.Invariant($"A{a},S{members[k]},{(k == 0 && options.NameLeads ? "lead" : "participant")}\n"));
                members = [.. members.Where((_, k) => k == 0 || random.NextDouble() < 0.8)];
            }
        }

        var stakeholders = string.Concat(truth.SectorOf.Select((s, i) => FormattableString.Invariant($"S{i},Organisation {i},{options.SectorNames[s]}\n")));
        return new("neighbours", IsFolder: true,
        [
            File("activities.csv", activities.ToString()),
            File("participations.csv", participations.ToString()),
            File("stakeholders.csv", "stakeholder_id,name,sector\n" + stakeholders),
        ]);
    }

    /// <summary>A lead and 1 + geometric guests, 3 on average before repeats are dropped.</summary>
    private (int Theme, List<int> Members) Invite()
    {
        List<int> members = [Pick(activity)];
        var theme = Pick(taste[truth.SectorOf[members[0]]]);
        var guests = 1;
        while (guests < MostSeats && random.NextDouble() < 2.0 / 3)
            guests++;
        for (; guests > 0; guests--)
        {
            var guest = Pick(Weights(meeting == Meeting.Chain ? members[random.NextBelow(members.Count)] : members[0], theme));
            if (!members.Contains(guest))
                members.Add(guest);
        }

        return (theme, members);
    }

    private double[] Weights(int inviter, int theme) =>
    [
        .. truth.SectorOf.Select((t, j) => activity[j] * truth.Propensity[truth.SectorOf[inviter]][t] * taste[t][theme] * Math.Exp(-6 * Distance(inviter, j))),
    ];

    private double Distance(int i, int j) => Math.Sqrt(Math.Pow(home[i].X - home[j].X, 2) + Math.Pow(home[i].Y - home[j].Y, 2));

    private int Place(int i) => ((int)(home[i].X * side) * side) + (int)(home[i].Y * side);

    private static DataFile File(string name, string text) => new(name, text.Length, () => new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private int Pick(double[] weights)
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

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
