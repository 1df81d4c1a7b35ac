namespace GapAnalyzer.Networks;

/// <summary>Where each member of a group stands in it, for one group after another. Working space of one thread.</summary>
/// <param name="n">Stakeholders.</param>
internal sealed class MemberPlaces(int n)
{
    private readonly int[] place = new int[n];
    private readonly MarkedValues marked = new(n);

    public void Enter(ReadOnlySpan<int> members)
    {
        marked.Mark(members);
        for (var m = 0; m < members.Length; m++)
            place[members[m]] = m;
    }

    public void Leave(ReadOnlySpan<int> members) => marked.Clear(members);

    /// <summary>Place of a member.</summary>
    public int this[int member] => place[member];

    /// <summary>Place of a stakeholder; -1 where it is no member.</summary>
    public int Of(int i) => marked.Holds(i) ? place[i] : -1;

    /// <summary>Where members stand among these values, ascending; overwritten by the next call.</summary>
    public ReadOnlySpan<int> PlacesIn(ReadOnlySpan<int> values) => marked.PlacesIn(values);
}
