using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Reading;
using GapAnalyzer.Reporting.Words;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Cli.Commands;

/// <summary>The arguments of every command that analyses a dataset: how to read it and what counts.</summary>
internal sealed class AnalysisArguments
{
    public Argument<string> Dataset { get; } = new("DATASET") { Description = "A folder of tidy tables, one 3W table (.csv, .tsv, .txt, .xlsx), or a .zip of either" };

    private readonly Option<string?> period = Values.Choice("--period",
        "Length of a period: organisations meet where they work on one theme in one place in one period [default: year, or what dataset.json says]", "year", "quarter", "month", "all");

    private readonly Option<string?> placeLevel = Values.Choice("--place-level", "Administrative level that counts as a place [default: 1, or what dataset.json says]", "1", "2");
    private readonly Option<string?> ties = Values.Choice("--ties", "Evidence that counts as a tie: joint activities, declared ties, or both [default: both]", "joint", "declared", "both");

    private readonly Option<int?> maxJointParticipants = new("--max-joint-participants")
    {
        Description = $"An activity with more participants than this ties no one: a 300-seat conference introduces nobody [default: {GapAnalyzer.AnalysisOptions.DefaultMaxJointParticipants}, or what dataset.json says]",
        HelpName = "N|unlimited",
        CustomParser = WholeOrUnlimited,
    };

    private readonly Option<bool> localTies = new("--local-ties")
    {
        Description = "Judge the coordination of a theme in a place by the ties made there alone: its joint activities, and declared ties, which name no theme or place. Rates and gaps count ties wherever they were made",
    };

    private readonly Option<bool> fundersPresent = new("--funders-present") { Description = "Count a funder as present in the places and themes that it only pays for" };
    private readonly Option<DateOnly?> from = Values.Day("--from", "Only activities and ties that last to this day or beyond");
    private readonly Option<DateOnly?> to = Values.Day("--to", "Only activities and ties that begin on this day or before");
    private readonly Option<DateOnly?> asOf = Values.Day("--as-of", "The day the report speaks of; gives its year to months without one [default: what dataset.json says]");
    private readonly Option<int> top = Values.Whole("--top", "Gaps listed with their evidence; tables/gaps.csv lists them all", least: 0, byDefault: new GapAnalyzer.AnalysisOptions().Top);
    private readonly Option<int> maxTableRows = Values.Whole("--max-table-rows", "Most rows of tables/gaps.csv and tables/ties.csv; the number of all is always said", least: 0, byDefault: new GapAnalyzer.AnalysisOptions().MaxTableRows);

    private readonly Option<double?> material = new("--material")
    {
        Description = "Share of the expected ties at or below which a pair of sectors is said to have fewer than expected [default: 2/3; 0.8 where roles do not say who invited]",
        HelpName = "0..1",
        CustomParser = result => double.TryParse(Values.Text(result), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is > 0 and <= 1
            ? share
            : Values.Fail<double?>(result, "a number above 0 and at most 1, such as 0.5"),
    };

    private readonly Option<int> seed = Values.Whole("--seed", "Where shuffled sector labels and sampled measures start from", least: 0, byDefault: (int)new GapAnalyzer.AnalysisOptions().Seed);

    private readonly Option<int> shuffles = Values.Whole("--shuffles", "Times that sector labels are shuffled: no chance is said to be smaller than 1 in one more", least: 99, byDefault: new GapAnalyzer.AnalysisOptions().Permutations);

    private readonly Option<string[]> map = new("--map")
    {
        Description = "Take a column of a 3W table for a field, such as theme=Cluster; may be given several times. 'catalog columns' lists the fields",
        HelpName = "FIELD=HEADER",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = ColumnsOf,
    };

    private readonly Option<char?> delimiter = new("--delimiter") { Description = "What separates the cells of the tables: , ; | or tab [default: detected]", HelpName = "CHAR", CustomParser = Delimiter };

    private readonly Option<string?> dateOrder = Values.Choice("--date-order",
        "What comes first in dates such as 03/04/2021 [default: what dataset.json says, else what the columns prove, else the day]", "day-first", "month-first");

    private readonly Option<string?> sheet = new("--sheet") { Description = "Sheet of a workbook that holds the 3W table [default: the one whose header is understood best]", HelpName = "NAME" };
    private readonly Option<int> maxRows = Limit("--max-rows", "Rows of one table", new ReadLimits().MaxRows);
    private readonly Option<int> maxColumns = Limit("--max-columns", "Columns of one table; the empty ones of a workbook do not count", new ReadLimits().MaxColumns);
    private readonly Option<int> maxCellBytes = Limit("--max-cell-bytes", "Bytes of one cell", new ReadLimits().MaxCellBytes);
    private readonly Option<int> maxZipRatio = Limit("--max-zip-ratio", "Bytes that a .zip or workbook unpacks to, for each byte it holds", new ReadLimits().MaxZipRatio);
    private readonly Option<int> maxZipBytes = Limit("--max-zip-bytes", "Bytes that one file in a .zip or workbook unpacks to", new ReadLimits().MaxZipBytes);
    private readonly Option<long?> memory = Values.Size("--memory", "Memory that the analysis may take, such as 4GB; a dataset that needs more is refused before the long steps [default: what the machine has]");
    private readonly Option<bool> followLinks = new("--follow-links") { Description = "Read links that lead out of the dataset's folder too" };

    public IReadOnlyList<OptionGroup> Groups =>
    [
        new("What counts", period, placeLevel, ties, maxJointParticipants, localTies, fundersPresent, from, to, asOf),
        new("Against chance", material, seed, shuffles),
        new("Reading", map, delimiter, dateOrder, sheet),
    ];

    /// <summary>How to read a dataset, for commands that do nothing else with it.</summary>
    public OptionGroup Reading => new("Reading", asOf, map, delimiter, dateOrder, sheet);

    /// <summary>What is refused, so that a hostile file cannot take the machine.</summary>
    public OptionGroup Limits => new("Limits", [memory, .. ReadingLimits.Options]);

    /// <summary><see cref="Limits"/> of commands that only read.</summary>
    public OptionGroup ReadingLimits => new("Limits", [.. TableLimits.Options, followLinks]);

    /// <summary><see cref="Limits"/> of a single table, which has no links in it.</summary>
    public OptionGroup TableLimits => new("Limits", maxRows, maxColumns, maxCellBytes, maxZipRatio, maxZipBytes);

    /// <summary>How the cells of a table are separated.</summary>
    public Option<char?> CellDelimiter => delimiter;

    /// <summary>Which column of a 3W table is what.</summary>
    public Option<string[]> ColumnMap => map;

    /// <summary>How much the report lists.</summary>
    public IReadOnlyList<Option> Listing => [top, maxTableRows];

    /// <summary>The options of the analysis as they were given, word by word: for commands to try next, which must mean the same analysis.</summary>
    public IReadOnlyList<string> Given(ParseResult result) => [.. GivenOptions.Words(result, [.. Groups.SelectMany(group => group.Options), .. Limits.Options])];

    /// <exception cref="InputException">The options contradict each other.</exception>
    public AnalysisOptions AnalysisOptions(ParseResult result)
    {
        var (first, last) = (result.GetValue(from), result.GetValue(to));
        if (first > last)
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"--from {first:yyyy-MM-dd} is later than --to {last:yyyy-MM-dd}; no activity lies between them"));
        return new()
        {
            Period = result.GetValue(period) is { } name ? Enum.Parse<PeriodGrain>(name, ignoreCase: true) : null,
            PlaceLevel = result.GetValue(placeLevel) is { } level ? level[0] - '0' : null,
            Ties = result.GetValue(ties) is { } kinds ? Enum.Parse<TieKinds>(kinds, ignoreCase: true) : TieKinds.Both,
            MaxJointParticipants = result.GetValue(maxJointParticipants),
            LocalTies = result.GetValue(localTies),
            FundersPresent = result.GetValue(fundersPresent),
            From = first,
            To = last,
            AsOf = result.GetValue(asOf),
            Top = result.GetValue(top),
            MaxTableRows = result.GetResult(maxTableRows) is null ? new GapAnalyzer.AnalysisOptions().MaxTableRows : result.GetValue(maxTableRows),
            Material = result.GetValue(material),
            Seed = result.GetValue(seed),
            Permutations = result.GetValue(shuffles),
            Memory = result.GetValue(memory) ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
        };
    }

    /// <summary>Reads the dataset and analyses it.</summary>
    /// <exception cref="InputException">The dataset cannot be read, or no organisation is in it.</exception>
    public Analysis Analyse(ParseResult result, IProgress<string> progress, CancellationToken cancellation)
    {
        var options = AnalysisOptions(result);
        var source = Open(result);
        progress.Report("reading");
        var dataset = DatasetReader.Read(source, ReadOptions(result, source), cancellation);
        RequireContent(source, dataset);
        var analysis = Analysis.Run(dataset, options, cancellation, progress);
        RequireActivityInWindow(analysis);
        return analysis;
    }

    /// <summary>A report about nobody would only look like an answer.</summary>
    public static void RequireContent(DataSource source, Dataset dataset)
    {
        if (dataset.Stakeholders.Count > 0)
            return;
        var noticed = dataset.Diagnostics.Items.FirstOrDefault(item => item.Severity > Severity.Info);
        throw new InputException($"{source.Name}: no organisation in it, so there is nothing to analyse ({dataset.Rows.Read} {(dataset.Rows.Read == 1 ? "row" : "rows")} of data read"
            + $"{(noticed is null ? "" : $"; {noticed}")})");
    }

    /// <summary>Dates that leave no activity over are a slip; a report on them would only say that nothing happens.</summary>
    public static void RequireActivityInWindow(Analysis analysis)
    {
        var (data, options) = (analysis.Dataset, analysis.Options);
        if (data.Activities.Count == 0 || analysis.Unplaced.OutsideWindow < data.Activities.Count)
            return;
        var window = string.Join(" and ", new[] { options.From is { } from ? $"--from {from:yyyy-MM-dd}" : "", options.To is { } to ? $"--to {to:yyyy-MM-dd}" : "" }.Where(end => end.Length > 0));
        var span = data.Days is { } days ? string.Create(CultureInfo.InvariantCulture, $"the dated ones lie from {days.First:yyyy-MM-dd} to {days.Last:yyyy-MM-dd}") : "no activity has a date";
        throw new InputException($"{window}: none of the {data.Activities.Count} activities lies in these dates ({span}); nothing was written");
    }

    /// <summary>The command that explains the gap between two organisations, under the options of this run.</summary>
    public Func<string, string, string> Explain(ParseResult result)
    {
        var options = Given(result);
        return (a, b) => ShellWord.Line(["gap-analyzer", "explain", result.GetValue(Dataset)!, "--pair", a, b, .. options]);
    }

    /// <exception cref="InputException">The dataset cannot be opened.</exception>
    public DataSource Open(ParseResult result) => Open(result, result.GetValue(Dataset)!);

    /// <summary>The same for a dataset that another argument names.</summary>
    public DataSource Open(ParseResult result, string path) => DataSources.Open(path, ReadLimits(result), result.GetValue(followLinks));

    /// <exception cref="InputException">Columns are mapped that the dataset does not have.</exception>
    public ReadOptions ReadOptions(ParseResult result, DataSource source)
    {
        var columns = result.GetValue(map) ?? [];
        if (columns.Length > 0 && InputFormats.Recognise(source) == InputFormats.Tidy)
            throw new InputException($"{source.Name}: --map names columns of a 3W table, and this is a folder of tidy tables, whose columns have fixed names");
        return new()
        {
            Delimiter = result.GetValue(delimiter),
            Sheet = result.GetValue(sheet),
            Limits = ReadLimits(result),
            AsOf = result.GetValue(asOf),
            MonthFirst = result.GetValue(dateOrder) is { } order ? order == "month-first" : null,
            Columns = Columns(result),
        };
    }

    /// <summary>Field to header, as mapped.</summary>
    public Dictionary<string, string> Columns(ParseResult result) => (result.GetValue(map) ?? []).Select(FieldAndHeader).ToDictionary(pair => pair[0], pair => pair[1]);

    public ReadLimits ReadLimits(ParseResult result) => new()
    {
        MaxRows = result.GetValue(maxRows),
        MaxColumns = result.GetValue(maxColumns),
        MaxCellBytes = result.GetValue(maxCellBytes),
        MaxZipRatio = result.GetValue(maxZipRatio),
        MaxZipBytes = result.GetValue(maxZipBytes),
    };

    private static Option<int> Limit(string name, string description, int byDefault) => Values.Whole(name, description, least: 1, byDefault);

    private static int? WholeOrUnlimited(ArgumentResult result) =>
        Values.Text(result) == "unlimited" ? int.MaxValue
        : Values.Number(result) is > 0 and var whole ? whole
        : Values.Fail<int?>(result, "a whole number above 0, or unlimited");

    private static char? Delimiter(ArgumentResult result) => Delimiters.Parse(Values.Text(result)) ?? Values.Fail<char?>(result, "one of , ; | or tab");

    private static string[] FieldAndHeader(string pair) => pair.Split('=', 2, StringSplitOptions.TrimEntries);

    private static string[] ColumnsOf(ArgumentResult result)
    {
        if (result.Tokens.Select(token => FieldAndHeader(token.Value)[0]).GroupBy(field => field).FirstOrDefault(field => field.Count() > 1) is { } twice)
            result.AddError($"--map gives {twice.Key} twice; expected one column for a field");
        foreach (var token in result.Tokens)
        {
            var parts = FieldAndHeader(token.Value);
            if (parts.Length < 2 || parts.Contains(""))
                result.AddError($"--map is '{token.Value}'; expected FIELD=HEADER, such as theme=Cluster");
            else if (Fields.Wide.All(field => field.Name != parts[0]))
                result.AddError(Sentence.Of($"--map: there is no field '{parts[0]}'", Nearest.Question(parts[0], Fields.Wide.Select(field => field.Name)), "'gap-analyzer catalog columns' lists them"));
        }

        return [.. result.Tokens.Select(token => token.Value)];
    }
}
