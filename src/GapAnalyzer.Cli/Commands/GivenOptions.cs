using System.CommandLine;

namespace GapAnalyzer.Cli.Commands;

/// <summary>Options of a command line as words, to say them again on another one.</summary>
internal static class GivenOptions
{
    /// <summary>The words of those of the options that were given.</summary>
    public static IEnumerable<string> Words(ParseResult result, IEnumerable<Option> options) => options.SelectMany(option => result.GetResult(option) switch
    {
        null or { Implicit: true } => [],
        { Tokens: [] } => [option.Name],
        { Tokens: var values } => values.SelectMany(value => new[] { option.Name, value.Value }),
    });
}
