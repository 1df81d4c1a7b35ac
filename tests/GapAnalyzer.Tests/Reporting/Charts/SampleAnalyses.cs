using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Tests.Reporting.Charts;

/// <summary>
/// Made-up analyses of several shapes for tests of what is drawn from them. They are run from activities with
/// participants, so that their numbers agree with one another.
/// </summary>
internal static class SampleAnalyses
{
    private static readonly string[] SectorNames =
        ["Academia", "Civil society", "Donor", "Government", "Intergovernmental", "Judiciary", "Law enforcement", "Media", "NGO", "UN agency", "Private sector"];

    private static readonly string[] PlaceNames =
        ["Azad Kashmir", "Balochistan", "Gilgit-Baltistan", "Islamabad Capital Territory", "Khyber Pakhtunkhwa", "Punjab", "Sindh"];

    private static readonly Lazy<Analysis> LazySmall = Make(new("Counter-trafficking, small", 38, 26, 9, 7, 4, PeriodGrain.All, 8));
    private static readonly Lazy<Analysis> LazyMedium = Make(new("Province referral, medium", 120, 160, 10, 24, 6, PeriodGrain.Year, 8, Needs: true));
    private static readonly Lazy<Analysis> LazyLarge = Make(new("National response, large", 300, 420, 11, 60, 12, PeriodGrain.Year, 9, Needs: true));
    private static readonly Lazy<Analysis> LazyHuge = Make(new("National response, huge", 620, 1400, 30, 60, 16, PeriodGrain.Quarter, 9));
    private static readonly Lazy<Analysis> LazyWithoutTies = Make(new("Who is where, without ties", 60, 90, 8, 14, 5, PeriodGrain.Year, 4, Ties: false));
    private static readonly Lazy<Analysis> LazyOneSector = Make(new("One sector", 9, 8, 1, 3, 2, PeriodGrain.Year, 3));
    private static readonly Lazy<Analysis> LazyHostile = Make(new("Hostile names", 44, 40, 7, 9, 5, PeriodGrain.Year, 6, HostileNames: true));
    private static readonly Lazy<Analysis> LazyPair = Make(new("Two stakeholders", 2, 2, 2, 1, 1, PeriodGrain.Year, 1));
    private static readonly Lazy<Analysis> LazyNothing = Make(new("No activities", 3, 0, 2, 0, 0, PeriodGrain.Year, 1));

    private static readonly Lazy<Analysis> LazyFew = Make(new("Two sectors, three places", 24, 40, 2, 3, 2, PeriodGrain.Year, 4, Needs: true, Script: "abcd"));
    private static readonly Lazy<Analysis> LazyMany = Make(new("Twenty sectors, eighty places", 260, 420, 20, 80, 18, PeriodGrain.Quarter, 7, Needs: true));
    private static readonly Lazy<Analysis> LazyLong = Make(new("Names of ninety characters", 120, 200, 20, 80, 14, PeriodGrain.Year, 7, Needs: true, Script: "Association for the Coordination of Coordinating Bodies"));
    private static readonly Lazy<Analysis> LazyArabic = Make(new("Arabic", 90, 150, 12, 30, 8, PeriodGrain.Year, 7, Needs: true, Script: "منظمة حقوق الإنسان والمجتمع المدني لمكافحة الاتجار بالأشخاص"));
    private static readonly Lazy<Analysis> LazyCyrillic = Make(new("Cyrillic", 90, 150, 12, 30, 8, PeriodGrain.Year, 7, Needs: true, Script: "Общество по содействию развитию гражданских инициатив"));
    private static readonly Lazy<Analysis> LazyGreek = Make(new("Greek", 60, 100, 6, 12, 5, PeriodGrain.Month, 5, Needs: true, Script: "Ένωση για την προστασία των δικαιωμάτων του ανθρώπου"));

    public static Analysis Small => LazySmall.Value;
    public static Analysis Medium => LazyMedium.Value;
    public static Analysis Large => LazyLarge.Value;
    public static Analysis Huge => LazyHuge.Value;
    public static Analysis WithoutTies => LazyWithoutTies.Value;
    public static Analysis OneSector => LazyOneSector.Value;
    public static Analysis Hostile => LazyHostile.Value;
    public static Analysis Pair => LazyPair.Value;
    public static Analysis Nothing => LazyNothing.Value;

    public static IReadOnlyDictionary<string, Func<Analysis>> All { get; } = new Dictionary<string, Func<Analysis>>
    {
        ["small"] = () => Small, ["medium"] = () => Medium, ["large"] = () => Large, ["huge"] = () => Huge, ["no-ties"] = () => WithoutTies,
        ["one-sector"] = () => OneSector, ["hostile"] = () => Hostile, ["pair"] = () => Pair, ["nothing"] = () => Nothing,
        ["few"] = () => LazyFew.Value, ["many"] = () => LazyMany.Value, ["long-names"] = () => LazyLong.Value, ["arabic"] = () => LazyArabic.Value,
        ["cyrillic"] = () => LazyCyrillic.Value, ["greek"] = () => LazyGreek.Value,
    };

    /// <param name="Most">Most participants of an activity.</param>
    /// <param name="Script">Words that all names are made of, up to ninety characters; null: names as usual.</param>
    private sealed record Shape(
        string Title, int Stakeholders, int Activities, int Sectors, int Places, int Themes, PeriodGrain Grain, int Most,
        bool Ties = true, bool Needs = false, bool HostileNames = false, string? Script = null);

    /// <summary>A name of ninety characters, or of a few where the words are few, that differs from others by its number.</summary>
    private static string Scripted(string words, int i) => words.Length < 10 ? $"{words[..3]}{i}" : $"{string.Join(' ', Enumerable.Repeat(words, 3))[..(i % 2 == 0 ? 86 : 30)].Trim()} {i}";

    // What is drawn does not depend on how well chance is known: few shuffles keep the tests quick.
    private static Lazy<Analysis> Make(Shape shape) => new(() => Analysis.Run(
        MakeDataset(shape),
        new AnalysisOptions { Period = shape.Grain, Ties = shape.Ties ? TieKinds.Both : TieKinds.Declared, Permutations = 199, PermutationWork = 10_000_000 },
        CancellationToken.None));

    private static Dataset MakeDataset(Shape shape)
    {
        var random = new Random(4711);
        var stakeholders = Enumerable.Range(0, shape.Stakeholders).Select(i => MakeStakeholder(i, shape, random)).ToList();
        var activities = Enumerable.Range(0, shape.Activities).Select(i => MakeActivity(i, shape, stakeholders, random)).ToList();
        return new Dataset
        {
            Title = shape.Title,
            Files = [],
            Sectors = [.. Enumerable.Range(0, shape.Sectors).Select(i => new Sector(SectorName(i, shape), true)), new Sector(Vocabulary.UnknownSector, false)],
            Stakeholders = stakeholders,
            Themes = [.. Enumerable.Range(0, shape.Themes).Select(i => ThemeName(i, shape))],
            Places = [.. Enumerable.Range(0, shape.Places).Select(i => new Place(PlaceName(i, shape), $"PK{i:00}", 1, null))],
            Activities = activities,
            Ties = [],
            Needs = [.. MakeNeeds(shape, random)],
            Expectations = [],
            Defaults = new(),
            ParticipationRows = activities.Sum(a => a.Participations.Count),
            Diagnostics = DiagnosticList.Empty,
        };
    }

    private static IEnumerable<Need> MakeNeeds(Shape shape, Random random) =>
        from theme in Enumerable.Range(0, shape.Needs ? shape.Themes : 0)
        from place in Enumerable.Range(0, shape.Places)
        where random.NextDouble() < 0.8
        select new Need(new ThemeId(theme), new PlaceId(place), null, null, random.Next(8) * 1000, null, null, default);

    private static string SectorName(int i, Shape shape)
    {
        if (shape.Script is { } words)
            return Scripted(words, i);
        if (shape.HostileNames && i == 0)
            return "<script>alert(\"1\")</script> & Co";
        if (shape.HostileNames && i == 1)
            return "Sector whose very long name goes on and on without ever coming to a sensible end";
        return i < SectorNames.Length ? SectorNames[i] : $"Sector {i}";
    }

    private static string ThemeName(int i, Shape shape)
    {
        if (shape.Script is { } words)
            return Scripted(words, i);
        if (shape.HostileNames && i == 1)
            return "Protection & \"Shelter\" <for survivors of trafficking in persons>";
        string[] few = ["Prevention", "Protection", "Prosecution", "Partnership"];
        string[] clusters =
        [
            "Camp Coordination / Camp Management", "Early Recovery", "Education", "Emergency Telecommunications", "Food Security", "Health", "Logistics",
            "Nutrition", "Protection", "Shelter / NFI", "WASH", "Mine Action",
        ];
        var names = shape.Themes <= few.Length ? few : clusters;
        return i < names.Length ? names[i] : $"Theme {i}";
    }

    private static string PlaceName(int i, Shape shape) => shape.Script is { } words ? Scripted(words, i)
        : shape.HostileNames && i == 0 ? "پنجاب"
        : shape.HostileNames && i == 1 ? "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch & District"
        : i < PlaceNames.Length ? PlaceNames[i] : $"District {i:00}";

    private static Stakeholder MakeStakeholder(int i, Shape shape, Random random)
    {
        // The last sectors are the largest, as NGOs and UN agencies are in real files.
        int sector = Math.Min(shape.Sectors - 1, (int)(shape.Sectors * Math.Sqrt(random.NextDouble())));
        string name = shape.Script is { } words ? Scripted(words, i) : shape.HostileNames ? HostileName(i) : Name(i, random);
        string? acronym = i % 3 == 0 && !shape.HostileNames && shape.Script is null ? $"ORG{i}" : null;
        return new Stakeholder($"org-{i:000}", name, acronym, new SectorId(i % 29 == 28 ? shape.Sectors : sector), null, false, default);
    }

    private static string Name(int i, Random random)
    {
        string[] first = ["Provincial", "Federal", "Sindh", "Punjab", "Human Rights", "National", "Women's", "District", "Joint", "Child"];
        string[] second = ["Police", "Commission", "Labour Department", "Legal Aid Society", "Protection Bureau", "Investigation Agency", "Shelter Network", "Foundation"];
        return $"{first[random.Next(first.Length)]} {second[random.Next(second.Length)]} {i}";
    }

    private static string HostileName(int i) => (i % 11) switch
    {
        0 => $"<b>\"Bold\" & Sons</b> '{i}'",
        1 => $"منظمة حقوق الإنسان {i}",
        2 => $"人口贩运对策协会 {i}",
        3 => $"The Very Long-Winded International Association for the Coordination of the Coordination of Associations, Regional Chapter {i}",
        4 => $"Tab\tand\nnewline \u0001 \u202Ertl {i}",
        5 => $"Médecins du Monde – Łódź Žižkov {i}",
        6 => $"Общество Красного Креста {i}",
        7 => $"Emoji 🚀 Foundation {i}",
        8 => $"]]> &amp; &#x41; {i}",
        9 => $"Hội Chữ thập đỏ Việt Nam {i}",
        _ => $"Plain name {i}",
    };

    private static Activity MakeActivity(int i, Shape shape, List<Stakeholder> all, Random random)
    {
        int size = 1 + random.Next(shape.Most);
        var who = new SortedSet<int>();
        int home = all[random.Next(all.Count)].Sector.Index;
        int guest = random.Next(shape.Sectors);

        // Most activities keep to two sectors: that is what makes gaps. The low numbers are asked more often.
        for (int tries = 0; tries < 400 && who.Count < size; tries++)
        {
            int candidate = (int)(all.Count * Math.Pow(random.NextDouble(), 1.6));
            int sector = all[candidate].Sector.Index;
            if (sector == home || (sector == guest && random.NextDouble() < 0.5) || random.NextDouble() < 0.03)
                who.Add(candidate);
        }

        var span = DateSpan.Day(new DateOnly(2016 + random.Next(10), 1 + random.Next(12), 1 + random.Next(28)));
        int place = (int)(shape.Places * Math.Pow(random.NextDouble(), 2.5));
        return new Activity(
            $"act-{i:0000}", null, new ThemeId(random.Next(shape.Themes)), new PlaceId(place), null, span,
            [.. who.Select(w => new Participation(new StakeholderId(w), Roles.Participant, []))], []);
    }
}
