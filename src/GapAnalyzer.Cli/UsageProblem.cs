using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using GapAnalyzer.Cli.Commands;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Cli;

/// <summary>What is wrong with a command line, in one line with a hint: the likeliest cause where the parser sees several.</summary>
internal static class UsageProblem
{
    /// <summary>The problem; null where the command line is right, or only asks for help or the version.</summary>
    public static string? Of(ParseResult result) =>
        result.Action is { Terminating: true } and not ParseErrorAction ? null
        : Problem(result) is { } problem ? $"{problem.TrimEnd('.')}; try 'gap-analyzer {(result.CommandResult.Command is RootCommand ? "" : result.CommandResult.Command.Name + " ")}--help'"
        : null;

    private static string? Problem(ParseResult result)
    {
        var options = result.CommandResult.Command.Options.Concat(result.RootCommandResult.Command.Options.Where(option => option.Recursive)).ToList();
        if (MistakenOption(result) is { } mistaken)
            return $"there is no option '{mistaken}'{DidYouMean(mistaken, options.Select(option => option.Name))}";
        if (WithoutValue(result, options) is { } option)
            return option.Option.Arity.MinimumNumberOfValues > 1 ? $"{option.Option.Name} needs {option.Option.Arity.MinimumNumberOfValues} values, {option.Option.HelpName}" : $"{option.Option.Name} needs a value";
        if (result.Errors.Count == 0)
            return null;
        var stray = result.UnmatchedTokens is [var first, ..] ? first : null;
        return result.CommandResult.Command is RootCommand root ? Command(root, stray)
            : stray is not null ? $"'{stray}' is one argument too many"
            : MissingArgument(result) is { } argument ? $"{argument.Name} is missing: {argument.Description}"
            : result.Errors[0].Message;
    }

    private static string Command(RootCommand root, string? found)
    {
        var commands = root.Subcommands.Select(command => command.Name).ToList();
        return found is null
            ? $"a command is missing; expected {Values.Words(commands)}"
            : $"there is no command '{found}'{DidYouMean(found, commands)}; expected {Values.Words(commands)}";
    }

    /// <summary>A word with a dash that no option has; the parser would take it for an argument.</summary>
    private static string? MistakenOption(ParseResult result) =>
        result.Tokens.Any(token => token.Type == TokenType.DoubleDash)
            ? null
            : result.Tokens.FirstOrDefault(token => token.Type == TokenType.Argument && token.Value.StartsWith('-') && !Given(result).Any(option => option.Tokens.Contains(token)))?.Value;

    /// <summary>An option at the end, or one whose value would be the next option.</summary>
    private static OptionResult? WithoutValue(ParseResult result, IReadOnlyList<Option> options) =>
        Given(result).FirstOrDefault(option => option is { Implicit: false, Option.Arity.MinimumNumberOfValues: > 0 }
            && (option.Tokens.Count < option.Option.Arity.MinimumNumberOfValues || options.Any(other => other.Name == option.Tokens[0].Value || other.Aliases.Contains(option.Tokens[0].Value))));

    private static Argument? MissingArgument(ParseResult result) =>
        result.CommandResult.Command.Arguments.FirstOrDefault(argument => argument.Arity.MinimumNumberOfValues > 0 && result.GetResult(argument) is null or { Tokens.Count: 0 });

    private static IEnumerable<OptionResult> Given(ParseResult result) => result.CommandResult.Children.OfType<OptionResult>();

    private static string DidYouMean(string text, IEnumerable<string> candidates) => Nearest.Find(text, candidates) is { } near ? $"; did you mean '{near}'?" : "";
}
