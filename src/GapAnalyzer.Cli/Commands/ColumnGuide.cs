using GapAnalyzer.Resolving;

namespace GapAnalyzer.Cli.Commands;

/// <summary>What may stand in the columns of a template, with an example; for the README beside it.</summary>
internal static class ColumnGuide
{
    private const string Dates = "a date as yyyy-MM-dd; yyyy-MM or yyyy where no more is known";
    private const string Types = "type of organisation, of which its sector is made: UN, INGO, NNGO, Local NGO, Red Cross, Government, Law enforcement, Judiciary, Military, Donor, Embassy, Academic, Civil society, Private sector, Media, "
        + "Religious, Other; any other word is a sector of its own";

    private const string Theme = "what the activity works on (in 3W tables also called cluster or sector); an activity without one makes no pair meet";

    /// <summary>What a table cannot do without.</summary>
    private static readonly HashSet<(string Table, string Field)> Required =
    [
        ("3w.csv", Fields.Implementer), ("stakeholders.csv", Fields.Name), ("stakeholders.csv", Fields.Sector), ("activities.csv", Fields.ActivityId), ("participations.csv", Fields.ActivityId),
        ("participations.csv", Fields.StakeholderId), ("ties.csv", Fields.From), ("ties.csv", Fields.To), ("expectations.csv", Fields.Theme), ("expectations.csv", Fields.Sector), ("aliases.csv", Fields.Alias),
        ("aliases.csv", Fields.Canonical),
    ];

    private static readonly Dictionary<string, (string Holds, string Example)> Columns = new()
    {
        [Fields.ActivityId] = ("any text; rows with the same one are one activity, and its organisations are tied", "A1"),
        [Fields.Title] = ("what the activity is called", "Training of border police"),
        [Fields.Lead] = ("name of the organisation that leads", "International Organization for Migration"),
        [Fields.LeadType] = (Types, "UN"),
        [Fields.Implementer] = ("name of the organisation that does it; several are separated by ;", "Relief Society"),
        [Fields.ImplementerType] = (Types, "NNGO"),
        [Fields.Funder] = ("name of who pays; several are separated by ;", "Development Fund"),
        [Fields.Theme] = (Theme, "Protection"),
        [Fields.Admin1Name] = ("province, region or state", "North"),
        [Fields.Admin1Code] = ("its P-code", "XX01"),
        [Fields.Admin2Name] = ("district within it", "Hill District"),
        [Fields.Admin2Code] = ("its P-code", "XX0101"),
        [Fields.StartDate] = (Dates, "2025-03-28"),
        [Fields.EndDate] = (Dates + "; empty: it is in the period of its start alone", "2025-06-30"),
        [Fields.StakeholderId] = ("any short text; in participations.csv the id of a row of stakeholders.csv, or its name", "iom"),
        [Fields.Name] = ("full name of the organisation", "International Organization for Migration"),
        [Fields.Acronym] = ("its acronym", "IOM"),
        [Fields.Aliases] = ("other names, separated by ;", "OIM; IOM Mission"),
        [Fields.Sector] = ("kind of organisation, such as Government, NGO or Law enforcement: those that ought to coordinate; in stakeholders.csv org_type can stand in", "United Nations"),
        [Fields.OrganisationType] = (Types, "UN"),
        [Fields.Country] = ("country that it is about", "Pakistan"),
        [Fields.Role] = ("lead, co-host, implementing, participant, coordinator, funder or accountable; several are separated by ;", "lead"),
        [Fields.From] = ("id or name of one organisation", "iom"),
        [Fields.To] = ("id or name of the other", "police"),
        [Fields.Type] = ("kind of tie: information sharing, referral, mou, joint operation, funding ...", "referral"),
        [Fields.Strength] = ("a number above 0; empty: 1", "1"),
        [Fields.Since] = (Dates, "2024-01"),
        [Fields.Until] = (Dates + "; empty: still active", ""),
        [Fields.Period] = ("the time that the need is of: 2025, 2025-Q1 or 2025-03", "2025"),
        [Fields.InNeed] = ("number of people in need", "12000"),
        [Fields.Severity] = ("1 to 5, where no number of people is known", "3"),
        [Fields.Reached] = ("number of people reached", "4000"),
        [Fields.Place] = ("a place by its name; empty: everywhere", "North"),
        [Fields.Weight] = ("a number above 0; empty: 1", "1"),
        [Fields.Alias] = ("a name as some rows write it", "OIM"),
        [Fields.Canonical] = ("the name that it stands for", "International Organization for Migration"),
    };

    public static bool IsRequired(string table, string field) => Required.Contains((table, field));

    public static string Holds(string field) => Columns[field].Holds;

    public static string Example(string field) => Columns[field].Example;
}
