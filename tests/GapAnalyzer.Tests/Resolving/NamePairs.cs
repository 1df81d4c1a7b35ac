using System.Security.Cryptography;
using System.Text;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Tests.Resolving;

/// <summary>A pair of names of a real file, judged by hand; see README.md beside the file.</summary>
/// <param name="Same">Whether the two are one organisation.</param>
/// <param name="HeldOut">Not looked at while the score was made: half of the first reading, by hash.</param>
internal sealed record NamePair(string File, string A, string B, bool Same, string? AcronymA, string? AcronymB, bool HeldOut)
{
    private static string Folder => Path.Combine(SharedData.Repository, "tests", "GapAnalyzer.Tests", "Resolving");

    public static IReadOnlyList<NamePair> All { get; } = [.. Read()];

    private static IEnumerable<NamePair> Read()
    {
        foreach (var cells in CsvFile.Rows(Path.Combine(Folder, "look-alike-pairs.csv")).Skip(1))
        {
            var isOdd = (SHA256.HashData(Encoding.UTF8.GetBytes($"{cells[0]}|{cells[1]}|{cells[2]}"))[0] & 1) == 1;
            yield return new(cells[0], cells[1], cells[2], cells[3] == "yes", NullIfEmpty(cells[5]), NullIfEmpty(cells[6]), isOdd && cells[7] == "first reading");
        }
    }

    private static string? NullIfEmpty(string text) => text.Length > 0 ? text : null;
}

/// <summary>How many judged pairs are suggested at the default score.</summary>
internal sealed record Agreement(int Right, int Missed, int Wrong, IReadOnlyList<string> Disagreements)
{
    public double Precision => (double)Right / (Right + Wrong);

    public double Recall => (double)Right / (Right + Missed);

    public override string ToString() => FormattableString.Invariant($"precision {Precision:0.000}, recall {Recall:0.000} ({Right} right, {Wrong} wrong, {Missed} missed)\n{string.Join('\n', Disagreements)}");

    /// <summary>Suggests in each file's dataset and compares with what was judged.</summary>
    public static Agreement Of(IReadOnlyList<NamePair> pairs, Func<string, IReadOnlyList<NamePair>, Dataset> datasetOf)
    {
        var (right, missed, wrong, disagreements) = (0, 0, 0, new List<string>());
        foreach (var file in pairs.GroupBy(pair => pair.File))
        {
            var dataset = datasetOf(file.Key, [.. NamePair.All.Where(pair => pair.File == file.Key)]);
            var positions = dataset.Stakeholders.Index().ToDictionary(s => Fold.Name(s.Item.Name), s => s.Index, StringComparer.Ordinal);
            var suggested = LookAlikes.Find(dataset).Select(s => (Math.Min(s.Alias.Index, s.Canonical.Index), Math.Max(s.Alias.Index, s.Canonical.Index))).ToHashSet();
            foreach (var pair in file)
            {
                // A name that the reader no longer gives is a broken fixture, not a pair that was not suggested.
                var (a, b) = (positions[Fold.Name(pair.A)], positions[Fold.Name(pair.B)]);
                var isSuggested = suggested.Contains((Math.Min(a, b), Math.Max(a, b)));
                right += isSuggested && pair.Same ? 1 : 0;
                missed += !isSuggested && pair.Same ? 1 : 0;
                wrong += isSuggested && !pair.Same ? 1 : 0;
                if (isSuggested != pair.Same)
                    disagreements.Add($"{(pair.Same ? "missed" : "wrong")}: {pair.A} | {pair.B} ({pair.File})");
            }
        }

        return new(right, missed, wrong, disagreements);
    }

    /// <summary>The names of a file's pairs alone, without places, themes or activities.</summary>
    public static Dataset NamesAlone(string file, IReadOnlyList<NamePair> pairs) =>
        NameDatasets.Of(pairs.SelectMany(pair => new[] { (pair.A, pair.AcronymA), (pair.B, pair.AcronymB) }).Distinct());

    /// <summary>The real file, read as the tool reads it.</summary>
    public static Dataset RealFile(string file, IReadOnlyList<NamePair> pairs)
    {
        var path = Path.Combine(TablesFactAttribute.Folder, file);
        return DatasetReader.Read(new(file, false, [new(file, new FileInfo(path).Length, () => File.OpenRead(path))]), new());
    }
}

/// <summary>Datasets that are nothing but names.</summary>
internal static class NameDatasets
{
    public static Dataset Of(IEnumerable<(string Name, string? Acronym)> names) => new()
    {
        Title = "names",
        Files = [],
        Sectors = [new(Vocabulary.UnknownSector, false)],
        Stakeholders = [.. names.OrderBy(n => n.Name, StringComparer.Ordinal).Select(n => new Stakeholder(n.Name, n.Name, n.Acronym, new(0), null, false, default))],
        Themes = [],
        Places = [],
        Activities = [],
        Ties = [],
        Needs = [],
        Expectations = [],
        Defaults = new(),
        ParticipationRows = 0,
        Diagnostics = DiagnosticList.Empty,
    };
}

/// <summary>A fact that needs the real 3W tables beside the repository; skipped, and listed as skipped, where there are none.</summary>
internal sealed class TablesFactAttribute : FactAttribute
{
    public TablesFactAttribute() => Skip = Directory.Exists(Folder) ? null : $"no 3W tables at {Folder}";

    public static string Folder => Path.GetFullPath(Path.Combine(SharedData.Repository, "..", "shared", "data", "3w"));
}
