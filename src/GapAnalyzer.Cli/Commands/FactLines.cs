using System.Globalization;
using GapAnalyzer.Domain;
using GapAnalyzer.Reporting;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Cli.Commands;

/// <summary>What the rows of a dataset became, one fact a line: for checking a file by hand.</summary>
internal static class FactLines
{
    private static readonly Roles[] EachRole = [.. Enum.GetValues<Roles>().Where(role => role != Roles.None)];

    /// <summary>Columns, organisations, themes, places, activities in the order of their rows, ties, needs, expectations, and everything noticed.</summary>
    public static IEnumerable<string> Of(Dataset data)
    {
        IEnumerable<string> lines =
        [
            .. data.Files.SelectMany(File),
            .. data.Stakeholders.Select(s => $"organisation {s.Id} = {s.Name}{(s.Acronym is null ? "" : $" ({s.Acronym})")}: {data.Sectors[s.Sector.Index].Name}{(s.StandsForSector ? ", stands for its sector" : "")}"),
            .. data.Themes.Select(theme => $"theme {theme}"),
            .. data.Places.Select(place => Place(data, place)),
            .. data.Activities.OrderBy(activity => activity.Sources.Min()).Select(activity => Activity(data, activity)),
            .. data.Ties.Select(tie => $"tie {data.Cite(tie.Source)}: {Name(data, tie.A)} - {Name(data, tie.B)}{(tie.Type is null ? "" : $", {tie.Type}")}, {Dates(tie.Since)} to {Dates(tie.Until)}"),
            .. data.Needs.Select(need => string.Create(CultureInfo.InvariantCulture,
                $"need {data.Cite(need.Source)}: {Theme(data, need.Theme)}, {Where(data, need.Admin1, need.Admin2)}, {Dates(need.Dates)}: in need {need.InNeed}, severity {need.Severity}, reached {need.Reached}")),
            .. data.Expectations.Select(e => $"expectation {data.Cite(e.Source)}: {data.Sectors[e.Sector.Index].Name} on {data.Themes[e.Theme.Index]}{(e.Place is { } at ? $" in {data.Places[at.Index].Name}" : "")}"),
            .. data.Resolution.Select(r => $"taken {r.Written} for {Name(data, r.Stakeholder)}: {r.Rule}"),
            .. Suggested(data),
            .. data.Diagnostics.Items.Select(item => $"{item.Severity.ToString().ToLowerInvariant()} {item}"),
        ];
        return lines;
    }

    private static IEnumerable<string> Suggested(Dataset data) => SuggestedAliases.Lines(data, LookAlikes.Find(data))
        .Select(s => $"suggested {Name(data, s.Alias)} = {Name(data, s.Canonical)}: {Numbers.Fixed(s.Score, 2)}, {string.Join("; ", s.Reasons)}");

    private static IEnumerable<string> File(SourceFile file)
    {
        yield return $"file {file.Name}: {file.Shape}; {file.Encoding}{(file.Delimiter is { } d ? $", {(d == '\t' ? "TAB" : d)}" : "")}, header in line {file.HeaderLine.ToString(CultureInfo.InvariantCulture)}";
        foreach (var column in file.Columns)
            yield return $"column {column.Header} = {column.Field} ({column.Reason})";
        if (file.NotRead.Count > 0)
            yield return $"not read {string.Join(" | ", file.NotRead)}";
        yield return string.Create(CultureInfo.InvariantCulture, $"rows read {file.Rows.Read} = used {file.Rows.Used}")
            + string.Concat(file.Rows.SetAside.Select(reason => string.Create(CultureInfo.InvariantCulture, $" + {reason.Key} {reason.Value}")));
    }

    private static string Place(Dataset data, Place place) =>
        $"place {place.Name}: {(place.Level == 0 ? "no level" : $"level {(place.Level == 1 ? "1" : "2")}")}{(place.Parent is { } parent ? $" in {data.Places[parent.Index].Name}" : "")}{(place.Code is null ? "" : $", code {place.Code}")}";

    private static string Activity(Dataset data, Activity activity) =>
        $"activity {string.Join(", ", activity.Sources.Order().Select(data.Cite))}: {Theme(data, activity.Theme)}, {Where(data, activity.Admin1, activity.Admin2)}, {Dates(activity.Dates)}: "
            + string.Join(", ", activity.Participations.Select(p => $"{Name(data, p.Stakeholder)} ({string.Join(" ", EachRole.Where(role => p.Roles.HasFlag(role)).Select(role => role.ToString().ToLowerInvariant()))})"));

    private static string Theme(Dataset data, ThemeId? theme) => theme is { } known ? data.Themes[known.Index] : "no theme";

    private static string Where(Dataset data, PlaceId? admin1, PlaceId? admin2) => (admin1, admin2) switch
    {
        (null, null) => "no place",
        ({ } one, { } two) when one == two => data.Places[one.Index].Name,
        _ => $"{(admin1 is { } one ? data.Places[one.Index].Name : "?")} > {(admin2 is { } two ? data.Places[two.Index].Name : "?")}",
    };

    private static string Dates(DateSpan? dates) => dates is not { } span ? "no date"
        : span.First == span.Last ? string.Create(CultureInfo.InvariantCulture, $"{span.First:yyyy-MM-dd}")
        : string.Create(CultureInfo.InvariantCulture, $"{span.First:yyyy-MM-dd}..{span.Last:yyyy-MM-dd}") + (span.Precision == DatePrecision.Day ? "" : $" ({span.Precision.ToString().ToLowerInvariant()})");

    private static string Name(Dataset data, StakeholderId stakeholder) => data.Stakeholders[stakeholder.Index].Name;
}
