using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>The sentences that charts share: of whom and when, and what "meet" and "tie" mean here.</summary>
internal static class Phrases
{
    public static string Number(long value) => Numbers.Count(value);

    /// <summary>"38 organisations in 9 sectors, 26 activities, 2016–2025."</summary>
    public static string Scope(Analysis analysis, Texts t)
    {
        var dataset = analysis.Dataset;
        int sectors = dataset.Stakeholders.Select(s => s.Sector).Distinct().Count(sector => dataset.Sectors[sector.Index].Known);
        return t.Say(
            sectors == 0 ? "chart.scope-no-sector" : "chart.scope",
            ("n", dataset.Stakeholders.Count),
            ("sectors", sectors),
            ("activities", dataset.Activities.Count - analysis.Unplaced.OutsideWindow),
            ("years", Years(analysis, t)));
    }

    /// <summary>What it takes for two organisations to meet, as the options and the data have it.</summary>
    public static string Meeting(Analysis analysis, Texts t) => t.Say("chart.meeting", ("meeting", HeadlineText.Meeting(analysis, t)));

    /// <summary>What a tie means: joint activities alone let us say more than a tie declared somewhere.</summary>
    public static string Tie(Analysis analysis, Texts t) => t.Say($"chart.tie.{analysis.EvidenceName}");

    /// <summary>"4 of 37 pairs that meet have ever worked together"; "have a tie" where ties are also declared.</summary>
    public static string Together(Analysis analysis, Rate rate, Texts t)
    {
        string tie = analysis.TieEvidence != TieKinds.Joint ? "tie" : analysis.Options.From is null && analysis.Options.To is null ? "ever" : "joint";
        string share = (rate.Satisfied, rate.Required) switch
        {
            (0, 1) => "one-none",
            (1, 1) => "one",
            (0, _) => "none",
            var (satisfied, required) => satisfied == required ? "all" : "some",
        };
        return t.Say($"chart.together.{tie}.{share}", ("satisfied", rate.Satisfied), ("required", rate.Required));
    }

    private static string Years(Analysis analysis, Texts t)
    {
        if (analysis.Days is not { } days)
            return t.Say("chart.years-none");
        int first = Math.Max(days.First.Year, analysis.Options.From?.Year ?? 0);
        int last = Math.Min(days.Last.Year, analysis.Options.To?.Year ?? int.MaxValue);
        return t.Say(first == last ? "chart.year" : "chart.years", ("first", Numbers.Exact(first)), ("last", Numbers.Exact(last)));
    }
}
