using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Cli.Commands;

/// <summary>Options and arguments by the kind of value they take; a value that does not fit is one line that says what was expected.</summary>
internal static class Values
{
    /// <summary>One of a few words; null where it is not given.</summary>
    public static Option<string?> Choice(string name, string description, params string[] words)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = string.Join('|', words) };
        option.CustomParser = result => words.Contains(Text(result)) ? Text(result) : Fail<string?>(result, Words(words), words);
        option.CompletionSources.Add(words);
        return option;
    }

    /// <summary>A whole number of at least <paramref name="least"/>.</summary>
    public static Option<int> Whole(string name, string description, int least, int byDefault) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => byDefault,
        CustomParser = result => Number(result) is { } number && number >= least ? number : Fail<int>(result, $"a whole number, {least} or more"),
    };

    /// <summary>A number of bytes, with its unit; null where it is not given.</summary>
    public static Option<long?> Size(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "SIZE",
        CustomParser = result => Bytes(Text(result)) ?? Fail<long?>(result, "a number of MB or GB, such as 500MB or 4GB"),
    };

    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "yyyy-MM-dd",
        CustomParser = result => DateOnly.TryParseExact(Text(result), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : Fail<DateOnly?>(result, "a date as yyyy-MM-dd"),
    };

    /// <summary>The value as a whole number; null where it is none.</summary>
    public static int? Number(ArgumentResult result) =>
        int.TryParse(Text(result), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static long? Bytes(string text)
    {
        var unit = text.EndsWith("MB", StringComparison.OrdinalIgnoreCase) ? 1e6 : text.EndsWith("GB", StringComparison.OrdinalIgnoreCase) ? 1e9 : 0;
        return unit > 0 && double.TryParse(text[..^2], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number * unit is >= 1 and < long.MaxValue
            ? (long)(number * unit)
            : null;
    }

    public static string Text(ArgumentResult result) => result.Tokens[^1].Value;

    /// <summary>Records that the value does not fit.</summary>
    /// <param name="result">Where the value stands.</param>
    /// <param name="expected">What would fit.</param>
    /// <param name="words">Words that may have been meant.</param>
    public static T? Fail<T>(ArgumentResult result, string expected, params IReadOnlyList<string> words)
    {
        var name = result.Parent is OptionResult option ? option.Option.Name : result.Argument.Name;
        result.AddError(Sentence.Of($"{name} is '{Text(result)}'", Resolving.Nearest.Question(Text(result), words), $"expected {expected}"));
        return default;
    }

    /// <summary><c>year, quarter or month</c>.</summary>
    public static string Words(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} or {words[^1]}";
}
