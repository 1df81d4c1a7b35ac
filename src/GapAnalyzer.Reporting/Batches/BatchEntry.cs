using GapAnalyzer.Domain;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Batches;

/// <summary>A dataset of a batch and what became of it.</summary>
/// <param name="Name">Name of its report folder: letters, digits and dashes, no two alike.</param>
/// <param name="Source">What it was named or found as.</param>
/// <param name="Label">What a manifest calls it; null where none does.</param>
public sealed record BatchEntry(string Name, string Source, string? Label)
{
    /// <summary>The numbers; null where the dataset failed.</summary>
    public BatchFacts? Facts { get; init; }

    /// <summary>Why it failed and what to do, on one line; null where it has a report.</summary>
    public string? Failure { get; init; }

    /// <summary>The page of its report, relative to the batch's folder; null where there is none.</summary>
    public string? Page { get; init; }

    /// <summary>What a reader knows it by: its label, else its own title, else its source.</summary>
    public string Title => Label ?? (Facts is { } facts && facts.Title != Dataset.Untitled ? facts.Title : Source);

    /// <summary>One line: what was found, or why it failed.</summary>
    public string Line(Texts t) => Facts is not { } facts
        ? t.Say("batch.line.failed", ("title", Title), ("reason", Failure ?? ""))
        : !facts.Measured
            ? t.Say("batch.line.unmeasured", ("title", Title), ("required", facts.Coordination.Required))
            : t.Say(
                facts.CrossSector.Required > 0 ? "batch.line" : "batch.line.one-sector",
                ("title", Title),
                ("rate", facts.Coordination.Value),
                ("required", facts.Coordination.Required),
                ("cross", facts.CrossSector.Value),
                ("cross-required", facts.CrossSector.Required),
                ("gaps", facts.Coordination.Required - (facts.Coordination.Satisfied ?? 0)));
}

/// <summary>The datasets of a batch, in the order in which they were named.</summary>
/// <param name="Entries">The datasets.</param>
/// <param name="Texts">The language of the overview.</param>
public sealed record Batch(IReadOnlyList<BatchEntry> Entries, Texts Texts)
{
    public IReadOnlyList<BatchEntry> Done { get; } = [.. Entries.Where(entry => entry.Facts is not null)];

    public IReadOnlyList<BatchEntry> Failed { get; } = [.. Entries.Where(entry => entry.Facts is null)];

    /// <summary>Different ways of counting who meets and who is tied, by first use: rates of one way can be compared, others not.</summary>
    public IReadOnlyList<string> Bases { get; } = [.. Entries.Select(entry => entry.Facts?.Basis).OfType<string>().Distinct()];

    /// <summary>Number of the way in which a dataset was counted, 1 for the first.</summary>
    public int BasisOf(BatchFacts facts) => Bases.Index().First(basis => basis.Item == facts.Basis).Index + 1;
}
