namespace GapAnalyzer.Reporting.Themes;

/// <summary>A house style: what the charts and the pages of a report look like. The default one is this tool's own.</summary>
public sealed record Theme
{
    public static Theme Default { get; } = new();

    /// <summary>For projectors, poor printers and poor eyes: black on white, and strong colours.</summary>
    public static Theme Contrast { get; } = new()
    {
        Name = "contrast",
        What = "black on white with strong colours, for projectors, print and poor sight",
        Colors = new()
        {
            Ink = new(0, 0, 0),
            Muted = new(0x3F, 0x3F, 0x46),
            Grid = new(0xC4, 0xC4, 0xCC),
            Quiet = new(0xA8, 0xB0, 0xBC),
            Tie = new(0x64, 0x74, 0x8B),
            Accent = new(0x00, 0x4D, 0x47),
            Alarm = new(0xA5, 0x00, 0x26),
            Groups = [new(0x00, 0x4C, 0x86), new(0xA8, 0x40, 0x00), new(0x00, 0x6B, 0x4E), new(0x8E, 0x3A, 0x6B), new(0x7A, 0x55, 0x00), new(0x1F, 0x75, 0xA8)],
            Ramp = [new(0xFF, 0xFF, 0xFF), new(0x9E, 0xC5, 0xE6), new(0x2B, 0x7B, 0xBA), new(0x0B, 0x4A, 0x8A), new(0x02, 0x1B, 0x40)],
        },
    };

    /// <summary>The house styles that need no file, by name.</summary>
    public static IReadOnlyList<Theme> BuiltIn { get; } = [Default, Contrast];

    /// <summary>What it is called.</summary>
    public string Name { get; init; } = "default";

    /// <summary>What it is for.</summary>
    public string What { get; init; } = "dark grey on white with colours that stay apart for colour-blind eyes";

    public ThemeColors Colors { get; init; } = new();

    /// <summary>The house's font; null: the one that this program carries.</summary>
    public ThemeFont? Font { get; init; }

    /// <summary>Null: no logo.</summary>
    public ThemeLogo? Logo { get; init; }

    /// <summary>A line at the foot of every chart and page; empty: none.</summary>
    public string Footer { get; init; } = string.Empty;

    /// <summary>What pages are printed on.</summary>
    public PaperSize Paper { get; init; } = PaperSize.A4;
}

/// <summary>Size of a printed page.</summary>
public enum PaperSize
{
    A4,
    A3,
    Letter,
    Legal,
}

/// <summary>A font of the house in one or two weights, as TrueType or OpenType files.</summary>
/// <param name="Family">The name under which a page or drawing finds it; never one from the file.</param>
/// <param name="Regular">The file.</param>
/// <param name="Bold">The file of the bolder weight; the same as the regular one where there is none.</param>
/// <param name="MediaType"><c>font/ttf</c> or <c>font/otf</c>.</param>
public sealed record ThemeFont(string Family, ReadOnlyMemory<byte> Regular, ReadOnlyMemory<byte> Bold, string MediaType);

/// <summary>A logo.</summary>
/// <param name="Bytes">The file as it was given: PNG or JPEG, which cannot run anything.</param>
/// <param name="MediaType"><c>image/png</c> or <c>image/jpeg</c>.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record ThemeLogo(ReadOnlyMemory<byte> Bytes, string MediaType, int Width, int Height);
