using GapAnalyzer.Domain;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Planning;

/// <summary>What a plan may use.</summary>
public sealed record PlanOptions
{
    public const int DefaultMeetings = 5;
    public const int DefaultIntroductions = 20;

    /// <summary>Most meetings; there are fewer where no further one closes a gap. Default: 5.</summary>
    public int Meetings { get; init; } = DefaultMeetings;

    /// <summary>Most introductions. Default: 20.</summary>
    public int Introductions { get; init; } = DefaultIntroductions;

    /// <summary>Most invitees of a meeting, at least 2. Null: the participant limit, above which an activity ties no one.</summary>
    public int? Seats { get; init; }

    /// <summary>Stakeholders that are not to be invited, to introduce or to host.</summary>
    public IReadOnlySet<StakeholderId> Excluded { get; init; } = new HashSet<StakeholderId>();

    /// <summary>Stakeholders that are invited to every meeting, wherever they work.</summary>
    public IReadOnlyList<StakeholderId> Invited { get; init; } = [];

    /// <summary>Gaps within a sector count too. They always do where fewer than two sectors are known.</summary>
    public bool WithinSectors { get; init; }
}

/// <summary>One meeting to convene: those who work on this theme in this place and have no tie yet.</summary>
/// <param name="Theme">Null: the dataset has no theme.</param>
/// <param name="Place">Null: the dataset has no place.</param>
/// <param name="Invitees">Those for whom the meeting closes a gap, and those invited to every meeting; in canonical order.</param>
/// <param name="Host">Present there, with ties to the most invitees: who could convene them. Null where no one there has any.</param>
/// <param name="HostTies">How many of the invitees the host has a tie with.</param>
/// <param name="Present">Stakeholders present there, in any period.</param>
/// <param name="GapsClosed">Gaps that this meeting closes and no earlier one did.</param>
/// <param name="Weight">Their requirement R.</param>
/// <param name="Share">Their share of the requirement of all gaps that the plan is about; NaN where that is 0.</param>
/// <param name="CumulativeShare">The same for this and all earlier meetings.</param>
public sealed record Meeting(
    ThemeId? Theme,
    PlaceId? Place,
    IReadOnlyList<StakeholderId> Invitees,
    StakeholderId? Host,
    int HostTies,
    int Present,
    int GapsClosed,
    double Weight,
    double Share,
    double CumulativeShare);

/// <summary>Meetings to convene, in the order in which to hold them.</summary>
/// <param name="Meetings">Each closes what the earlier ones left open.</param>
/// <param name="AcrossSectors">The plan is about gaps across sectors; false: about all gaps.</param>
/// <param name="Gaps">Gaps that the plan is about.</param>
/// <param name="Weight">Their requirement R.</param>
/// <param name="Seats">Most invitees of a meeting.</param>
public sealed record MeetingPlan(IReadOnlyList<Meeting> Meetings, bool AcrossSectors, int Gaps, double Weight, int Seats)
{
    /// <summary>Gaps that the meetings were chosen by, and that are counted as closed: all, or with very many the ones of largest requirement.</summary>
    public int Considered { get; init; }

    public int GapsClosed => Meetings.Sum(meeting => meeting.GapsClosed);

    public double CumulativeShare => Meetings.Count > 0 ? Meetings[^1].CumulativeShare : double.NaN;
}

/// <summary>What to do about the gaps.</summary>
/// <param name="Introductions">The gaps that matter most of those that someone could close by an introduction, in rank order.</param>
/// <param name="Meetings">Meetings to convene.</param>
public sealed record ActionPlan(IReadOnlyList<Gap> Introductions, MeetingPlan Meetings);
