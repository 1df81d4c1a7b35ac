using System.Globalization;
using System.Text;
using System.Text.Json;
using GapAnalyzer.Domain;
using GapAnalyzer.Reporting.Charts;
using GapAnalyzer.Reporting.Themes;
using GapAnalyzer.Reporting.Words;
using ScottPlot;

namespace GapAnalyzer.Reporting.Formats.Html;

/// <summary>The network in the layout of the chart, as shapes that a reader can search, filter and enlarge.</summary>
internal sealed class NetworkFigure : IPart
{
    /// <summary>Room below for nothing but air.</summary>
    private const float Margin = 12;

    private readonly Analysis analysis;
    private readonly Texts t;
    private readonly Theme theme;
    private readonly NetworkSelection selection;
    private readonly NetworkLayout layout;
    private readonly Dictionary<StakeholderId, int> order;

    public NetworkFigure(Report report)
    {
        (analysis, t, theme) = (report.Analysis, report.Texts, report.Theme);
        selection = NetworkSelection.Of(analysis);
        layout = NetworkDrawing.Layout(analysis, selection, new ChartNames(analysis.Dataset, t, new Typography(report.Theme)), t);
        order = layout.Nodes.Index().ToDictionary(node => node.Item.Stakeholder, node => node.Index);
    }

    public string Render()
    {
        var label = Markup.Attribute(t.Say("html.network", ("nodes", layout.Nodes.Count), ("ties", selection.Ties.Count), ("gaps", selection.Gaps.Count)));
        var svg = new StringBuilder();
        svg.Append("<div class=\"frame net\" tabindex=\"0\" role=\"group\" aria-label=\"").Append(label).Append("\">");
        svg.Append(CultureInfo.InvariantCulture, $"<svg id=\"network\" viewBox=\"0 0 {Chart.Width} {Tenth(layout.Height + Margin)}\" role=\"group\" aria-label=\"{label}\">\n");
        svg.Append("<g class=\"lines\"><path class=\"ties\" d=\"").Append(Curves(selection.Ties)).Append("\"/>");
        svg.Append("<path class=\"gaps\" d=\"").Append(Curves(selection.Gaps.Select(gap => (gap.A, gap.B)))).Append("\"/></g>\n");
        foreach (var heading in layout.Headings)
            svg.Append(Text("heading", heading.X, heading.Y + 4, heading.RightSide, heading.Text, $" data-s=\"{Numbers.Exact(heading.Sector.Index)}\""));
        foreach (var name in layout.Labels)
            svg.Append(Label(name));
        foreach (var node in layout.Nodes)
            svg.Append(Node(node));
        svg.Append("</svg></div>\n");
        return svg.Append(CultureInfo.InvariantCulture, $"<p class=\"legend\"><span><span class=\"line tie\"></span>{Markup.Text(t.Say("html.tie"))}</span> <span><span class=\"line gap\"></span>{Markup.Text(t.Say("html.gap"))}</span></p>\n").ToString();
    }

    /// <summary>Stakeholders in the order of the nodes, where they are, and the ends of the lines in the order in which they are drawn.</summary>
    public void WriteData(Utf8JsonWriter json)
    {
        Write(json, "nodes", layout.Nodes.Select(node => (double)node.Stakeholder.Index));
        Write(json, "at", layout.Nodes.SelectMany(node => new[] { Math.Round(node.X, 1), Math.Round(node.Y, 1) }));
        Write(json, "ties", selection.Ties.SelectMany(tie => new double[] { order[tie.A], order[tie.B] }));
        Write(json, "drawnGaps", selection.Gaps.SelectMany(gap => new double[] { order[gap.A], order[gap.B] }));
        json.WriteNumber("height", Math.Round(layout.Height + Margin, 1));
    }

    private string Curves(IEnumerable<(StakeholderId A, StakeholderId B)> pairs) => string.Concat(pairs.Select(pair =>
    {
        var curve = layout.Bow(layout.Nodes[order[pair.A]], layout.Nodes[order[pair.B]]);
        return $"M{Tenth(curve.From.X)} {Tenth(curve.From.Y)}Q{Tenth(curve.Control.X)} {Tenth(curve.Control.Y)} {Tenth(curve.To.X)} {Tenth(curve.To.Y)}";
    }));

    private string Label(NetworkLabel label)
    {
        var line = MathF.Abs(label.Y - label.Node.Y) <= 1.5f ? "" : string.Create(
            CultureInfo.InvariantCulture,
            $"<path class=\"lead\" d=\"M{Tenth(label.Node.X)} {Tenth(label.Node.Y)}L{Tenth(label.X)} {Tenth(label.Y)}\"/>");
        return line + Text(label.EndOfGap ? "label end" : "label", label.X, label.Y + 4, label.Node.RightSide, label.Text, $" data-n=\"{Numbers.Exact(order[label.Node.Stakeholder])}\"");
    }

    private static string Text(string look, float x, float y, bool rightSide, string text, string data) =>
        $"<text class=\"{look}{(rightSide ? "" : " left")}\" x=\"{Tenth(x)}\" y=\"{Tenth(y)}\"{data}>{Markup.Attribute(text)}</text>\n";

    private string Node(NetworkNode node)
    {
        var look = SectorLook.Of(analysis.Dataset, node.Sector);
        var fill = look.Fill.In(theme.Colors).Hex;
        var name = Markup.Attribute(GapText.Who(analysis, node.Stakeholder, t));
        return $"<path class=\"node\" data-n=\"{Numbers.Exact(order[node.Stakeholder])}\" fill=\"{fill}\" transform=\"translate({Tenth(node.X)} {Tenth(node.Y)})\" d=\"{Shape(look.Shape, layout.NodeRadius)}\"><title>{name}</title></path>\n";
    }

    /// <summary>Shapes of about the same area.</summary>
    private static string Shape(MarkerShape shape, float r) => shape switch
    {
        MarkerShape.FilledSquare => $"M{Tenth(-r * 0.9f)} {Tenth(-r * 0.9f)}h{Tenth(r * 1.8f)}v{Tenth(r * 1.8f)}h{Tenth(-r * 1.8f)}z",
        MarkerShape.FilledTriangleUp => $"M0 {Tenth(-r * 1.2f)}L{Tenth(r * 1.15f)} {Tenth(r * 0.9f)}H{Tenth(-r * 1.15f)}z",
        MarkerShape.FilledTriangleDown => $"M0 {Tenth(r * 1.2f)}L{Tenth(r * 1.15f)} {Tenth(-r * 0.9f)}H{Tenth(-r * 1.15f)}z",
        MarkerShape.FilledDiamond => $"M0 {Tenth(-r * 1.3f)}L{Tenth(r * 1.3f)} 0L0 {Tenth(r * 1.3f)}L{Tenth(-r * 1.3f)} 0z",
        _ => $"M{Tenth(-r)} 0a{Tenth(r)} {Tenth(r)} 0 1 0 {Tenth(2 * r)} 0a{Tenth(r)} {Tenth(r)} 0 1 0 {Tenth(-2 * r)} 0z",
    };

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
            json.WriteRawValue(Numbers.Exact(number));
        json.WriteEndArray();
    }

    private static string Tenth(float value) => Numbers.Exact(Math.Round(value, 1));
}
