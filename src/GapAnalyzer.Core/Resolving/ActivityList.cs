using System.Collections;
using GapAnalyzer.Domain;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Resolving;

/// <summary>
/// The activities of a dataset in canonical order, kept in flat lists: about 50 bytes each beside id and title, and 16 for each
/// participation. What is asked for is made when it is asked for, and kept by no one.
/// </summary>
internal sealed class ActivityList : IReadOnlyList<Activity>, IParticipationRows
{
    private readonly ValuePool idTexts;
    private readonly ValuePool titleTexts;
    private readonly int[] ids;
    private readonly int[] titles;
    private readonly Content[] contents; // in canonical order, which a loop over activities then goes through from end to end
    private readonly DateSpan[] dates; // likewise
    private readonly int[] participationStart;
    private readonly int[] sourceStart;
    private readonly BlockList<SettledParticipation> participations = new();
    private readonly SourceRow[] sources;
    private readonly Dictionary<int, SourceRow[]> severalRows = [];
    private readonly ThemeId?[] themes;
    private readonly (PlaceId? Admin1, PlaceId? Admin2)[] places;

    /// <param name="drafts">The activities; their texts are kept, and can then no longer be looked up.</param>
    /// <param name="stakeholders">Of each draft of a stakeholder; asked for last.</param>
    /// <param name="themeOf">Position of a theme.</param>
    /// <param name="placesOf">The places that place cells mean.</param>
    public ActivityList(ActivityDrafts drafts, Func<StakeholderId[]> stakeholders, Func<string, int> themeOf, Func<PlaceText, (PlaceId? Admin1, PlaceId? Admin2)> placesOf)
    {
        (idTexts, titleTexts) = (drafts.Ids, drafts.Titles);
        ids = [.. drafts.Numbers];
        if (!AreInOrder())
            idTexts.Sort(ids);
        titles = [.. ids.Select(id => drafts.At(id).Title)];
        contents = [.. ids.Select(id => drafts.At(id).Content)];
        dates = [.. contents.Select(content => drafts.Dates[content.Dates])];
        themes = new ThemeId?[drafts.Themes.Count];
        foreach (var content in contents)
        {
            if (content.Theme is > 0 and var theme)
                themes[theme] ??= new(themeOf(drafts.Themes[theme]));
        }

        places = [.. Enumerable.Range(0, drafts.Places.Count).Select(place => placesOf(drafts.Places[place]))];

        var positions = new int[drafts.Ids.Count];
        for (var activity = 0; activity < ids.Length; activity++)
            positions[ids[activity]] = activity;
        var bySource = Grouping.Of(ids.Length, drafts.Sources.Count, i => positions[drafts.Sources[i].Activity]);
        (sourceStart, sources) = (bySource.Start, new SourceRow[drafts.Sources.Count]);
        for (var i = 0; i < sources.Length; i++)
            sources[i] = drafts.Sources[bySource.Items[i]].Row;
        participationStart = new int[ids.Length + 1];
        Settle(drafts.Participants, Grouping.Of(ids.Length, drafts.Participants.Count, i => positions[drafts.Participants[i].Activity]), stakeholders());
        idTexts.Close();
        titleTexts.Close();
    }

    public int Count => ids.Length;

    public int ParticipationCount => participations.Count;

    public Activity this[int index]
    {
        get
        {
            var content = contents[index];
            var (admin1, admin2) = places[content.Place];
            return new(themes[content.Theme], admin1, admin2, DatesAt(index), ParticipationsOf(index), SourcesOf(index), new TextOf(this, index));
        }
    }

    public DateSpan? DatesAt(int index) => contents[index].Dates == 0 ? null : dates[index];

    public SourceRow FirstSourceAt(int index) => SourcesOf(index)[0];

    public IEnumerator<Activity> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether the activities are in ordinal order of their ids already, as exports mostly have them.</summary>
    private bool AreInOrder()
    {
        for (var i = 1; i < ids.Length; i++)
        {
            if (idTexts.Compare(ids[i - 1], ids[i]) >= 0)
                return false;
        }

        return true;
    }

    /// <summary>What an activity is called, decoded when asked for.</summary>
    private sealed record TextOf(ActivityList Of, int Index) : IActivityText
    {
        public string Id => Cells.Printable(Of.idTexts[Of.ids[Index]]);

        public string? Title => Of.titles[Index] is var title && title == ValuePool.Empty ? null : Cells.Printable(Of.titleTexts[title]);
    }

    private readonly record struct SettledParticipation(StakeholderId Who, Roles Roles, SourceRow Row);

    /// <summary>Puts the participants of each activity in order; the rows of one stakeholder are one participation.</summary>
    private void Settle(BlockList<ParticipantDraft> participants, Grouping byActivity, StakeholderId[] stakeholders)
    {
        var order = new List<ulong>(); // stakeholder, then row
        for (var activity = 0; activity < Count; activity++)
        {
            order.Clear();
            foreach (var i in byActivity.Of(activity))
                order.Add(((ulong)stakeholders[participants[i].Who].Index << 32) | (uint)i);
            order.Sort();
            for (var k = 0; k < order.Count; k++)
            {
                var next = participants[(int)(uint)order[k]];
                if (k > 0 && order[k] >> 32 == order[k - 1] >> 32)
                    Merge(activity, next);
                else
                    participations.Add(new(stakeholders[next.Who], next.Roles, next.Row));
            }

            participationStart[activity + 1] = participations.Count;
        }
    }

    private void Merge(int activity, ParticipantDraft next)
    {
        var at = participations.Count - 1;
        var last = participations[at];
        participations[at] = last with { Roles = last.Roles | next.Roles };
        if (last.Row == next.Row && !severalRows.ContainsKey(at))
            return;
        severalRows[at] = [.. RowsOf(at, activity).Concat(next.Row == default ? SourcesOf(activity) : [next.Row]).Distinct().Order()];
    }

    private Participation[] ParticipationsOf(int activity)
    {
        var made = new Participation[participationStart[activity + 1] - participationStart[activity]];
        for (var k = 0; k < made.Length; k++)
        {
            var at = participationStart[activity] + k;
            made[k] = new(participations[at].Who, participations[at].Roles, this, at);
        }

        return made;
    }

    public IReadOnlyList<SourceRow> RowsOf(int participation)
    {
        var at = Array.BinarySearch(participationStart, participation);
        while (at >= 0 && participationStart[at + 1] == participation)
            at++; // Past activities without participants.
        return RowsOf(participation, at < 0 ? ~at - 1 : at);
    }

    private IReadOnlyList<SourceRow> RowsOf(int participation, int activity)
    {
        if (severalRows.TryGetValue(participation, out var rows))
            return rows;
        return participations[participation].Row is var row && row == default ? SourcesOf(activity) : [row];
    }

    private ArraySegment<SourceRow> SourcesOf(int activity) => new(sources, sourceStart[activity], sourceStart[activity + 1] - sourceStart[activity]);
}
