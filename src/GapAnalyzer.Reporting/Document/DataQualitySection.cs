using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Document;

/// <summary>8: how the files were understood, what became of their rows, and what could not be placed.</summary>
internal static class DataQualitySection
{
    private const int Examples = 3;
    private const int Foremost = 20;

    /// <summary>Words that a name from the data follows.</summary>
    private static readonly string[] WithName = ["HXL tag", "sheet"];

    public static IEnumerable<Block> Blocks(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        return
        [
            new Heading(2, t.Say("quality.heading")),
            .. Rows(analysis.Dataset, t),
            .. Unplaced(analysis, t),
            .. Noticed(report),
            .. Disputed(analysis, t),
            .. Suggested(report),
            .. Files(report),
        ];
    }

    private static IEnumerable<Block> Rows(Dataset data, Texts t)
    {
        var rows = data.Rows;
        var aside = rows.Read - rows.Used;
        yield return new Paragraph(t.Say("quality.rows", ("read", rows.Read), ("used", rows.Used), ("aside", aside)));
        if (rows.SetAside.Any(reason => reason.Value > 0))
        {
            yield return new Table(
                [t.Words("reason"), t.Figures("rows")],
                [.. rows.SetAside.Select(IReadOnlyList<Line> (reason) => [t.Of(reason.Key), Numbers.Count(reason.Value)])]);
        }
    }

    private static IEnumerable<Block> Unplaced(Analysis analysis, Texts t)
    {
        var unplaced = analysis.Unplaced;
        if (unplaced.WithoutArena > 0)
            yield return new Paragraph(t.Say("quality.without-arena", ("n", unplaced.WithoutArena)));
        (string Key, int Count)[] counts =
        [
            ("quality.unknown-themes", unplaced.UnknownThemes),
            ("quality.unknown-places", unplaced.UnknownPlaces),
            ("quality.unknown-dates", unplaced.UnknownDates),
            ("quality.outside-window", unplaced.OutsideWindow - unplaced.UndatedOutsideWindow),
            ("quality.undated-outside-window", unplaced.UndatedOutsideWindow),
        ];
        List<Line> items = [.. counts.Where(c => c.Count > 0).Select(c => Line.FromString(t.Say(c.Key, ("n", c.Count))))];
        items.AddRange(unplaced.AbsentDimensions.Select(dimension => Line.FromString(t.Say($"absent.{dimension}"))));
        if (items.Count > 0)
            yield return new Bullets(items);
        if (unplaced.TooLargeForTies.Count == 0)
            yield break;
        var most = analysis.Options.MaxJointParticipants ?? AnalysisOptions.DefaultMaxJointParticipants;
        yield return new Paragraph(t.Say("quality.too-large", ("n", unplaced.TooLargeForTies.Count), ("most", most)));
        yield return new Bullets([.. unplaced.TooLargeForTies.Take(Section.MostSentences).Select(id => Large(analysis.Of(id), t))]);
    }

    private static Line Large(Activity activity, Texts t) =>
    [
        new Code(activity.Id),
        new Plain(t.Say(
            string.IsNullOrEmpty(activity.Title) ? "quality.large-untitled" : "quality.large",
            ("title", activity.Title ?? ""),
            ("n", activity.Participations.Count(p => !p.IsFunderOnly)))),
    ];

    /// <summary>Repairs and doubts by kind, most severe first, with the first places of each.</summary>
    private static IEnumerable<Block> Noticed(Report report)
    {
        var (list, t) = (report.Analysis.Dataset.Diagnostics, report.Texts);
        var kinds = list.Items.GroupBy(d => d.Code).OrderByDescending(g => g.First().Severity).ThenBy(g => g.Key, StringComparer.Ordinal).ToArray();
        if (kinds.Length == 0)
            return [new Paragraph(t.Say("quality.nothing-noticed"))];
        TableColumn[] columns = [t.Words("code"), t.Words("severity"), t.Figures("count"), t.Words("noticed"), t.Words("examples"), t.Words("remedy")];
        return
        [
            new Heading(3, t.Say("noticed.heading")),
            new Table(columns, [.. kinds.Select(kind => Kind(kind.First().Kind, list.Counts.GetValueOrDefault(kind.Key, kind.Count()), list.Of(kind.First().Kind), t))]),
            .. report.Has("csv") ? [new Paragraph([new Plain(t.Say("noticed.all") + " "), Section.FileLink("diagnostics.csv")])] : Array.Empty<Block>(),
        ];
    }

    /// <summary>Which of the gaps that matter most rest on an organisation whose type the rows dispute.</summary>
    private static IEnumerable<Block> Disputed(Analysis analysis, Texts t)
    {
        var foremost = analysis.Measured ? GapText.Foremost(analysis, Foremost) : [];
        var resting = foremost.Where(gap => analysis.Of(gap.A).IsSectorDisputed || analysis.Of(gap.B).IsSectorDisputed).ToArray();
        if (resting.Length > 0)
        {
            yield return new Paragraph(t.Say("quality.disputed", ("n", resting.Length), ("of", foremost.Count)));
            yield return new Bullets([.. resting.Select(gap => Line.FromString(t.Say("foremost.pair", ("a", GapText.Who(analysis, gap.A, t)), ("b", GapText.Who(analysis, gap.B, t)))))]);
        }
    }

    /// <summary>How many names look alike, and where the list is; nothing where none do.</summary>
    private static IEnumerable<Block> Suggested(Report report)
    {
        if (report.Analysis.Suggestions.Count is var n and > 0)
            yield return new Paragraph([new Plain(report.Texts.Say("quality.suggestions", ("n", n))), .. report.Has("csv") ? (IEnumerable<Inline>)[new Plain(" "), Section.FileLink("suggested-aliases.csv")] : []]);
    }

    private static IReadOnlyList<Line> Kind(DiagnosticKind kind, long count, IEnumerable<Diagnostic> diagnostics, Texts t) =>
    [
        [new Code(kind.Code)],
        t.Say($"severity.{Naming.SnakeCase(kind.Severity.ToString())}"),
        Numbers.Count(count),
        t.Of($"{kind.Code}.title", kind.Title),
        string.Join(t.Say("list.semicolon"), diagnostics.Take(Examples).Select(diagnostic => Example(diagnostic, t))),
        t.Of($"{kind.Code}.remedy", kind.Remedy),
    ];

    /// <summary>Where, and what was found; that is said by code in English, so that another language only says where.</summary>
    private static string Example(Diagnostic diagnostic, Texts t)
    {
        var place = diagnostic.Line > 0 ? $"{diagnostic.File}:{Numbers.Exact(diagnostic.Line)}" : diagnostic.File;
        if (t.Language != Texts.English.Language)
            return place.Length == 0 ? Numbers.Undefined : place;
        return place.Length == 0 ? diagnostic.Found : $"{place} {diagnostic.Found}";
    }

    private static IEnumerable<Block> Files(Report report)
    {
        var (data, t) = (report.Analysis.Dataset, report.Texts);
        yield return new Heading(3, t.Say("files.heading"));
        yield return new Bullets([.. data.Files.Select(file => FileLine(file, t))]);
        if (data.Files.Any(file => file.Columns.Count > 0))
        {
            yield return new Table(
                [t.Words("file"), t.Words("column"), t.Words("taken-for"), t.Words("because")],
                [.. data.Files.SelectMany(file => file.Columns.Select(IReadOnlyList<Line> (column) => [file.Name, column.Header, t.Of(column.Meaning), Parts(column.Reason, t)]))]);
        }

        foreach (var file in data.Files.Where(file => file.NotRead.Count > 0))
            yield return new Paragraph(t.Say("files.not-read", ("file", file.Name), ("n", file.NotRead.Count), ("columns", string.Join(t.Say("list.comma"), file.NotRead))));
    }

    /// <summary>What code says of a file or column in parts, such as "HXL tag #org, beside a column with the name".</summary>
    private static string Parts(string text, Texts t) => string.Join(t.Say("list.comma"), text.Split(", ").Select(part =>
        WithName.FirstOrDefault(word => part.StartsWith(word + " ", StringComparison.Ordinal)) is { } word ? t.Of(word) + part[word.Length..] : t.Of(part)));

    private static Line FileLine(SourceFile file, Texts t) =>
    [
        new Code(file.Name),
        new Plain(file.Delimiter is { } delimiter
            ? t.Say("files.file", ("shape", Parts(file.Shape, t)), ("encoding", file.Encoding), ("delimiter", Delimiter(delimiter, t)), ("rows", file.Rows.Read))
            : t.Say("files.workbook", ("shape", Parts(file.Shape, t)), ("encoding", file.Encoding), ("rows", file.Rows.Read))),
    ];

    private static string Delimiter(char delimiter, Texts t) => delimiter switch
    {
        ',' => t.Say("delimiter.comma"),
        ';' => t.Say("delimiter.semicolon"),
        '\t' => t.Say("delimiter.tab"),
        '|' => t.Say("delimiter.bar"),
        _ => delimiter.ToString(),
    };
}
