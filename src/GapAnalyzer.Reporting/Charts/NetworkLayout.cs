using GapAnalyzer.Domain;
using SkiaSharp;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>Where a stakeholder stands in the picture.</summary>
/// <param name="RightSide">On the right half, so its label runs to the right.</param>
internal readonly record struct NetworkNode(StakeholderId Stakeholder, SectorId Sector, float X, float Y, bool RightSide);

/// <summary>A name beside a node. <paramref name="Y"/> is the middle of its capitals; it may have moved from its node's to make room.</summary>
internal sealed record NetworkLabel(NetworkNode Node, string Text, float X, float Y, bool EndOfGap);

/// <summary>The name of a sector above its stakeholders.</summary>
internal sealed record NetworkHeading(SectorId Sector, string Text, float X, float Y, bool RightSide);

/// <summary>
/// Stakeholders on the two sides of an ellipse, sector by sector, evenly spaced in y: every name can stand level beside its
/// node, outside of all lines, and no two names share a line. Nothing is random and nothing iterates to convergence.
/// </summary>
internal sealed class NetworkLayout
{
    public const float LabelHeight = 12.5f;
    private const float HeadingHeight = 19;
    private const float BlockGap = 7;
    private const float MostSpacing = 24;
    private const float MostHeight = 930;
    private const float Centre = Chart.Width / 2f;

    private readonly float radiusX;
    private readonly List<NetworkNode> nodes = [];
    private readonly List<NetworkLabel> labels = [];
    private readonly List<NetworkHeading> headings = [];

    private NetworkLayout(NetworkRequest request)
    {
        var (left, right) = NetworkSides.Split(request.Blocks);
        float wanted = Math.Max(Total(left, MostSpacing), Total(right, MostSpacing));
        Height = Math.Clamp(wanted, 200, Math.Max(MostHeight, Math.Max(Total(left, 0), Total(right, 0))));
        float widest = Math.Max(
            request.Blocks.SelectMany(block => block.Nodes).Max(node => request.Type.Width(request.Name(node), LabelStyle(false))),
            request.Blocks.Max(block => request.Type.Width(block.Title + block.Count, HeadingStyle(Palette.Ink))));
        radiusX = Math.Clamp(Centre - Sheet.Margin - 18 - widest, 215, 300);
        Place(left, rightSide: false, request);
        Place(right, rightSide: true, request);
    }

    public float Height { get; }

    public IReadOnlyList<NetworkNode> Nodes => nodes;
    public IReadOnlyList<NetworkLabel> Labels => labels;
    public IReadOnlyList<NetworkHeading> Headings => headings;

    /// <summary>Radius of a node, small enough that neighbours do not touch.</summary>
    public float NodeRadius { get; private set; } = 5.5f;

    public static NetworkLayout Of(NetworkRequest request) => new(request);

    public static TextStyle LabelStyle(bool endOfGap) => new(11, Palette.Ink, Bold: endOfGap);

    public static TextStyle HeadingStyle(Paint color) => new(11.5f, color, Bold: true);

    /// <summary>A line that bows towards the middle, so that ties within a sector stay off the names.</summary>
    public Curve Bow(NetworkNode a, NetworkNode b)
    {
        var middle = new SKPoint((a.X + b.X) / 2, (a.Y + b.Y) / 2);
        float length = MathF.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));
        float toCentreX = Centre - middle.X;
        float toCentreY = (Height / 2) - middle.Y;
        float distance = MathF.Max(1, MathF.Sqrt((toCentreX * toCentreX) + (toCentreY * toCentreY)));
        float depth = MathF.Min(distance, (0.35f * length) + 8) / distance;
        return new(new(a.X, a.Y), new(middle.X + (toCentreX * depth), middle.Y + (toCentreY * depth)), new(b.X, b.Y));
    }

    private static float Total(IReadOnlyList<NetworkBlock> blocks, float spacing) =>
        blocks.Sum(block => HeadingHeight + BlockGap + BlockHeight(block, spacing));

    private static float BlockHeight(NetworkBlock block, float spacing) =>
        Math.Max(LabelHeight * Math.Max(1, block.MustLabel), block.Nodes.Count * spacing);

    /// <summary>The widest spacing at which the side is no higher than the figure; 30 halvings are exact to a millionth of a pixel.</summary>
    private float Spacing(IReadOnlyList<NetworkBlock> blocks)
    {
        if (Total(blocks, MostSpacing) <= Height)
            return MostSpacing;
        float low = 0;
        float high = MostSpacing;
        for (int i = 0; i < 30; i++)
        {
            float middle = (low + high) / 2;
            (low, high) = Total(blocks, middle) <= Height ? (middle, high) : (low, middle);
        }

        return low;
    }

    private void Place(IReadOnlyList<NetworkBlock> blocks, bool rightSide, NetworkRequest request)
    {
        float spacing = Spacing(blocks);
        float y = (Height - Total(blocks, spacing)) / 2;
        foreach (var block in blocks)
        {
            float height = BlockHeight(block, spacing);
            headings.Add(HeadingAt(block, y + HeadingHeight - 8, rightSide, request.Type));
            float top = y + HeadingHeight;
            float step = height / block.Nodes.Count;
            NodeRadius = MathF.Min(NodeRadius, MathF.Max(1.8f, step * 0.42f));
            var placed = block.Nodes.Select((id, i) => NodeAt(id, block.Sector, top + ((i + 0.5f) * step), rightSide)).ToList();
            nodes.AddRange(placed);
            PlaceLabels(placed, top, top + height, request);
            y = top + height + BlockGap;
        }
    }

    private NetworkHeading HeadingAt(NetworkBlock block, float y, bool rightSide, Typography type)
    {
        float x = LabelX(y, rightSide);
        string counted = type.Fit(block.Title, HeadingStyle(Palette.Ink), RoomAt(x, rightSide) - type.Width(block.Count, HeadingStyle(Palette.Ink)));
        return new(block.Sector, counted + block.Count, x, y, rightSide);
    }

    /// <summary>Room for text from a point to the figure's edge.</summary>
    private static float RoomAt(float x, bool rightSide) => MathF.Min(260, rightSide ? Chart.Width - 8 - x : x - 8);

    private NetworkNode NodeAt(StakeholderId id, SectorId sector, float y, bool rightSide) =>
        new(id, sector, rightSide ? Centre + HalfWidth(y) : Centre - HalfWidth(y), y, rightSide);

    /// <summary>Half the width of the ellipse at a height; it is a little higher than the figure, so that its ends stay open.</summary>
    private float HalfWidth(float y)
    {
        float relative = (y - (Height / 2)) / (Height / 2 * 1.07f);
        return radiusX * MathF.Sqrt(MathF.Max(0, 1 - (relative * relative)));
    }

    /// <summary>Where text may begin at a height: clear of every node that reaches into its line.</summary>
    private float LabelX(float y, bool rightSide)
    {
        float nearest = Math.Clamp(Height / 2, y - (LabelHeight / 2), y + (LabelHeight / 2));
        float offset = HalfWidth(nearest) + 11;
        return rightSide ? Centre + offset : Centre - offset;
    }

    private void PlaceLabels(List<NetworkNode> placed, float top, float bottom, NetworkRequest request)
    {
        var byImportance = placed
            .OrderByDescending(node => request.EndsOfGaps.Contains(node.Stakeholder))
            .ThenByDescending(node => request.Degree(node.Stakeholder)).ThenBy(node => node.Stakeholder.Index);
        var (named, ys) = Choose(byImportance, request, top + (LabelHeight / 2), bottom - (LabelHeight / 2));
        for (int i = 0; i < named.Count; i++)
        {
            bool endOfGap = request.EndsOfGaps.Contains(named[i].Stakeholder);
            float x = LabelX(ys[i], named[i].RightSide);
            string text = request.Type.Fit(request.Name(named[i].Stakeholder), LabelStyle(endOfGap), RoomAt(x, named[i].RightSide));
            labels.Add(new(named[i], text, x, ys[i], endOfGap));
        }
    }

    /// <summary>
    /// Ends of drawn gaps are always named. Any other name is taken, most important first, only where it fits without pushing a
    /// name further from its node than half a line: a name that stands beside a stranger is worse than none.
    /// </summary>
    private static (List<NetworkNode> Named, float[] Ys) Choose(IEnumerable<NetworkNode> byImportance, NetworkRequest request, float low, float high)
    {
        List<NetworkNode> named = [];
        float[] ys = [];
        float worst = LabelHeight / 2;
        foreach (var node in byImportance)
        {
            if ((named.Count * LabelHeight) - 0.01f > high - low)
                break;
            List<NetworkNode> candidate = [.. named.Append(node).OrderBy(n => n.Y)];
            float[] places = LabelStack.Spread([.. candidate.Select(n => n.Y)], LabelHeight, low, high);
            float moved = candidate.Zip(places, (n, y) => MathF.Abs(n.Y - y)).Max();
            if (moved > worst && !request.EndsOfGaps.Contains(node.Stakeholder))
                continue;
            (named, ys, worst) = (candidate, places, MathF.Max(worst, moved));
        }

        return (named, ys);
    }
}
