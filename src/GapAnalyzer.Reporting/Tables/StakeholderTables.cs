using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Reporting.Tables;

/// <summary>Stakeholders and the ties between them.</summary>
internal static class StakeholderTables
{
    public static CsvTable Stakeholders { get; } = new CsvTable<StakeholderSummary>
    {
        Id = "stakeholders",
        Description = "Stakeholders: organisations, never persons; in canonical order",
        From = analysis => analysis.Stakeholders,
    }
        .With("id", "Id, unique", (a, s) => a.Id(s.Stakeholder))
        .With("name", "Name as most often written", (a, s) => a.Name(s.Stakeholder))
        .With("acronym", "Acronym, where given", (a, s) => a.Of(s.Stakeholder).Acronym)
        .With("sector", "Sector", (a, s) => a.Sector(s.Stakeholder))
        .With("organisation_type", "Type as given, before it was mapped to a sector", (a, s) => a.Of(s.Stakeholder).OrganisationType)
        .With("stands_for_sector", "true for an unnamed participant that stands for a whole sector", (a, s) => a.Of(s.Stakeholder).StandsForSector)
        .With("activities", "Distinct activities it takes part in; only paying is none", (_, s) => s.Activities)
        .With("arenas", "Arenas (theme, place, period) it is present in", (_, s) => s.Arenas)
        .With("degree", "Stakeholders it has a tie with", (_, s) => s.Degree)
        .With("strength", "Newman strength of its ties", (_, s) => s.Strength)
        .With("component", "Number of its component of the tie graph, 0 being the largest", (_, s) => s.Component)
        .With("community", "Number of its community by ties alone, 0 being the largest; empty without ties", (_, s) => CellValue.Of(s.Community))
        .With("ei_index", "(external - internal) / (external + internal) over its ties; empty without ties", (_, s) => s.EiIndex)
        .With("betweenness", "Share of the shortest paths between others that run through it", (_, s) => s.Betweenness)
        .With("closeness", "Nearness to those it reaches, scaled by the share of all that it reaches; 0 without ties", (_, s) => s.Closeness)
        .With("eigenvector", "Eigenvector centrality, 1 for the largest; 0 outside the leading component", (_, s) => s.Eigenvector)
        .With("clustering", "Share of its pairs of partners that are tied; empty below two partners", (_, s) => s.Clustering)
        .With("constraint", "Burt's constraint by number of ties: low for those who join partners that do not know each other", (_, s) => s.Constraint)
        .With("constraint_weighted", "The same weighted by strength", (_, s) => s.ConstraintWeighted)
        .With("effective_size", "Partners less the mean number of ties of each with the others", (_, s) => s.EffectiveSize)
        .With("effective_size_weighted", "The same weighted by strength", (_, s) => s.EffectiveSizeWeighted)
        .With("coreness", "Largest k for which it is in a group where everyone has k ties within", (_, s) => CellValue.Of(s.Coreness))
        .With("cutpoint", "true where its loss would split its component", (_, s) => s.Cutpoint is { } isCutpoint ? isCutpoint : CellValue.None)
        .With("cut_off", "Others that would then lose their link to the largest piece", (_, s) => CellValue.Of(s.CutOff))
        .With("coordinator", "Open pairs of partners, all three of one sector", (_, s) => CellValue.Of(s.Brokerage?.Coordinator.Count))
        .With("itinerant", "Open pairs of partners of one sector other than its own", (_, s) => CellValue.Of(s.Brokerage?.Itinerant.Count))
        .With("gatekeeper", "Open pairs of partners, one of its own sector (without direction also the representative)", (_, s) => CellValue.Of(s.Brokerage?.Gatekeeper.Count))
        .With("liaison", "Open pairs of partners, three sectors", (_, s) => CellValue.Of(s.Brokerage?.Liaison.Count))
        .With("between", "Open pairs of partners of different known sectors", (_, s) => CellValue.Of(s.Between))
        .With("between_expected", "The same expected under shuffled sector labels", (_, s) => s.Brokerage?.Across.Expected ?? double.NaN)
        .With("between_p", "Chance of at least as many under shuffled sector labels", (_, s) => s.Brokerage?.Across.P ?? double.NaN)
        .With("exclusive", "Those of them that have no other common partner", (_, s) => CellValue.Of(s.Exclusive))
        .WithRate(s => s.Rate)
        .WithCrossSectorRate(s => s.CrossSectorRate)
        .With("first_source", "First row that names it, file:line", (a, s) => a.Dataset.Cite(a.Of(s.Stakeholder).FirstSource));

    public static CsvTable Ties { get; } = new CsvTable<TieRow>
    {
        Id = "ties",
        Description = "All ties: unordered pairs with evidence that they coordinate",
        From = analysis => TieRow.Strongest(analysis, analysis.Options.MaxTableRows),
    }
        .With("a", "Id of the stakeholder that comes first in canonical order", (a, t) => a.Id(t.A))
        .With("a_name", "Its name", (a, t) => a.Name(t.A))
        .With("a_sector", "Its sector", (a, t) => a.Sector(t.A))
        .With("b", "Id of the other stakeholder", (a, t) => a.Id(t.B))
        .With("b_name", "Its name", (a, t) => a.Name(t.B))
        .With("b_sector", "Its sector", (a, t) => a.Sector(t.B))
        .With("strength", "Sum over joint activities of 1 / (participants - 1), plus declared strength", (_, t) => t.Strength)
        .With("joint_activities", "Activities in which both took part", (_, t) => t.JointActivities)
        .With("jaccard", "joint_activities / activities that either takes part in; empty where there are none", (_, t) => t.Jaccard)
        .With("declared_rows", "Rows that declare the tie, and activities one funds and the other leads", (_, t) => t.DeclaredRows)
        .With("shared_arenas", "Arenas in which both are present", (_, t) => t.SharedArenas)
        .With("excess", "true when they share no arena: a tie beyond what is required, reported and not judged", (_, t) => t.SharedArenas == 0);
}

/// <summary>One tie, each unordered pair once.</summary>
internal readonly record struct TieRow(StakeholderId A, StakeholderId B, double Strength, int JointActivities, double Jaccard, int DeclaredRows, int SharedArenas)
{
    /// <summary>Every tie, by its ends in canonical order.</summary>
    public static IEnumerable<TieRow> All(Analysis analysis) => Where(analysis, _ => true);

    /// <summary>At most so many ties, the strongest, and of equal ones those that come first; in the same order.</summary>
    public static IEnumerable<TieRow> Strongest(Analysis analysis, int most)
    {
        var ties = analysis.Ties;
        return ties.M <= most ? All(analysis) : most == 0 ? [] : Cut();

        IEnumerable<TieRow> Cut()
        {
            var (least, left) = Last(ties.CountByStrength(), most);
            foreach (var row in Where(analysis, tie => tie > least || (tie == least && left-- > 0)))
                yield return row;
        }
    }

    /// <summary>Strength of the last of so many ties, and how many of that strength are among them.</summary>
    private static (double Least, long Left) Last(IReadOnlyDictionary<double, long> counts, long most)
    {
        foreach (var (strength, ties) in counts.OrderByDescending(count => count.Key))
        {
            if (most <= ties)
                return (strength, most);
            most -= ties;
        }

        return (0, 0);
    }

    private static IEnumerable<TieRow> Where(Analysis analysis, Func<double, bool> wanted)
    {
        var ties = analysis.Ties;
        var row = analysis.Requirement.Reader();
        for (var i = 0; i < ties.N; i++)
        {
            var isRead = false;
            for (var k = ties.RowStart[i]; k < ties.RowStart[i + 1]; k++)
            {
                if (ties.Neighbours[k] < i || !wanted(ties.StrengthAt(k)))
                    continue;
                if (!isRead)
                    row.Read(i);
                isRead = true;
                yield return Row(analysis, row, i, k);
            }
        }
    }

    private static TieRow Row(Analysis analysis, RequiredRow required, int i, int k)
    {
        var ties = analysis.Ties;
        var (j, support) = (ties.Neighbours[k], ties.SupportAt(k));
        return new(
            new(i),
            new(j),
            support.Strength,
            support.JointActivities,
            TieStrength.Jaccard(support.JointActivities, analysis.Stakeholders[i].Activities, analysis.Stakeholders[j].Activities),
            support.DeclaredRows,
            required.SharedWith(j));
    }
}
