using System.CommandLine;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Planning;
using GapAnalyzer.Reporting.Formats;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Cli.Commands;

/// <summary><c>what-if DATASET</c>: every number of the headline before and after ties, meetings and departures.</summary>
internal sealed class WhatIfCommand
{
    private const int MostBytes = 16 << 20;

    private readonly AnalysisArguments arguments = new();

    private readonly Option<(string First, string Second)[]> addTie = new("--add-tie")
    {
        Description = "Add a declared tie between two organisations, each by name, acronym or id; may be given several times",
        HelpName = "A:B",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => QuotedPair.Parse(result, "A:B, such as UNODC:FIA"),
    };

    private readonly Option<(string First, string Second)[]> hold = new("--hold")
    {
        Description = "Hold a meeting of all who are present on this theme in this place; - for a theme or place that the dataset does not have. May be given several times",
        HelpName = "THEME:PLACE",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => QuotedPair.Parse(result, "THEME:PLACE, such as Protection:Sindh"),
    };

    private readonly Option<string[]> remove = new("--remove")
    {
        Description = "Take an organisation out, with all its participations and ties, by name, acronym or id; may be given several times",
        HelpName = "NAME",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> scenario = new("--scenario")
    {
        Description = "A JSON file of such changes: { \"add_tie\": [[\"A\", \"B\"]], \"hold\": [{ \"theme\": \"T\", \"place\": \"P\" }], \"remove\": [\"A\"] }; a meeting may list its \"invitees\". May be given several times",
        HelpName = "FILE",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<int?> seats = new("--seats")
    {
        Description = "Most who come to a meeting, 2 or more: those among whom the open gaps are worth most, as 'plan' invites them [default: all who are present come]",
        HelpName = "N",
        CustomParser = result => Values.Number(result) is { } number and >= 2 ? number : Values.Fail<int?>(result, "a whole number, 2 or more"),
    };

    private readonly Option<string?> language = Values.Choice("--language", "Language of the answer [default: what dataset.json says, else en]", [.. Texts.Languages]);
    private readonly Option<bool> json = new("--json") { Description = "Print the answer as JSON, with every gap" };
    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "No progress and no warnings: errors alone" };

    private WhatIfCommand()
    {
    }

    public static Command Create(TextWriter error) => new WhatIfCommand().Command(error);

    private ToolCommand Command(TextWriter error)
    {
        var command = new ToolCommand(
            "what-if",
            "Says what would change: every number of the headline before and after adding ties, holding meetings or taking organisations out, and which gaps close. All changes happen at once; their order makes no difference.",
            arguments.Dataset,
            [new("Changes", addTie, hold, remove, scenario, seats), .. arguments.Groups, new("Answer", language, json, quiet), arguments.Limits],
            new("gap-analyzer what-if data/referral --hold Protection:Sindh --add-tie MoI:UNODC", "a meeting and a memorandum"),
            new("gap-analyzer what-if data/referral --remove UNODC", "what rests on one organisation"),
            new("gap-analyzer what-if data/referral --scenario next-year.json --json", "changes from a file, for a program"));
        command.SetAction((result, cancellation) => Task.FromResult(Run(result, error, cancellation)));
        return command;
    }

    private int Run(ParseResult result, TextWriter error, CancellationToken cancellation)
    {
        var messages = new Messages(error, result.GetValue(quiet), verbose: false);
        var names = Names(result);
        var what = messages.WithProgress(progress =>
        {
            var before = arguments.Analyse(result, progress, cancellation);
            return WhatIf.Of(before, ScenarioResolving.Of(names, before, result.GetValue(seats)), cancellation, progress);
        });
        messages.Diagnostics(what.Before.Dataset.Diagnostics);
        var texts = Texts.For(result.GetValue(language), what.Before.Dataset.Defaults.Language);
        result.InvocationConfiguration.Output.Write(result.GetValue(json) ? WhatIfFiles.Json(what) : Terminal.Text(WhatIfFiles.Text(what, texts)));
        return ExitCode.Done;
    }

    /// <summary>The changes of the options and of the files together; looked at before the dataset is read.</summary>
    private ScenarioNames Names(ParseResult result)
    {
        var names = new ScenarioNames(
            result.GetValue(addTie) ?? [], [.. (result.GetValue(hold) ?? []).Select(venue => new MeetingNames(venue.First, venue.Second))], result.GetValue(remove) ?? []);
        names = (result.GetValue(scenario) ?? []).Select(file => ScenarioFile.Parse(file, Content(file))).Aggregate(names, (all, more) => all + more);
        return names.IsEmpty ? throw new InputException(ScenarioResolving.Empty) : names;
    }

    private static byte[] Content(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
                throw new InputException($"--scenario: no such file: {path}");
            if (file.Length is 0 or > MostBytes)
                throw new InputException($"{path}: {(file.Length == 0 ? "the file is empty" : $"more than {MostBytes >> 20} MB")}; expected a scenario in JSON");
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"{path}: cannot be read: {e.Message}", e);
        }
    }
}
