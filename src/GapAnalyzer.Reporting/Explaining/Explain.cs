using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Planning;

namespace GapAnalyzer.Reporting.Explaining;

/// <summary>Explains what a person names: the one door to all explanations.</summary>
public static class Explain
{
    /// <exception cref="InputException">A name is not found, or both are the same organisation.</exception>
    public static Explanation Pair(Inquiry inquiry, string a, string b)
    {
        var find = new StakeholderNames(inquiry.Analysis.Dataset);
        var (one, other) = (find.Organisation(a), find.Organisation(b));
        return one == other
            ? throw new InputException($"{Quote.Value(a)} and {Quote.Value(b)} are both {Quote.Value(inquiry.Analysis.Name(one))}; name two organisations")
            : PairExplanation.Of(inquiry, one, other);
    }

    /// <param name="inquiry">The analysis.</param>
    /// <param name="id">Id of a gap, as in <c>report.json</c> and <c>gaps.csv</c>: the ids of its two ends with two dashes between.</param>
    /// <exception cref="InputException">No two organisations have this id.</exception>
    public static Explanation Gap(Inquiry inquiry, string id)
    {
        var byId = inquiry.Analysis.Dataset.Stakeholders.Index().ToDictionary(item => item.Item.Id, item => new StakeholderId(item.Index), StringComparer.Ordinal);
        for (var at = id.IndexOf("--", StringComparison.Ordinal); at >= 0; at = id.IndexOf("--", at + 1, StringComparison.Ordinal))
        {
            if (byId.TryGetValue(id[..at], out var a) && byId.TryGetValue(id[(at + 2)..], out var b) && a != b)
                return PairExplanation.Of(inquiry, a, b);
        }

        throw new InputException(Sentence.Of(
            $"there is no gap {Quote.Value(id)}", Resolving.Nearest.Question(id, inquiry.Analysis.Gaps.Select(gap => inquiry.Analysis.GapId(gap.A, gap.B))), "gaps.csv and report.json have their ids"));
    }

    /// <exception cref="InputException">A sector is not found.</exception>
    public static Explanation Sectors(Inquiry inquiry, string s, string t)
    {
        var find = new StakeholderNames(inquiry.Analysis.Dataset);
        return SectorsExplanation.Of(inquiry, find.Sector(s), find.Sector(t));
    }

    /// <exception cref="InputException">The organisation is not found.</exception>
    public static Explanation Stakeholder(Inquiry inquiry, string name) =>
        StakeholderExplanation.Of(inquiry, new StakeholderNames(inquiry.Analysis.Dataset).Organisation(name));

    /// <exception cref="InputException">The theme or the place is not found, or the report has no status for the two.</exception>
    public static Explanation Arena(Inquiry inquiry, string theme, string place)
    {
        var (found, where) = new StakeholderNames(inquiry.Analysis.Dataset).Venue(theme, place, inquiry.Analysis);
        return ArenaExplanation.Of(inquiry, found, where);
    }

    /// <inheritdoc cref="FindingExplanation.Of"/>
    public static Explanation Finding(Inquiry inquiry, string code) => FindingExplanation.Of(inquiry, code);
}
