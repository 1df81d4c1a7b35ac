using System.CommandLine;
using System.Globalization;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Planning;
using GapAnalyzer.Reporting;
using GapAnalyzer.Reporting.Formats;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Cli.Commands;

/// <summary><c>plan DATASET</c>: introductions to make and meetings to convene, with the share of the gaps that each closes.</summary>
internal sealed class PlanCommand
{
    private readonly AnalysisArguments arguments = new();
    private readonly Option<int> meetings = Values.Whole("--meetings", "Most meetings", least: 0, byDefault: PlanOptions.DefaultMeetings);
    private readonly Option<int> introductions = Values.Whole("--introductions", "Most introductions", least: 0, byDefault: PlanOptions.DefaultIntroductions);

    private readonly Option<int?> seats = new("--seats")
    {
        Description = "Most invitees of a meeting, 2 or more [default: --max-joint-participants, above which a meeting introduces nobody]",
        HelpName = "N",
        CustomParser = result => Values.Number(result) is { } number and >= 2 ? number : Values.Fail<int?>(result, "a whole number, 2 or more"),
    };

    private readonly Option<string[]> invite = Names("--invite", "Invite this organisation to every meeting, by name, acronym or id; may be given several times");
    private readonly Option<string[]> exclude = Names("--exclude", "Leave this organisation out: it is not invited, introduces no one and hosts nothing; may be given several times");
    private readonly Option<bool> within = new("--within-sectors") { Description = "Close gaps within sectors too" };
    private readonly Option<string?> output = new("--output", "-o") { Description = "Folder for the plan: JSON, tables, a list of invitations for each meeting, and a chart of what each closes", HelpName = "DIR" };
    private readonly Option<bool> json = new("--json") { Description = "Print the plan as JSON" };
    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "No progress and no warnings: errors alone" };

    private PlanCommand()
    {
    }

    public static Command Create(TextWriter error) => new PlanCommand().Command(error);

    private ToolCommand Command(TextWriter error)
    {
        var command = new ToolCommand(
            "plan",
            "Says what to do about the gaps: whom to introduce to whom, and which meetings to convene, with the share of the gaps that each would close.",
            arguments.Dataset,
            [new("Plan", meetings, seats, invite, exclude, within, introductions), .. arguments.Groups, new("Answer", output, json, quiet), arguments.Limits],
            new("gap-analyzer plan data/referral --meetings 3 --seats 20", "the three meetings of at most 20 that close the most"),
            new("gap-analyzer plan data/referral --invite MoI -o plan", "with one ministry, by its acronym, at every table, and invitation lists in plan/invitations"));
        command.SetAction((result, cancellation) => Task.FromResult(Run(result, error, cancellation)));
        return command;
    }

    private int Run(ParseResult result, TextWriter error, CancellationToken cancellation)
    {
        var messages = new Messages(error, result.GetValue(quiet), verbose: false);
        using var folder = result.GetValue(output) is { } path ? OutputFolder.Begin(path) : null;
        var analysis = messages.WithProgress(progress => arguments.Analyse(result, progress, cancellation));
        analysis = analysis with { Plan = Planner.Of(analysis, Options(result, analysis.Dataset), cancellation) };
        if (folder is not null)
            PlanFiles.Write(analysis, folder, cancellation);
        folder?.Commit();
        messages.Diagnostics(analysis.Dataset.Diagnostics);
        result.InvocationConfiguration.Output.Write(result.GetValue(json) ? PlanFiles.Json(analysis) : Text(analysis));
        return ExitCode.Done;
    }

    private PlanOptions Options(ParseResult result, Dataset dataset)
    {
        var names = new StakeholderNames(dataset);
        var invited = (result.GetValue(invite) ?? []).Select(names.Organisation).Distinct().ToList();
        var excluded = (result.GetValue(exclude) ?? []).Select(names.Organisation).ToHashSet();
        if (invited.FirstOrDefault(excluded.Contains, new(-1)) is { Index: >= 0 } both)
            throw new InputException($"--invite and --exclude both name '{dataset.Stakeholders[both.Index].Name}'");
        if (invited.Count > result.GetValue(seats))
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"--invite names {invited.Count} organisations, and --seats {result.GetValue(seats)} has no room for them"));
        return new()
        {
            Meetings = result.GetValue(meetings),
            Introductions = result.GetValue(introductions),
            Seats = result.GetValue(seats),
            Invited = invited,
            Excluded = excluded,
            WithinSectors = result.GetValue(within),
        };
    }

    private static string Text(Analysis analysis)
    {
        var (plan, t) = (analysis.Plan, Texts.English);
        List<string> lines = [analysis.Dataset.Title];
        if (plan.Meetings.Gaps == 0)
            lines.Add(analysis.TieEvidence == TieKinds.None ? t.Say("gaps.not-measured") : t.Say("plan.nothing"));
        if (plan.Meetings.Meetings.Count > 0)
        {
            lines.AddRange(["", $"{t.Say("plan.meetings")}:", .. PlanText.Summary(analysis, t)]);
            foreach (var (m, meeting) in plan.Meetings.Meetings.Index())
            {
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{m + 1}. {PlanText.Line(analysis, meeting, t)}"));
                lines.Add($"   {PlanText.Host(analysis, meeting, t)}");
                lines.AddRange(PlanText.Invitees(analysis, meeting, t).Select(line => $"   {line}"));
            }
        }

        if (plan.Introductions.Count > 0)
        {
            lines.AddRange(["", $"{t.Say("plan.introductions")}:"]);
            lines.AddRange(plan.Introductions.Select((gap, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {PlanText.Line(analysis, gap, t)}")));
        }

        return Terminal.Text(lines);
    }

    private static Option<string[]> Names(string name, string description) => new(name) { Description = description, HelpName = "NAME", Arity = ArgumentArity.OneOrMore };
}
