using System.Collections;
using System.Runtime.CompilerServices;
using GapAnalyzer.Reporting.Charts;

namespace GapAnalyzer.Reporting.Document;

// The report as data: what it says and in which order, without any markup. Each format for readers renders these blocks and
// escapes their text in its own way, so that nothing from the data can become markup.

/// <summary>A part of the report's text.</summary>
public abstract record Block;

/// <summary>A heading.</summary>
/// <param name="Level">1 is the title of the report.</param>
/// <param name="Text">Plain text.</param>
public sealed record Heading(int Level, string Text) : Block;

public sealed record Paragraph(Line Text) : Block;

public sealed record Bullets(IReadOnlyList<Line> Items) : Block;

/// <summary>A table.</summary>
/// <param name="Columns">Heads, left to right.</param>
/// <param name="Rows">Cells, as many as there are columns.</param>
public sealed record Table(IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<Line>> Rows) : Block
{
    /// <summary>File below <c>tables/</c> of which these are the first rows; empty where there is none.</summary>
    public string File { get; init; } = "";
}

public sealed record TableColumn(string Title, bool IsNumber = false);

/// <summary>A chart with its alt text and a link to its numbers.</summary>
public sealed record Figure(Chart Chart) : Block;

/// <summary>Text that flows: plain, strong, code or a link.</summary>
public abstract record Inline;

public sealed record Plain(string Text) : Inline;

public sealed record Strong(string Text) : Inline;

public sealed record Code(string Text) : Inline;

/// <summary>A link to a file of the report folder or a public address of the tool's own texts; never to anything from the data.</summary>
public sealed record Link(string Text, string Target) : Inline;

/// <summary>One paragraph, bullet or cell.</summary>
[CollectionBuilder(typeof(Line), nameof(Create))]
public sealed class Line : IReadOnlyList<Inline>
{
    private readonly Inline[] parts;

    private Line(Inline[] parts) => this.parts = parts;

    public int Count => parts.Length;

    public Inline this[int index] => parts[index];

    public static implicit operator Line(string text) => new([new Plain(text)]);

    public static Line Create(ReadOnlySpan<Inline> parts) => new(parts.ToArray());

    public static Line FromString(string text) => text;

    public IEnumerator<Inline> GetEnumerator() => parts.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
