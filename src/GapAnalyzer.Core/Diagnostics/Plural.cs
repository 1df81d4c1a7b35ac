using System.Globalization;

namespace GapAnalyzer.Diagnostics;

/// <summary>Counted things in messages.</summary>
internal static class Plural
{
    /// <summary><c>1 row</c>, <c>2 rows</c>.</summary>
    public static string Of(long count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
