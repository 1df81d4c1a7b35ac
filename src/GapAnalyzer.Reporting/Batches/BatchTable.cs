using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Formats;
using GapAnalyzer.Reporting.Tables;

namespace GapAnalyzer.Reporting.Batches;

/// <summary><c>batch.csv</c>: a row for each dataset, failed ones too; header, values and documentation come from the same list.</summary>
public static class BatchTable
{
    private static readonly (CsvColumn Column, Func<Batch, BatchEntry, CellValue> Value)[] List =
    [
        Text("name", "Name of the report folder", (_, entry) => entry.Name),
        Text("title", "The label from the manifest, else the title of the dataset, else its file or folder", (_, entry) => entry.Title),
        Text("source", "The file or folder, as it was named or found", (_, entry) => entry.Source),
        Text("status", "done or failed", (_, entry) => entry.Facts is null ? "failed" : "done"),
        Text("reason", "Why it failed and what to do; empty where it is done", (_, entry) => entry.Failure),
        Text("report", "The page to open, relative to this file", (_, entry) => entry.Page),
        Of("stakeholders", "Organisations", facts => facts.Stakeholders),
        Of("sectors", "Known sectors with an organisation", facts => facts.Sectors),
        Of("activities", "Activities", facts => facts.Activities),
        Of("first_day", "First day of the dated activities", facts => facts.Days.First),
        Of("last_day", "Last day of the dated activities", facts => facts.Days.Last),
        Of("rows_read", "Records of all files after headers and tags", facts => facts.RowsRead),
        Of("rows_used", "Those of them that became, or repeat, a fact", facts => facts.RowsUsed),
        Of("tie_evidence", "joint, declared, both or none; none: coordination is not measured, and all rates are empty", facts => facts.TieEvidence),
        Text("basis", "Number of the way of counting: rates and statuses of different numbers cannot be compared", (batch, entry) => entry.Facts is { } facts ? batch.BasisOf(facts) : CellValue.None),
        Option("period", "Length of a period"),
        Option("place_level", "Administrative level of a place"),
        Option("ties", "Evidence that may count as a tie"),
        Option("max_joint_participants", "Activities with more participants tie no one"),
        Option("local_ties", "Whether only ties made in a cell count towards its status"),
        Option("funders_present", "Whether a funder is present in what it only pays for"),
        Option("from", "First day looked at; empty: all"),
        Option("to", "Last day looked at; empty: all"),
        Of("absent_dimensions", "theme, place or date, separated by ' | ', where the dataset has none: everything counts as one", facts => string.Join(" | ", facts.AbsentDimensions)),
        Of("required", "Pairs of organisations that meet", facts => facts.Coordination.Required),
        Of("satisfied", "Those of them that are tied", facts => CellValue.Of(facts.Coordination.Satisfied)),
        Of("coordination_rate", "satisfied / required", facts => facts.Coordination.Value),
        Of("cross_sector_required", "Pairs of organisations of two known sectors that meet", facts => facts.CrossSector.Required),
        Of("cross_sector_satisfied", "Those of them that are tied", facts => CellValue.Of(facts.CrossSector.Satisfied)),
        Of("cross_sector_rate", "cross_sector_satisfied / cross_sector_required", facts => facts.CrossSector.Value),
        Of("gaps", "Missing links: pairs that meet and have no tie", facts => Measured(facts, "gaps.total")),
        Of("gaps_cross_sector", "Those of them across sectors", facts => Measured(facts, "gaps.cross_sector")),
        Of("random_ties_rate", "Coordination rate that as many ties placed at random would give", facts => Measured(facts, "random_ties.expected_rate")),
        Of("ei_index", "E-I index of the whole network, from -1 to 1", facts => facts.Headline("ei_index.value")),
        Of("uncovered_need_share", "Need where no one is present, over all need", facts => facts.Headline("uncovered_need_share")),
        Of("uncoordinated_need_share", "Need that is covered, yet uncoordinated, over all need", facts => facts.Headline("uncoordinated_need_share")),
        .. Enum.GetValues<CellStatus>().Select(status => Of(
            $"cells_{Naming.NameOf(status)}", $"Combinations of theme and place that are {Naming.NameOf(status).Replace('_', ' ')}", facts => facts.HasCoverage ? facts.Cells.GetValueOrDefault(Naming.NameOf(status)) : CellValue.None)),
    ];

    public static IReadOnlyList<CsvColumn> Columns { get; } = [.. List.Select(column => column.Column)];

    public static byte[] Write(Batch batch)
    {
        using var buffer = new MemoryStream();
        using (var csv = new SafeCsv(buffer, Columns.Select(column => column.Name)))
        {
            foreach (var entry in batch.Entries)
                csv.Write(List.Select(column => column.Value(batch, entry)));
        }

        return buffer.ToArray();
    }

    private static (CsvColumn Column, Func<Batch, BatchEntry, CellValue> Value) Text(string name, string description, Func<Batch, BatchEntry, CellValue> value) => (new(name, description), value);

    private static (CsvColumn Column, Func<Batch, BatchEntry, CellValue> Value) Of(string name, string description, Func<BatchFacts, CellValue> value) =>
        (new(name, description), (_, entry) => entry.Facts is { } facts ? value(facts) : CellValue.None);

    private static (CsvColumn Column, Func<Batch, BatchEntry, CellValue> Value) Option(string name, string description) => Of(name, description, facts => facts.Option(name));

    private static CellValue Measured(BatchFacts facts, string path) => facts.Measured ? facts.Headline(path) : CellValue.None;
}
