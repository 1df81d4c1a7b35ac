using GapAnalyzer.Domain;

namespace GapAnalyzer.Resolving;

/// <summary>Where each stakeholder works on what: the combinations of theme and level 1 place of its activities.</summary>
internal sealed class SharedContext
{
    private readonly (long Key, double Weight)[][] cells;

    public SharedContext(Dataset dataset)
    {
        var placed = new List<(int Who, long Key)>();
        foreach (var activity in dataset.Activities)
        {
            if (activity.Theme is null && activity.Admin1 is null)
                continue;
            var key = ((long)((activity.Theme?.Index ?? -1) + 1) << 32) | (uint)((activity.Admin1?.Index ?? -1) + 1);
            foreach (var participation in activity.Participations)
                placed.Add((participation.Stakeholder.Index, key));
        }

        var byWhom = Grouping.Of(dataset.Stakeholders.Count, placed.Count, i => placed[i].Who);
        cells = new (long, double)[dataset.Stakeholders.Count][];
        Parallel.For(0, cells.Length, who => cells[who] = [.. Counted([.. byWhom.Of(who).ToArray().Select(i => placed[i].Key)])]);
    }

    /// <summary>Each key once, in order, by the root of its number: so that one busy place does not hide all the others.</summary>
    private static IEnumerable<(long Key, double Weight)> Counted(long[] keys)
    {
        Array.Sort(keys);
        for (int k = 0, next; k < keys.Length; k = next)
        {
            for (next = k + 1; next < keys.Length && keys[next] == keys[k];)
                next++;
            yield return (keys[k], Math.Sqrt(next - k));
        }
    }

    /// <summary>Cosine of the two, 0 to 1; 0 where one of them is placed nowhere.</summary>
    public double Of(int a, int b)
    {
        var (x, y) = (cells[a], cells[b]);
        double dot = 0, xx = 0, yy = 0;
        foreach (var (_, weight) in x)
            xx += weight * weight;
        foreach (var (_, weight) in y)
            yy += weight * weight;
        for (int i = 0, j = 0; i < x.Length && j < y.Length;)
        {
            if (x[i].Key == y[j].Key)
                dot += x[i++].Weight * y[j++].Weight;
            else if (x[i].Key < y[j].Key)
                i++;
            else
                j++;
        }

        return xx > 0 && yy > 0 ? dot / Math.Sqrt(xx * yy) : 0;
    }
}
