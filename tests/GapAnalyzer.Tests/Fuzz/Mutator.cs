using System.Text;

namespace GapAnalyzer.Tests.Fuzz;

/// <summary>Damages bytes the way people, programs and enemies do.</summary>
internal sealed class Mutator(Random random)
{
    private const int MostBytes = 40_000;

    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            ",", ";", "\t", "|", "\"", "\"\"", "\n", "\r", "\r\n", "\"\n", " ", "#", "#org", "#org+impl", "#org+funder", "#adm1+name", "#sector", "#date+start", "#activity+id", "#x+", "+",
            "Organisation", "Donor", "Lead organisation", "Implementing partner", "Cluster", "Admin1", "Start date", "End date", "Type of organisation", "activity_id", "stakeholder_id", "theme", "name",
            "NaN", "Infinity", "-Infinity", "-1", "1e309", "1e-309", "99999999999999999999", "0", "-0", "2147483648", "44197", "2958466", "0000-00-00", "9999-12-31", "0001-01-01", "31/02/2024", "1/1/1", "2021-01-01 to 2021-06-30",
            "Jan 1-Dec 31, 2021", "April", "Total", "Grand total:", "N/A", "#N/A", "#VALUE!", "(vide)", "-", "/", "&", " and ", "()", "(", "UNICEF", "WFP / PAM", "SRC", "Nationwide", "National", "=1+1", "@x", "'",
            "\uFEFF", "\u00A0", "\u2028", "\u0085", "\u200F", "\u0301", "\u0130", "ß", "ﬁ", "\U0001F469\u200D\U0001F692", "\u0000", "\u0001", "\u001B[31m", "<script>", "]]>", "&amp;", "%00", "../", "\\",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xFE, 0xFF], [0xFF, 0xFE], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x93, 0x94],
    ];

    public byte[] Damage(byte[] bytes, int times)
    {
        for (var i = 0; i < times; i++)
            bytes = Once(bytes);
        return bytes.Length <= MostBytes ? bytes : bytes[..MostBytes];
    }

    private byte[] Once(byte[] bytes)
    {
        var (at, length) = (random.Next(bytes.Length + 1), random.Next(1, 40));
        var end = Math.Min(bytes.Length, at + length);
        switch (random.Next(15))
        {
            case 0 when at < bytes.Length:
                return [.. bytes[..at], (byte)(bytes[at] ^ (1 << random.Next(8))), .. bytes[(at + 1)..]];
            case 1:
                return [.. bytes[..at], (byte)random.Next(256), .. bytes[at..]];
            case 2:
                return [.. bytes[..at], .. bytes[end..]];
            case 3:
                return [.. bytes[..end], .. bytes[at..end], .. bytes[end..]];
            case 4 or 5 or 6:
                return [.. bytes[..at], .. Token(), .. bytes[at..]];
            case 7:
                return [.. bytes[..at], .. Token(), .. bytes[end..]];
            case 8:
                return Replace(bytes, ","u8, [.. new[] { ";"u8.ToArray(), "\t"u8.ToArray(), "|"u8.ToArray(), ",,"u8.ToArray() }[random.Next(4)]]);
            case 9:
                return Replace(bytes, "\n"u8, [.. new[] { "\r\n"u8.ToArray(), "\r"u8.ToArray(), "\n\n"u8.ToArray() }[random.Next(3)]]);
            case 10:
                return ByLines(bytes);
            case 11:
                return ByCells(bytes);
            case 12 when random.Next(4) == 0:
                return [.. (random.Next(2) == 0 ? Encoding.Unicode : Encoding.BigEndianUnicode).GetPreamble(), .. (random.Next(2) == 0 ? Encoding.Unicode : Encoding.Latin1).GetBytes(Encoding.UTF8.GetString(bytes))];
            case 13 when random.Next(4) == 0:
                return Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(bytes));
            case 14 when random.Next(4) == 0:
                return [.. bytes[..at], .. Enumerable.Repeat(Token(), random.Next(1, 3000)).SelectMany(token => token).Take(8000), .. bytes[at..]];
            default:
                return [.. bytes[..at], .. Token(), .. bytes[at..]];
        }
    }

    /// <summary>Lines in another order, left out, or many times.</summary>
    private byte[] ByLines(byte[] bytes)
    {
        var lines = Split(bytes, (byte)'\n');
        var (a, b) = (random.Next(lines.Count), random.Next(lines.Count));
        switch (random.Next(4))
        {
            case 0:
                (lines[a], lines[b]) = (lines[b], lines[a]);
                break;
            case 1:
                lines.RemoveAt(a);
                break;
            case 2:
                lines.InsertRange(a, Enumerable.Repeat(lines[b], random.Next(1, 40)));
                break;
            default:
                lines.Insert(0, Token());
                break;
        }

        return Join(lines, (byte)'\n');
    }

    /// <summary>A cell that is something else, or something that stands elsewhere.</summary>
    private byte[] ByCells(byte[] bytes)
    {
        var lines = Split(bytes, (byte)'\n');
        var line = random.Next(lines.Count);
        var (cells, others) = (Split(lines[line], (byte)','), Split(lines[random.Next(lines.Count)], (byte)','));
        cells[random.Next(cells.Count)] = random.Next(2) == 0 ? Token() : others[random.Next(others.Count)];
        lines[line] = Join(cells, (byte)',');
        return Join(lines, (byte)'\n');
    }

    private byte[] Token() => Tokens[random.Next(Tokens.Length)];

    private static byte[] Replace(byte[] bytes, ReadOnlySpan<byte> from, byte[] to)
    {
        var result = new List<byte>(bytes.Length);
        foreach (var b in bytes)
        {
            if (b == from[0])
                result.AddRange(to);
            else
                result.Add(b);
        }

        return [.. result];
    }

    private static List<byte[]> Split(byte[] bytes, byte separator)
    {
        List<byte[]> parts = [];
        var start = 0;
        for (var i = 0; i <= bytes.Length; i++)
        {
            if (i < bytes.Length && bytes[i] != separator)
                continue;
            parts.Add(bytes[start..i]);
            start = i + 1;
        }

        return parts;
    }

    private static byte[] Join(List<byte[]> parts, byte separator) => [.. parts.SelectMany((part, i) => i == 0 ? part : [separator, .. part])];
}
