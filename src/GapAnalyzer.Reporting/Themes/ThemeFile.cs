using System.Text.Json;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reporting.Charts;
using GapAnalyzer.Resolving;
using SkiaSharp;

namespace GapAnalyzer.Reporting.Themes;

/// <summary>
/// Reads a house style: a JSON object, beside it a font and a logo. Every error names the file, the field and what was expected.
/// Whoever wrote it may mean harm: pictures are PNG or JPEG, which cannot run anything, and everything has a largest size.
/// </summary>
public static class ThemeFile
{
    private const int MostBytes = 1 << 20;
    private const int MostFontBytes = 4 << 20;
    private const int MostLogoBytes = 1 << 20;
    private const int MostLogoPixels = 4_000;
    private const int MostFooter = 200;
    private const int FewestGroups = 6;

    /// <summary>The fields; the schema of the file describes the same ones.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["$schema", "name", "extends", "colors", "font", "font_bold", "logo", "footer", "paper"];

    /// <summary>The colours.</summary>
    public static IReadOnlyList<string> ColorFields { get; } = ["background", "ink", "muted", "grid", "quiet", "tie", "accent", "alarm", "groups", "ramp", "status"];

    /// <summary>Statuses that have a colour.</summary>
    public static IReadOnlyList<string> StatusFields { get; } = [.. Theme.Default.Colors.Statuses.Keys.Select(Naming.NameOf)];

    /// <param name="file">What errors call the file.</param>
    /// <param name="json">Its bytes.</param>
    /// <param name="beside">Opens a file that it names, at most as many bytes long as asked; throws <see cref="InputException"/> where it cannot.</param>
    /// <exception cref="InputException">The file is no theme.</exception>
    public static Theme Read(string file, ReadOnlyMemory<byte> json, Func<string, int, byte[]> beside)
    {
        if (json.Length > MostBytes)
            throw new InputException($"{file}: more than {MostBytes >> 20} MB; expected a JSON object that describes a theme");
        try
        {
            using var document = JsonDocument.Parse(json, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new InputException($"{file}: expected a JSON object that describes a theme, found {document.RootElement.ValueKind}");
            return Read(new ThemeObject(file, "", document.RootElement, Fields), beside);
        }
        catch (JsonException broken)
        {
            throw new InputException($"{file}:{broken.LineNumber + 1}: not valid JSON ({Quote.Start(broken.Message.Split(". LineNumber")[0])}); expected an object that describes a theme", broken);
        }
    }

    private static Theme Read(ThemeObject json, Func<string, int, byte[]> beside)
    {
        var names = Theme.BuiltIn.Select(theme => theme.Name).ToArray();
        var start = json.Text("extends") is { } extends
            ? Theme.BuiltIn.FirstOrDefault(theme => theme.Name == extends) ?? throw json.Wrong("extends", string.Join(" or ", names), extends)
            : Theme.Default;
        return start with
        {
            Name = json.Text("name") ?? "house",
            Colors = json.Object("colors", ColorFields) is { } colors ? ColorsOf(colors, start.Colors) : start.Colors,
            Font = FontOf(json, beside),
            Logo = json.Text("logo") is { } logo ? LogoOf(json, logo, beside) : null,
            Footer = FooterOf(json),
            Paper = json.Text("paper") is { } paper
                ? Enum.GetNames<PaperSize>().Contains(paper) ? Enum.Parse<PaperSize>(paper) : throw json.Wrong("paper", string.Join(", ", Enum.GetNames<PaperSize>()), paper)
                : start.Paper,
        };
    }

    private static ThemeColors ColorsOf(ThemeObject json, ThemeColors start) => new()
    {
        Background = json.Color("background") ?? start.Background,
        Ink = json.Color("ink") ?? start.Ink,
        Muted = json.Color("muted") ?? start.Muted,
        Grid = json.Color("grid") ?? start.Grid,
        Quiet = json.Color("quiet") ?? start.Quiet,
        Tie = json.Color("tie") ?? start.Tie,
        Accent = json.Color("accent") ?? start.Accent,
        Alarm = json.Color("alarm") ?? start.Alarm,
        Groups = json.Colors("groups", FewestGroups, 24) ?? start.Groups,
        Ramp = json.Colors("ramp", 2, 9) ?? start.Ramp,
        Statuses = json.Object("status", StatusFields) is { } status
            ? start.Statuses.ToDictionary(pair => pair.Key, pair => status.Color(Naming.NameOf(pair.Key)) ?? pair.Value)
            : start.Statuses,
    };

    private static string FooterOf(ThemeObject json)
    {
        string footer = ChartNames.OneLine(json.Text("footer") ?? string.Empty);
        return footer.Length <= MostFooter ? footer : throw json.Wrong("footer", $"at most {Numbers.Exact(MostFooter)} characters", footer);
    }

    private static ThemeFont? FontOf(ThemeObject json, Func<string, int, byte[]> beside)
    {
        if (json.Text("font") is not { } regular)
            return json.Text("font_bold") is { } alone ? throw json.Wrong("font_bold", "nothing where no font is given", alone) : null;
        byte[] bytes = Font("font", regular);
        return new("House", bytes, json.Text("font_bold") is { } bold ? Font("font_bold", bold) : bytes, MediaType(bytes) ?? "font/ttf");

        byte[] Font(string field, string path)
        {
            byte[] font = beside(path, MostFontBytes);
            return MediaType(font) is not null && CanBeRead(font) ? font : throw json.Wrong(field, "a TrueType or OpenType font (.ttf, .otf)", path);
        }
    }

    private static string? MediaType(ReadOnlySpan<byte> font) =>
        font.StartsWith("OTTO"u8) ? "font/otf" : font.StartsWith((ReadOnlySpan<byte>)[0, 1, 0, 0]) || font.StartsWith("true"u8) ? "font/ttf" : null;

    /// <summary>A font that a report can be set in has digits and the letters of English.</summary>
    private static bool CanBeRead(byte[] font)
    {
        using var data = SKData.CreateCopy(font);
        using var typeface = SKTypeface.FromData(data);
        return typeface?.ContainsGlyphs("0123456789 %abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == true;
    }

    private static ThemeLogo LogoOf(ThemeObject json, string path, Func<string, int, byte[]> beside)
    {
        byte[] bytes = beside(path, MostLogoBytes);
        string? type = bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? "image/png"
            : bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg" : null;

        // The header tells the size: a small file can hold a picture that fills the memory.
        using var data = SKData.CreateCopy(bytes);
        using var codec = type is null ? null : SKCodec.Create(data);
        if (type is null || codec is null || codec.Info.Width < 1 || codec.Info.Height < 1)
            throw json.Wrong("logo", "a PNG or JPEG picture", path);
        return codec.Info.Width <= MostLogoPixels && codec.Info.Height <= MostLogoPixels
            ? new(bytes, type, codec.Info.Width, codec.Info.Height)
            : throw json.Wrong("logo", $"a picture of at most {Numbers.Exact(MostLogoPixels)} pixels a side", path);
    }

    /// <summary>Typed access to the fields, with errors that name them.</summary>
    private sealed class ThemeObject
    {
        private readonly string file;
        private readonly string parent;
        private readonly JsonElement root;

        public ThemeObject(string file, string parent, JsonElement root, IReadOnlyList<string> known)
        {
            (this.file, this.parent, this.root) = (file, parent, root);
            foreach (var field in root.EnumerateObject().Where(field => !known.Contains(field.Name)))
                throw new InputException(Sentence.Of($"{file}: field {Quote.Value(parent + field.Name)} is not known", Nearest.Question(field.Name, known), $"expected {string.Join(", ", known)}"));
        }

        public InputException Wrong(string name, string expected, string found) =>
            new($"{file}: field {parent}{name} is {Quote.Value(found)}; expected {expected}");

        public string? Text(string name) => Get(name) is not { } value ? null
            : value.ValueKind == JsonValueKind.String ? value.GetString() : throw Wrong(name, "a text", value.GetRawText());

        public ThemeObject? Object(string name, IReadOnlyList<string> known) => Get(name) is not { } value ? null
            : value.ValueKind == JsonValueKind.Object ? new(file, name + ".", value, known) : throw Wrong(name, "an object", value.GetRawText());

        public Rgb? Color(string name) => Get(name) is { } value ? ColorOf(name, value) : null;

        public IReadOnlyList<Rgb>? Colors(string name, int fewest, int most)
        {
            if (Get(name) is not { } value)
                return null;
            string expected = $"a list of {Numbers.Exact(fewest)} to {Numbers.Exact(most)} colours";
            if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() < fewest || value.GetArrayLength() > most)
                throw Wrong(name, expected, value.GetRawText());
            return [.. value.EnumerateArray().Select(item => ColorOf(name, item))];
        }

        private Rgb ColorOf(string name, JsonElement value) =>
            (value.ValueKind == JsonValueKind.String ? Rgb.Parse(value.GetString()!) : null) ?? throw Wrong(name, "a colour as #RRGGBB", value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());

        private JsonElement? Get(string name) => root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }
}
