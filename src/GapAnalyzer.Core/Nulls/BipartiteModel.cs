namespace GapAnalyzer.Nulls;

/// <summary>
/// Who would be where if only reach counted: <c>p_ic = x_i y_c / (1 + x_i y_c)</c>, every row and every column of the presence matrix with
/// its observed number of entries on average. Rows with one number of entries are alike, and so are columns: the fit is over such classes.
/// </summary>
/// <remarks>
/// Maximum likelihood by Newton's method and conjugate gradients; O(row classes x column classes) per pass. Rows that are full or empty, and
/// those that become so when they are taken out, have chances of 1 and 0 and no finite x. Sources: stochastic degree sequence model, Neal
/// 2014, Soc. Netw. 39:84, doi:10.1016/j.socnet.2014.06.001; Saracco, Straka, Di Clemente, Gabrielli, Caldarelli &amp; Squartini 2017,
/// New J. Phys. 19:053022, doi:10.1088/1367-2630/aa6b38.
/// </remarks>
internal sealed class BipartiteModel
{
    private const int MostSteps = 200;

    /// <summary>In log-odds: where margins only just fit, log-odds grow without end, and a long step would overshoot to where nothing moves.</summary>
    private const double LongestStep = 2;

    private const double Tolerance = 1e-10;

    private readonly int[] rowTimes;
    private readonly int[] columnTimes;
    private readonly double[] chance;
    private readonly bool[] rowFixed;
    private readonly bool[] columnFixed;
    private readonly int[] rowLeft;
    private readonly int[] columnLeft;

    private BipartiteModel(int[] rows, int[] columns)
    {
        (RowDegrees, rowTimes, RowClass) = Classes(rows);
        (ColumnDegrees, columnTimes, ColumnClass) = Classes(columns);
        Stride = EightLanes.Whole(ColumnDegrees.Length);
        chance = new double[RowDegrees.Length * Stride];
        (rowFixed, columnFixed) = (new bool[RowDegrees.Length], new bool[ColumnDegrees.Length]);
        (rowLeft, columnLeft) = ((int[])RowDegrees.Clone(), (int[])ColumnDegrees.Clone());
    }

    /// <summary>Entries of a row of each class, ascending.</summary>
    public int[] RowDegrees { get; }

    public int[] ColumnDegrees { get; }

    /// <summary>Class of each row.</summary>
    public int[] RowClass { get; }

    public int[] ColumnClass { get; }

    /// <summary>Columns of each class.</summary>
    public ReadOnlySpan<int> ColumnTimes => columnTimes;

    /// <summary>Chance of an entry in a row of class a and a column of class b.</summary>
    public double Chance(int a, int b) => chance[(a * Stride) + b];

    /// <summary>Column classes, rounded up to whole vectors.</summary>
    public int Stride { get; }

    /// <summary>The same for a row of class a and a column of each class, and zeros up to a whole vector.</summary>
    public ReadOnlySpan<double> Chances(int a) => chance.AsSpan(a * Stride, Stride);

    /// <param name="rows">Entries of each row.</param>
    /// <param name="columns">Entries of each column; the same in all.</param>
    public static BipartiteModel Fit(int[] rows, int[] columns)
    {
        var model = new BipartiteModel(rows, columns);
        while (model.TakeOut())
        {
        }

        model.Solve();
        return model;
    }

    private static (int[] Degrees, int[] Times, int[] Class) Classes(int[] degrees)
    {
        var distinct = degrees.Distinct().Order().ToArray();
        var of = degrees.Select(degree => Array.BinarySearch(distinct, degree)).ToArray();
        var times = new int[distinct.Length];
        foreach (var c in of)
            times[c]++;
        return (distinct, times, of);
    }

    /// <summary>Fixes the first row or column class that is empty or full in what is left.</summary>
    private bool TakeOut()
    {
        var (rows, columns) = (Free(rowFixed, rowTimes), Free(columnFixed, columnTimes));
        for (var a = 0; a < rowFixed.Length; a++)
        {
            if (rowFixed[a] || (rowLeft[a] != 0 && rowLeft[a] != columns))
                continue;
            Fix(a, rowLeft[a] != 0, rowFixed, rowTimes, columnFixed, columnLeft, (row, column) => (row * Stride) + column);
            return true;
        }

        for (var b = 0; b < columnFixed.Length; b++)
        {
            if (columnFixed[b] || (columnLeft[b] != 0 && columnLeft[b] != rows))
                continue;
            Fix(b, columnLeft[b] != 0, columnFixed, columnTimes, rowFixed, rowLeft, (column, row) => (row * Stride) + column);
            return true;
        }

        return false;
    }

    private void Fix(int which, bool full, bool[] ownFixed, int[] times, bool[] otherFixed, int[] otherLeft, Func<int, int, int> at)
    {
        ownFixed[which] = true;
        for (var other = 0; other < otherFixed.Length; other++)
        {
            if (otherFixed[other])
                continue;
            chance[at(which, other)] = full ? 1 : 0;
            otherLeft[other] -= full ? times[which] : 0;
        }
    }

    private static int Free(bool[] isFixed, int[] times) => times.Where((_, k) => !isFixed[k]).Sum();

    /// <summary>Log-odds of the free classes: rows, then columns.</summary>
    private void Solve()
    {
        var (rows, columns) = (rowFixed.Length, columnFixed.Length);
        var at = new double[rows + columns];
        var (total, cells) = (0.0, 0.0);
        for (var a = 0; a < rows; a++)
        {
            total += rowFixed[a] ? 0 : rowLeft[a] * (double)rowTimes[a];
            cells += rowFixed[a] ? 0 : rowTimes[a] * (double)Free(columnFixed, columnTimes);
        }

        if (cells == 0)
            return;
        Array.Fill(at, Math.Log(total / (cells - total)) / 2);
        var (likelihood, gradient, diagonal) = Evaluate(at);
        for (var step = 0; step < MostSteps && gradient.Max(Math.Abs) > Tolerance * total; step++)
        {
            var (direction, _) = ConjugateGradient.Solve(Multiply, diagonal, gradient, 1e-8, 4 * (rows + columns));
            var length = Math.Min(1, LongestStep / Math.Max(direction.Max(Math.Abs), double.Epsilon));
            for (var halving = 0; halving < 40; halving++, length /= 2)
            {
                var next = at.Zip(direction, (x, d) => x + (length * d)).ToArray();
                var there = Evaluate(next);
                if (there.Likelihood < likelihood - (1e-12 * Math.Abs(likelihood)) && halving < 39)
                    continue;
                (at, (likelihood, gradient, diagonal)) = (next, there);
                break;
            }
        }
    }

    private (double Likelihood, double[] Gradient, double[] Diagonal) Evaluate(double[] at)
    {
        var (rows, columns) = (rowFixed.Length, columnFixed.Length);
        var (likelihood, gradient, diagonal) = (0.0, new double[rows + columns], new double[rows + columns]);
        for (var a = 0; a < rows; a++)
        {
            for (var b = 0; b < columns; b++)
            {
                if (rowFixed[a] || columnFixed[b])
                    continue;
                var x = Math.Exp(Math.Clamp(at[a] + at[rows + b], -600, 600));
                var (p, times) = (x / (1 + x), (double)rowTimes[a] * columnTimes[b]);
                chance[(a * Stride) + b] = p;
                likelihood -= times * Math.Log(1 + x);
                gradient[a] -= times * p;
                gradient[rows + b] -= times * p;
                diagonal[a] += times * p * (1 - p);
                diagonal[rows + b] += times * p * (1 - p);
            }
        }

        AddObserved(rowFixed, rowTimes, rowLeft, 0);
        AddObserved(columnFixed, columnTimes, columnLeft, rows);
        return (likelihood, gradient, diagonal);

        void AddObserved(bool[] isFixed, int[] times, int[] left, int offset)
        {
            for (var k = 0; k < isFixed.Length; k++)
            {
                if (isFixed[k])
                    continue;
                gradient[offset + k] += (double)times[k] * left[k];
                likelihood += (double)times[k] * left[k] * at[offset + k];
            }
        }
    }

    private void Multiply(double[] v, double[] result)
    {
        var (rows, columns) = (rowFixed.Length, columnFixed.Length);
        Array.Clear(result);
        for (var a = 0; a < rows; a++)
        {
            for (var b = 0; b < columns; b++)
            {
                if (rowFixed[a] || columnFixed[b])
                    continue;
                var p = chance[(a * Stride) + b];
                var r = (double)rowTimes[a] * columnTimes[b] * p * (1 - p) * (v[a] + v[rows + b]);
                result[a] += r;
                result[rows + b] += r;
            }
        }
    }
}
