using System.Text.Json;
using GapAnalyzer.Comparing;
using GapAnalyzer.Reporting.Comparing;

namespace GapAnalyzer.Reporting.Formats.Json;

/// <summary>The parts of <c>comparison.json</c>.</summary>
internal static class JsonComparison
{
    private static readonly GapFate[] Fates = [GapFate.Persisting, .. GapFlow.Gone, .. GapFlow.Come];

    public static void Write(Utf8JsonWriter json, ComparisonReport report)
    {
        var comparison = report.Comparison;
        json.WriteStartObject();
        json.WriteString("schema_version", JsonFormat.ComparisonSchemaVersion);
        json.WriteString("tool_version", Report.ToolVersion);
        json.WriteString("title", comparison.Title);
        json.WriteString("comparability", Naming.SnakeCase(comparison.Comparability.ToString()));
        Side(json, "before", comparison, comparison.Before, comparison.First, report);
        Side(json, "after", comparison, comparison.After, comparison.Last, report);
        json.WriteTexts("answer", ComparisonText.Lines(comparison, report.Texts));
        Change(json, "coordination_rate", comparison.Rate);
        Change(json, "cross_sector_rate", comparison.CrossRate);
        Ties(json, "ties", comparison.Ties);
        Gaps(json, "gaps", comparison.Gaps);
        Gaps(json, "cross_sector_gaps", comparison.CrossGaps);
        Organisations(json, comparison);
        SectorPairs(json, comparison);
        json.WriteObjects("cells", comparison.Cells, cell =>
        {
            json.WriteString("theme", comparison.ThemeName(cell.Theme));
            json.WriteString("place", comparison.PlaceName(cell.Place));
            json.WriteString("status_before", Naming.NameOf(cell.Before));
            json.WriteString("status_after", Naming.NameOf(cell.After));
            json.WriteNumber("stakeholders_before", cell.StakeholdersBefore);
            json.WriteNumber("stakeholders_after", cell.StakeholdersAfter);
        });
        json.WriteObjects("pairs", comparison.Pairs.Where(pair => pair.Gap != GapFate.None).OrderBy(pair => pair.Gap).Take(comparison.After.Options.Top), pair => Pair(json, comparison, pair));
        Series(json, comparison);
        json.WriteEndObject();
    }

    private static void Side(Utf8JsonWriter json, string name, Comparison comparison, Analysis analysis, Side side, ComparisonReport report)
    {
        json.WriteStartObject(name);
        json.WriteString("label", name == "before" ? comparison.Before(report.Texts) : comparison.After(report.Texts));
        json.WriteDateOrNull("from", analysis.Options.From);
        json.WriteDateOrNull("to", analysis.Options.To);
        json.WriteString("tie_evidence", analysis.EvidenceName);
        json.WriteNumber("stakeholders", side.There);
        json.WriteNumber("activities", side.Activities);
        json.WriteNumber("ties", side.TieCount);
        json.WriteNumberOrNull("ei_index", side.Ei);
        json.WriteNumberOrNull("density", side.Density);
        json.WriteNumber("components", side.Components);
        JsonHead.Headline(json, analysis);
        json.WriteEndObject();
    }

    private static void Change(Utf8JsonWriter json, string name, RateChange change)
    {
        json.WriteStartObject(name);
        json.WriteRate("before", change.Before, change.BeforeSe);
        json.WriteRate("after", change.After, change.AfterSe);
        json.WriteNumberOrNull("difference", change.Difference);
        json.WriteNumberOrNull("se_difference", change.Se);
        json.WriteNumberOrNull("range", change.Range);
        json.WriteString("judgement", ComparisonNames.NameOf(change.Move));
        json.WriteEndObject();
    }

    private static void Ties(Utf8JsonWriter json, string name, TieFlow? flow)
    {
        if (flow is not { } ties)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("kept", ties.Kept);
        json.WriteNumber("new", ties.New);
        json.WriteNumber("lost", ties.Lost);
        json.WriteNumber("new_by_arrival", ties.NewByArrival);
        json.WriteNumber("lost_by_leaving", ties.LostByLeaving);
        json.WriteNumberOrNull("jaccard", ties.Jaccard);
        json.WriteNumberOrNull("jaccard_among_staying", ties.JaccardAmongStaying);
        json.WriteEndObject();
    }

    private static void Gaps(Utf8JsonWriter json, string name, GapFlow? flow)
    {
        if (flow is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("before", flow.Before);
        json.WriteNumber("after", flow.After);
        foreach (var fate in Fates)
            json.WriteNumber(ComparisonNames.NameOf(fate), flow[fate]);
        json.WriteEndObject();
    }

    private static void Organisations(Utf8JsonWriter json, Comparison comparison)
    {
        json.WriteStartObject("organisations");
        json.WriteNumber("stayed", comparison.Stayed);
        json.WriteNumber("of_another_sector_before", comparison.Moved);
        foreach (var (name, numbers) in new[] { ("left", comparison.Left), ("arrived", comparison.Arrived) })
        {
            json.WriteObjects(name, numbers, number =>
            {
                json.WriteString("id", comparison.Names.Stakeholder(number).Id);
                json.WriteString("name", comparison.Name(number));
                json.WriteString("sector", comparison.SectorName(number));
            });
        }

        json.WriteObjects("name_doubts", comparison.Doubts, doubt =>
        {
            json.WriteString("left", comparison.Name(doubt.Left));
            json.WriteString("arrived", comparison.Name(doubt.Arrived));
            json.WriteNumber("score", doubt.Score);
        });
        json.WriteEndObject();
    }

    private static void SectorPairs(Utf8JsonWriter json, Comparison comparison) => json.WriteObjects("sector_pairs", comparison.SectorPairs, pair =>
    {
        json.WriteString("a", comparison.Names.Sector(pair.A).Name);
        json.WriteString("b", comparison.Names.Sector(pair.B).Name);
        Change(json, "rate", pair.Rate);
        json.WriteString("verdict_before", Naming.NameOf(pair.Before));
        json.WriteString("verdict_after", Naming.NameOf(pair.After));
        Gaps(json, "gaps", pair.Gaps);
    });

    private static void Pair(Utf8JsonWriter json, Comparison comparison, PairChange pair)
    {
        json.WriteString("a", comparison.Names.Stakeholder(pair.A).Id);
        json.WriteString("b", comparison.Names.Stakeholder(pair.B).Id);
        json.WriteString("gap", ComparisonNames.NameOf(pair.Gap));
        json.WriteString("tie", ComparisonNames.NameOf(pair.Tie));
        json.WriteNumberOrNull("requirement_before", pair.RequirementBefore);
        json.WriteNumberOrNull("requirement_after", pair.RequirementAfter);
    }

    private static void Series(Utf8JsonWriter json, Comparison comparison)
    {
        json.WriteObjects("series", comparison.Series, point =>
        {
            json.WriteString("window", point.Window.Label);
            json.WriteString("first", Numbers.Date(point.Window.First));
            json.WriteString("last", Numbers.Date(point.Window.Last));
            json.WriteNumber("stakeholders", point.There);
            json.WriteNumber("activities", point.Activities);
            json.WriteNumber("ties", point.Ties);
            json.WriteRate("coordination_rate", point.Rate, point.RateSe);
            json.WriteRate("cross_sector_rate", point.CrossRate, point.CrossSe);
            json.WriteNumberOrNull("ei_index", point.Ei);
            json.WriteNumberOrNull("density", point.Density);
            json.WriteNumber("components", point.Components);
            Ties(json, "ties_to_previous", point.TiesToPrevious);
            Gaps(json, "gaps_to_previous", point.GapsToPrevious);
        });
        json.WriteObjects("trends", comparison.Trends, trend =>
        {
            json.WriteString("number", trend.Number);
            json.WriteNumberOrNull("theil_sen_slope", trend.Slope);
            if (trend.Test is not { } test)
            {
                json.WriteNull("mann_kendall");
                return;
            }

            json.WriteStartObject("mann_kendall");
            json.WriteNumber("n", test.N);
            json.WriteNumber("s", test.S);
            json.WriteNumberOrNull("tau", test.Tau);
            json.WriteNumberOrNull("variance", test.Variance);
            json.WriteNumberOrNull("correction", test.Correction);
            json.WriteNumberOrNull("corrected_variance", test.CorrectedVariance);
            json.WriteNumberOrNull("z", test.Z);
            json.WriteNumberOrNull("p", test.P);
            json.WriteEndObject();
        });
    }
}
