using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Reading;
using GapAnalyzer.Reading.Workbooks;

namespace GapAnalyzer.Resolving;

/// <summary>Reads a source into the one model: recognises its shape, reads its tables, resolves what they say.</summary>
public static class DatasetReader
{
    /// <summary>Name of the file with a dataset's settings.</summary>
    public const string SettingsFile = DatasetSettings.FileName;

    /// <exception cref="InputException">The source cannot be read at all.</exception>
    public static Dataset Read(DataSource source, ReadOptions options, CancellationToken cancellation = default) => Read(source, options, null, cancellation);

    /// <summary>The same; <paramref name="progress"/> is told the name of each step as it starts.</summary>
    public static Dataset Read(DataSource source, ReadOptions options, IProgress<string>? progress, CancellationToken cancellation) => Read(source, options, [], progress, cancellation);

    /// <summary>
    /// Reads datasets that will be compared: each by its own rules and settings, and the <c>aliases.csv</c> of each holds for the
    /// others too, where they say nothing of a name themselves.
    /// </summary>
    /// <exception cref="InputException">A source cannot be read at all.</exception>
    public static IReadOnlyList<Dataset> ReadTogether(IReadOnlyList<(DataSource Source, ReadOptions Options)> sources, IProgress<string>? progress, CancellationToken cancellation)
    {
        var aliases = sources.Select(one => AliasesOf(one.Source, one.Options, cancellation)).ToList();
        return [.. sources.Select((one, number) => Read(one.Source, one.Options, [.. aliases.Where((_, other) => other != number).SelectMany(rows => rows)], progress, cancellation))];
    }

    private static Dataset Read(
        DataSource source, ReadOptions options, IReadOnlyList<(string Alias, string Canonical)> otherAliases, IProgress<string>? progress, CancellationToken cancellation)
    {
        progress?.Report("reading");
        var settingsOf = source;
        source = TidyWorkbook.SheetsOf(source, options.Limits);
        var format = InputFormats.Recognise(source);
        if (format == InputFormats.Tidy && options.Columns.Count > 0)
            throw new InputException($"{source.Name}: a column map is for a wide 3W table; this is a folder of tidy tables; rename the header instead");
        RequireWorkbookFor(options.Sheet, source, format);
        var diagnostics = new DiagnosticCollector();
        var settings = SettingsOf(settingsOf, diagnostics);
        settings = settings with { MonthFirst = options.MonthFirst ?? settings.MonthFirst };
        var reader = new TableReader(options, settings, cancellation);
        var aliases = new AliasTable();
        var builder = new DatasetBuilder(settings, aliases, diagnostics);
        var yearForMonths = (options.AsOf ?? settings.Defaults.AsOf)?.Year;

        var tidy = TidyFiles(source);
        var tables = SideBySide(tidy, (file, noticed) => reader.ReadTidy(file.Value, file.Key, noticed), diagnostics).Index().ToDictionary(table => tidy[table.Index].Key, table => table.Item);
        progress?.Report("resolving");
        if (tables.TryGetValue("aliases", out var aliasTable))
            ReadAliases(aliasTable, otherAliases, aliases, builder);
        else
            SettleAliases(otherAliases, aliases, "aliases.csv", diagnostics);
        var stakeholders = new StakeholderLookup(aliases);
        if (format == InputFormats.Tidy)
        {
            RequireTables(source, tables.Keys);
            ReportUnused(source, diagnostics);
            new TidyResolver(builder, stakeholders, yearForMonths).Resolve(tables);
        }
        else
        {
            var wide = SideBySide(InputFormats.WideTables(source), reader.ReadWide, diagnostics);
            if (wide.Count == 0)
                throw new InputException($"{source.Name}: no 3W table beside {Quote.List(tables.Keys.Select(name => name + ".csv"))}; expected one, or the tables of a tidy folder");
            new WideResolver(builder, yearForMonths).Resolve(wide, cancellation);
            foreach (var draft in builder.Stakeholders)
                stakeholders.Add(draft, "", draft.Name(aliases), draft.Names.Counted.Concat(draft.Acronyms.Counted).Select(name => name.Spelling));
            stakeholders.AddAliases(diagnostics);
        }

        new CompanionResolver(builder, stakeholders, yearForMonths).Resolve(tables);
        return builder.Build();
    }

    /// <summary>The settings; a single table is called by its name, so that the title does not depend on the folder it lies in.</summary>
    private static DatasetSettings SettingsOf(DataSource source, DiagnosticCollector diagnostics)
    {
        var settings = source.Files.FirstOrDefault(file => file.Name == DatasetSettings.FileName) is { } file ? DatasetSettings.Read(file, diagnostics) : new();
        return source.IsFolder ? settings : settings with { FallbackTitle = Path.GetFileNameWithoutExtension(source.Files.First(table => InputFormats.IsTable(table)).Name) };
    }

    /// <summary>Reads files at the same time; what is noticed, and what stops the run, is that of reading them one after the other.</summary>
    private static List<RawTable> SideBySide<T>(IEnumerable<T> files, Func<T, DiagnosticCollector, RawTable> read, DiagnosticCollector diagnostics)
    {
        var noticed = files.Select(file => (Diagnostics: new DiagnosticCollector(), File: file)).ToList();
        var tables = noticed.Select(file => Task.Run(() => read(file.File, file.Diagnostics))).ToList();
        ((Task)Task.WhenAll(tables)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
        var done = tables.Select(table => table.GetAwaiter().GetResult()).ToList();
        noticed.ForEach(file => diagnostics.AddAll(file.Diagnostics));
        return done;
    }

    /// <summary>The files of a folder that are tidy tables by their name, by table.</summary>
    private static List<KeyValuePair<string, DataFile>> TidyFiles(DataSource source)
    {
        var files = new Dictionary<string, DataFile>();
        foreach (var file in source.Files.Where(_ => source.IsFolder))
        {
            if (InputFormats.TableOf(file) is { } table && !files.TryAdd(table, file))
                throw new InputException($"{source.Name}: {files[table].Name} and {file.Name} are both the table {table}; expected one of them; nothing was read");
        }

        return [.. files];
    }

    private static List<(string Alias, string Canonical)> AliasesOf(DataSource source, ReadOptions options, CancellationToken cancellation)
    {
        InputFormats.Recognise(source);
        var diagnostics = new DiagnosticCollector();
        var settings = SettingsOf(source, diagnostics);
        if (TidyFiles(TidyWorkbook.SheetsOf(source, options.Limits)).Find(file => file.Key == "aliases").Value is not { } file)
            return [];
        var aliases = new AliasTable();
        var table = new TableReader(options, settings, cancellation).ReadTidy(file, "aliases", diagnostics);
        return ReadAliases(table, [], aliases, new(settings, aliases, diagnostics));
    }

    private static void SettleAliases(IReadOnlyList<(string Alias, string Canonical)> others, AliasTable aliases, string file, DiagnosticCollector diagnostics)
    {
        aliases.AddWhereUnsaid(others);
        aliases.Settle(file, diagnostics);
    }

    /// <summary>The rows that count here.</summary>
    private static List<(string Alias, string Canonical)> ReadAliases(
        RawTable table, IReadOnlyList<(string Alias, string Canonical)> others, AliasTable aliases, DatasetBuilder builder)
    {
        var values = new TableValues(table, builder.NextFile, null, builder.Diagnostics);
        var read = new List<(int Row, string Alias, string Canonical)>();
        var own = builder.Settings.Country is { } name ? Fold.Name(name) : null;
        foreach (var row in values.DataRows())
        {
            var (alias, canonical, country) = (values.Text(row, Fields.Alias), values.Text(row, Fields.Canonical), values.Folded(row, Fields.Country));
            if (alias.Length == 0 || canonical.Length == 0)
            {
                values.LeaveOut(row, DiagnosticCatalog.MissingRequired, "no alias or canonical name", "", "the row lacks an alias or its canonical name", "expected both");
            }
            else if (country.Length > 0 && own is not null && country != own)
            {
                values.SetAside("alias of another country");
            }
            else
            {
                aliases.Add(alias, canonical, values.Source(row));
                read.Add((row, alias, canonical));
            }
        }

        SettleAliases(others, aliases, table.Name, builder.Diagnostics);
        foreach (var (row, alias, canonical) in read.Where(line => aliases.Resolve(Fold.Name(line.Alias)) != Fold.Name(line.Alias)))
            values.Say(DiagnosticCatalog.AliasApplied, row, "", $"{Quote.Value(alias)} stands for {Quote.Value(canonical)}", "", "applied wherever it is written");
        builder.AddFile(values.Describe("aliases"));
        return [.. read.Select(line => (line.Alias, line.Canonical))];
    }

    private static void RequireWorkbookFor(string? sheet, DataSource source, InputFormat format)
    {
        if (sheet is not null && (format == InputFormats.Tidy || !InputFormats.WideTables(source).Any(file => InputFormats.IsWorkbook(file.Name))))
            throw new InputException($"{source.Name}: a sheet ({Quote.Value(sheet)}) is for a 3W table in a workbook (.xlsx), and there is none; nothing was read");
    }

    private static void RequireTables(DataSource source, IEnumerable<string> tables)
    {
        if (InputFormats.TidyTables.Take(3).Except(tables).ToList() is { Count: > 0 } missing)
            throw new InputException($"{source.Name}: {string.Join(" and ", missing.Select(name => name + ".csv"))} missing; a tidy folder needs stakeholders.csv, activities.csv and participations.csv (a file with only its header will do)");
    }

    private static void ReportUnused(DataSource source, DiagnosticCollector diagnostics)
    {
        foreach (var file in source.Files.Where(file => InputFormats.IsTable(file) && InputFormats.TableOf(file) is null))
            diagnostics.Add(DiagnosticCatalog.FileNotUsed, file.Name, 0, "", $"{file.Name} is not one of the tables of a tidy folder", "", "it was not read");
    }
}
