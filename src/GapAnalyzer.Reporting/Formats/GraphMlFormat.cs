using System.Text;
using System.Xml;
using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Tables;

namespace GapAnalyzer.Reporting.Formats;

/// <summary><c>network.graphml</c>: stakeholders, ties and the listed gaps, for Gephi, igraph, NetworkX and others.</summary>
internal static class GraphMlFormat
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    public static ReportFormat Format { get; } = new(
        "graphml", "network.graphml", "network programs: all attributes, ties and the listed gaps", Write);

    /// <summary>An attribute: its name, its type in GraphML, and its value.</summary>
    private sealed record Key<T>(string Name, string Type, Func<Analysis, T, CellValue> Value);

    private static readonly Key<StakeholderSummary>[] Nodes =
    [
        new("stakeholder_id", "string", (a, s) => a.Id(s.Stakeholder)),
        new("label", "string", (a, s) => a.Name(s.Stakeholder)),
        new("acronym", "string", (a, s) => a.Of(s.Stakeholder).Acronym),
        new("sector", "string", (a, s) => a.Sector(s.Stakeholder)),
        new("stands_for_sector", "boolean", (a, s) => a.Of(s.Stakeholder).StandsForSector),
        new("activities", "int", (_, s) => s.Activities),
        new("arenas", "int", (_, s) => s.Arenas),
        new("degree", "int", (_, s) => s.Degree),
        new("strength", "double", (_, s) => s.Strength),
        new("component", "int", (_, s) => s.Component),
        new("community", "int", (_, s) => CellValue.Of(s.Community)),
        new("betweenness", "double", (_, s) => s.Betweenness),
        new("closeness", "double", (_, s) => s.Closeness),
        new("eigenvector", "double", (_, s) => s.Eigenvector),
        new("clustering", "double", (_, s) => s.Clustering),
        new("constraint", "double", (_, s) => s.Constraint),
        new("effective_size", "double", (_, s) => s.EffectiveSize),
        new("coreness", "int", (_, s) => CellValue.Of(s.Coreness)),
        new("cutpoint", "boolean", (_, s) => s.Cutpoint is { } isCutpoint ? isCutpoint : CellValue.None),
        new("brokerage_across", "int", (_, s) => CellValue.Of(s.Between)),
        new("brokerage_exclusive", "int", (_, s) => CellValue.Of(s.Exclusive)),
        new("ei_index", "double", (_, s) => s.EiIndex),
        new("required", "int", (_, s) => s.Rate.Required),
        new("satisfied", "int", (_, s) => CellValue.Satisfied(s.Rate)),
        new("rate", "double", (_, s) => s.Rate.Value),
    ];

    private static readonly Key<TieRow>[] Ties =
    [
        new("kind", "string", (_, _) => "tie"),
        new("weight", "double", (_, t) => t.Strength),
        new("joint_activities", "int", (_, t) => t.JointActivities),
        new("declared_rows", "int", (_, t) => t.DeclaredRows),
        new("shared_arenas", "int", (_, t) => t.SharedArenas),
    ];

    private static readonly Key<Gap>[] Gaps =
    [
        new("kind", "string", (_, _) => "gap"),
        new("requirement", "double", (_, g) => g.Requirement),
        new("shared_arenas", "int", (_, g) => g.SharedArenas),
        new("cross_sector", "boolean", (_, g) => g.CrossSector),
    ];

    private static void Write(Report report, IReportSink sink, CancellationToken cancellation)
    {
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) };
        using var stream = sink.Create("network.graphml");
        using var xml = XmlWriter.Create(stream, settings);
        xml.WriteStartElement("graphml", Namespace);
        foreach (var (name, type) in Nodes.Select(key => (key.Name, key.Type)))
            WriteKey(xml, "node", name, type);
        foreach (var (name, type) in Ties.Select(key => (key.Name, key.Type)).Union(Gaps.Select(key => (key.Name, key.Type))))
            WriteKey(xml, "edge", name, type);
        WriteGraph(xml, report.Analysis, cancellation);
        xml.WriteEndElement();
    }

    private static void WriteKey(XmlWriter xml, string of, string name, string type)
    {
        xml.WriteStartElement("key", Namespace);
        xml.WriteAttributeString("id", $"{of}_{name}");
        xml.WriteAttributeString("for", of);
        xml.WriteAttributeString("attr.name", name);
        xml.WriteAttributeString("attr.type", type);
        xml.WriteEndElement();
    }

    private static void WriteGraph(XmlWriter xml, Analysis analysis, CancellationToken cancellation)
    {
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("id", "network");
        xml.WriteAttributeString("edgedefault", "undirected");
        foreach (var stakeholder in analysis.Stakeholders)
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", NodeId(stakeholder.Stakeholder.Index));
            WriteData(xml, "node", Nodes, analysis, stakeholder);
            xml.WriteEndElement();
        }

        cancellation.ThrowIfCancellationRequested();
        foreach (var tie in TieRow.All(analysis))
            WriteEdge(xml, tie.A.Index, tie.B.Index, Ties, analysis, tie);
        foreach (var gap in analysis.Gaps)
            WriteEdge(xml, gap.A.Index, gap.B.Index, Gaps, analysis, gap);
        xml.WriteEndElement();
    }

    private static void WriteEdge<T>(XmlWriter xml, int a, int b, Key<T>[] keys, Analysis analysis, T item)
    {
        xml.WriteStartElement("edge", Namespace);
        xml.WriteAttributeString("source", NodeId(a));
        xml.WriteAttributeString("target", NodeId(b));
        WriteData(xml, "edge", keys, analysis, item);
        xml.WriteEndElement();
    }

    /// <summary>An undefined value is left out.</summary>
    private static void WriteData<T>(XmlWriter xml, string of, Key<T>[] keys, Analysis analysis, T item)
    {
        foreach (var key in keys)
        {
            var value = key.Value(analysis, item);
            var text = value.Whole is { } whole ? Numbers.Exact(whole) : value.Number is { } number ? Numbers.Exact(number) : value.Text;
            if (string.IsNullOrEmpty(text))
                continue;
            xml.WriteStartElement("data", Namespace);
            xml.WriteAttributeString("key", $"{of}_{key.Name}");
            xml.WriteString(Legal(text));
            xml.WriteEndElement();
        }
    }

    private static string NodeId(int index) => "n" + Numbers.Exact(index);

    /// <summary>Without the characters that XML 1.0 cannot hold.</summary>
    private static string Legal(string text)
    {
        var legal = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                legal.Append(text[i]).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i]))
                legal.Append(text[i]);
        }

        return legal.ToString();
    }
}
