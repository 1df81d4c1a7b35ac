using System.CommandLine;
using GapAnalyzer.Cli.Commands;
using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Cli.Batches;

/// <summary>Gives each dataset the command line that it would have on its own: the options of the batch, and over them its own.</summary>
/// <param name="dataset">The argument that takes the path.</param>
/// <param name="shared">Options that all datasets share.</param>
/// <param name="own">Those of them that a manifest may set.</param>
internal sealed class BatchPlanner(Argument<string> dataset, IReadOnlyList<Option> shared, IReadOnlyList<Option> own)
{
    /// <summary>What separates several values in a cell of a manifest.</summary>
    private const char Separator = '|';

    /// <summary>Names of the options that a manifest may set, without dashes.</summary>
    public IReadOnlyList<string> Columns { get; } = [.. own.Select(ColumnOf)];

    /// <exception cref="InputException">A manifest gives an option a value that it cannot have.</exception>
    public IReadOnlyList<PlannedReport> Plan(IReadOnlyList<BatchItem> items, ParseResult batch)
    {
        var command = new Command("batch") { dataset };
        foreach (var option in shared)
            command.Add(option);
        var names = ReportNames.Of(items.Select(item => item.NamedAfter));
        return [.. items.Zip(names, (item, name) => Plan(item, name, command, batch))];
    }

    private PlannedReport Plan(BatchItem item, string name, Command command, ParseResult batch)
    {
        List<string> words = [.. shared.SelectMany(option => item.Options.TryGetValue(ColumnOf(option), out var cell) ? Words(option, cell, item.Where) : GivenOptions.Words(batch, [option]))];
        var path = item.Path.StartsWith('-') ? Path.Combine(".", item.Path) : item.Path;
        var options = command.Parse([path, .. words], new() { ResponseFileTokenReplacer = null });
        return UsageProblem.Of(options) is { } problem
            ? throw new InputException(item.Where.Length == 0 ? problem : $"{item.Where}: {problem}")
            : new(item, name, words, options);
    }

    private static IEnumerable<string> Words(Option option, string cell, string where) => option switch
    {
        Option<bool> => cell.ToLowerInvariant() switch
        {
            "true" or "yes" or "1" => [option.Name],
            "false" or "no" or "0" => [],
            _ => throw new InputException($"{where}: {ColumnOf(option)} is {Quote.Value(cell)}; expected true or false"),
        },
        { Arity.MaximumNumberOfValues: > 1 } => cell.Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(value => new[] { option.Name, value }),
        _ => [option.Name, cell],
    };

    private static string ColumnOf(Option option) => option.Name.TrimStart('-');
}
