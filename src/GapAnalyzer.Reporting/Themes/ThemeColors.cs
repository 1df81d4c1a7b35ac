using GapAnalyzer.Measures;

namespace GapAnalyzer.Reporting.Themes;

/// <summary>
/// The colours of a house style, by what they are for. Meaning never rests on colour alone: a letter, a shape, a dash or a label
/// beside it says the same.
/// </summary>
public sealed record ThemeColors
{
    /// <summary>Ground of charts and pages.</summary>
    public Rgb Background { get; init; } = Rgb.White;

    /// <summary>Text.</summary>
    public Rgb Ink { get; init; } = new(0x1F, 0x29, 0x37);

    /// <summary>Text of lesser weight.</summary>
    public Rgb Muted { get; init; } = new(0x6B, 0x72, 0x80);

    /// <summary>Lines to read values by.</summary>
    public Rgb Grid { get; init; } = new(0xE5, 0xE7, 0xEB);

    /// <summary>What is there for comparison: bars of others, borders of cells.</summary>
    public Rgb Quiet { get; init; } = new(0xCB, 0xD5, 0xE1);

    /// <summary>Ties, drawn as lines.</summary>
    public Rgb Tie { get; init; } = new(0x94, 0xA3, 0xB8);

    /// <summary>What a chart is about.</summary>
    public Rgb Accent { get; init; } = new(0x0F, 0x76, 0x6E);

    /// <summary>What is amiss: missing links.</summary>
    public Rgb Alarm { get; init; } = new(0xBE, 0x12, 0x3C);

    /// <summary>Sectors, in their order; where there are more they repeat with another marker. By default Okabe and Ito's.</summary>
    public IReadOnlyList<Rgb> Groups { get; init; } =
        [new(0x00, 0x72, 0xB2), new(0xD5, 0x5E, 0x00), new(0x00, 0x9E, 0x73), new(0xCC, 0x79, 0xA7), new(0xE6, 0x9F, 0x00), new(0x56, 0xB4, 0xE9)];

    /// <summary>Shares from none to all, evenly spaced.</summary>
    public IReadOnlyList<Rgb> Ramp { get; init; } =
        [new(0xF1, 0xF6, 0xFC), new(0xC6, 0xDB, 0xEF), new(0x6B, 0xAE, 0xD6), new(0x21, 0x71, 0xB5), new(0x08, 0x30, 0x6B)];

    /// <summary>Cells of the coverage grid; those that are not named have the colour of the ground.</summary>
    public IReadOnlyDictionary<CellStatus, Rgb> Statuses { get; init; } = new Dictionary<CellStatus, Rgb>
    {
        [CellStatus.Uncovered] = new(0xA6, 0x36, 0x03),
        [CellStatus.CoveredUncoordinated] = new(0xE6, 0x85, 0x2E),
        [CellStatus.Fragmented] = new(0xF4, 0xDC, 0x6A),
        [CellStatus.SingleSector] = new(0xDD, 0xB3, 0xCC),
        [CellStatus.SingleProvider] = new(0xB8, 0x6E, 0x9E),
        [CellStatus.SectorsUnknown] = new(0xE5, 0xE7, 0xEB),
        [CellStatus.CoordinationUnknown] = new(0xD5, 0xD3, 0xEA),
        [CellStatus.Coordinated] = new(0x9C, 0xCB, 0xE8),
    };

    public Rgb Of(CellStatus status) => Statuses.GetValueOrDefault(status, Background);

    /// <summary>The colour of a share from 0 to 1.</summary>
    public Rgb Share(double share)
    {
        double position = Math.Clamp(share, 0, 1) * (Ramp.Count - 1);
        int low = Math.Min((int)position, Ramp.Count - 2);
        return Ramp[low].Towards(Ramp[low + 1], position - low);
    }

    /// <summary>
    /// The ground's colour or ink, whichever has more contrast on a fill; in doubt the lighter one, which the eye reads better on
    /// a saturated colour than the ratio tells.
    /// </summary>
    public Rgb TextOn(Rgb fill)
    {
        var (light, dark) = Background.Luminance > Ink.Luminance ? (Background, Ink) : (Ink, Background);
        return Rgb.Contrast(light, fill) > 0.75 * Rgb.Contrast(dark, fill) ? light : dark;
    }
}
