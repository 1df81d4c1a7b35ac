using GapAnalyzer.Domain;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Resolving;

/// <summary>What rows say of an activity: numbers of <see cref="ActivityDrafts"/>, 0 where they do not say.</summary>
internal readonly record struct Content(int Theme, int Place, int Dates);

/// <summary>An activity in the making.</summary>
internal record struct ActivityDraft(bool IsThere, Content Content, int Title);

/// <summary>Someone who takes part in an activity, by the row that says so; no row stands for all rows of the activity.</summary>
internal readonly record struct ParticipantDraft(int Activity, int Who, Roles Roles, SourceRow Row);

/// <summary>
/// Activities in the making, by the number of their id: a few bytes each and no object, so that there can be millions of them.
/// </summary>
/// <param name="ids">Ids of activities, and maybe of others.</param>
/// <param name="titles">Titles.</param>
internal sealed class ActivityDrafts(ValuePool ids, ValuePool titles)
{
    private readonly BlockList<ActivityDraft> drafts = new();

    public ValuePool Ids => ids;

    public ValuePool Titles => titles;

    /// <summary>Themes in folded form.</summary>
    public Numbered<string> Themes { get; } = new("");

    public Numbered<PlaceText> Places { get; } = new(PlaceText.None);

    public Numbered<DateSpan> Dates { get; } = new(default);

    public BlockList<ParticipantDraft> Participants { get; } = new();

    /// <summary>The rows that describe activities, in order of file and line for each.</summary>
    public BlockList<(int Activity, SourceRow Row)> Sources { get; } = new();

    /// <summary>Ids of the activities, in the order of their numbers.</summary>
    public IEnumerable<int> Numbers => Enumerable.Range(0, drafts.Count).Where(number => drafts[number].IsThere);

    public Content Content(string theme, PlaceText place, DateSpan? dates) => new(Themes.Of(theme), Places.Of(place), Dates.Of(dates ?? default));

    public DateSpan? DatesOf(Content content) => content.Dates == 0 ? null : Dates[content.Dates];

    /// <summary>The activity with this id, new if need be.</summary>
    public ref ActivityDraft this[int id]
    {
        get
        {
            drafts.Extend(id + 1);
            drafts[id].IsThere = true;
            return ref drafts[id];
        }
    }

    /// <summary>An activity that is there.</summary>
    public ref readonly ActivityDraft At(int id) => ref drafts[id];

    public bool Has(int id) => id < drafts.Count && drafts[id].IsThere;

    /// <summary>Of several titles the first in ordinal order stays; an empty one does not count.</summary>
    public void TakeTitle(int id, int title)
    {
        ref var draft = ref this[id];
        if (draft.Title == ValuePool.Empty || (title != ValuePool.Empty && titles.Compare(title, draft.Title) < 0))
            draft.Title = title;
    }
}
