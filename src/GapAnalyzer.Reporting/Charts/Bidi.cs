using System.Globalization;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>A piece of a line in one direction.</summary>
internal readonly record struct DirectedText(string Text, bool RightToLeft);

/// <summary>
/// The order in which the pieces of a line stand from left to right: the part of the Unicode bidirectional algorithm that names
/// need. A line runs left to right; a name that has letters of a right-to-left script is isolated in it and runs by its own first
/// letter, so that it never reorders what is around it.
/// </summary>
/// <remarks>Source: Unicode Standard Annex 9, rules W1-W7 without terminators, N1, N2, L2.</remarks>
internal static class Bidi
{
    /// <summary>First strong isolate.</summary>
    public const char Open = '\u2068';

    /// <summary>Pop directional isolate.</summary>
    public const char Close = '\u2069';

    private enum Kind : byte
    {
        Left,
        Right,
        Number,
        Neutral,
        Mark,
    }

    /// <summary>The name, isolated where it has to be.</summary>
    public static string Isolated(string name) => HasRightToLeft(name) ? Open + name + Close : name;

    public static bool HasRightToLeft(string text) => text.Any(IsRightToLeft);

    public static bool IsMark(char c) => c is Open or Close;

    /// <summary>Letters, marks and signs of Hebrew, Arabic, Syriac, Thaana, NKo and their presentation forms.</summary>
    public static bool IsRightToLeft(char c) => c is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC';

    /// <summary>Pieces in the order of the eye, from left to right, without the marks of isolation.</summary>
    public static IEnumerable<DirectedText> Pieces(string text)
    {
        foreach (string block in text.Replace(Close, Open).Split(Open).Where(block => block.Length > 0))
        {
            foreach (var piece in InOrder(block))
                yield return piece;
        }
    }

    /// <summary>Lines cut out of one text: an isolate that a cut opened is closed at the end of its line and opened again on the next.</summary>
    public static IReadOnlyList<string> Balance(IEnumerable<string> lines)
    {
        var balanced = new List<string>();
        bool open = false;
        foreach (string line in lines)
        {
            string start = open ? Open + line : line;
            open = start.LastIndexOf(Open) > start.LastIndexOf(Close);
            balanced.Add(open ? start + Close : start);
        }

        return balanced;
    }

    private static IEnumerable<DirectedText> InOrder(string block)
    {
        byte[] levels = Levels(block, Base(block));
        var runs = new List<(DirectedText Text, byte Level)>();
        int start = 0;
        for (int i = 1; i <= block.Length; i++)
        {
            if (i < block.Length && levels[i] == levels[start])
                continue;
            runs.Add((new(block[start..i], levels[start] % 2 == 1), levels[start]));
            start = i;
        }

        for (int level = runs.Max(run => run.Level); level > 0; level--)
            ReverseFrom(runs, level);
        return runs.Select(run => run.Text);
    }

    private static void ReverseFrom(List<(DirectedText Text, byte Level)> runs, int level)
    {
        for (int i = 0; i < runs.Count; i++)
        {
            int end = i;
            while (end < runs.Count && runs[end].Level >= level)
                end++;
            if (end > i)
                runs.Reverse(i, end - i);
            i = end;
        }
    }

    /// <summary>Right where the first letter is of a right-to-left script.</summary>
    private static Kind Base(string block) =>
        block.Select(KindOf).FirstOrDefault(kind => kind is Kind.Left or Kind.Right, Kind.Left);

    private static byte[] Levels(string text, Kind baseKind)
    {
        var kinds = Resolved(text, baseKind);
        for (int i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] != Kind.Neutral)
                continue;
            int end = i;
            while (end < kinds.Length && kinds[end] == Kind.Neutral)
                end++;
            var before = i == 0 ? baseKind : Side(kinds[i - 1]);
            var after = end == kinds.Length ? baseKind : Side(kinds[end]);
            Array.Fill(kinds, before == after ? before : baseKind, i, end - i);
        }

        return [.. kinds.Select(kind => kind switch { Kind.Number => (byte)2, Kind.Right => (byte)1, _ => (byte)(baseKind == Kind.Right ? 2 : 0) })];
    }

    private static Kind Side(Kind kind) => kind == Kind.Left ? Kind.Left : Kind.Right;

    /// <summary>Marks as what they stand on, digits after left-to-right letters as such letters, a separator between digits as a digit.</summary>
    private static Kind[] Resolved(string text, Kind baseKind)
    {
        var kinds = new Kind[text.Length];
        var strong = baseKind;
        for (int i = 0; i < text.Length; i++)
        {
            var kind = KindOf(text[i]);
            bool separates = text[i] is '.' or ',' or ':' or '/' && i > 0 && i + 1 < text.Length && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]);
            kinds[i] = kind == Kind.Mark ? (i == 0 ? Kind.Neutral : kinds[i - 1])
                : separates ? kinds[i - 1]
                : kind == Kind.Number && strong == Kind.Left && char.IsAsciiDigit(text[i]) ? Kind.Left
                : kind;
            if (kind is Kind.Left or Kind.Right)
                strong = kind;
        }

        return kinds;
    }

    private static Kind KindOf(char c)
    {
        if (char.IsDigit(c))
            return Kind.Number;
        if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            return Kind.Mark;
        if (IsRightToLeft(c))
            return Kind.Right;
        return char.IsLetter(c) || char.IsSurrogate(c) ? Kind.Left : Kind.Neutral;
    }
}
