using System.CommandLine;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reporting.Explaining;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Cli.Commands;

/// <summary><c>explain DATASET</c>: one number, verdict, status or finding of a report, from the sentence back to the rows.</summary>
internal sealed class ExplainCommand
{
    private readonly AnalysisArguments arguments = new();

    private readonly Option<string[]> pair = Two("--pair", "A B", "Two organisations, by name, acronym or id: where they meet, what ties them or would close the gap");
    private readonly Option<string?> gap = One("--gap", "ID", "A gap by its id in report.json or gaps.csv");
    private readonly Option<string[]> sectors = Two("--sectors", "S T", "Two sectors: members, rate, what each model expects, and which rule gave the verdict");
    private readonly Option<string?> stakeholder = One("--stakeholder", "NAME", "An organisation: where it is active, whom it meets and is tied to, its gaps, its place in the network");
    private readonly Option<string[]> arena = Two("--arena", "THEME PLACE", "A theme in a place: who is there, and why it has this status and no other; - for a theme or place that the dataset does not have");
    private readonly Option<string?> finding = One("--finding", "CODE[:N]", "The N-th finding of a kind, such as missing-link:1: its rule, thresholds and evidence; without N all of the kind in short. 'catalog findings' lists the kinds");
    private readonly Option<string?> language = Values.Choice("--language", "Language of the answer [default: what dataset.json says, else en]", [.. Texts.Languages]);
    private readonly Option<bool> json = new("--json") { Description = "Print the answer as JSON, under the names of report.json where it has them" };
    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "No progress and no warnings: errors alone" };

    private ExplainCommand()
    {
    }

    public static Command Create(TextWriter error) => new ExplainCommand().Command(error);

    private ToolCommand Command(TextWriter error)
    {
        Option[] questions = [pair, gap, sectors, stakeholder, arena, finding];
        var command = new ToolCommand(
            "explain",
            "Explains one number, verdict, status or finding of a report: a short answer first, then the chain of what it rests on, down to the rows of the input (file:line).",
            arguments.Dataset,
            [new("What to explain, exactly one", questions), .. arguments.Groups, new("Answer", language, json, quiet), arguments.Limits],
            new("gap-analyzer explain data/referral --pair MoI UNODC", "do they meet, where, are they tied, and by which rows"),
            new("gap-analyzer explain data/referral --sectors Government NGO", "is it worse than chance, and which rule says so"),
            new("gap-analyzer explain data/referral --arena Protection Sindh --language fr", "who is there and what is missing, in French"),
            new("gap-analyzer explain data/referral --finding missing-link:1 --json", "the first missing link, for a program"));
        command.Validators.Add(result =>
        {
            if (questions.Count(question => result.GetResult(question) is { Implicit: false }) != 1)
                result.AddError($"explain takes exactly one of {Values.Words([.. questions.Select(question => question.Name)])}");
        });
        command.SetAction((result, cancellation) => Task.FromResult(Run(result, error, cancellation)));
        return command;
    }

    private int Run(ParseResult result, TextWriter error, CancellationToken cancellation)
    {
        var messages = new Messages(error, result.GetValue(quiet), verbose: false);
        var analysis = messages.WithProgress(progress => arguments.Analyse(result, progress, cancellation));
        messages.Diagnostics(analysis.Dataset.Diagnostics);
        var inquiry = new Inquiry(analysis, Texts.For(result.GetValue(language), analysis.Dataset.Defaults.Language), result.GetValue(arguments.Dataset)!) { Options = arguments.Given(result) };
        var explanation = Answer(result, inquiry);
        result.InvocationConfiguration.Output.Write(result.GetValue(json) ? explanation.Json : Terminal.Text(explanation.Text));
        return ExitCode.Done;
    }

    /// <exception cref="InputException">A name is not found.</exception>
    private Explanation Answer(ParseResult result, Inquiry inquiry) =>
        result.GetValue(pair) is { Length: 2 } two ? Explain.Pair(inquiry, two[0], two[1])
        : result.GetValue(sectors) is { Length: 2 } both ? Explain.Sectors(inquiry, both[0], both[1])
        : result.GetValue(arena) is { Length: 2 } where ? Explain.Arena(inquiry, where[0], where[1])
        : result.GetValue(gap) is { } id ? Explain.Gap(inquiry, id)
        : result.GetValue(stakeholder) is { } name ? Explain.Stakeholder(inquiry, name)
        : Explain.Finding(inquiry, result.GetValue(finding)!);

    private static Option<string?> One(string name, string value, string description) => new(name) { Description = description, HelpName = value };

    private static Option<string[]> Two(string name, string values, string description) => new(name)
    {
        Description = description,
        HelpName = values,
        Arity = new(2, 2),
        AllowMultipleArgumentsPerToken = true,
    };
}
