using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using GapAnalyzer.Cli;

namespace GapAnalyzer.Tests.Cli;

/// <summary>What a run of the tool came to.</summary>
internal sealed record CliResult(int Code, string Output, string Error)
{
    private static readonly string[] Endings = [" ..."];

    /// <summary>Lines on standard error without those that only tell of progress.</summary>
    public IReadOnlyList<string> Messages =>
        [.. Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !Endings.Any(ending => line.EndsWith(ending, StringComparison.Ordinal)))];
}

/// <summary>Runs the tool in a folder of its own, in this process or as a process.</summary>
public abstract class CliTest : IDisposable
{
    /// <summary>Everything that a test writes lies below.</summary>
    private protected string Root { get; } = Directory.CreateTempSubdirectory("gap-analyzer-cli-").FullName;

    private protected string Report => At("report");

    public void Dispose()
    {
        Directory.Delete(Root, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected string At(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>Writes a file below the root, with the folders above it.</summary>
    private protected string Write(string path, string content)
    {
        var full = At(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
        return full;
    }

    private protected static Task<CliResult> Run(params string[] args) => Run(args, CancellationToken.None);

    private protected static async Task<CliResult> Run(string[] args, CancellationToken cancellation, TextWriter? error = null)
    {
        var output = new StringWriter();
        error ??= new StringWriter();
        var code = await Program.Run(args, output, error, cancellation);
        return new(code, output.ToString(), error.ToString()!);
    }

    /// <summary>Analyses into <see cref="Report"/> as JSON alone, and gives the report.</summary>
    private protected async Task<JsonNode> Analyze(string dataset, params string[] options)
    {
        var result = await Run(["analyze", dataset, "-o", Report, "--format", "json", .. options]);
        Assert.True(result.Code == 0, result.Error);
        return JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Report, "report.json")))!;
    }

    /// <summary>Starts the tool that lies beside the tests; the caller waits.</summary>
    private protected Process Start(IEnumerable<KeyValuePair<string, string>> environment, params IEnumerable<string> args)
    {
        // A shell that runs tests in the background makes them deaf to SIGINT; "env" gives the tool its hearing back.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "gap-analyzer.dll"), .. args])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private protected async Task<CliResult> RunProcess(IEnumerable<KeyValuePair<string, string>> environment, params IEnumerable<string> args)
    {
        using var process = Start(environment, args);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Content of every file below a folder by its relative path; empty where there is no folder.</summary>
    private protected static SortedDictionary<string, byte[]> Files(string folder) => new(
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(folder, path), File.ReadAllBytes)
            : [],
        StringComparer.Ordinal);

    private protected static void AssertSameFiles(SortedDictionary<string, byte[]> expected, SortedDictionary<string, byte[]> actual)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        Assert.All(expected, file => Assert.True(file.Value.AsSpan().SequenceEqual(actual[file.Key]), $"{file.Key} differs"));
    }

    /// <summary>Names of everything in the root folder, hidden files too.</summary>
    private protected IReadOnlyList<string> Entries() => [.. Directory.EnumerateFileSystemEntries(Root).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    /// <summary>
    /// One theme and one province with two districts. By year and province six pairs meet: gov, ngo, pol and uni in 2023, ngo and
    /// pol again in 2024. Four of them are tied: gov-ngo, pol-uni and ngo-pol by joint activities, gov-uni by a memorandum.
    /// The donor only pays for A1; the paper is alone in 2025.
    /// </summary>
    private protected string Tidy(string name = "tidy")
    {
        Write($"{name}/stakeholders.csv", """
            stakeholder_id,name,sector
            gov,Social Welfare Department,Government
            ngo,Shelter Trust,NGO
            pol,Provincial Police,Law enforcement
            uni,Northern University,Academia
            don,Good Donor,Donor
            med,Northern Times,Media

            """);
        Write($"{name}/activities.csv", """
            activity_id,title,theme,admin1_name,admin2_name,start_date
            A1,First,Protection,North,Alpha,2023-02-10
            A2,Second,Protection,North,Beta,2023-08-10
            A3,Third,Protection,North,Alpha,2024-03-01
            A4,Fourth,Protection,North,Alpha,2025-01-15

            """);
        Write($"{name}/participations.csv", """
            activity_id,stakeholder_id,role
            A1,gov,lead
            A1,ngo,participant
            A1,don,funder
            A2,pol,lead
            A2,uni,participant
            A3,ngo,lead
            A3,pol,participant
            A4,med,lead

            """);
        Write($"{name}/ties.csv", """
            from,to,type,since
            gov,uni,mou,2024-01-01

            """);
        return At(name);
    }

    /// <summary>Adds rows to a table.</summary>
    private protected static void Append(string folder, string table, string rows) => File.AppendAllText(Path.Combine(folder, table), rows);

    private protected static int Int(JsonNode report, string path) =>
        Convert.ToInt32(path.Split('.').Aggregate((JsonNode?)report, (node, name) => node![name])!.GetValue<double>(), CultureInfo.InvariantCulture);

    /// <summary>Pairs that meet, and those of them that are tied.</summary>
    private protected static (int Required, int Satisfied) Pairs(JsonNode report) =>
        (Int(report, "headline.coordination_rate.required"), Int(report, "headline.coordination_rate.satisfied"));
}
