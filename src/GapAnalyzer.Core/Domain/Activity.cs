namespace GapAnalyzer.Domain;

/// <summary>What a stakeholder does in an activity; several can hold at once.</summary>
[Flags]
public enum Roles
{
    None = 0,
    Lead = 1,
    CoHost = 2,
    Implementing = 4,
    Participant = 8,
    Coordinator = 16,
    Funder = 32,
    Accountable = 64,
}

/// <summary>One stakeholder in one activity.</summary>
public readonly record struct Participation
{
    /// <summary>The rows themselves, or who looks them up by <see cref="number"/>.</summary>
    private readonly object rows;
    private readonly int number;

    /// <param name="stakeholder">Who.</param>
    /// <param name="roles">All roles that any row gives it here.</param>
    /// <param name="sources">The rows that say so, in order of file and line.</param>
    public Participation(StakeholderId stakeholder, Roles roles, IReadOnlyList<SourceRow> sources)
        : this(stakeholder, roles, sources, 0)
    {
    }

    internal Participation(StakeholderId stakeholder, Roles roles, IParticipationRows rows, int number)
        : this(stakeholder, roles, (object)rows, number)
    {
    }

    private Participation(StakeholderId stakeholder, Roles roles, object rows, int number) =>
        (Stakeholder, Roles, this.rows, this.number) = (stakeholder, roles, rows, number);

    /// <summary>Who.</summary>
    public StakeholderId Stakeholder { get; init; }

    /// <summary>All roles that any row gives it here.</summary>
    public Roles Roles { get; }

    /// <summary>The rows that say so, in order of file and line; looked up when asked for, which most loops over participations never do.</summary>
    public IReadOnlyList<SourceRow> Sources => rows as IReadOnlyList<SourceRow> ?? ((IParticipationRows)rows).RowsOf(number);

    /// <summary>Only pays: tied to the leads, but not present in the arena.</summary>
    public bool IsFunderOnly => Roles == Roles.Funder;
}

/// <summary>Looks up the rows that participations were read from.</summary>
internal interface IParticipationRows
{
    IReadOnlyList<SourceRow> RowsOf(int participation);
}

/// <summary>Something done: a theme, a place, dates, and who took part in which role.</summary>
/// <param name="Theme">What it serves; null where the row does not say.</param>
/// <param name="Admin1">Level 1 place; null where the row does not say.</param>
/// <param name="Admin2">Level 2 place; null where the row does not say.</param>
/// <param name="Dates">When; null where unknown.</param>
/// <param name="Participations">One per stakeholder, by stakeholder.</param>
/// <param name="Sources">The rows it was read from; exact repeats are one activity that cites all its lines.</param>
/// <param name="Text">What it is called; looked up when asked for, which most loops over activities never do.</param>
public sealed record Activity(
    ThemeId? Theme,
    PlaceId? Admin1,
    PlaceId? Admin2,
    DateSpan? Dates,
    IReadOnlyList<Participation> Participations,
    IReadOnlyList<SourceRow> Sources,
    IActivityText Text)
{
    public Activity(
        string id, string? title, ThemeId? theme, PlaceId? admin1, PlaceId? admin2, DateSpan? dates, IReadOnlyList<Participation> participations, IReadOnlyList<SourceRow> sources)
        : this(theme, admin1, admin2, dates, participations, sources, new ActivityText(id, title))
    {
    }

    /// <summary>The given id, else one derived from the row's canonical content; unique.</summary>
    public string Id => Text.Id;

    /// <summary>Title, where given.</summary>
    public string? Title => Text.Title;

    /// <summary>The id was made from the content of the row: it tells a reader nothing.</summary>
    public bool HasMadeId => Id is { Length: 20 } id && id.StartsWith("row-", StringComparison.Ordinal);

    /// <summary>What a meeting of a scenario is held on: it ties those who come, and makes no one present anywhere. Null: an activity that took place.</summary>
    public (ThemeId? Theme, PlaceId? Place)? Venue { get; init; }

    public bool IsInNoArena => Venue is not null;

    /// <summary>The place at level 1 or 2; null where the row does not say, never promoted from the other level.</summary>
    public PlaceId? PlaceAt(int level) => level == 1 ? Admin1 : Admin2;
}

/// <summary>What an activity is called.</summary>
public interface IActivityText
{
    string Id { get; }

    string? Title { get; }
}

/// <summary>Id and title as given.</summary>
internal sealed record ActivityText(string Id, string? Title) : IActivityText;
