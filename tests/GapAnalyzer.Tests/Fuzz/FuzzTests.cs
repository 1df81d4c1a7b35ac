using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Reading;
using GapAnalyzer.Reporting;
using GapAnalyzer.Reporting.Formats;
using GapAnalyzer.Resolving;
using GapAnalyzer.Tests.Reading;
using Xunit.Abstractions;

namespace GapAnalyzer.Tests.Fuzz;

/// <summary>
/// Damaged input of every kind ends in a report or in one line that says why not: never in another exception, a hang or a great use of
/// memory. Case by case from one number, so that a failure can be repeated: <c>FUZZ_FIRST=n FUZZ_CASES=1</c>; <c>FUZZ_CASES=100000</c> is a long run.
/// </summary>
public class FuzzTests(ITestOutputHelper output)
{
    private const int CasesInShortRun = 400;
    private const long MostBytesAllocated = 1L << 30;
    private const int EveryNthIsDrawn = 500;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    [Fact]
    public void Damaged_input_is_reported_on_or_refused_in_one_line()
    {
        var (first, cases) = (Setting("FUZZ_FIRST", 1), Setting("FUZZ_CASES", CasesInShortRun));
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        List<string> failures = [];
        for (var number = first; number < first + cases && failures.Count < 20; number++)
        {
            try
            {
                var outcome = Run(() => new HostileSource(number).Make(), number);
                outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            }
            catch (Exception e)
            {
                failures.Add(string.Create(CultureInfo.InvariantCulture, $"FUZZ_FIRST={number}: {e}"));
            }
        }

        output.WriteLine(string.Join('\n', outcomes.Select(outcome => string.Create(CultureInfo.InvariantCulture, $"{outcome.Key}: {outcome.Value}"))));
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
        Assert.True(cases < CasesInShortRun || (outcomes.ContainsKey("report") && outcomes.ContainsKey("refused")), "the cases are no longer of both kinds");
    }

    /// <summary>Tables made of cells that mean something to the reader, of any text, and of any quotes and line breaks; a failure is shrunk to few cells.</summary>
    [Fact]
    public void Any_table_is_reported_on_or_refused_in_one_line()
    {
        string[] texts = ["Organisation", "Cluster", "Region", "Start date", "#org", "#sector", "#adm1+name", "#date+start", "WFP", "PAM/WFP", "WASH", "North", "31/02/2024", "44197", "Total", "\"", "\"\"", "\n", ""];
        var cell = Gen.Select(Gen.Int[0, texts.Length], Gen.String[0, 12], (at, any) => at < texts.Length ? texts[at] : any);
        cell.Array[0, 6].Array[0, 8].Sample(
            rows => Run(() => Sources.Table(string.Join('\n', rows.Select(row => string.Join(',', row)))), 1),
            iter: Setting("FUZZ_CASES", CasesInShortRun), threads: 1, seed: "0N0XIzNsQ0O2");
    }

    /// <summary>What became of a case; an exception where it is not one of the documented outcomes.</summary>
    private static string Run(Func<DataSource> make, int number)
    {
        using var cancellation = new CancellationTokenSource(Longest);
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var source = make();
            var dataset = DatasetReader.Read(source, OptionsOf(number), cancellation.Token);
            Holds(dataset, source);
            var analysis = Analysis.Run(dataset, new() { AsOf = new(2021, 6, 30), Period = (PeriodGrain)(number % 4) }, cancellation.Token);
            Writes(analysis, number, cancellation.Token);
            return dataset.Stakeholders.Count > 0 ? "report" : "report about no one";
        }
        catch (InputException refused)
        {
            Assert.False(string.IsNullOrWhiteSpace(refused.Message));
            Assert.False(refused.Message.AsSpan().ContainsAny("\r\n"), refused.Message);
            return "refused";
        }
        finally
        {
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytesAllocated);
        }
    }

    private static ReadOptions OptionsOf(int number) => new()
    {
        AsOf = number % 2 == 0 ? new DateOnly(2021, 6, 30) : null,
        Delimiter = number % 11 == 0 ? ',' : null,
        Columns = number % 13 == 0 ? new Dictionary<string, string> { [Fields.Theme] = "Cluster" } : new(),
        Limits = number % 17 == 0 ? new() { MaxCellBytes = 200, MaxColumns = 30, MaxRows = 20, MaxZipRatio = 2 } : new(),
    };

    private static void Holds(Dataset data, DataSource source)
    {
        Assert.All(data.Files, file => Assert.True(file.Rows.Used >= 0 && file.Rows.Read == file.Rows.Used + file.Rows.SetAside.Values.Sum() && file.Rows.SetAside.Values.All(count => count >= 0)));
        var cited = data.Activities.SelectMany(activity => activity.Sources.Concat(activity.Participations.SelectMany(p => p.Sources))).ToHashSet();
        Assert.All(data.Files.Index(), file => Assert.InRange(cited.Count(row => row.File == file.Index), 0, file.Item.Rows.Used));
        foreach (var wide in data.Files.Index().Where(file => file.Item.Shape.StartsWith("wide", StringComparison.Ordinal)))
            Assert.Equal(wide.Item.Rows.Used, cited.Count(row => row.File == wide.Index));
        foreach (var rows in cited.GroupBy(row => row.File))
            Assert.InRange(rows.Max(row => row.Line), rows.Min(row => row.Line) > 0 ? 1 : int.MaxValue, LinesOf(source, data.Files[rows.Key]));
        AreIds(data.Stakeholders.Select(stakeholder => stakeholder.Id));
        AreIds(data.Activities.Select(activity => activity.Id));
        Assert.All(data.Ties, tie => Assert.True(double.IsFinite(tie.Strength) && tie.A != tie.B));
        Assert.All(data.Needs.SelectMany(need => new[] { need.InNeed, need.Severity, need.Reached }), value => Assert.True(value is null || double.IsFinite(value.Value)));
    }

    private static void AreIds(IEnumerable<string> ids)
    {
        var all = ids.ToList();
        Assert.Equal(all.Count, all.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(all, string.IsNullOrWhiteSpace);
    }

    /// <summary>The most lines that a file can have: its line breaks of either kind, in any encoding, and one.</summary>
    private static int LinesOf(DataSource source, SourceFile file)
    {
        if (file.Sheet is not null)
            return 1 << 20;
        using var stream = source.Files.Single(f => f.Name == file.Name).Open();
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return 1 + bytes.ToArray().Count(b => b is (byte)'\n' or (byte)'\r');
    }

    private static void Writes(Analysis analysis, int number, CancellationToken cancellation)
    {
        var isDrawn = number % EveryNthIsDrawn == 0;
        var sink = new MemorySink();
        FormatCatalog.Write(isDrawn ? Report.Of(analysis) : new(analysis, []), FormatCatalog.Select(isDrawn ? FormatCatalog.Default : ["md", "json", "csv", "graphml"]), sink, cancellation);
        using var json = JsonDocument.Parse(Encoding.UTF8.GetString(sink["report.json"]));
        Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
        System.Xml.Linq.XDocument.Parse(Encoding.UTF8.GetString(sink["network.graphml"]));
    }

    private static int Setting(string name, int byDefault) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : byDefault;
}
