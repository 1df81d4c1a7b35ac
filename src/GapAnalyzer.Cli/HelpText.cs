using System.CommandLine;
using System.CommandLine.Invocation;
using GapAnalyzer.Cli.Commands;

namespace GapAnalyzer.Cli;

/// <summary><c>--help</c>: options in groups, each with its default said once, wrapped to a width that reads well.</summary>
internal sealed class HelpText : SynchronousCommandLineAction
{
    private const int Width = 100;
    private const int Column = 34;

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        foreach (var line in Lines(parseResult.CommandResult.Command))
            output.Write(line + "\n");
        return ExitCode.Done;
    }

    private static IEnumerable<string> Lines(Command command) => command is ToolCommand tool ? Of(tool) : Of((RootCommand)command);

    private static IEnumerable<string> Of(RootCommand root) =>
    [
        .. Wrap(root.Description!, 0),
        "",
        "Usage: gap-analyzer COMMAND [OPTIONS]",
        "",
        "Commands:",
        .. root.Subcommands.SelectMany(command => Row(command.Name, command.Description!)),
        .. Group("Options", root.Options),
        "",
        "Exit codes: 0 done, 1 a gate failed, 2 wrong usage or input, 70 internal error, 130 cancelled.",
        "'gap-analyzer COMMAND --help' says more about a command.",
    ];

    private static IEnumerable<string> Of(ToolCommand command) =>
    [
        .. Wrap(command.Description!, 0),
        "",
        $"Usage: gap-analyzer {command.Name} {string.Join(' ', command.Arguments.Select(Label))} [OPTIONS]",
        "",
        .. command.Arguments.SelectMany(argument => Row(Label(argument), argument.Description!)),
        .. command.Groups.SelectMany(group => Group(group.Title, group.Options)),
        "",
        "Examples:",
        .. command.Examples.SelectMany(example => new[] { $"  {example.CommandLine}" }.Concat(Wrap(example.What, 6))),
    ];

    private static IEnumerable<string> Group(string title, IEnumerable<Option> options) =>
        ["", $"{title}:", .. options.SelectMany(option => Row(Label(option), option.Description + Default(option)))];

    private static string Label(Argument argument) => argument.Arity.MinimumNumberOfValues > 0 ? argument.Name : $"[{argument.Name}]";

    private static string Label(Option option) =>
        string.Join(", ", option.Aliases.Where(alias => alias is not ("/?" or "/h")).OrderBy(alias => alias.Length).Append(option.Name))
        + (option.HelpName is null ? "" : $" {option.HelpName}");

    private static string Default(Option option) =>
        option.HasDefaultValue && option.HelpName is not null ? $" [default: {option.GetDefaultValue()}]" : "";

    private static IEnumerable<string> Row(string label, string description)
    {
        var left = $"  {label}";
        var right = Wrap(description, Column).ToList();
        return left.Length <= Column - 2 ? [left.PadRight(Column) + right[0].TrimStart(), .. right.Skip(1)] : [left, .. right];
    }

    /// <summary>Lines of at most <see cref="Width"/> characters that begin with this indent.</summary>
    private static IEnumerable<string> Wrap(string text, int indent)
    {
        var line = new string(' ', indent);
        foreach (var word in text.Split(' '))
        {
            if (line.Length > indent && line.Length + 1 + word.Length > Width)
            {
                yield return line;
                line = new string(' ', indent);
            }

            line += line.Length == indent ? word : $" {word}";
        }

        yield return line;
    }
}
