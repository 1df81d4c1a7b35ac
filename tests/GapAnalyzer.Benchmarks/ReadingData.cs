using System.Globalization;
using System.Text;
using GapAnalyzer.Nulls;

namespace GapAnalyzer.Benchmarks;

/// <summary>
/// A tidy folder of a wanted size, with every column that the format has, in the widths of published 3W tables: an activity takes about
/// 210 bytes, a participation about 30, an activity has three participants on average, and about one title in three is seen once only.
/// Ids go up from row to row and the rows of one activity stand together, as exports have them.
/// </summary>
internal static class ReadingData
{
    private const int Stakeholders = 5_000;
    private const int Districts = 400;

    private static readonly string[] What =
    [
        "Distribution of hygiene kits", "Training of frontline officers", "Psychosocial support sessions", "Rehabilitation of water points", "Legal aid and counselling", "Awareness campaign on safe migration",
        "Cash assistance", "Mobile clinic", "School feeding", "Referral of survivors to services", "Emergency shelter repair", "Nutrition screening", "Coordination meeting", "Assessment of needs",
    ];

    private static readonly string[] Whom = ["displaced families", "host communities", "women and girls at risk", "returnees", "unaccompanied children", "labour inspectors and police", "community leaders", "people with disabilities"];
    private static readonly string[] Types = ["Training", "Distribution", "Service delivery", "Assessment", "Meeting", "Campaign"];
    private static readonly string[] Themes = ["Prevention", "Protection", "Prosecution", "Partnership", "Health", "Education", "Food Security", "WASH", "Shelter and NFI", "Nutrition", "Logistics", "Early Recovery"];
    private static readonly string[] Statuses = ["Completed", "Ongoing", "Planned", "Suspended"];
    private static readonly string[] Roles = ["implementing", "participant", "co-host", "funder", "coordinator"];
    private static readonly string[] OrganisationTypes = ["Government", "International NGO", "National NGO", "United Nations", "Donor", "Academic", "Private sector", "Civil society"];
    private static readonly string[] Syllables = ["ka", "ban", "lo", "mur", "shi", "da", "ru", "gor", "ne", "tal", "bé", "wa"];

    /// <summary>Writes activities, participations and stakeholders until they take <paramref name="bytes"/> in all.</summary>
    /// <param name="narrow">Short ids and no optional column: the most rows that a size can hold.</param>
    public static void Write(string folder, long bytes, bool narrow)
    {
        Directory.CreateDirectory(folder);
        using var activities = Open(folder, "activities.csv");
        using var participations = Open(folder, "participations.csv");
        using var stakeholders = Open(folder, "stakeholders.csv");
        activities.Write(narrow ? "activity_id,theme,admin1_name,start_date\n"
            : "activity_id,title,activity_type,theme,admin1_name,admin1_code,admin2_name,admin2_code,start_date,end_date,status,targeted,reached,source_url\n");
        participations.Write("activity_id,stakeholder_id,role\n");
        stakeholders.Write("stakeholder_id,name,sector\n");
        for (var s = 0; s < Stakeholders; s++)
            stakeholders.Write(string.Create(CultureInfo.InvariantCulture, $"{Stakeholder(s, narrow)},{Name(s, 3)} Organisation {s},{OrganisationTypes[s % OrganisationTypes.Length]}\n"));
        var random = new RandomStream(1, 0);
        for (var a = 1; activities.BaseStream.Position + participations.BaseStream.Position + stakeholders.BaseStream.Position < bytes; a++)
        {
            activities.Write(narrow ? NarrowActivity(a, ref random) : Activity(a, ref random));
            WriteParticipants(participations, a, narrow, ref random);
        }
    }

    private static StreamWriter Open(string folder, string name) =>
        new(Path.Combine(folder, name), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16) { NewLine = "\n" };

    private static string Activity(int a, ref RandomStream random)
    {
        var (district, month, targeted) = (random.NextBelow(Districts), random.NextBelow(60), 20 + random.NextBelow(5000));
        var (province, start, type) = (district / 20, new DateOnly(2019, 1, 1).AddDays((30 * month) + random.NextBelow(30)), random.NextBelow(Types.Length));
        var title = $"{What[random.NextBelow(What.Length)]} for {Whom[random.NextBelow(Whom.Length)]} in {Name(district, 3)}";
        return string.Create(CultureInfo.InvariantCulture,
            $"ACT-{a:0000000},\"{title}, phase {1 + random.NextBelow(24)}\",{Types[type]},{Themes[random.NextBelow(Themes.Length)]},{Name(province, 4)},XA{province:00},{Name(district, 3)},XA{province:00}{district % 20:00},{start:yyyy-MM-dd},{start.AddDays(random.NextBelow(120)):yyyy-MM-dd},{Statuses[random.NextBelow(4)]},{targeted},{targeted * 3 / 4},https://example.org/activities/{2019 + (month / 12)}/{a}\n");
    }

    private static string NarrowActivity(int a, ref RandomStream random) =>
        string.Create(CultureInfo.InvariantCulture, $"{a},{Themes[random.NextBelow(Themes.Length)]},{Name(random.NextBelow(Districts), 3)},{2019 + random.NextBelow(5)}\n");

    /// <summary>A lead, and 2 others on average: each next one with chance 2/3.</summary>
    private static void WriteParticipants(StreamWriter participations, int a, bool narrow, ref RandomStream random)
    {
        var role = "lead";
        do
        {
            participations.Write(string.Create(CultureInfo.InvariantCulture, $"{(narrow ? "" : "ACT-")}{a.ToString(narrow ? "0" : "0000000", CultureInfo.InvariantCulture)},{Stakeholder(Skewed(ref random), narrow)},{role}\n"));
            role = Roles[random.NextBelow(Roles.Length)];
        }
        while (random.NextDouble() < 2.0 / 3);
    }

    /// <summary>Few do much: the square of an even number.</summary>
    private static int Skewed(ref RandomStream random) => (int)(Stakeholders * Math.Pow(random.NextDouble(), 2));

    private static string Stakeholder(int s, bool narrow) => string.Create(CultureInfo.InvariantCulture, $"{(narrow ? "" : "ORG-")}{s + 1}");

    private static string Name(int k, int syllables)
    {
        var name = string.Concat(Enumerable.Range(0, syllables).Select(i => Syllables[(k / (int)Math.Pow(Syllables.Length, i)) % Syllables.Length]));
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
