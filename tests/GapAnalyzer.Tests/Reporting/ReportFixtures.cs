using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Tests.Reporting;

/// <summary>Small datasets that between them reach every branch of a report, analysed for real so that their numbers agree.</summary>
internal static class ReportFixtures
{
    private static readonly AnalysisOptions ByYear = new();

    public static readonly string[] HostileNames =
    [
        "=HYPERLINK(\"http://x\")", "+1 | two | three", "-dash\n# heading", "@everyone `code` *bold* _it_", "<script>alert(1)</script>",
        "[link](javascript:alert(1))", "\u202Eright to left", "nul \u0001 \uFFFE half \uD800 pair", "1. list & &lt; ]]>", "\"quoted\", with; everything\t\r",
        "![img](http://x/y.png) https://evil.example www.evil.example a@b.example",
    ];

    /// <summary>Three sectors, two themes, two places and two years, with needs, a funder, a lone organisation and data trouble.</summary>
    public static Analysis Small { get; } = Analyse(SmallData().Build(), ByYear);

    /// <summary>Who is where, and nothing else: every activity has one participant.</summary>
    public static Analysis WithoutTies { get; } = Analyse(
        new SmallDatasets().Sector("Government", "Ministry", "Police").Sector("NGO", "Shelter", "Helpline")
            .Activity("a1", "Protection", "Sindh", "2023", "Ministry")
            .Activity("a2", "Protection", "Sindh", "2023", "Shelter")
            .Activity("a3", "Protection", "Sindh", "2023", "Police")
            .Activity("a4", "Prevention", "Punjab", "2024", "Helpline")
            .Build(),
        ByYear);

    /// <summary>Stakeholders without any activity.</summary>
    public static Analysis Nothing { get; } = Analyse(new SmallDatasets().Sector("NGO", "Shelter", "Helpline").Build(), ByYear);

    /// <summary>No theme, no place and no date anywhere; one sector.</summary>
    public static Analysis WithoutDimensions { get; } = Analyse(
        new SmallDatasets().Sector("NGO", "Shelter", "Helpline", "Clinic").Activity("a1", null, null, null, "Shelter", "Helpline")
            .Activity("a2", null, null, null, "Clinic").Build(),
        ByYear);

    /// <summary>Names made to break out of Markdown, CSV, XML and JSON.</summary>
    public static Analysis Hostile { get; } = Analyse(HostileData(), ByYear);

    public static IReadOnlyDictionary<string, Analysis> All { get; } = new Dictionary<string, Analysis>(StringComparer.Ordinal)
    {
        ["small"] = Small,
        ["without ties"] = WithoutTies,
        ["nothing"] = Nothing,
        ["without dimensions"] = WithoutDimensions,
        ["hostile"] = Hostile,
    };

    public static TheoryData<string> Names => [.. All.Keys];

    public static SmallDatasets SmallData() => new SmallDatasets()
        .Sector("Government", "Labour Department", "Home Department")
        .Sector("Law enforcement", "City Police", "Border Police")
        .Sector("NGO", "Helpline", "Legal Aid", "Shelter")
        .Stakeholder("Trade Union", Vocabulary.UnknownSector)
        .Stakeholder("Media", "Media", standIn: true)
        .Stakeholder("Example Fund", "Donor")
        .Activity("t1", "Protection", "North", "2023-03-01", "Shelter:lead", "Helpline", "Labour Department")
        .Activity("t2", "Protection", "North", "2023-06-01..2024-02-01", "City Police:lead", "Border Police")
        .Activity("t3", "Protection", "North", "2024-05-01", "Shelter:lead", "Legal Aid", "Example Fund:funder")
        .Activity("t4", "Prevention", "South", "2023-09-01", "Home Department:lead", "Helpline", "Media")
        .Activity("t5", "Prevention", "South", "2024-01-15", "City Police", "Trade Union")
        .Activity("t6", "Prevention", "South", "2024-02-15", "Helpline:lead", "Labour Department")
        .Activity("t7", "Prevention", "North", "2024-03-15", "Legal Aid")
        .Activity("t8", null, "North", "2024", "Shelter")
        .Activity("t9", "Protection", null, null, "Shelter")
        .Tie("Labour Department", "Home Department", 2, since: "2022")
        .Tie("Border Police", "Media")
        .Need("Protection", "North", people: 1200, reached: 300)
        .Need("Prevention", "North", people: 1)
        .Need("Protection", "South", people: 800)
        .Expect("Protection", "Law enforcement")
        .Expect("Prevention", "NGO");

    /// <summary>The dataset with a described input file and diagnostics.</summary>
    private static Analysis Analyse(Dataset dataset, AnalysisOptions options)
    {
        var file = new SourceFile(
            "small.csv", "activities", "UTF-8", ';', 1, [new("Pilier", "theme", "header alias"), new("Lieu", "level 1 place, name", "header alias")],
            new RowTally(20, new SortedDictionary<string, long>(StringComparer.Ordinal) { ["blank"] = 2, ["totals"] = 1 }));
        var kind = DiagnosticCatalog.All.First(candidate => candidate.Severity == Severity.Warning);
        var other = DiagnosticCatalog.All.First(candidate => candidate.Severity == Severity.Info);
        Diagnostic[] items =
        [
            .. Enumerable.Range(1, 4).Select(i => new Diagnostic(kind, "small.csv", i, "Pilier", $"value {i} | odd", "a theme", "left unknown")),
            new(other, "", 0, "", "=1+1", "", ""),
        ];
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal) { [kind.Code] = 1_004, [other.Code] = 1 };
        var complete = dataset with
        {
            Title = "Small sample",
            Country = "Exampleland",
            Files = [file],
            Diagnostics = new(items, counts),
            Defaults = new(AsOf: new DateOnly(2024, 12, 31)) { Note = "Made up for tests." },
        };
        return Analysis.Run(complete, options, CancellationToken.None);
    }

    /// <summary>Every name of the small dataset replaced, the first of each kind by the first hostile name, and so on.</summary>
    private static Dataset HostileData()
    {
        var data = SmallData().Build();
        return data with
        {
            Stakeholders = [.. data.Stakeholders.Select((s, i) => s with { Name = Hostile(i), Acronym = i % 2 == 0 ? Hostile(i + 3) : null, OrganisationType = Hostile(i + 5) })],
            Sectors = [.. data.Sectors.Select((sector, i) => sector with { Name = Hostile(i + 2) })],
            Themes = [.. data.Themes.Select((_, i) => Hostile(i + 4))],
            Places = [.. data.Places.Select((place, i) => place with { Name = Hostile(i + 6), Code = Hostile(i + 7) })],
            Activities = [.. data.Activities.Select((activity, i) => activity with { Text = new ActivityText(Hostile(i), Hostile(i + 1)) })],
        };

        static string Hostile(int i) => HostileNames[i % HostileNames.Length];
    }
}
