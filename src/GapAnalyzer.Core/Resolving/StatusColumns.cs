using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Resolving;

/// <summary>
/// Columns that say whether an activity takes place. They are not read: planned and cancelled activities count as presence, which is said where
/// the column has such values.
/// </summary>
internal static class StatusColumns
{
    private const int MaxProbedValues = 50;

    private static readonly HashSet<string> Headers =
    [
        "status", "activitystatus", "projectstatus", "statusofactivity", "statusoftheactivity", "statut", "statutdelactivite", "statutactivite", "statutdeprojet", "statutduprojet", "etat", "etatdelactivite",
        "estado", "estadodelaactividad", "estadodelproyecto", "estadoactividad", "estatus", "estadodaatividade", "situacao", "situacaodaatividade",
    ];

    /// <summary>Beginnings of the words for what does not take place, in folded form.</summary>
    private static readonly string[] NotTakingPlace =
    [
        "planned", "planning", "cancel", "suspend", "not started", "on hold", "postponed", "pipeline", "proposed", "terminated early",
        "planifie", "prevu", "annule", "suspendu", "reporte", "en attente", "non demarre", "a venir",
        "planificad", "planead", "previst", "suspendid", "no iniciad", "planejad", "suspens", "adiad", "por iniciar", "nao iniciad",
    ];

    public static void Report(string file, TableFile table, TableLayout layout, IReadOnlyList<ColumnBinding> bound, DiagnosticCollector diagnostics, CancellationToken cancellation)
    {
        var columns = Enumerable.Range(0, layout.Headers.Count).Except(bound.Select(column => column.Column))
            .Where(column => Headers.Contains(Fold.Compact(layout.Headers[column])) || layout.Tags[column]?.Tag == "status").ToList();
        if (columns.Count == 0)
            return;
        foreach (var (column, values) in columns.Zip(table.DistinctValues(layout, columns, MaxProbedValues, cancellation)))
        {
            var found = (values ?? []).Where(value => NotTakingPlace.Any(word => Fold.Name(value).StartsWith(word, StringComparison.Ordinal))).Order(StringComparer.Ordinal).ToList();
            if (found.Count > 0)
            {
                diagnostics.Add(DiagnosticCatalog.StatusNotRead, file, layout.HeaderLine, layout.Headers[column],
                    $"column {Quote.Value(layout.Headers[column])} calls some rows {Quote.List(found)}", "", "it is not read: these rows count as presence like all others");
            }
        }
    }
}
