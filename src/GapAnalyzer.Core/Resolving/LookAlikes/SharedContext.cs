using GapAnalyzer.Domain;

namespace GapAnalyzer.Resolving;

/// <summary>Where each stakeholder works on what: the combinations of theme and level 1 place of its activities.</summary>
internal sealed class SharedContext
{
    private readonly (long Key, double Weight)[][] cells;

    public SharedContext(Dataset dataset)
    {
        var counts = new Dictionary<long, int>[dataset.Stakeholders.Count];
        foreach (var activity in dataset.Activities)
        {
            if (activity.Theme is null && activity.Admin1 is null)
                continue;
            var key = ((long)((activity.Theme?.Index ?? -1) + 1) << 32) | (uint)((activity.Admin1?.Index ?? -1) + 1);
            foreach (var participation in activity.Participations)
            {
                var own = counts[participation.Stakeholder.Index] ??= [];
                own[key] = own.GetValueOrDefault(key) + 1;
            }
        }

        // The square root keeps one busy place from hiding all the others.
        cells = [.. counts.Select(own => own is null ? [] : own.OrderBy(cell => cell.Key).Select(cell => (cell.Key, Math.Sqrt(cell.Value))).ToArray())];
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
