using System.CommandLine;

namespace GapAnalyzer.Cli.Commands;

/// <summary>Options that belong together in help.</summary>
internal sealed record OptionGroup(string Title, params IReadOnlyList<Option> Options);

/// <summary>A command line to try, and what it does.</summary>
internal sealed record Example(string CommandLine, string What);

/// <summary>A command that knows more about itself than its name: its options in groups, and examples.</summary>
internal sealed class ToolCommand : Command
{
    public ToolCommand(string name, string description, Argument argument, IReadOnlyList<OptionGroup> groups, params IReadOnlyList<Example> examples)
        : base(name, description)
    {
        (Groups, Examples) = (groups, examples);
        Add(argument);
        foreach (var option in groups.SelectMany(group => group.Options))
            Add(option);
    }

    public IReadOnlyList<OptionGroup> Groups { get; }

    public IReadOnlyList<Example> Examples { get; }

    /// <summary>What contradicts itself in a command line whose values can all be read; null where nothing does. To ask for a value that cannot be read throws.</summary>
    public Func<ParseResult, string?> Contradiction { get; init; } = _ => null;
}
