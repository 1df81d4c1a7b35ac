using GapAnalyzer.Domain;
using ScottPlot;
using static GapAnalyzer.Reporting.Charts.Phrases;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>Who works with whom, by sector, and the worst missing links between them.</summary>
internal static class NetworkDrawing
{
    private const float LegendHeight = 34;

    public static ChartDefinition Definition { get; } = new(
        "network", "The network and its worst missing links", "Who works with whom, and who ought to but does not?", Draw);

    /// <summary>The missing links that are drawn, worst first.</summary>
    public static ChartTable Table(Analysis analysis) => new(
        [
            new("Stakeholder A"), new("Sector A"), new("Stakeholder B"), new("Sector B"), new("Shared arenas", ColumnKind.Count),
            new("Requirement", ColumnKind.Number), new("Could be introduced by"),
        ],
        [.. NetworkSelection.Of(analysis).Gaps.Select(gap => new object[]
        {
            analysis.Dataset.Stakeholders[gap.A.Index].Name, analysis.Dataset.SectorOf(gap.A).Name,
            analysis.Dataset.Stakeholders[gap.B.Index].Name, analysis.Dataset.SectorOf(gap.B).Name,
            (long)gap.SharedArenas, gap.Requirement,
            string.Join(", ", gap.Introducers.Take(3).Select(id => analysis.Dataset.Stakeholders[id.Index].Name)),
        })]);

    internal static ChartResult Draw(Analysis analysis)
    {
        if (analysis.TieEvidence == TieKinds.None)
            return ChartResult.None("The data hold no evidence of ties, so there is no network to draw.");
        var selection = NetworkSelection.Of(analysis);
        var names = new ChartNames(analysis.Dataset);
        var layout = Layout(analysis, selection, names);
        var words = Words(analysis, selection, layout, names);
        return ChartResult.Of(new Chart(
            Definition.Id, words, Table(analysis), layout.Height + LegendHeight + Sheet.Margin, sheet => DrawOn(sheet, analysis.Dataset, selection, layout)));
    }

    internal static NetworkLayout Layout(Analysis analysis, NetworkSelection selection, ChartNames names)
    {
        var ends = selection.Gaps.SelectMany(gap => (StakeholderId[])[gap.A, gap.B]).ToHashSet();
        var bySector = selection.Nodes.GroupBy(node => analysis.Dataset.Stakeholders[node.Index].Sector);
        int large = Math.Max(8, selection.Nodes.Count / 2);
        var blocks = bySector.SelectMany(sector => Blocks(sector, large, ends, names.Of(sector.Key)));
        return NetworkLayout.Of(new([.. blocks], ends, names.Of, node => analysis.Stakeholders[node.Index].Degree));
    }

    /// <summary>A sector larger than half of all is cut in two, so that it can stand on both sides.</summary>
    private static IEnumerable<NetworkBlock> Blocks(IGrouping<SectorId, StakeholderId> sector, int large, HashSet<StakeholderId> ends, string name)
    {
        StakeholderId[] all = [.. sector];
        var parts = all.Length > large ? all.Chunk((all.Length + 1) / 2).ToList() : [all];
        return parts.Select((part, i) => new NetworkBlock(
            sector.Key,
            name,
            $" ({Number(all.Length)}{(i == 0 ? string.Empty : ", continued")})",
            part,
            part.Count(ends.Contains)));
    }

    private static ChartWords Words(Analysis analysis, NetworkSelection selection, NetworkLayout layout, ChartNames names)
    {
        string title = Title(analysis, selection, names);
        bool cross = selection.Gaps.Any(gap => gap.CrossSector);
        long gaps = cross ? analysis.Headline.CrossSector.Gaps : analysis.Headline.Coordination.Gaps;
        var notes = new List<string> { Scope(analysis), Meeting(analysis), Tie(analysis) };
        if (selection.Gaps.Count > 0)
            notes.Add(selection.Gaps.Count == gaps
                ? $"Dashed: {(gaps == 1 ? "the one missing link" : $"all {Number(gaps)} missing links")}{(cross ? " between sectors" : string.Empty)}."
                : $"Dashed: the {selection.Gaps.Count} worst of {Number(gaps)} missing links{(cross ? " between sectors" : string.Empty)}.");
        if (selection.Nodes.Count < analysis.Dataset.Stakeholders.Count)
            notes.Add($"Shown are the {selection.Nodes.Count} stakeholders with most missing links and ties.");
        if (selection.Ties.Count < selection.TiesAmongNodes)
            notes.Add($"Of {Number(selection.TiesAmongNodes)} ties between them the {Number(selection.Ties.Count)} strongest are drawn.");
        int unnamed = layout.Nodes.Count - layout.Labels.Count;
        notes.Add($"In each sector the best connected come first{(unnamed == 0 ? "." : $"; {Count(unnamed, "stakeholder is", "stakeholders are")} shown without a name.")}");
        if (names.Replaced)
            notes.Add(ChartNames.ReplacedNote);
        string alt = $"Network of {Count(selection.Nodes.Count, "stakeholder", "stakeholders")} grouped by sector, with {Count(selection.Ties.Count, "tie", "ties")} "
            + $"and {Count(selection.Gaps.Count, "missing link", "missing links")} dashed. {title}.";
        return new(title, string.Join(' ', notes), alt);
    }

    /// <summary>Names the worst missing link where one stands out; else counts.</summary>
    private static string Title(Analysis analysis, NetworkSelection selection, ChartNames names)
    {
        var gaps = selection.Gaps;
        if (gaps.Count == 0)
            return analysis.Headline.Coordination.Required == 0 ? "No two stakeholders meet" : "Every two stakeholders that meet have a tie";
        if (gaps.Count == 1 || gaps[0].Requirement > gaps[1].Requirement)
            return $"{names.InTitle(gaps[0].A)} and {names.InTitle(gaps[0].B)} meet in {Count(gaps[0].SharedArenas, "arena", "arenas")} and have no tie: the worst missing link";
        bool cross = gaps[0].CrossSector;
        var rate = cross ? analysis.Headline.CrossSector : analysis.Headline.Coordination;
        return $"{(cross ? "Pairs of different sectors that meet" : "Pairs that meet")}: {Number(rate.Satisfied)} {(rate.Satisfied == 1 ? "has" : "have")} a tie, {Number(rate.Gaps)} {(rate.Gaps == 1 ? "has" : "have")} none";
    }

    private static void DrawOn(Sheet sheet, Dataset dataset, NetworkSelection selection, NetworkLayout layout)
    {
        var at = layout.Nodes.ToDictionary(node => node.Stakeholder);
        float crowd = Math.Clamp(selection.Ties.Count / 1500f, 0, 1);
        var tie = TieColor.WithAlpha(0.55 - (0.25 * crowd));
        sheet.Curves(selection.Ties.Select(t => layout.Bow(at[t.A], at[t.B])), tie, 1 - (0.6f * crowd));
        var gaps = selection.Gaps.Select(gap => layout.Bow(at[gap.A], at[gap.B])).ToList();
        sheet.Curves(gaps, Palette.White.WithAlpha(0.8), 4);
        sheet.Curves(gaps, Palette.Alarm, 2, 7, 4);
        foreach (var label in layout.Labels)
            DrawLabel(sheet, label, layout);
        foreach (var node in layout.Nodes)
            sheet.Mark(node.X, node.Y, SectorLook.Of(dataset, node.Sector), layout.NodeRadius * 2);
        foreach (var heading in layout.Headings)
            DrawHeading(sheet, heading, SectorLook.Of(dataset, heading.Sector));
        DrawLegend(sheet, layout.Height + 22, selection);
    }

    private static Color TieColor => Color.FromHex("#94A3B8");

    private static void DrawLabel(Sheet sheet, NetworkLabel label, NetworkLayout layout)
    {
        var style = NetworkLayout.LabelStyle(label.EndOfGap);
        int outwards = label.Node.RightSide ? 1 : -1;
        if (MathF.Abs(label.Y - label.Node.Y) > 1.5f)
            sheet.Line(label.Node.X + (outwards * layout.NodeRadius), label.Node.Y, label.X - (outwards * 2), label.Y, Palette.Muted, 0.5f);
        sheet.Text(label.Text, label.X, label.Y + (Typography.CapHeight(style) / 2), style, label.Node.RightSide ? Anchor.Start : Anchor.End);
    }

    private static void DrawHeading(Sheet sheet, NetworkHeading heading, SectorLook look)
    {
        var style = NetworkLayout.HeadingStyle(Palette.AsText(look.Fill));
        sheet.Text(heading.Text, heading.X, heading.Y + (Typography.CapHeight(style) / 2), style, heading.RightSide ? Anchor.Start : Anchor.End);
    }

    private static void DrawLegend(Sheet sheet, float y, NetworkSelection selection)
    {
        sheet.Line(Sheet.Margin, y - 4, Sheet.Margin + 30, y - 4, TieColor, 1.5f);
        sheet.Text("tie", Sheet.Margin + 38, y, TextStyle.Small);
        if (selection.Gaps.Count == 0)
            return;
        sheet.Curves([new(new(80, y - 4), new(100, y - 4), new(120, y - 4))], Palette.Alarm, 2, 7, 4);
        sheet.Text("missing link: they meet and have no tie; the names of both ends are bold", 128, y, TextStyle.Small);
    }
}
