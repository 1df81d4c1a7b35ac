using System.Text;
using System.Text.Json;
using GapAnalyzer.Reporting.Document;
using GapAnalyzer.Reporting.Formats;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Explaining;

/// <summary>A number of a report, from the sentence back to the rows it was made from.</summary>
/// <param name="Kind">What is explained: pair, sectors, stakeholder, arena, finding or findings.</param>
/// <param name="Answer">The sentence that answers first.</param>
/// <param name="Chain">What it rests on.</param>
/// <param name="Members">Writes the same for programs, under the names of <c>report.json</c> where it has them.</param>
public sealed record Explanation(string Kind, string Answer, IReadOnlyList<Block> Chain, Action<Utf8JsonWriter> Members)
{
    public IEnumerable<string> Text => [Answer, .. PlainText.Lines(Chain)];

    public string Json
    {
        get
        {
            using var buffer = new MemoryStream();
            using (var json = new Utf8JsonWriter(buffer, JsonFormat.Options))
            {
                json.WriteStartObject();
                Write(json);
                json.WriteEndObject();
            }

            return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
        }
    }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteString("explains", Kind);
        json.WriteString("answer", Answer);
        Members(json);
    }
}

/// <summary>What an explanation is made from.</summary>
/// <param name="Analysis">The numbers.</param>
/// <param name="Texts">The language.</param>
/// <param name="Dataset">The dataset as the person named it, for commands to try next.</param>
public sealed record Inquiry(Analysis Analysis, Texts Texts, string Dataset)
{
    /// <summary>Options of the analysis as the person gave them, word by word.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>The language, in the words for the options of the analysis.</summary>
    public Texts Texts { get; init => field = value.Under(Analysis.Options); } = Texts.Under(Analysis.Options);

    /// <summary>A command line on the same dataset with the same options.</summary>
    internal string Command(string name, params IEnumerable<string> arguments) => ShellWord.Line(["gap-analyzer", name, Dataset, .. arguments, .. Options]);
}
