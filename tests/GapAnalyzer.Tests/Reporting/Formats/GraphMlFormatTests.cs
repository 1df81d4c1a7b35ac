using System.Xml;
using System.Xml.Linq;

namespace GapAnalyzer.Tests.Reporting.Formats;

public sealed class GraphMlFormatTests
{
    private static readonly XNamespace Ns = "http://graphml.graphdrawing.org/xmlns";

    public static TheoryData<string> Analyses => ReportFixtures.Names;

    [Theory]
    [MemberData(nameof(Analyses))]
    public void Nodes_are_the_stakeholders_and_edges_the_ties_and_gaps(string name)
    {
        var analysis = ReportFixtures.All[name];
        var graph = Load(analysis);
        var kinds = graph.Descendants(Ns + "edge").Select(edge => Data(edge, "edge_kind")).ToArray();
        Assert.Equal(analysis.Stakeholders.Count, graph.Descendants(Ns + "node").Count());
        Assert.Equal(analysis.Ties.M, kinds.Count(kind => kind == "tie"));
        Assert.Equal(analysis.Gaps.Count, kinds.Count(kind => kind == "gap"));
    }

    [Theory]
    [MemberData(nameof(Analyses))]
    public void Every_value_has_a_declared_key_and_every_edge_its_nodes(string name)
    {
        var graph = Load(ReportFixtures.All[name]);
        var keys = graph.Descendants(Ns + "key").Select(key => key.Attribute("id")!.Value).ToHashSet();
        var nodes = graph.Descendants(Ns + "node").Select(node => node.Attribute("id")!.Value).ToHashSet();
        Assert.All(graph.Descendants(Ns + "data"), data => Assert.Contains(data.Attribute("key")!.Value, keys));
        Assert.All(graph.Descendants(Ns + "edge"), edge => Assert.True(nodes.Contains(edge.Attribute("source")!.Value) && nodes.Contains(edge.Attribute("target")!.Value)));
    }

    [Fact]
    public void Characters_that_xml_cannot_hold_are_left_out_and_the_rest_stays()
    {
        var labels = Load(ReportFixtures.Hostile).Descendants(Ns + "node").Select(node => Data(node, "node_label")).ToArray();
        Assert.Contains("nul   half  pair", labels);
        Assert.Contains("<script>alert(1)</script>", labels);
    }

    private static XDocument Load(Analysis analysis)
    {
        using var stream = new MemoryStream(Written.Files(analysis, "graphml")["network.graphml"]);
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { CheckCharacters = true, DtdProcessing = DtdProcessing.Prohibit });
        return XDocument.Load(reader);
    }

    private static string? Data(XElement element, string key) => element.Elements(Ns + "data").SingleOrDefault(data => data.Attribute("key")!.Value == key)?.Value;
}
