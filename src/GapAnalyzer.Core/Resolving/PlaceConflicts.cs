using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Resolving;

/// <summary>Says where place names, codes and parents contradict each other. None of it changes what is one place: names decide.</summary>
/// <param name="diagnostics">Told of them.</param>
/// <param name="cite">File and line of a row.</param>
internal sealed class PlaceConflicts(DiagnosticCollector diagnostics, Func<SourceRow?, (string File, int Line)> cite)
{
    private const string ByName = "the place is told by its name";

    /// <summary>Names that are written in several ways.</summary>
    public void ReportSpellings(PlaceLevel level, PlaceLevel level1)
    {
        foreach (var mentions in level.Named)
        {
            var written = Counted(mentions, m => m.Name);
            if (written.Count < 2)
                continue;
            var scope = mentions.First().Scope;
            Say(DiagnosticCatalog.PlacesMerged, mentions.Where(m => m.Name != written[0].Text).MinBy(m => m.First)!,
                $"{(level.Number == 0 ? "location" : $"level {Number(level)} place")} {Quote.Value(written[0].Text)}{(scope.Length == 0 ? "" : $" in {level1.NameOf(scope)}")} is written as {Quote.List(written)}", "", "taken for one place", written.Count - 1);
        }
    }

    /// <summary>Names with several codes, codes with several names, and codes in two styles.</summary>
    public void Report(PlaceLevel level, PlaceLevel level1, PlaceCodes codes)
    {
        var styles = new List<(PlaceMention Rarer, string Found)>();
        foreach (var mentions in level.Named)
        {
            var written = Counted(mentions.Where(m => m.Code.Length > 0), m => PlaceCodes.Clean(m.Code));
            if (written.Count < 2)
                continue;
            var rarer = mentions.Where(m => m.Code.Length > 0 && PlaceCodes.Clean(m.Code) != written[0].Text).MinBy(m => m.First)!;
            if (written.DistinctBy(code => codes.KeyOf(code.Text)).Count() > 1)
                Say(DiagnosticCatalog.PlaceCodeConflict, rarer, $"level {Number(level)} place {Quote.Value(level.NameOf(mentions.Key))} has the codes {Quote.List(written)}", "expected one code", ByName);
            else
                styles.Add((rarer, $"'{written[0].Text}' and '{written[1].Text}'"));
        }

        foreach (var mentions in level.NamesOfCode)
        {
            string Shown(PlaceMention m) => level.NameOf(PlaceLevel.NameKey(m.Scope, m.Name)) + (m.Scope.Length == 0 ? "" : $" in {level1.NameOf(m.Scope)}");
            var names = Counted(mentions, Shown);
            if (names.Count > 1)
            {
                Say(DiagnosticCatalog.PlaceCodeShared, mentions.Where(m => Shown(m) != names[0].Text).MinBy(m => m.First)!,
                    $"level {Number(level)} code {Code(mentions)} stands beside {Quote.List(names)}", "expected one name", "they are different places, told by their names");
            }
        }

        if (styles.Count > 0)
        {
            var first = styles.MinBy(style => style.Rarer.First);
            Say(DiagnosticCatalog.PlaceCodeStyles, first.Rarer, $"level {Number(level)} codes are written in two styles, such as {first.Found}", "", "taken for one code", styles.Count);
        }
    }

    /// <summary>Level 2 places whose code begins with the code of another level 1 place than the one their rows name.</summary>
    public void ReportParents(PlaceLevel level1, PlaceLevel level2, PlaceCodes codes, IReadOnlyDictionary<string, string> parents)
    {
        foreach (var mentions in level2.Written.Where(m => m.Scope.Length > 0 && m.Code.Length > 0).GroupBy(m => (m.Scope, Key: level2.KeyOf(m.Scope, m.Name, m.Code)!, Code: codes.KeyOf(m.Code))))
        {
            if (parents.TryGetValue(mentions.Key.Code, out var code1) && level1.PlaceWithCode(code1) is { } parent && parent != mentions.Key.Scope)
            {
                Say(DiagnosticCatalog.PlaceParentConflict, mentions.MinBy(m => m.First)!,
                    $"level 2 place {Quote.Value(level2.NameOf(mentions.Key.Key))} stands beside {Quote.Value(level1.NameOf(mentions.Key.Scope))} ({Plural.Of(mentions.Sum(m => m.Rows), "row")}), but its code {Code(mentions)} begins like that of {Quote.Value(level1.NameOf(parent))}",
                    "expected one of them", "it lies in the place that the rows name");
            }
        }
    }

    /// <summary>A location without a level that several level 2 places are called.</summary>
    public void ReportAmbiguous(string location, SourceRow? first, IEnumerable<string> parents) =>
        Say(DiagnosticCatalog.AmbiguousLocation, new("", location, "", 1, first), $"location {Quote.Value(location)} fits level 2 places in {Quote.List(parents)}", "expected the level 1 place too", "it is a place of its own");

    private void Say(DiagnosticKind kind, PlaceMention at, string found, string expected, string done, long occurrences = 1) =>
        diagnostics.Add(kind, cite(at.First), found, expected, done, occurrences);

    /// <summary>The code as most often written.</summary>
    private static string Code(IEnumerable<PlaceMention> mentions) => Quote.Value(Counted(mentions, m => PlaceCodes.Clean(m.Code))[0].Text);

    private static string Number(PlaceLevel level) => level.Number == 1 ? "1" : "2";

    /// <summary>Texts with their rows, most frequent first.</summary>
    private static List<(string Text, long Rows)> Counted(IEnumerable<PlaceMention> mentions, Func<PlaceMention, string> text) =>
        [.. mentions.GroupBy(text).Select(group => (Text: group.Key, Rows: group.Sum(m => m.Rows))).OrderByDescending(count => count.Rows).ThenBy(count => count.Text, StringComparer.Ordinal)];
}
