using System.Text.Json;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Planning;

/// <summary>
/// A scenario in JSON, each list optional:
/// <c>{ "add_tie": [["A", "B"]], "hold": [{ "theme": "T", "place": "P", "invitees": ["A", "B"] }], "remove": ["A"] }</c>.
/// Without invitees a meeting is of all who are present there.
/// </summary>
public static class ScenarioFile
{
    private const string Shape = "expected { \"add_tie\": [[\"A\", \"B\"]], \"hold\": [{ \"theme\": \"T\", \"place\": \"P\" }], \"remove\": [\"A\"] }";

    private static readonly string[] Lists = ["add_tie", "hold", "remove"];
    private static readonly string[] MeetingKeys = ["theme", "place", "invitees"];

    /// <param name="name">What the file is called in messages.</param>
    /// <param name="content">Its content.</param>
    /// <exception cref="InputException">It is no JSON, has an unknown key, or a value of the wrong kind.</exception>
    public static ScenarioNames Parse(string name, ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(content, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var root = Members(document.RootElement, Lists, name, "the file");
            return new(
                [.. Items(root, "add_tie", name).Select(item => Pair(item, name))],
                [.. Items(root, "hold", name).Select(item => Meeting(item, name))],
                [.. Items(root, "remove", name).Select(item => Text(item, name, "remove"))]);
        }
        catch (JsonException broken)
        {
            throw new InputException($"{name}:{broken.LineNumber + 1}: not valid JSON ({Quote.Start(broken.Message.Split(". LineNumber")[0])}); {Shape}", broken);
        }
    }

    private static Dictionary<string, JsonElement> Members(JsonElement element, string[] known, string name, string what)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw Wrong(name, what, element);
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (!known.Contains(member.Name))
                throw new InputException(Sentence.Of($"{name}: {what} has the unknown key {Quote.Value(member.Name)}", Nearest.Question(member.Name, known), $"known keys: {string.Join(", ", known)}"));
            if (!members.TryAdd(member.Name, member.Value))
                throw new InputException($"{name}: {what} has the key {Quote.Value(member.Name)} twice; put all of it into one");
        }

        return members;
    }

    private static JsonElement[] Items(Dictionary<string, JsonElement> root, string list, string name) => !root.TryGetValue(list, out var items) ? []
        : items.ValueKind == JsonValueKind.Array ? [.. items.EnumerateArray()] : throw Wrong(name, list, items);

    private static (string A, string B) Pair(JsonElement item, string name) => item.ValueKind == JsonValueKind.Array && item.GetArrayLength() == 2
        ? (Text(item[0], name, "add_tie"), Text(item[1], name, "add_tie"))
        : throw Wrong(name, "add_tie", item);

    private static MeetingNames Meeting(JsonElement item, string name)
    {
        var meeting = Members(item, MeetingKeys, name, "hold");
        string Of(string key) => meeting.TryGetValue(key, out var value) ? Text(value, name, key) : "";
        return new(Of("theme"), Of("place"), meeting.ContainsKey("invitees") ? [.. Items(meeting, "invitees", name).Select(invitee => Text(invitee, name, "invitees"))] : null);
    }

    private static string Text(JsonElement item, string name, string what) => item.ValueKind == JsonValueKind.String ? item.GetString()! : throw Wrong(name, what, item);

    private static InputException Wrong(string name, string what, JsonElement found) => new($"{name}: {what} holds {Quote.Value(found.GetRawText())}; {Shape}");
}
