using System.Text;

namespace GapAnalyzer.Reporting.Words;

/// <summary>
/// A text with holes: <c>{name}</c> is filled with a fact, <c>{name:percent}</c> says how a number is written (percent, points,
/// index, tenths, p, number), and <c>{name|pair|pairs}</c> takes the form that the number asks for, without writing the number.
/// </summary>
internal sealed class Template
{
    private readonly IReadOnlyList<Piece> pieces;
    private readonly string plural;

    private Template(IReadOnlyList<Piece> pieces, string plural)
    {
        this.pieces = pieces;
        this.plural = plural;
    }

    /// <summary>Text, or a hole with a name and either a format or plural forms.</summary>
    private readonly record struct Piece(string Text, string? Name, string Format, string[] Forms);

    /// <summary>Names of the facts it needs.</summary>
    public IEnumerable<string> Names => pieces.Select(piece => piece.Name).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>The text between the holes.</summary>
    public IEnumerable<string> Literals => pieces.Where(piece => piece.Name is null).Select(piece => piece.Text);

    /// <param name="text">The template.</param>
    /// <param name="plural"><c>n = 1</c> (English, German, Spanish, Urdu: the first form for 1) or <c>n &lt; 2</c> (French: for 0 and 1).</param>
    public static Template Parse(string text, string plural)
    {
        if (plural is not ("n = 1" or "n < 2"))
            throw new FormatException($"unknown plural rule '{plural}'");
        var pieces = new List<Piece>();
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('{', at);
            if (open < 0)
                open = text.Length;
            if (open > at)
                pieces.Add(new(text[at..open], null, "", []));
            if (open == text.Length)
                break;
            var close = text.IndexOf('}', open);
            if (close < 0)
                throw new FormatException($"a hole is not closed in '{text}'");
            pieces.Add(Hole(text[(open + 1)..close]));
            at = close + 1;
        }

        return new(pieces, plural);
    }

    /// <param name="facts">What the holes are filled with.</param>
    /// <param name="t">The language, which says how numbers are written.</param>
    public string Fill(IReadOnlyDictionary<string, object> facts, Texts t)
    {
        var text = new StringBuilder();
        foreach (var piece in pieces)
            text.Append(piece.Name is null ? piece.Text : Fill(piece, facts, t));
        return text.ToString();
    }

    private static Piece Hole(string hole)
    {
        var forms = hole.Split('|');
        if (forms.Length == 3)
            return new("", forms[0], "", forms[1..]);
        var parts = hole.Split(':');
        return parts.Length switch
        {
            1 when forms.Length == 1 => new("", hole, "", []),
            2 when parts[1] is "percent" or "points" or "index" or "tenths" or "p" or "number" => new("", parts[0], parts[1], []),
            _ => throw new FormatException($"unknown hole '{{{hole}}}'"),
        };
    }

    private string Fill(Piece piece, IReadOnlyDictionary<string, object> facts, Texts t)
    {
        if (!facts.TryGetValue(piece.Name!, out var value))
            throw new KeyNotFoundException($"no fact '{piece.Name}'");
        if (piece.Forms.Length > 0)
            return piece.Forms[IsFirstForm(value) ? 0 : 1];
        return (piece.Format, value) switch
        {
            ("percent", _) => Numbers.Percent(Number(value), t),
            ("points", _) => Numbers.Points(Number(value), t),
            ("index", _) => Numbers.Index(Number(value), t),
            ("tenths", _) => Numbers.Fixed(Number(value), 1, t),
            ("p", _) => Number(value) < 0.001 ? Numbers.Chance(Number(value), t) : "= " + Numbers.Chance(Number(value), t),
            (_, string name) => name,
            (_, int or long) => Numbers.Count(Convert.ToInt64(value, null)),
            _ => Numbers.Text(Number(value), t),
        };
    }

    private bool IsFirstForm(object value) =>
        value is string text ? text == "1" || (plural == "n < 2" && text.Split(',')[0] is ("0" or "1")) : plural == "n = 1" ? Number(value) == 1 : Math.Abs(Number(value)) < 2;

    private static double Number(object value) => value switch
    {
        double number => number,
        int number => number,
        long number => number,
        _ => throw new FormatException($"'{value}' is not a number"),
    };
}
