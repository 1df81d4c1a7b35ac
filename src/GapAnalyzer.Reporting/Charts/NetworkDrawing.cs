using GapAnalyzer.Domain;
using GapAnalyzer.Reporting.Words;
using static GapAnalyzer.Reporting.Charts.Phrases;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>Who works with whom, by sector, and the worst missing links between them.</summary>
internal static class NetworkDrawing
{
    private const float LegendHeight = 34;

    public static ChartDefinition<Analysis> Definition { get; } = new(
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

    internal static ChartResult Draw(Analysis analysis, Texts t, Typography type)
    {
        if (analysis.TieEvidence == TieKinds.None)
            return ChartResult.None(t.Say("chart.network.no-ties"));
        var selection = NetworkSelection.Of(analysis);
        var names = new ChartNames(analysis.Dataset, t, type);
        var layout = Layout(analysis, selection, names, t);
        var words = Words(analysis, selection, layout, names, t);
        return ChartResult.Of(new Chart(
            Definition.Id, words, Table(analysis), layout.Height + LegendHeight + Sheet.Margin, sheet => DrawOn(sheet, analysis.Dataset, selection, layout, t), type));
    }

    internal static NetworkLayout Layout(Analysis analysis, NetworkSelection selection, ChartNames names, Texts t)
    {
        var ends = selection.Gaps.SelectMany(gap => (StakeholderId[])[gap.A, gap.B]).ToHashSet();
        var bySector = selection.Nodes.GroupBy(node => analysis.Dataset.Stakeholders[node.Index].Sector);
        int large = Math.Max(8, selection.Nodes.Count / 2);
        var blocks = bySector.SelectMany(sector => Blocks(sector, large, ends, names.Of(sector.Key), t));
        return NetworkLayout.Of(new([.. blocks], ends, names.Of, node => analysis.Stakeholders[node.Index].Degree, names.Type));
    }

    /// <summary>A sector larger than half of all is cut in two, so that it can stand on both sides.</summary>
    private static IEnumerable<NetworkBlock> Blocks(IGrouping<SectorId, StakeholderId> sector, int large, HashSet<StakeholderId> ends, string name, Texts t)
    {
        StakeholderId[] all = [.. sector];
        var parts = all.Length > large ? all.Chunk((all.Length + 1) / 2).ToList() : [all];
        return parts.Select((part, i) => new NetworkBlock(
            sector.Key,
            name,
            t.Say(i == 0 ? "chart.network.count" : "chart.network.continued", ("n", all.Length)),
            part,
            part.Count(ends.Contains)));
    }

    private static ChartWords Words(Analysis analysis, NetworkSelection selection, NetworkLayout layout, ChartNames names, Texts t)
    {
        string title = Title(analysis, selection, names, t);
        int unnamed = layout.Nodes.Count - layout.Labels.Count;
        return new(
            title,
            ChartWords.Sentences(
                [Scope(analysis, t), Meeting(analysis, t), Tie(analysis, t), .. Cuts(analysis, selection, t), t.Say(unnamed == 0 ? "chart.network.order" : "chart.network.unnamed", ("n", unnamed)), names.Note]),
            t.Say("chart.network.alt", ("n", selection.Nodes.Count), ("ties", selection.Ties.Count), ("gaps", selection.Gaps.Count), ("title", title)));
    }

    /// <summary>What of the network is not in the picture.</summary>
    private static IEnumerable<string> Cuts(Analysis analysis, NetworkSelection selection, Texts t)
    {
        bool cross = selection.Gaps.Any(gap => gap.CrossSector);
        long gaps = cross ? analysis.Headline.CrossSector.Gaps : analysis.Headline.Coordination.Gaps;
        string dashed = selection.Gaps.Count < gaps ? "worst" : gaps == 1 ? "one" : "all";
        if (selection.Gaps.Count > 0)
            yield return t.Say($"chart.network.dashed-{dashed}{(cross ? "-cross" : string.Empty)}", ("n", selection.Gaps.Count), ("all", gaps));
        if (selection.Nodes.Count < analysis.Dataset.Stakeholders.Count)
            yield return t.Say("chart.network.nodes", ("n", selection.Nodes.Count));
        if (selection.Ties.Count < selection.TiesAmongNodes)
            yield return t.Say("chart.network.ties", ("n", selection.Ties.Count), ("all", selection.TiesAmongNodes));
    }

    /// <summary>Names the worst missing link where one stands out; else counts.</summary>
    private static string Title(Analysis analysis, NetworkSelection selection, ChartNames names, Texts t)
    {
        var gaps = selection.Gaps;
        if (gaps.Count == 0)
            return t.Say(analysis.Headline.Coordination.Required == 0 ? "chart.network.none-meet" : "chart.network.all-tied");
        if (gaps.Count == 1 || gaps[0].Requirement > gaps[1].Requirement)
            return t.Say("chart.network.worst", ("a", names.InTitle(gaps[0].A)), ("b", names.InTitle(gaps[0].B)), ("n", gaps[0].SharedArenas));
        var rate = gaps[0].CrossSector ? analysis.Headline.CrossSector : analysis.Headline.Coordination;
        return t.Say(gaps[0].CrossSector ? "chart.network.title-cross" : "chart.network.title", ("tied", rate.Satisfied), ("gaps", rate.Gaps));
    }

    private static void DrawOn(Sheet sheet, Dataset dataset, NetworkSelection selection, NetworkLayout layout, Texts t)
    {
        var at = layout.Nodes.ToDictionary(node => node.Stakeholder);
        float crowd = Math.Clamp(selection.Ties.Count / 1500f, 0, 1);
        var tie = Palette.Tie.WithAlpha(0.55 - (0.25 * crowd));
        sheet.Curves(selection.Ties.Select(ends => layout.Bow(at[ends.A], at[ends.B])), tie, 1 - (0.6f * crowd));
        var gaps = selection.Gaps.Select(gap => layout.Bow(at[gap.A], at[gap.B])).ToList();
        sheet.Curves(gaps, Palette.Ground.WithAlpha(0.8), 4);
        sheet.Curves(gaps, Palette.Alarm, 2, 7, 4);
        foreach (var label in layout.Labels)
            DrawLabel(sheet, label, layout);
        foreach (var node in layout.Nodes)
            sheet.Mark(node.X, node.Y, SectorLook.Of(dataset, node.Sector), layout.NodeRadius * 2);
        foreach (var heading in layout.Headings)
            DrawHeading(sheet, heading, SectorLook.Of(dataset, heading.Sector));
        DrawLegend(sheet, layout.Height + 22, selection, t);
    }

    private static void DrawLabel(Sheet sheet, NetworkLabel label, NetworkLayout layout)
    {
        var style = NetworkLayout.LabelStyle(label.EndOfGap);
        int outwards = label.Node.RightSide ? 1 : -1;
        if (MathF.Abs(label.Y - label.Node.Y) > 1.5f)
            sheet.Line(label.Node.X + (outwards * layout.NodeRadius), label.Node.Y, label.X - (outwards * 2), label.Y, Palette.Muted, 0.5f);
        sheet.Text(label.Text, label.X, label.Y + (style.CapHeight / 2), style, label.Node.RightSide ? Anchor.Start : Anchor.End);
    }

    private static void DrawHeading(Sheet sheet, NetworkHeading heading, SectorLook look)
    {
        var style = NetworkLayout.HeadingStyle(Palette.AsText(look.Fill));
        sheet.Text(heading.Text, heading.X, heading.Y + (style.CapHeight / 2), style, heading.RightSide ? Anchor.Start : Anchor.End);
    }

    private static void DrawLegend(Sheet sheet, float y, NetworkSelection selection, Texts t)
    {
        sheet.Line(Sheet.Margin, y - 4, Sheet.Margin + 30, y - 4, Palette.Tie, 1.5f);
        sheet.Text(t.Say("chart.network.tie"), Sheet.Margin + 38, y, TextStyle.Small);
        if (selection.Gaps.Count == 0)
            return;
        float next = Sheet.Margin + 62 + sheet.Type.Width(t.Say("chart.network.tie"), TextStyle.Small);
        sheet.Curves([new(new(next, y - 4), new(next + 20, y - 4), new(next + 40, y - 4))], Palette.Alarm, 2, 7, 4);
        sheet.Text(t.Say("chart.network.legend"), next + 48, y, TextStyle.Small);
    }
}
