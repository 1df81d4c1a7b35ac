namespace GapAnalyzer.Measures;

/// <summary>The median of the slopes between every two points: a few outliers do not move it.</summary>
internal static class TheilSen
{
    /// <summary><c>median { (y_j - y_i) / (x_j - x_i) : i &lt; j }</c>; of an even number of slopes the mean of the middle two.</summary>
    /// <param name="points">By time, no two at the same time.</param>
    /// <returns>Change of y per unit of x; NaN with fewer than two points.</returns>
    /// <remarks>
    /// O(n squared log n) time, O(n squared) memory. Source: Theil 1950, Proc. Kon. Ned. Akad. Wet. 53:386; Sen 1968, J. Am. Stat.
    /// Assoc. 63:1379, doi:10.1080/01621459.1968.10480934.
    /// </remarks>
    public static double Slope(IReadOnlyList<(double X, double Y)> points)
    {
        var slopes = new List<double>(points.Count * (points.Count - 1) / 2);
        for (var i = 0; i < points.Count; i++)
        {
            for (var j = i + 1; j < points.Count; j++)
                slopes.Add((points[j].Y - points[i].Y) / (points[j].X - points[i].X));
        }

        slopes.Sort();
        var middle = slopes.Count / 2;
        return slopes.Count == 0 ? double.NaN : slopes.Count % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
    }
}
