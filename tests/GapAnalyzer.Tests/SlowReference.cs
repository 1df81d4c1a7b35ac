using GapAnalyzer.Domain;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Tests;

/// <summary>The method's definitions written out pair by pair and day by day, slowly, sharing no code with the networks.</summary>
internal sealed class SlowReference(Dataset dataset, AnalysisOptions chosen)
{
    private readonly AnalysisOptions options = chosen.WithDefaults(dataset.Defaults);

    public int N => dataset.Stakeholders.Count;

    private PeriodGrain Grain => options.Period!.Value;

    private int Level => options.PlaceLevel!.Value;

    /// <summary>Required: the arenas that both are present in.</summary>
    public HashSet<Arena> Shared(int i, int j)
    {
        var shared = ArenasOf(i);
        shared.IntersectWith(ArenasOf(j));
        return shared;
    }

    public HashSet<Arena> ArenasOf(int i) => [.. Activities.Where(a => IsPresent(a, i)).SelectMany(ArenasOf)];

    /// <summary>Joint activities, declared rows and strength of a pair; active in a period where one is given, of some activities alone where they are.</summary>
    public (int Joint, int Declared, double Strength) Tie(int i, int j, Period? period = null, Func<Activity, bool>? counts = null)
    {
        var (joint, declared, strength) = (0, 0, 0.0);
        foreach (var activity in Activities.Where(a => a.Dates is null || period is null || Touches(a.Dates.Value, period.Value)))
        {
            if (counts?.Invoke(activity) == false)
                continue;
            var k = activity.Participations.Count(p => !p.IsFunderOnly);
            if (k > options.MaxJointParticipants)
                continue;
            if (options.Ties.HasFlag(TieKinds.Joint) && Joins(activity, i) && Joins(activity, j))
                (joint, strength) = (joint + 1, strength + (1.0 / (k - 1)));
            if (options.Ties.HasFlag(TieKinds.Declared) && (Funds(activity, i, j) || Funds(activity, j, i)))
                (declared, strength) = (declared + 1, strength + 1);
        }

        foreach (var tie in dataset.Ties.Where(t => options.Ties.HasFlag(TieKinds.Declared) && (t.A.Index, t.B.Index) == (Math.Min(i, j), Math.Max(i, j))))
        {
            if (IsActive(tie, options.From, options.To) && (period is null || period.Value.Grain == PeriodGrain.All || IsActive(tie, period.Value.First, period.Value.Last)))
                (declared, strength) = (declared + 1, strength + tie.Strength);
        }

        return (joint, declared, strength);
    }

    /// <summary>The same of the ties that count in a cell: under local ties those of its activities, and rows of the ties table.</summary>
    public (int Joint, int Declared, double Strength) TieIn(Cell cell, int i, int j) => options.LocalTies ? Tie(i, j, null, IsIn(cell)) : Tie(i, j);

    public bool IsTiedIn(Cell cell, int i, int j) => TieIn(cell, i, j) is not (0, 0, _);

    public int[] MembersOf(Cell cell) => [.. Enumerable.Range(0, N).Where(i => Activities.Where(IsIn(cell)).Any(activity => IsPresent(activity, i)))];

    public bool IsTied(int i, int j, Period? period = null) => Tie(i, j, period) is not (0, 0, _);

    public bool IsCross(int i, int j) =>
        dataset.SectorOf(new(i)) != dataset.SectorOf(new(j)) && dataset.SectorOf(new(i)).Known && dataset.SectorOf(new(j)).Known;

    public IEnumerable<(int I, int J)> Pairs => Enumerable.Range(0, N).SelectMany(i => Enumerable.Range(i + 1, N - i - 1).Select(j => (i, j)));

    private IEnumerable<Activity> Activities => dataset.Activities.Where(activity => (options.From, options.To) == (null, null)
        || (activity.Dates is { } dates && (options.From is null || dates.Last >= options.From) && (options.To is null || dates.First <= options.To)));

    private bool IsPresent(Activity activity, int i) => activity.Participations.Any(p => p.Stakeholder.Index == i && (options.FundersPresent || p.Roles != Roles.Funder));

    private static bool Joins(Activity activity, int i) => activity.Participations.Any(p => p.Stakeholder.Index == i && p.Roles != Roles.Funder);

    private static bool Funds(Activity activity, int funder, int lead)
    {
        var wanted = activity.Participations.Any(p => p.Roles.HasFlag(Roles.Lead)) ? Roles.Lead : Roles.Implementing;
        return activity.Participations.Any(p => p.Stakeholder.Index == funder && p.Roles == Roles.Funder)
            && activity.Participations.Any(p => p.Stakeholder.Index == lead && p.Roles.HasFlag(wanted));
    }

    /// <summary>Whether an activity is in a cell: over all periods it needs no date.</summary>
    private Func<Activity, bool> IsIn(Cell cell)
    {
        var overAllPeriods = new SlowReference(dataset, options with { Period = PeriodGrain.All });
        return activity => overAllPeriods.ArenasOf(activity).Any(arena => (arena.Theme, arena.Place) == (cell.Theme, cell.Place));
    }

    /// <summary>One arena for every day of the activity that lies in the window, in the period of that day.</summary>
    private HashSet<Arena> ArenasOf(Activity activity)
    {
        var usable = dataset.Activities.Where(a => a.Dates is { } d && (Grain is PeriodGrain.Year || d.Precision != DatePrecision.Year)).ToArray();
        if ((dataset.Activities.Any(a => a.Theme is not null) && activity.Theme is null)
            || (dataset.Activities.Any(a => a.PlaceAt(Level) is not null) && activity.PlaceAt(Level) is null))
            return [];
        if (Grain == PeriodGrain.All || usable.Length == 0)
            return [new(activity.Theme, activity.PlaceAt(Level), Period.All)];
        if (!usable.Contains(activity))
            return [];
        var arenas = new HashSet<Arena>();
        for (var day = activity.Dates!.Value.First; day <= activity.Dates.Value.Last; day = day.AddDays(1))
        {
            if ((options.From is null || day >= options.From) && (options.To is null || day <= options.To))
                arenas.Add(new(activity.Theme, activity.PlaceAt(Level), Period.Containing(day, Grain)));
        }

        return arenas;
    }

    private static bool Touches(DateSpan dates, Period period)
    {
        for (var day = dates.First; day <= dates.Last; day = day.AddDays(1))
        {
            if (period.Grain == PeriodGrain.All || Period.Containing(day, period.Grain) == period)
                return true;
        }

        return false;
    }

    private static bool IsActive(DeclaredTie tie, DateOnly? from, DateOnly? to) =>
        !(to is { } last && tie.Since is { } since && since.First > last) && !(from is { } first && tie.Until is { } until && until.Last < first);
}
