using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Resolving;

/// <summary>Reads a source into the one model: recognises its shape, reads its tables, resolves what they say.</summary>
public static class DatasetReader
{
    /// <exception cref="InputException">The source cannot be read at all.</exception>
    public static Dataset Read(DataSource source, ReadOptions options, CancellationToken cancellation = default)
    {
        var diagnostics = new DiagnosticCollector();
        var format = InputFormats.Recognise(source);
        var settings = source.Files.FirstOrDefault(file => file.Name == DatasetSettings.FileName) is { } file ? DatasetSettings.Read(file, diagnostics) : new();
        settings = settings with { FallbackTitle = source.IsFolder ? settings.FallbackTitle : Path.GetFileNameWithoutExtension(source.Files.First(f => InputFormats.IsTable(f.Name)).Name) };
        var reader = new TableReader(options, settings, diagnostics, cancellation);
        var aliases = new AliasTable();
        var builder = new DatasetBuilder(settings, aliases, diagnostics);
        var yearForMonths = (options.AsOf ?? settings.Defaults.AsOf)?.Year;

        var companions = source.Files.Where(f => source.IsFolder && InputFormats.TableOf(f.Name) is not null).ToDictionary(f => InputFormats.TableOf(f.Name)!, f => reader.ReadTidy(f, InputFormats.TableOf(f.Name)!));
        ReadAliases(companions, settings, aliases, builder, diagnostics);
        var tidy = new TidyResolver(builder, aliases, yearForMonths);
        if (format == InputFormats.Tidy)
        {
            RequireTables(source, companions);
            ReportUnused(source, diagnostics);
            tidy.Resolve(companions);
        }
        else
        {
            var tables = source.Files.Where(f => InputFormats.IsTable(f.Name) && !(source.IsFolder && InputFormats.TableOf(f.Name) is not null)).Select(reader.ReadWide).ToList();
            if (tables.Count == 0)
                throw new InputException($"{source.Name}: no 3W table beside {Quote.List(companions.Keys.Select(name => name + ".csv"))}; expected one, or the tables of a tidy folder");
            new WideResolver(builder, aliases, yearForMonths).Resolve(tables, cancellation);
            tidy.KnowStakeholders();
            tidy.Companions(companions);
        }

        return builder.Build();
    }

    private static void ReadAliases(Dictionary<string, RawTable> companions, DatasetSettings settings, AliasTable aliases, DatasetBuilder builder, DiagnosticCollector diagnostics)
    {
        if (!companions.TryGetValue("aliases", out var table))
            return;
        var values = new TableValues(table, builder.NextFile, null, diagnostics);
        foreach (var row in values.DataRows())
        {
            var (alias, canonical, country) = (values.Text(row, Fields.Alias), values.Text(row, Fields.Canonical), values.Text(row, Fields.Country));
            if (alias.Length == 0 || canonical.Length == 0)
            {
                values.SetAside("no alias or canonical name");
                values.Say(DiagnosticCatalog.MissingRequired, row, "", "the row lacks an alias or its canonical name", "expected both", "the row was left out");
            }
            else if (country.Length > 0 && settings.Country is not null && Fold.Name(country) != Fold.Name(settings.Country))
            {
                values.SetAside("alias of another country");
            }
            else
            {
                aliases.Add(alias, canonical);
                diagnostics.Add(DiagnosticCatalog.AliasApplied, table.Name, values.Line(row), "", $"{Quote.Value(alias)} stands for {Quote.Value(canonical)}", "", "applied wherever it is written");
            }
        }

        builder.AddFile(values.Describe("aliases"));
    }

    private static void RequireTables(DataSource source, Dictionary<string, RawTable> tables)
    {
        if (InputFormats.TidyTables.Take(3).Where(name => !tables.ContainsKey(name)).ToList() is { Count: > 0 } missing)
            throw new InputException($"{source.Name}: {string.Join(" and ", missing.Select(name => name + ".csv"))} missing; a tidy folder needs stakeholders.csv, activities.csv and participations.csv (a file with only its header will do)");
    }

    private static void ReportUnused(DataSource source, DiagnosticCollector diagnostics)
    {
        foreach (var file in source.Files.Where(f => InputFormats.IsTable(f.Name) && InputFormats.TableOf(f.Name) is null))
            diagnostics.Add(DiagnosticCatalog.FileNotUsed, file.Name, 0, "", $"{file.Name} is not one of the tables of a tidy folder", "", "it was not read");
    }
}

/// <summary>Reads tables with their columns bound.</summary>
internal sealed class TableReader(ReadOptions options, DatasetSettings settings, DiagnosticCollector diagnostics, CancellationToken cancellation)
{
    private const int MaxProbedValues = 200;

    /// <summary>Columns that a tidy table cannot do without; alternatives are separated by <c>|</c>.</summary>
    private static readonly Dictionary<string, string[]> Required = new()
    {
        ["stakeholders"] = [Fields.Name],
        ["activities"] = [Fields.ActivityId],
        ["participations"] = [Fields.ActivityId, Fields.StakeholderId + "|" + Fields.Stakeholder],
        ["ties"] = [Fields.From, Fields.To],
        ["needs"] = [],
        ["expectations"] = [Fields.Theme, Fields.Sector],
        ["aliases"] = [Fields.Alias, Fields.Canonical],
    };

    public RawTable ReadTidy(DataFile file, string kind)
    {
        var fields = Fields.Tidy[kind];
        var table = CsvTableReader.Read(file, Request(file, kind, fields, new Dictionary<string, string>(), 1, withDigests: false), diagnostics, cancellation);
        foreach (var required in Required[kind].Where(required => !required.Split('|').Any(table.Has)))
            throw MissingColumn(table, required.Split('|'), fields, "");
        return table;
    }

    public RawTable ReadWide(DataFile file)
    {
        var columns = settings.Columns.Concat(options.Columns).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Last().Value);
        if (columns.Keys.FirstOrDefault(field => !Fields.Wide.Any(known => known.Name == field)) is { } unknown)
            throw new InputException($"column map: '{unknown}' is no field; {Nearest.Among(unknown, Fields.Wide.Select(f => f.Name))}expected one of {string.Join(", ", Fields.Wide.Select(f => f.Name))}");
        var table = ReadWide(file, columns);
        if (!OrganisationColumns.Roles.Any(role => table.Has(role) || table.Has(OrganisationColumns.Field(role, OrganisationPart.Acronym))))
            throw MissingColumn(table, [Fields.Organisation], Fields.Wide, "--map organisation=HEADER says which column it is; ");
        if (!table.Has(Fields.Theme) && !table.Has(Fields.ThemeCode) && ThemeByContent(file, table) is { } header)
        {
            columns[Fields.Theme] = header;
            table = ReadWide(file, columns);
            diagnostics.Add(DiagnosticCatalog.ThemeByContent, file.Name, table.Layout.HeaderLine, header, $"the values of column {Quote.Value(header)} are names of clusters", "expected a column that is called theme, cluster or sector", "it was taken for the theme");
        }

        ReportMissing(table);
        return table;
    }

    private RawTable ReadWide(DataFile file, Dictionary<string, string> columns) =>
        CsvTableReader.Read(file, Request(file, WideResolver.Kind, Fields.Wide, columns, 2, withDigests: true), diagnostics, cancellation);

    private TableRequest Request(DataFile file, string kind, IReadOnlyList<Field> fields, IReadOnlyDictionary<string, string> columns, int minKnown, bool withDigests) => new(
        kind,
        options.Delimiter ?? settings.Delimiter,
        head => HeaderFinder.Find(file.Name, head, cell => cell.Length > 0 && (ColumnMapper.FieldOf(cell, fields) is not null || columns.Values.Any(header => Fold.Compact(header) == Fold.Compact(cell))), minKnown, diagnostics),
        layout => ColumnMapper.Bind(file.Name, layout, fields, columns, diagnostics),
        withDigests);

    /// <summary>Header of the unbound column whose distinct values, 3 or more, are at least 80 % names of clusters; null where none is.</summary>
    private string? ThemeByContent(DataFile file, RawTable table)
    {
        var bound = table.Columns.Select(column => column.Column).ToHashSet();
        var candidates = table.Layout.Headers.Index().Where(header => header.Item.Length > 0 && !bound.Contains(header.Index)).ToList();
        var request = new TableRequest("probe", table.Delimiter, _ => table.Layout, _ => [.. candidates.Select(c => new ColumnBinding(c.Item, c.Index, c.Item, ""))], false);
        var probe = CsvTableReader.Read(file, request, new(), cancellation);
        foreach (var (index, column) in probe.Columns.Index())
        {
            var values = probe.Cells[index].Distinct().Select(value => probe.Pool[value]).Where(value => !Missing.Is(value)).Take(MaxProbedValues + 1).ToList();
            if (values.Count is >= 3 and <= MaxProbedValues && values.Count(ThemeRegistry.IsKnownCluster) * 5 >= values.Count * 4)
                return column.Header;
        }

        return null;
    }

    private void ReportMissing(RawTable table)
    {
        if (!table.Has(Fields.Theme) && !table.Has(Fields.ThemeCode))
            diagnostics.Add(DiagnosticCatalog.NoThemeOrPlace, table.Name, table.Layout.HeaderLine, "", "no column for the theme", "expected theme, cluster or sector", "everything counts as one theme");
        if (!new[] { Fields.Admin1Name, Fields.Admin1Code, Fields.Admin2Name, Fields.Admin2Code, Fields.Location }.Any(table.Has))
            diagnostics.Add(DiagnosticCatalog.NoThemeOrPlace, table.Name, table.Layout.HeaderLine, "", "no column for the place", "expected admin1, region, province, district or location", "everything counts as one place");
    }

    private static InputException MissingColumn(RawTable table, string[] anyOf, IReadOnlyList<Field> fields, string remedy)
    {
        var headers = table.Layout.Headers.Where(header => header.Length > 0).ToList();
        var names = fields.Where(field => anyOf.Contains(field.Name)).SelectMany(field => field.Headers.Prepend(field.Name)).ToList();
        var near = names.Select(name => Nearest.Find(name, headers)).FirstOrDefault(found => found is not null);
        return new($"{table.Name}:{table.Layout.HeaderLine}: no column for the {Fields.MeaningOf(anyOf[0])}; {(near is null ? "" : $"did you mean '{near}'? ")}{remedy}columns seen: {string.Join(", ", headers.Take(40).Select(Quote.Value))}");
    }
}
