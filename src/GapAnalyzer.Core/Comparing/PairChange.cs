namespace GapAnalyzer.Comparing;

/// <summary>What became of a missing link, or where it came from. The first four are of the gaps before, the first and the last three of those after.</summary>
public enum GapFate
{
    /// <summary>No gap, neither before nor after.</summary>
    None,

    /// <summary>A gap before and after.</summary>
    Persisting,

    /// <summary>The two have a tie now.</summary>
    Closed,

    /// <summary>Both are still there, without a tie, and no longer share an arena.</summary>
    NoLongerMeeting,

    /// <summary>One of the two, or both, have no activity any more.</summary>
    StakeholderLeft,

    /// <summary>The two had a tie and have none now.</summary>
    Opened,

    /// <summary>Both were there before, without a tie, and did not share an arena.</summary>
    NewlyMeeting,

    /// <summary>One of the two, or both, had no activity before.</summary>
    StakeholderArrived,
}

/// <summary>What became of a tie.</summary>
public enum TieFate
{
    None,
    Kept,
    New,
    Lost,
}

/// <summary>Two stakeholders that meet or are tied before or after.</summary>
/// <param name="A">The lower number.</param>
/// <param name="B">The higher number.</param>
/// <param name="RequirementBefore">R before; 0 where they did not meet.</param>
/// <param name="RequirementAfter">R after.</param>
public readonly record struct PairChange(int A, int B, TieFate Tie, GapFate Gap, double RequirementBefore, double RequirementAfter)
{
    /// <summary>Every such pair of two sides, in ascending order of their numbers.</summary>
    /// <remarks>One pass over four sorted lists: O(pairs), no memory.</remarks>
    public static IEnumerable<PairChange> All(Side before, Side after)
    {
        var (rb, tb, ra, ta) = (0, 0, 0, 0);
        while (true)
        {
            var key = Math.Min(Math.Min(At(before.Required, rb), At(before.Ties, tb)), Math.Min(At(after.Required, ra), At(after.Ties, ta)));
            if (key == long.MaxValue)
                yield break;
            var (required, tied) = (At(before.Required, rb) == key, At(before.Ties, tb) == key);
            var (requiredNow, tiedNow) = (At(after.Required, ra) == key, At(after.Ties, ta) == key);
            var (a, b) = PairKey.Ends(key);
            yield return new(
                a, b,
                (tied, tiedNow) switch { (true, true) => TieFate.Kept, (false, true) => TieFate.New, (true, false) => TieFate.Lost, _ => TieFate.None },
                Fate(required, tied, requiredNow, tiedNow, before.IsThere[a] && before.IsThere[b], after.IsThere[a] && after.IsThere[b]),
                required ? before.Requirement[rb] : 0,
                requiredNow ? after.Requirement[ra] : 0);
            (rb, tb, ra, ta) = (rb + (required ? 1 : 0), tb + (tied ? 1 : 0), ra + (requiredNow ? 1 : 0), ta + (tiedNow ? 1 : 0));
        }
    }

    private static long At(long[] keys, int position) => position < keys.Length ? keys[position] : long.MaxValue;

    private static GapFate Fate(bool required, bool tied, bool requiredNow, bool tiedNow, bool bothThere, bool bothThereNow) =>
        (required && !tied, requiredNow && !tiedNow) switch
        {
            (true, true) => GapFate.Persisting,
            (true, false) => tiedNow ? GapFate.Closed : bothThereNow ? GapFate.NoLongerMeeting : GapFate.StakeholderLeft,
            (false, true) => tied ? GapFate.Opened : bothThere ? GapFate.NewlyMeeting : GapFate.StakeholderArrived,
            _ => GapFate.None,
        };
}
