using System.Globalization;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Batches;

/// <summary>What a batch says in words.</summary>
public static class BatchText
{
    /// <summary>What counts as meeting and as tied: "same theme, place (level 1), year; joint activities only".</summary>
    internal static string Basis(BatchFacts facts, Texts t)
    {
        var absent = facts.AbsentDimensions;
        var joint = facts.Option("max_joint_participants");
        string[] meeting =
        [
            .. absent.Contains("theme") ? [] : new[] { t.Say("batch.basis.theme") },
            .. absent.Contains("place") ? [] : new[] { t.Say("batch.basis.place", ("level", int.Parse(facts.Option("place_level"), CultureInfo.InvariantCulture))) },
            t.Say($"grain.{facts.Period}"),
        ];
        string[] others =
        [
            t.Say($"ties.{facts.Option("ties")}"),
            joint == "unlimited" ? t.Say("batch.basis.unlimited") : t.Say("batch.basis.joint", ("n", int.Parse(joint, CultureInfo.InvariantCulture))),
            .. facts.Option("local_ties") == "true" ? new[] { t.Say("batch.basis.local-ties") } : [],
            .. facts.Option("funders_present") == "true" ? new[] { t.Say("batch.basis.funders") } : [],
            .. facts.Option("from").Length > 0 ? new[] { t.Say("batch.basis.from", ("day", facts.Option("from"))) } : [],
            .. facts.Option("to").Length > 0 ? new[] { t.Say("batch.basis.to", ("day", facts.Option("to"))) } : [],
        ];
        return string.Join(t.Say("list.semicolon"), others.Prepend(string.Join(t.Say("list.comma"), meeting)));
    }

    /// <summary>A line for each dataset, and how many have a report.</summary>
    public static IEnumerable<string> Lines(Batch batch) =>
    [
        .. batch.Entries.Select(entry => entry.Line(batch.Texts)),
        batch.Texts.Say("batch.summary", ("done", batch.Done.Count), ("n", batch.Entries.Count), ("failed", batch.Failed.Count)),
    ];
}
