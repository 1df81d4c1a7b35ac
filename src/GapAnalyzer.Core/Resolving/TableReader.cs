using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reading;
using GapAnalyzer.Reading.Workbooks;

namespace GapAnalyzer.Resolving;

/// <summary>Reads tables with their columns bound.</summary>
internal sealed class TableReader(ReadOptions options, DatasetSettings settings, CancellationToken cancellation)
{
    private const int MaxProbedValues = 200;
    private const int MinProbedValues = 3;

    private static readonly string[] PlaceFields = [Fields.Admin1Name, Fields.Admin1Code, Fields.Admin2Name, Fields.Admin2Code, Fields.Location];

    /// <summary>Columns that a tidy table cannot do without; any of several will do.</summary>
    private static readonly Dictionary<string, string[][]> Required = new()
    {
        ["stakeholders"] = [[Fields.Name]],
        ["activities"] = [[Fields.ActivityId]],
        ["participations"] = [[Fields.ActivityId], [Fields.StakeholderId, Fields.Stakeholder]],
        ["ties"] = [[Fields.From], [Fields.To]],
        ["needs"] = [PlaceFields],
        ["expectations"] = [[Fields.Theme], [Fields.Sector]],
        ["aliases"] = [[Fields.Alias], [Fields.Canonical]],
    };

    public RawTable ReadTidy(DataFile file, string kind, DiagnosticCollector diagnostics)
    {
        var fields = Fields.Tidy[kind];
        return Read(file, kind, withDigests: false, diagnostics, (table, noticed) =>
        {
            var layout = HeaderFinder.Find(file.Name, table.Head, header => ColumnMapper.FieldOf(header, fields), minKnown: 1, noticed);
            var columns = ColumnMapper.Bind(file.Name, layout, fields, new Dictionary<string, string>(), noticed);
            foreach (var anyOf in Required[kind].Where(anyOf => !columns.Any(column => anyOf.Contains(column.Field))))
                throw MissingColumn(file, layout, anyOf, fields, "");
            if (kind == "activities")
                StatusColumns.Report(file.Name, table, layout, columns, noticed, cancellation);
            return (layout, columns);
        });
    }

    public RawTable ReadWide(DataFile file, DiagnosticCollector diagnostics)
    {
        var map = settings.Columns.Concat(options.Columns).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Last().Value);
        if (map.Keys.FirstOrDefault(field => !Fields.Wide.Any(known => known.Name == field)) is { } unknown)
        {
            var names = Fields.Wide.Select(field => field.Name).ToList();
            throw new InputException(Sentence.Of($"column map: {Quote.Value(unknown)} is no field", Nearest.Question(unknown, names), "expected one of " + string.Join(", ", names)));
        }

        return Read(file, WideResolver.Kind, withDigests: true, diagnostics, (table, noticed) => UnderstandWide(file, table, map, noticed));
    }

    private RawTable Read(
        DataFile file, string kind, bool withDigests, DiagnosticCollector diagnostics, Func<TableFile, DiagnosticCollector, (TableLayout Layout, IReadOnlyList<ColumnBinding> Columns)> understand)
    {
        var sheet = file.Sheet ?? (kind == WideResolver.Kind ? options.Sheet ?? settings.Sheet : null);
        var request = new TableRequest(kind, options.Delimiter ?? settings.Delimiter, sheet, understand, withDigests, options.Limits);
        return file.Sheet is not null || InputFormats.IsWorkbook(file.Name)
            ? WorkbookTableReader.Read(file, request, diagnostics, cancellation)
            : CsvTableReader.Read(file, request, diagnostics, cancellation);
    }

    private (TableLayout Layout, IReadOnlyList<ColumnBinding> Columns) UnderstandWide(DataFile file, TableFile table, Dictionary<string, string> map, DiagnosticCollector noticed)
    {
        var mapped = map.ToDictionary(pair => Fold.Compact(pair.Value), pair => pair.Key);
        var layout = HeaderFinder.Find(file.Name, table.Head, header => mapped.GetValueOrDefault(Fold.Compact(header)) ?? ColumnMapper.FieldOf(header, Fields.Wide), minKnown: 2, noticed);
        var columns = ColumnMapper.Bind(file.Name, layout, Fields.Wide, map, noticed);
        if (options.RequireOrganisation && !OrganisationColumns.Roles.Any(role => Has(role) || Has(OrganisationColumns.Field(role, OrganisationPart.Acronym))))
            throw MissingColumn(file, layout, [Fields.Organisation], Fields.Wide, "--map organisation=HEADER says which column it is");
        if (!Has(Fields.Theme) && !Has(Fields.ThemeCode))
        {
            if (ThemeByContent(table, layout, columns) is { } theme)
            {
                noticed.Add(DiagnosticCatalog.ThemeByContent, file.Name, layout.HeaderLine, theme.Header, $"the values of column {Quote.Value(theme.Header)} are names of clusters", "expected a column that is called theme, cluster or sector", "it was taken for the theme");
                columns = [.. columns.Append(theme).OrderBy(column => column.Column)];
            }
            else
            {
                noticed.Add(DiagnosticCatalog.NoThemeOrPlace, file.Name, layout.HeaderLine, "", "no column for the theme", "expected theme, cluster or sector", "everything counts as one theme");
            }
        }

        StatusColumns.Report(file.Name, table, layout, columns, noticed, cancellation);
        if (!PlaceFields.Any(Has))
            noticed.Add(DiagnosticCatalog.NoThemeOrPlace, file.Name, layout.HeaderLine, "", "no column for the place", "expected admin1, region, province, district or location", "everything counts as one place");
        return (layout, columns);

        bool Has(string field) => columns.Any(column => column.Field == field);
    }

    /// <summary>The unbound column whose distinct values, 3 or more, are at least 80 % names of clusters; null where none is.</summary>
    private ColumnBinding? ThemeByContent(TableFile table, TableLayout layout, IReadOnlyList<ColumnBinding> bound)
    {
        var candidates = Enumerable.Range(0, layout.Headers.Count).Except(bound.Select(column => column.Column)).Where(column => layout.Headers[column].Length > 0).ToList();
        if (candidates.Count == 0)
            return null;
        foreach (var (column, distinct) in candidates.Zip(table.DistinctValues(layout, candidates, MaxProbedValues, cancellation)))
        {
            var values = distinct?.Where(value => !Missing.Is(value)).ToList() ?? [];
            if (values.Count >= MinProbedValues && values.Count(ThemeRegistry.IsKnownCluster) * 5 >= values.Count * 4)
                return new(Fields.Theme, column, layout.Headers[column], "its values are names of clusters");
        }

        return null;
    }

    private static InputException MissingColumn(DataFile file, TableLayout layout, string[] anyOf, IReadOnlyList<Field> fields, string remedy)
    {
        var headers = layout.Headers.Where(header => header.Length > 0).ToList();
        var near = fields.Where(field => anyOf.Contains(field.Name)).SelectMany(field => field.Headers.Prepend(field.Name))
            .Select(name => Nearest.Find(name, headers)).FirstOrDefault(found => found is not null);
        return new(Sentence.Of(
            $"{file.Name}:{Math.Max(1, layout.HeaderLine)}: no column for the {Fields.MeaningOf(anyOf[0])}", near is null ? "" : $"did you mean {Quote.Value(near)}?", remedy, $"columns seen: {Quote.Headers(headers)}"));
    }
}
