namespace GapAnalyzer.Measures;

/// <summary>Ties over possible ties.</summary>
internal static class Density
{
    public static Measure Measure { get; } = new(
        "density",
        "Density",
        "network, sector pair",
        "2m / (n(n-1)); between sectors ties / (n_s n_t), within ties / (n_s(n_s-1)/2)",
        "Isolates are in n. Falls with the size of the network even where everyone is equally well connected. Undefined where nothing is possible, "
            + "or there is no tie evidence.",
        "Wasserman & Faust 1994, Social Network Analysis, doi:10.1017/CBO9780511815478");

    public static double Of(long ties, long possible, bool measured) => measured && possible > 0 ? (double)ties / possible : double.NaN;

    public static long Pairs(long n) => n * (n - 1) / 2;
}
