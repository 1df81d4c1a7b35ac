using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using GapAnalyzer.Domain;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Cli.Commands;

/// <summary>The arguments of every command that analyses a dataset: how to read it and what counts.</summary>
internal sealed class AnalysisArguments
{
    public Argument<string> Dataset { get; } = new("DATASET") { Description = "A folder of tidy tables, one 3W table (.csv, .tsv, .txt), or a .zip of either" };

    private readonly Option<string?> period = new Option<string?>("--period") { Description = "Length of a period [default: year, or what dataset.json says]" }.AcceptOnlyFromAmong("year", "quarter", "month", "all");
    private readonly Option<int?> placeLevel = new("--place-level") { Description = "Administrative level of a place, 1 or 2 [default: 1, or what dataset.json says]", HelpName = "1|2" };
    private readonly Option<string> ties = new Option<string>("--ties") { Description = "Evidence that counts as a tie", DefaultValueFactory = _ => "both" }.AcceptOnlyFromAmong("joint", "declared", "both");
    private readonly Option<int?> maxJointParticipants = new("--max-joint-participants")
    {
        Description = "Activities with more participants make no ties: a 300-seat conference introduces no one [default: 50]",
        HelpName = "N|unlimited",
        CustomParser = WholeOrUnlimited,
    };

    private readonly Option<bool> fundersPresent = new("--funders-present") { Description = "Count a funder as present where it only pays" };
    private readonly Option<DateOnly?> from = DateOption("--from", "Only activities and ties active on or after this day");
    private readonly Option<DateOnly?> to = DateOption("--to", "Only activities and ties active on or before this day");
    private readonly Option<DateOnly?> asOf = DateOption("--as-of", "The day the report speaks of; gives a year to months without one");
    private readonly Option<string[]> map = new("--map") { Description = "Take a column of a 3W table for a field, such as theme=Cluster (repeatable)", HelpName = "FIELD=HEADER" };
    private readonly Option<char?> delimiter = new("--delimiter") { Description = "Delimiter of the tables: , ; | or tab [default: detected]", HelpName = "CHAR", CustomParser = Delimiter };
    private readonly Option<int> top = new("--top") { Description = "Gaps listed with their evidence; the tables hold all", HelpName = "N", DefaultValueFactory = _ => 200 };

    public AnalysisArguments()
    {
        placeLevel.Validators.Add(result => Check(result, result.GetValue(placeLevel) is null or 1 or 2, "1 or 2"));
        top.Validators.Add(result => Check(result, result.GetValue(top) >= 0, "0 or more"));
        map.Validators.Add(result => Check(result, result.Tokens.All(token => token.Value.IndexOf('=', StringComparison.Ordinal) > 0), "FIELD=HEADER, such as theme=Cluster"));
    }

    public void AddTo(Command command)
    {
        command.Add(Dataset);
        foreach (var option in new Option[] { period, placeLevel, ties, maxJointParticipants, fundersPresent, from, to, asOf, map, delimiter, top })
            command.Add(option);
    }

    public AnalysisOptions AnalysisOptions(ParseResult result) => new()
    {
        Period = result.GetValue(period) is { } name ? Enum.Parse<PeriodGrain>(name, ignoreCase: true) : null,
        PlaceLevel = result.GetValue(placeLevel),
        Ties = Enum.Parse<TieKinds>(result.GetValue(ties)!, ignoreCase: true),
        MaxJointParticipants = result.GetValue(maxJointParticipants),
        FundersPresent = result.GetValue(fundersPresent),
        From = result.GetValue(from),
        To = result.GetValue(to),
        AsOf = result.GetValue(asOf),
        Top = result.GetValue(top),
    };

    public ReadOptions ReadOptions(ParseResult result) => new()
    {
        Delimiter = result.GetValue(delimiter),
        AsOf = result.GetValue(asOf),
        Columns = (result.GetValue(map) ?? [])
            .Select(pair => pair.Split('=', 2, StringSplitOptions.TrimEntries))
            .GroupBy(pair => pair[0]).ToDictionary(group => group.Key, group => group.Last()[1]),
    };

    private static Option<DateOnly?> DateOption(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "yyyy-MM-dd",
        CustomParser = result => DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : Fail<DateOnly?>(result, "a date as yyyy-MM-dd"),
    };

    private static int? WholeOrUnlimited(ArgumentResult result) => result.Tokens[0].Value switch
    {
        "unlimited" => int.MaxValue,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole > 0 => whole,
        _ => Fail<int?>(result, "a whole number above 0, or unlimited"),
    };

    private static char? Delimiter(ArgumentResult result) => Delimiters.Parse(result.Tokens[0].Value) ?? Fail<char?>(result, "one of , ; | or tab");

    private static T? Fail<T>(ArgumentResult result, string expected)
    {
        result.AddError($"{((OptionResult)result.Parent!).Option.Name} is '{result.Tokens[0].Value}'; expected {expected}");
        return default;
    }

    private static void Check(OptionResult result, bool holds, string expected)
    {
        if (!holds)
            result.AddError($"{result.Option.Name} is '{string.Join(' ', result.Tokens.Select(token => token.Value))}'; expected {expected}");
    }
}
