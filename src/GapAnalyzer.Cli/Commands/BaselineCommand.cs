using System.CommandLine;
using System.Text;
using System.Text.Json;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Reporting;
using GapAnalyzer.Reporting.Formats;
using GapAnalyzer.Reporting.Gates;

namespace GapAnalyzer.Cli.Commands;

/// <summary><c>baseline add|prune DATASET</c>: keeps the file of accepted gaps.</summary>
internal sealed class BaselineCommand
{
    private const string Add = "add";
    private const string Prune = "prune";
    private const int Shown = 20;

    private static readonly string[] Actions = [Add, Prune];

    private readonly AnalysisArguments arguments = new();

    private readonly Argument<string> action = new("add|prune")
    {
        Description = "add: accept gaps; prune: remove the entries whose gap is closed",
        CustomParser = result => Actions.Contains(Values.Text(result)) ? Values.Text(result) : Values.Fail<string>(result, Values.Words(Actions), Actions),
    };

    private readonly Option<string> file = new("--file") { Description = "The accepted gaps: a CSV file with the columns a, b (organisations), reason and expires", HelpName = "FILE", DefaultValueFactory = _ => "coordination-baseline.csv" };
    private readonly Option<string?> reason = new("--reason") { Description = "Why the gaps are accepted; for add", HelpName = "TEXT" };
    private readonly Option<DateOnly?> expires = Values.Day("--expires", "Last day on which they are accepted; for add [default: for good]");
    private readonly Option<string[]> pair = new("--pair") { Description = "Accept the gap between these two organisations, by name, acronym or id; for add", HelpName = "A B", Arity = new(2, 2), AllowMultipleArgumentsPerToken = true };
    private readonly Option<bool> all = new("--all") { Description = "Accept every gap across sectors that is there now; for add" };
    private readonly Option<bool> expired = new("--expired") { Description = "Remove the entries that have expired too; for prune" };
    private readonly Option<bool> json = new("--json") { Description = "Print what was done as JSON" };
    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "No progress and no warnings: errors alone" };

    private BaselineCommand()
    {
    }

    public static Command Create(TextWriter error) => new BaselineCommand().Command(error);

    private ToolCommand Command(TextWriter error)
    {
        var command = new ToolCommand(
            "baseline",
            "Keeps a file of accepted gaps, each with its reason: 'analyze --baseline FILE' then fails on new gaps alone.",
            action,
            [new("Accepted gaps", file, reason, expires, pair, all, expired, json), .. arguments.Groups, new("Messages", quiet), arguments.Limits],
            new("gap-analyzer baseline add data/referral --all --reason initial", "accepts all gaps across sectors that are there now"),
            new("gap-analyzer baseline add data/referral --pair MoI DSS --reason mandates --expires 2025-06-30", "accepts one gap until a day"),
            new("gap-analyzer baseline prune data/referral", "removes the entries whose gap is closed"))
        {
            Contradiction = Contradiction,
        };
        command.Arguments.Add(arguments.Dataset);
        command.SetAction((result, cancellation) => Task.FromResult(Run(result, error, cancellation)));
        return command;
    }

    private string? Contradiction(ParseResult result)
    {
        return result.GetValue(action) == Add
            ? string.IsNullOrWhiteSpace(result.GetValue(reason)) ? "--reason is missing: say why the gaps are accepted, for whoever reads the file"
                : Given(pair) == Given(all) ? "expected either --pair A B or --all: which gaps to accept"
                : Given(expired) ? "--expired is for prune"
                : null
            : Given(reason) || Given(expires) || Given(pair) || Given(all) ? "--reason, --expires, --pair and --all are for add"
            : null;

        bool Given(Option option) => result.GetResult(option) is { Implicit: false };
    }

    /// <summary>What was done to the file.</summary>
    /// <param name="Already">Gaps that were accepted before.</param>
    private sealed record Change(IReadOnlyList<AcceptedGap> Added, IReadOnlyList<ReviewedGap> Removed, int Already);

    private int Run(ParseResult result, TextWriter error, CancellationToken cancellation)
    {
        var messages = new Messages(error, result.GetValue(quiet), verbose: false);
        var adds = result.GetValue(action) == Add;
        var path = result.GetValue(file)!;
        var baseline = BaselineFile.Read(path, mayBeNew: adds);
        if (result.GetValue(expires) is not null && !baseline.Table.Columns.Contains("expires"))
            throw new InputException($"{path}: --expires needs a column expires, and the file has none; add it to the header; nothing was changed");
        var analysis = messages.WithProgress(progress => arguments.Analyse(result, progress, cancellation));
        var review = new BaselineReview(analysis, baseline);
        var change = adds ? Adding(result, review) : new([], [.. review.Entries.Where(entry => entry.Standing == Standing.Closed || (entry.Standing == Standing.Expired && result.GetValue(expired)))], 0);
        cancellation.ThrowIfCancellationRequested();
        if (change.Added.Count + change.Removed.Count > 0)
            BaselineFile.Change(path, baseline, change.Added, [.. change.Removed.Select(gap => gap.Entry)]);
        foreach (var entry in review.Entries.Where(entry => entry.Standing == Standing.NotFound))
            messages.Note(Terminal.Line($"warning: {entry.Entry.Row.Where}: {entry.Because}; the entry was left as it is"));
        var kept = baseline.Entries.Count - change.Removed.Count + change.Added.Count;
        result.InvocationConfiguration.Output.Write(result.GetValue(json) ? Json(path, change, kept, review) : Text(path, change, kept, review));
        return ExitCode.Done;
    }

    private Change Adding(ParseResult result, BaselineReview review)
    {
        var pairs = result.GetValue(all) ? review.NewGaps(int.MaxValue).Select(gap => (gap.A, gap.B)).ToList() : [Pair(result.GetValue(pair)!, review)];
        var open = pairs.Where(ends => !review.IsAccepted(ends.A, ends.B)).ToList();
        return new(
            [.. open.Select(ends => new AcceptedGap(review.Call(ends.A), review.Call(ends.B), result.GetValue(reason)!.Trim(), result.GetValue(expires), NoRow))],
            [.. open.Select(ends => review.Of(ends.A, ends.B)).OfType<ReviewedGap>()],
            result.GetValue(all) ? review.Accepted : pairs.Count - open.Count);
    }

    private static Reading.SmallRow NoRow { get; } = new("", 0, new Dictionary<string, string>());

    private static (StakeholderId A, StakeholderId B) Pair(string[] names, BaselineReview review)
    {
        var (a, b) = (review.Names.Organisation(names[0]), review.Names.Organisation(names[1]));
        return review.NoGap(a, b) is { } none
            ? throw new InputException($"there is no gap across sectors between {Quote.Value(names[0])} and {Quote.Value(names[1])}: {none}; nothing was added")
            : a.Index < b.Index ? (a, b) : (b, a);
    }

    private static string Text(string path, Change change, int kept, BaselineReview review)
    {
        var lines = change.Removed.Select(gap => $"removed: {gap.Entry.A} - {gap.Entry.B}: {gap.Because}").Concat(change.Added.Select(gap => $"added: {gap.A} - {gap.B}")).ToList();
        List<string> text = [.. lines.Take(Shown)];
        if (lines.Count > Shown)
            text.Add($"and {Numbers.Count(lines.Count - Shown)} more");
        text.Add($"{path}: {Numbers.Count(change.Added.Count)} added, {Numbers.Count(change.Removed.Count)} removed, {Numbers.Count(change.Already)} accepted already{(change is { Already: > 0, Added.Count: 0 } ? ", whose reason and last day stay as they are" : "")}; entries now: {Numbers.Count(kept)}{Day(review)}");
        return Terminal.Text(text);
    }

    private static string Day(BaselineReview review) => review.Day is { } day ? $"; looked at on {Numbers.Date(day)} ({review.DayFrom})" : "";

    private static string Json(string path, Change change, int kept, BaselineReview review)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonFormat.Options))
        {
            json.WriteStartObject();
            json.WriteString("file", path);
            json.WriteString("day", review.Day is { } day ? Numbers.Date(day) : null);
            Write("added", change.Added.Select(gap => (gap, (string?)null)));
            Write("removed", change.Removed.Select(gap => (gap.Entry, (string?)gap.Because)));
            json.WriteNumber("already", change.Already);
            json.WriteNumber("entries", kept);
            json.WriteEndObject();

            void Write(string name, IEnumerable<(AcceptedGap Gap, string? Because)> gaps)
            {
                json.WriteStartArray(name);
                foreach (var (gap, because) in gaps)
                {
                    json.WriteStartObject();
                    json.WriteString("a", gap.A);
                    json.WriteString("b", gap.B);
                    json.WriteString("reason", gap.Reason);
                    json.WriteString("expires", gap.Expires is { } last ? Numbers.Date(last) : null);
                    if (because is not null)
                        json.WriteString("because", because);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }
}
