using GapAnalyzer.Measures;

namespace GapAnalyzer.Reporting.Words;

/// <summary>The headline in sentences, each saying only what was measured.</summary>
public static class HeadlineText
{
    /// <summary>Half of the scale to either side: such a range says only that the pairs are too few.</summary>
    private const double WidestRange = 0.5;

    /// <summary>Below so many pairs one organisation more or less is everything.</summary>
    internal const int FewestForRange = 10;

    /// <summary>Below this a standard error is rounding.</summary>
    private const double LeastSe = 1e-9;

    /// <summary>The headline: about the rate, the rate across sectors, chance, where the gaps lie, and coverage; about coverage alone without tie evidence.</summary>
    public static IReadOnlyList<string> Lines(Analysis analysis, Texts? texts = null)
    {
        var t = texts ?? Texts.English;
        return [.. Rates(analysis, t), .. WhereText.Lines(analysis, t), .. Coverage(analysis, t)];
    }

    /// <summary>The gaps that matter most, across sectors where there are such, one line each.</summary>
    public static IReadOnlyList<string> TopGaps(Analysis analysis, int count, Texts? texts = null) =>
        [.. GapText.Foremost(analysis, count).Select(gap => GapText.Line(analysis, gap, texts ?? Texts.English))];

    /// <summary>What makes two organisations a required pair here: "work on the same theme in the same place in the same year".</summary>
    internal static string Meeting(Analysis analysis, Texts t)
    {
        var absent = analysis.Unplaced.AbsentDimensions;
        var where = (absent.Contains("theme"), absent.Contains("place")) switch
        {
            (false, false) => "theme-place",
            (false, true) => "theme",
            (true, false) => "place",
            _ => "nothing",
        };
        var when = analysis.Days is null ? "undated" : Naming.NameOf(analysis.GrainInUse);
        return t.Say($"meeting.{where}", ("when", t.Say($"when.{when}")));
    }

    /// <summary>" (give or take 3 points)"; that the pairs are too few where it would be most of the scale; nothing where it is undefined.</summary>
    internal static string GiveOrTake(Rate rate, double se, Texts t) => (Moves(rate, se), Points(rate, se, t)) switch
    {
        (false, _) => "",
        (_, Numbers.Undefined) => " " + t.Say("headline.no-range"),
        (_, var points) => " " + t.Say("headline.give-or-take", ("points", points)),
    };

    /// <summary>
    /// Twice the leave-one-organisation-out standard error, in points of a percent. Undefined for a rate of 0 or 1 and wherever
    /// leaving one out does not move the rate: a range of nothing would claim a certainty that is not there. Undefined too for few
    /// pairs, and where it would be most of the scale.
    /// </summary>
    internal static string Points(Rate rate, double se, Texts? t = null) =>
        Moves(rate, se) && rate.Required >= FewestForRange && 2 * se <= WidestRange ? Numbers.Points(2 * se, t) : Numbers.Undefined;

    private static bool Moves(Rate rate, double se) => rate.Value is > 0 and < 1 && se > LeastSe;

    private static IEnumerable<string> Rates(Analysis analysis, Texts t)
    {
        var rate = analysis.Headline.Coordination;
        if (!analysis.Measured)
        {
            yield return analysis.Options.Ties == TieKinds.Both
                ? t.Say("headline.no-ties")
                : t.Say("headline.no-ties-chosen", ("ties", t.Say($"ties.{Naming.NameOf(analysis.Options.Ties)}")));
            yield return t.Say("headline.required-only", ("required", rate.Required), ("meeting", Meeting(analysis, t)));
            yield break;
        }

        if (rate.Required == 0)
        {
            yield return t.Say("headline.nothing-required", ("meeting", Meeting(analysis, t)));
            yield break;
        }

        yield return t.Say(
            "headline.rate",
            ("required", rate.Required),
            ("meeting", Meeting(analysis, t)),
            ("satisfied", rate.Satisfied),
            ("tied", t.Say($"tied.{analysis.EvidenceName}")),
            ("rate", rate.Value),
            ("range", GiveOrTake(rate, analysis.Headline.CoordinationSe, t)));
        yield return CrossSector(analysis, t);
        yield return Chance(analysis, t);
    }

    /// <summary>The rate across sectors, or why there is none.</summary>
    internal static string CrossSector(Analysis analysis, Texts t)
    {
        if (analysis.Dataset.KnownSectors < 2)
            return t.Say("headline.one-sector");
        var rate = analysis.Headline.CrossSector;
        return rate.Required == 0
            ? t.Say("headline.no-cross-pairs")
            : t.Say(
                "headline.cross-sector",
                ("required", rate.Required),
                ("satisfied", rate.Satisfied),
                ("rate", rate.Value),
                ("range", GiveOrTake(rate, analysis.Headline.CrossSectorSe, t)));
    }

    private static string Chance(Analysis analysis, Texts t) =>
        t.Say(
            "headline.chance",
            ("ties", analysis.Network.M),
            ("expected", analysis.Headline.Baseline.ExpectedRate));

    private static IEnumerable<string> Coverage(Analysis analysis, Texts t)
    {
        var headline = analysis.Headline;
        if (double.IsFinite(headline.UncoveredNeedShare))
        {
            var unit = t.Say($"need.{Naming.NameOf(headline.NeedUnit)}");
            yield return double.IsFinite(headline.UncoordinatedNeedShare)
                ? t.Say("headline.need", ("unit", unit), ("uncovered", headline.UncoveredNeedShare), ("uncoordinated", headline.UncoordinatedNeedShare))
                : t.Say("headline.need-uncovered", ("unit", unit), ("uncovered", headline.UncoveredNeedShare));
            yield break;
        }

        var present = analysis.Cells.Count(cell => cell.Stakeholders > 0);
        if (present == 0)
            yield break;
        var single = analysis.Cells.Count(cell => cell.Status == CellStatus.SingleProvider);
        var uncoordinated = analysis.Cells.Count(cell => cell.Status == CellStatus.CoveredUncoordinated);
        var sentence = t.Say(single == 0 ? "headline.cells-none" : "headline.cells", ("cells", present), ("where", CellText.Where(analysis, present, t)), ("single", single));
        var unknown = analysis.Cells.Count(cell => cell.Status == CellStatus.SectorsUnknown);
        var several = analysis.Cells.Any(cell => cell.Status is CellStatus.CoveredUncoordinated or CellStatus.Fragmented or CellStatus.Coordinated);
        if (analysis.Measured && (several || unknown == 0))
            sentence += " " + t.Say(uncoordinated == 0 ? "headline.cells-coordinated" : "headline.cells-uncoordinated", ("uncoordinated", uncoordinated));
        yield return unknown > 0 ? sentence + " " + t.Say("headline.cells-unknown", ("unknown", unknown)) : sentence;
    }
}
