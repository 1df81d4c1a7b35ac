using GapAnalyzer.Domain;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>For some stakeholders: the activities, and the rows, that put them into each of their arenas.</summary>
internal sealed class EvidenceIndex
{
    private readonly Presence presence;
    private readonly Dictionary<(int Stakeholder, int Arena), List<ActivityEvidence>> activities = [];

    /// <remarks>Time: one pass over all participations; memory: only what concerns the wanted stakeholders.</remarks>
    public EvidenceIndex(Dataset dataset, Frame frame, Presence presence, IEnumerable<StakeholderId> wanted)
    {
        this.presence = presence;
        var (some, any) = (new bool[presence.N], false);
        foreach (var stakeholder in wanted)
            some[stakeholder.Index] = any = true;
        for (var a = 0; a < dataset.Activities.Count && any; a++)
        {
            var arenas = presence.ArenasOf(new ActivityId(a));
            if (arenas.Length == 0)
                continue;
            foreach (var participation in dataset.Activities[a].Participations.Where(p => some[p.Stakeholder.Index] && frame.IsPresent(p)))
            {
                var evidence = new ActivityEvidence(new(a), participation.Sources);
                foreach (var c in arenas)
                    Add((participation.Stakeholder.Index, c), evidence);
            }
        }
    }

    /// <summary>The arenas that two stakeholders share, in order, with the activities on both sides.</summary>
    public IReadOnlyList<GapEvidence> Shared(StakeholderId a, StakeholderId b) =>
    [
        .. presence.ArenasOf(a.Index).ToArray().Intersect(presence.ArenasOf(b.Index).ToArray())
            .Select(c => new GapEvidence(presence.Arenas[c], activities[(a.Index, c)], activities[(b.Index, c)])),
    ];

    private void Add((int, int) key, ActivityEvidence evidence)
    {
        if (!activities.TryGetValue(key, out var list))
            activities[key] = list = [];
        list.Add(evidence);
    }
}
