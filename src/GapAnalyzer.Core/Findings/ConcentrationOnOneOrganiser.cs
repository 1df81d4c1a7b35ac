using GapAnalyzer.Domain;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Findings;

/// <summary>Much of what is known of coordination happens at one stakeholder's invitation.</summary>
internal static class ConcentrationOnOneOrganiser
{
    private const int FewestActivities = 5;
    private const int FewestLed = 3;

    public static FindingRule Rule { get; } = new(
        "concentration-on-one-organiser",
        "Concentration on one organiser",
        "At least five joint activities name a lead, and one stakeholder leads at least three and at least a third of them.",
        "High: at least two thirds. Medium: at least half. Low: at least a third.",
        "It may be the organiser that announces its activities best: what others do without it may be unrecorded. Only the role of lead counts.",
        ["stakeholder", "sector", "led", "activities", "share", "ties", "ties_alone", "total"],
        Find)
    {
        Criteria = Criteria,
    };

    private static IEnumerable<Criterion> Criteria(Analysis _, Finding finding) =>
    [
        new("activities", finding.Number("activities"), Comparison.AtLeast, FewestActivities),
        new("led", finding.Number("led"), Comparison.AtLeast, FewestLed),
        new("share", finding.Number("share"), Comparison.AtLeast, 1.0 / 3),
        new("share", finding.Number("share"), Comparison.AtLeast, 2.0 / 3, FindingSeverity.High),
        new("share", finding.Number("share"), Comparison.AtLeast, 0.5, FindingSeverity.Medium),
    ];

    private static IEnumerable<Finding> Find(Analysis analysis)
    {
        if ((analysis.TieEvidence & TieKinds.Joint) == 0)
            return [];
        var (led, named) = (new int[analysis.Dataset.Stakeholders.Count], 0);
        foreach (var activity in Named(analysis))
        {
            named++;
            foreach (var lead in Leads(activity))
                led[lead.Index]++;
        }

        if (named < FewestActivities)
            return [];
        var organisers = Enumerable.Range(0, led.Length).Where(i => led[i] >= FewestLed && led[i] * 3L >= named).OrderByDescending(i => led[i]).ToArray();
        return organisers.Take(FindingCatalog.MaxPerRule).Select(i =>
            Describe(analysis, new(i), [.. Named(analysis).Where(activity => Leads(activity).Contains(new(i)))], named, organisers.Length));
    }

    /// <summary>Joint activities that name a lead.</summary>
    private static IEnumerable<Activity> Named(Analysis analysis) =>
        TieNetwork.TieActivities(analysis.Dataset, analysis.Options).Where(activity => Leads(activity).Any() && TieNetwork.Joiners(activity).Length > 1);

    private static IEnumerable<StakeholderId> Leads(Activity activity) =>
        activity.Participations.Where(p => (p.Roles & Roles.Lead) != 0).Select(p => p.Stakeholder);

    private static Finding Describe(Analysis analysis, StakeholderId organiser, Activity[] led, int activities, int total)
    {
        var name = analysis.Dataset.Stakeholders[organiser.Index].Name;
        var facts = new Dictionary<string, object>
        {
            ["stakeholder"] = name,
            ["sector"] = analysis.Dataset.SectorOf(organiser).Name,
            ["led"] = led.Length,
            ["activities"] = activities,
            ["share"] = (double)led.Length / activities,
            ["ties"] = analysis.Network.M,
            ["ties_alone"] = TiesAlone(analysis.Ties, led),
            ["total"] = total,
        };
        var severity = led.Length * 3 >= activities * 2 ? FindingSeverity.High : led.Length * 2 >= activities ? FindingSeverity.Medium : FindingSeverity.Low;
        return new(Rule.Code, severity, [name], facts);
    }

    /// <summary>Ties that no other activity and no declared row speaks for.</summary>
    private static long TiesAlone(TieNetwork ties, Activity[] led)
    {
        var pairs = led.Select(TieNetwork.Joiners).SelectMany(joiners => joiners.SelectMany((a, k) => joiners.Skip(k + 1).Select(b => (Math.Min(a, b), Math.Max(a, b)))));
        return pairs.CountBy(pair => pair).Count(pair =>
        {
            var at = ties.RowStart[pair.Key.Item1] + ties.Of(pair.Key.Item1).BinarySearch(pair.Key.Item2);
            var support = ties.SupportAt(at);
            return support.JointActivities == pair.Value && support.DeclaredRows == 0;
        });
    }
}
