using System.Globalization;
using GapAnalyzer.Domain;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>The words that charts share: counts with their noun, percentages, and what "meet" and "tie" mean here.</summary>
internal static class Phrases
{
    /// <summary>Between a number and what belongs to it, so that no line breaks there.</summary>
    private const char Tight = '\u00A0';

    public static string Number(long value) => Numbers.Count(value);

    public static string Count(long value, string one, string many) => $"{Number(value)}{Tight}{(value == 1 ? one : many)}";

    public static string Percent(double share) => Numbers.Percent(share);

    /// <summary>"38 stakeholders in 9 sectors, 26 activities, 2016–2025."</summary>
    public static string Scope(Analysis analysis)
    {
        var dataset = analysis.Dataset;
        int sectors = dataset.Stakeholders.Select(s => s.Sector).Distinct().Count(sector => dataset.Sectors[sector.Index].Known);
        string who = Count(dataset.Stakeholders.Count, "stakeholder", "stakeholders");
        string where = sectors == 0 ? string.Empty : $" in {Count(sectors, "sector", "sectors")}";
        return $"{who}{where}, {Count(dataset.Activities.Count - analysis.Unplaced.OutsideWindow, "activity", "activities")}{Years(analysis)}.";
    }

    /// <summary>What it takes for two stakeholders to meet, as the options and the data have it.</summary>
    public static string Meeting(Analysis analysis)
    {
        var absent = analysis.Unplaced.AbsentDimensions;
        var grain = analysis.Options.Period ?? AnalysisOptions.DefaultPeriod;
        var parts = new List<string>();
        if (!absent.Contains("theme"))
            parts.Add("on the same theme");
        if (!absent.Contains("place"))
            parts.Add(analysis.Options.PlaceLevel == 2 ? "in the same place (level 2)" : "in the same place");
        if (!absent.Contains("date") && grain != PeriodGrain.All)
            parts.Add($"in the same {GrainName(grain)}");
        return parts.Count == 0 ? "All stakeholders that act are taken to meet." : $"Two stakeholders meet when both act {string.Join(' ', parts)}.";
    }

    public static string GrainName(PeriodGrain grain) => grain switch
    {
        PeriodGrain.Year => "year",
        PeriodGrain.Quarter => "quarter",
        PeriodGrain.Month => "month",
        _ => "all time",
    };

    /// <summary>What a tie means: joint activities alone let us say more than a tie declared somewhere.</summary>
    public static string Tie(Analysis analysis) => analysis.TieEvidence switch
    {
        TieKinds.Joint => "A tie is a joint activity.",
        TieKinds.Declared => "A tie is one that a row declares.",
        _ => "A tie is a joint activity or one that a row declares.",
    };

    /// <summary>"4 of 37 pairs that meet have ever worked together"; "have a tie" where ties are also declared.</summary>
    public static string Together(Analysis analysis, Rate rate)
    {
        bool joint = analysis.TieEvidence == TieKinds.Joint;
        string done = joint ? "worked together" : "a tie";
        string ever = joint && analysis.Options.From is null && analysis.Options.To is null ? "ever " : string.Empty;
        string never = !joint ? "no tie" : ever.Length > 0 ? "never worked together" : "not worked together";
        string pairs = Count(rate.Required, "pair", "pairs");
        if (rate.Required == 1)
            return $"the one pair that meets has {(rate.Satisfied == 1 ? done : never)}";
        if (rate.Satisfied == 0)
            return $"none of {pairs} that meet has {ever}{done}";
        if (rate.Satisfied == rate.Required)
            return $"all {pairs} that meet have {done}";
        return $"{Number(rate.Satisfied)} of {pairs} that meet {(rate.Satisfied == 1 ? "has" : "have")} {ever}{done}";
    }

    private static string Years(Analysis analysis)
    {
        var dates = analysis.Dataset.Activities.Select(a => a.Dates).OfType<DateSpan>().ToList();
        if (dates.Count == 0)
            return ", undated";
        int first = Math.Max(dates.Min(d => d.First.Year), analysis.Options.From?.Year ?? 0);
        int last = Math.Min(dates.Max(d => d.Last.Year), analysis.Options.To?.Year ?? int.MaxValue);
        return first == last
            ? string.Create(CultureInfo.InvariantCulture, $", {first}")
            : string.Create(CultureInfo.InvariantCulture, $", {first}–{last}");
    }
}
