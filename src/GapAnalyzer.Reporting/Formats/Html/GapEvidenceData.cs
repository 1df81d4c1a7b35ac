using System.Text.Json;
using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Formats.Html;

/// <summary>
/// The evidence of the gaps, each fact once: which activities and rows put a stakeholder into an arena. What two stakeholders share is
/// looked up in the page, so that the file grows with the data and not with the number of gaps.
/// </summary>
internal sealed class GapEvidenceData
{
    /// <summary>Activities of stakeholders in arenas; with more, the evidence of the last gaps is left out, and the page says so.</summary>
    private const int MostFacts = 60_000;

    /// <summary>A row is written as one number: file times this, plus line.</summary>
    private const long LinesPerFile = 100_000_000;

    private readonly Report report;
    private readonly SortedDictionary<int, SortedDictionary<int, IReadOnlyList<ActivityEvidence>>> facts = [];
    private readonly Dictionary<int, Arena> arenas = [];
    private readonly Dictionary<Arena, int> numbers = [];
    private readonly SortedDictionary<int, int> activities = [];
    private readonly int complete;

    public GapEvidenceData(Report report, IReadOnlyList<Gap> gaps)
    {
        this.report = report;
        var left = MostFacts;
        foreach (var gap in gaps)
        {
            foreach (var evidence in gap.Evidence)
            {
                left -= Add(gap.A, evidence.Arena, evidence.ActivitiesA);
                left -= Add(gap.B, evidence.Arena, evidence.ActivitiesB);
            }

            complete++;
            if (left < 0)
                break;
        }

        foreach (var activity in facts.Values.SelectMany(byArena => byArena.Values).SelectMany(list => list).Select(evidence => evidence.Activity.Index).Distinct().Order())
            activities.Add(activity, activities.Count);
    }

    public void Write(Utf8JsonWriter json)
    {
        var analysis = report.Analysis;
        json.WriteNumber("complete", complete);
        json.WriteNumber("linesPerFile", LinesPerFile);
        Texts(json, "files", analysis.Dataset.Files.Select(file => file.Name));
        Texts(json, "arenas", Enumerable.Range(0, arenas.Count).Select(i => ArenaText.Of(analysis, arenas[i], report.Texts)));
        json.WriteStartArray("activities");
        foreach (var activity in activities.Keys)
            Write(json, analysis.Of(new ActivityId(activity)));
        json.WriteEndArray();
        json.WriteStartObject("facts");
        foreach (var (stakeholder, byArena) in facts)
        {
            json.WriteStartArray(Numbers.Exact(stakeholder));
            foreach (var (arena, evidence) in byArena)
                Write(json, arena, evidence);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>The id; in a list of its own the title where the id was made from the row, which the reader does not know.</summary>
    private static void Write(Utf8JsonWriter json, Activity activity)
    {
        if (!activity.HasMadeId)
        {
            json.WriteStringValue(Markdown.OneLine(activity.Id));
            return;
        }

        json.WriteStartArray();
        json.WriteStringValue(Markdown.OneLine(activity.Title ?? ""));
        json.WriteEndArray();
    }

    private int Add(StakeholderId stakeholder, Arena arena, IReadOnlyList<ActivityEvidence> evidence)
    {
        if (!numbers.TryGetValue(arena, out var number))
        {
            numbers[arena] = number = numbers.Count;
            arenas[number] = arena;
        }

        if (!facts.TryGetValue(stakeholder.Index, out var byArena))
            facts[stakeholder.Index] = byArena = [];
        return byArena.TryAdd(number, evidence) ? evidence.Count : 0;
    }

    /// <summary>Arena, then per activity its number and its rows.</summary>
    private void Write(Utf8JsonWriter json, int arena, IReadOnlyList<ActivityEvidence> evidence)
    {
        json.WriteStartArray();
        json.WriteNumberValue(arena);
        foreach (var (activity, sources) in evidence)
        {
            json.WriteStartArray();
            json.WriteNumberValue(activities[activity.Index]);
            foreach (var source in sources)
                json.WriteNumberValue((source.File * LinesPerFile) + source.Line);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(Markdown.OneLine(text));
        json.WriteEndArray();
    }
}
