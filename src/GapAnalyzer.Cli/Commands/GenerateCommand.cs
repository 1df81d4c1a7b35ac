using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;
using GapAnalyzer.Generating;

namespace GapAnalyzer.Cli.Commands;

/// <summary><c>generate DIR</c>: a synthetic dataset whose gaps are known.</summary>
internal sealed class GenerateCommand
{
    private static readonly SyntheticOptions Defaults = new();

    private readonly Argument<string> folder = new("DIR") { Description = "A folder to make; it must not exist yet, or be empty" };
    private readonly Option<int> stakeholders = Values.Whole("--stakeholders", "Organisations", least: 4, byDefault: Defaults.Stakeholders);
    private readonly Option<int> activities = Values.Whole("--activities", "Activities; 0: five per organisation", least: 0, byDefault: 0);
    private readonly Option<int> sectors = Values.Whole("--sectors", "Sectors", least: 2, byDefault: Defaults.Sectors);
    private readonly Option<int> seed = Values.Whole("--seed", "Where the random numbers start from: the same seed and options give the same bytes", least: 0, byDefault: (int)Defaults.Seed);
    private readonly Option<bool> withoutLeads = new("--without-leads") { Description = "Do not say who leads: all are participants" };

    private readonly Option<(string A, string B, double Factor)[]> silos = new("--silo")
    {
        Description = "A gap to plant: two sectors, and what their usual propensity to invite each other is multiplied with; may be given several times",
        HelpName = "S:T=0.2",
        CustomParser = Silos,
    };

    private readonly Option<double> uniformLow = new("--uniform-low")
    {
        Description = "What the propensity of every two different sectors is multiplied with",
        HelpName = "X",
        DefaultValueFactory = _ => 1,
        CustomParser = result => Factor(Values.Text(result)) ?? Values.Fail<double>(result, "a number of 0 or more"),
    };

    private readonly Option<bool> quiet = NewFolder.Quiet();

    private GenerateCommand()
    {
    }

    public static Command Create() => new GenerateCommand().Command();

    private ToolCommand Command()
    {
        var command = new ToolCommand(
            "generate",
            "Makes a synthetic dataset with known gaps, and truth.json that lists them.",
            folder,
            [new("Size", stakeholders, activities, sectors), new("Gaps", silos, uniformLow), new("Other", withoutLeads, seed, quiet)],
            new("gap-analyzer generate made --silo Government:NGO=0.2", "200 organisations in 8 sectors; government and NGOs invite each other a fifth as often as other sectors do"),
            new("gap-analyzer generate made --uniform-low 0.3 --without-leads", "all sectors keep to themselves alike, and no one knows who invited"));
        command.SetAction((result, _) => Task.FromResult(Run(result)));
        return command;
    }

    private int Run(ParseResult result)
    {
        var directory = result.GetValue(folder)!;
        NewFolder.RequireEmpty(directory);
        var options = new SyntheticOptions
        {
            Stakeholders = result.GetValue(stakeholders),
            Activities = result.GetValue(activities) is > 0 and var given ? given : null,
            Sectors = result.GetValue(sectors),
            Silos = result.GetValue(silos) ?? [],
            UniformLow = result.GetValue(uniformLow),
            NameLeads = !result.GetValue(withoutLeads),
            Seed = result.GetValue(seed),
        };
        NewFolder.Write(
            directory,
            [.. SyntheticFiles.Write(options).Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text)))],
            result.GetValue(quiet) ? TextWriter.Null : result.InvocationConfiguration.Output);
        return ExitCode.Done;
    }

    /// <summary><c>S:T=0.2</c>; a part that contains a colon is quoted.</summary>
    private static (string A, string B, double Factor)[] Silos(ArgumentResult result)
    {
        var silos = new List<(string, string, double)>();
        foreach (var token in result.Tokens.Select(token => token.Value))
        {
            var at = token.LastIndexOf('=');
            if (at > 0 && Factor(token[(at + 1)..]) is { } factor && Parts(token[..at]) is [var a, var b])
                silos.Add((a, b, factor));
            else
                result.AddError($"--silo is '{token}'; expected two sectors and a factor, such as Government:NGO=0.2");
        }

        return [.. silos];
    }

    private static double? Factor(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor) ? factor : null;

    private static List<string> Parts(string text)
    {
        var (parts, quoted) = (new List<string> { "" }, false);
        foreach (var c in text)
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == ':' && !quoted)
                parts.Add("");
            else
                parts[^1] += c;
        }

        return [.. parts.Select(part => part.Trim()).Where(part => part.Length > 0)];
    }
}
