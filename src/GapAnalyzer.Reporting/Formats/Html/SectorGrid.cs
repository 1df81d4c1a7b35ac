using System.Globalization;
using System.Text;
using System.Text.Json;
using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Nulls;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Formats.Html;

/// <summary>Sectors against sectors: of the pairs that meet, how many are tied, and what the test says of it.</summary>
internal sealed class SectorGrid : IPart
{
    /// <summary>More sectors than this make a table that no screen shows.</summary>
    private const int MostSectors = 30;

    private readonly Analysis analysis;
    private readonly Texts t;
    private readonly GridMarkup grid;

    public SectorGrid(Report report)
    {
        (analysis, t) = (report.Analysis, report.Texts);
        string[] keys = analysis.Measured
            ? ["pairs", "tied", "rate", "points", "gaps", analysis.SectorTests.Mode == VerdictTieMode.Clique ? "together" : "tied-here", "expected", "q", "verdict", "ties", "possible"]
            : ["pairs", "possible"];
        grid = new GridMarkup("matrix", t.Say(analysis.Measured ? "html.matrix" : "html.matrix-unmeasured"), [.. keys.Select(key => t.Say($"column.{key}"))]);
    }

    public string Render()
    {
        var sectors = Shown();
        var rows = sectors.Select((row, i) => (
            Head: $"{Name(row)} ({Numbers.Count(analysis.Sectors.First(s => s.Sector == row).Stakeholders)})",
            Cells: sectors.Select((column, j) => j <= i ? Cell(column, row) : null)));
        return grid.Render(t.Say("column.sector"), [.. sectors.Select(sector => Name(sector))], rows) + Legend();
    }

    public void WriteData(Utf8JsonWriter json) => grid.WriteData(json);

    /// <summary>Those that meet most, in canonical order.</summary>
    private SectorId[] Shown()
    {
        var present = analysis.Sectors.Where(sector => sector.Stakeholders > 0).ToArray();
        var most = present.OrderByDescending(sector => sector.Rate.Required).Take(MostSectors).Select(sector => sector.Sector).ToHashSet();
        return [.. present.Select(sector => sector.Sector).Where(most.Contains)];
    }

    private string Name(SectorId sector) => t.Sector(analysis.Name(sector));

    private GridCell? Cell(SectorId a, SectorId b)
    {
        var pair = analysis.SectorPairs.First(candidate => (candidate.A, candidate.B) == (a, b));
        var within = a == b;
        var title = within
            ? $"{Name(a)} {t.Say("pairs.within")}"
            : t.Say("foremost.pair", ("a", Name(a)), ("b", Name(b)));
        if (pair.Possible == 0)
            return null;
        var (some, all) = analysis.Measured ? (pair.Rate.Satisfied, pair.Rate.Required) : (pair.Rate.Required, pair.Possible);
        if (all == 0)
            return new("none", "–", title, Values(pair)) { About = [a.Index, b.Index] };
        var share = (double)some / all;
        var verdict = analysis.Measured && pair.IsCross ? analysis.TestOf(pair).Verdict : Verdict.NotTestable;
        var look = $"q{Numbers.Exact((int)Math.Floor((Math.Min(share, 1) * 10) + 1e-9))}{(verdict == Verdict.Under ? " under" : verdict == Verdict.Over ? " over" : "")}";
        var mark = verdict is Verdict.Under or Verdict.Over ? $"<abbr title=\"{Markup.Attribute(VerdictText(verdict))}\">{(verdict == Verdict.Under ? "▼" : "▲")}</abbr>" : "";
        return new(look, $"<b>{mark}{Numbers.Percent(share, t)}</b><small>{Numbers.Count(some)}/{Numbers.Count(all)}</small>", title, Values(pair)) { About = [a.Index, b.Index] };
    }

    private IReadOnlyList<string> Values(SectorPairSummary pair)
    {
        if (!analysis.Measured)
            return [Numbers.Count(pair.Rate.Required), Numbers.Count(pair.Possible)];
        var tested = pair.IsCross && pair.Rate.Required > 0 && analysis.Has(AnalysisParts.Models);
        var test = analysis.TestOf(pair);
        return
        [
            Numbers.Count(pair.Rate.Required), Numbers.Count(pair.Rate.Satisfied), Numbers.Percent(pair.Rate.Value, t), HeadlineText.Points(pair.Rate, pair.Range.Se, t),
            Numbers.Count(pair.Rate.Gaps),
            tested ? Numbers.Count(test.Counted) : "",
            tested ? Numbers.Fixed(test.Deciding.Expected, 1, t) : "",
            tested ? Numbers.Chance(test.Deciding.Q, t) : "",
            tested ? VerdictText(test.Verdict) : "",
            Numbers.Count(pair.Ties), Numbers.Count(pair.Possible),
        ];
    }

    private string VerdictText(Verdict verdict) => t.Say($"verdict.{Naming.SnakeCase(verdict.ToString())}");

    private string Legend()
    {
        var steps = new StringBuilder();
        for (var i = 0; i <= 10; i += 2)
            steps.Append(CultureInfo.InvariantCulture, $"<span class=\"swatch q{Numbers.Exact(i)}\">{Numbers.Percent(i / 10.0, t)}</span>");
        var verdicts = analysis.Measured && analysis.Has(AnalysisParts.Models)
            ? $"<span>▼ {Markup.Text(VerdictText(Verdict.Under))}</span> <span>▲ {Markup.Text(VerdictText(Verdict.Over))}</span>"
            : "";
        return $"<p class=\"legend\">{steps} <span>– {Markup.Text(t.Say("html.no-pair"))}</span> {verdicts}</p>\n";
    }
}
