using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Resolving;

/// <summary>Decides what each column of a table is: by option first, then by HXL tag, then by header alias.</summary>
internal static class ColumnMapper
{
    private enum Strength
    {
        Header,
        Tag,
        Option,
    }

    private sealed record Claim(string Field, int Column, Strength Strength, string Reason, HxlTag? Tag);

    /// <summary>Which field a header names; null where it is not known. Text in brackets does not count.</summary>
    public static string? FieldOf(string header, IReadOnlyList<Field> fields)
    {
        var compact = Fold.Compact(header);
        var plain = header.IndexOf('(', StringComparison.Ordinal) is var bracket and > 0 ? Fold.Compact(header[..bracket]) : compact;
        return Known(compact) ?? Known(plain);

        // "Organization" and "organisation" are one word, in English, French and in between.
        string? Known(string text) => Exact(text) ?? Exact(text.Replace("organisation", "organization", StringComparison.Ordinal)) ?? Exact(text.Replace("organization", "organisation", StringComparison.Ordinal));
        string? Exact(string text) => fields.FirstOrDefault(field => field.Headers.Contains(text))?.Name;
    }

    /// <exception cref="InputException">An option names a column that the table does not have.</exception>
    public static IReadOnlyList<ColumnBinding> Bind(
        string file, TableLayout layout, IReadOnlyList<Field> fields, IReadOnlyDictionary<string, string> options, DiagnosticCollector diagnostics)
    {
        var claims = new List<Claim>();
        var chosen = ByOption(file, layout, fields, options).ToList();
        for (var column = 0; column < layout.Headers.Count; column++)
        {
            if (ByTag(layout, column, fields, file, chosen, diagnostics) is { } byTag)
                claims.Add(new(byTag, column, Strength.Tag, "HXL tag " + Show(layout.Tags[column]!), layout.Tags[column]));
            else if (layout.Tags[column] is null && layout.Headers[column].Length > 0 && FieldOf(layout.Headers[column], fields) is { } byHeader)
                claims.Add(new(byHeader, column, Strength.Header, "header", null));
        }

        TellAcronymsFromNames(claims, layout);
        TellLevelsApart(claims, layout);
        claims.AddRange(chosen);
        return Settle(file, layout, claims, diagnostics);
    }

    private static IEnumerable<Claim> ByOption(string file, TableLayout layout, IReadOnlyList<Field> fields, IReadOnlyDictionary<string, string> options)
    {
        foreach (var (field, header) in options)
        {
            if (!fields.Any(f => f.Name == field))
                continue;
            var named = layout.Headers.Index().Where(seen => Fold.Compact(seen.Item) == Fold.Compact(header)).Select(seen => seen.Index).ToList();
            if (named.Count == 0)
                throw new InputException(Sentence.Of($"{file}: no column is called {Quote.Value(header)} (asked for as {field})", Nearest.Question(header, layout.Headers), $"columns seen: {Quote.Headers(layout.Headers)}"));
            yield return new(field, named[0], Strength.Option, "option", null);
        }
    }

    /// <summary>
    /// Within a role, where one column says that it holds the name and another does not say, the other one holds the acronym:
    /// <c>#org+reporting</c> beside <c>#org+reporting+name</c>, "Implementing Organization" beside "Implementing Full Org. Name".
    /// </summary>
    private static void TellAcronymsFromNames(List<Claim> claims, TableLayout layout)
    {
        foreach (var (name, acronym) in OrganisationColumns.NameAndAcronym)
        {
            var rivals = claims.Where(claim => claim.Field == name).ToList();
            if (rivals.Count < 2 || claims.Exists(claim => claim.Field == acronym))
                continue;
            var named = rivals.Where(claim => claim.Tag is { } tag ? tag.Has("name") : SaysName(layout.Headers[claim.Column])).ToList();
            if (named.Count == 0 || named.Count == rivals.Count)
                continue;
            var bare = rivals.Except(named).First();
            claims[claims.IndexOf(bare)] = bare with { Field = acronym, Reason = bare.Reason + ", beside a column with the name" };
        }
    }

    /// <summary>Where a column is called region, one called department beside it is the level below.</summary>
    private static void TellLevelsApart(List<Claim> claims, TableLayout layout)
    {
        var level1 = claims.Where(claim => claim is { Field: Fields.Admin1Name, Strength: Strength.Header }).ToList();
        if (level1.Exists(claim => Says(claim, "region")) && level1.Find(claim => Says(claim, "departement", "department", "departamento", "departemento")) is { } below)
            claims[claims.IndexOf(below)] = below with { Field = Fields.Admin2Name, Reason = below.Reason + ", beside a column with the region" };

        bool Says(Claim claim, params ReadOnlySpan<string> words) => words.Contains(Fold.Name(layout.Headers[claim.Column]));
    }

    private static bool SaysName(string header) => Fold.Name(header).Split(' ').Intersect(["name", "nom", "nombre", "nome", "full"]).Any();

    /// <summary>One column per field: the strongest claim, English before other languages, else the first column.</summary>
    private static List<ColumnBinding> Settle(string file, TableLayout layout, List<Claim> claims, DiagnosticCollector diagnostics)
    {
        var byOption = claims.Where(claim => claim.Strength == Strength.Option).Select(claim => claim.Column).ToHashSet();
        claims.RemoveAll(claim => claim.Strength != Strength.Option && byOption.Contains(claim.Column));
        var bindings = new List<ColumnBinding>();
        foreach (var rivals in claims.GroupBy(claim => claim.Field))
        {
            var ordered = rivals
                .OrderByDescending(claim => claim.Strength)
                .ThenByDescending(claim => claim.Tag?.Has("i_en") ?? false)
                .ThenByDescending(claim => claim.Tag?.Has("name") ?? false)
                .ThenBy(claim => claim.Column)
                .ToList();
            bindings.Add(new(ordered[0].Field, ordered[0].Column, layout.Headers[ordered[0].Column], ordered[0].Reason));
            foreach (var loser in ordered.Skip(1))
            {
                diagnostics.Add(DiagnosticCatalog.ColumnNotUsed, file, layout.HeaderLine, layout.Headers[loser.Column],
                    $"column {Quote.Value(layout.Headers[loser.Column])} could be the {Fields.MeaningOf(loser.Field)} too", "",
                    $"column {Quote.Value(layout.Headers[ordered[0].Column])} was used");
            }
        }

        return [.. bindings.OrderBy(binding => binding.Column)];
    }

    /// <summary>The field that a tag stands for; where the tag leaves the role or the part open, the header may say it.</summary>
    private static string? ByTag(TableLayout layout, int column, IReadOnlyList<Field> fields, string file, IReadOnlyList<Claim> chosen, DiagnosticCollector diagnostics)
    {
        if (layout.Tags[column] is not { } tag)
            return null;
        var header = layout.Headers[column];
        var byHeader = FieldOf(header, fields);
        var byTag = tag.Tag is "org" or "org_type" ? HxlFields.OfOrganisation(tag) : HxlFields.Of(tag);
        if (byTag is null || byHeader is null)
            return byTag;
        if (SubjectOf(byTag, byHeader) != SubjectOf(byHeader, byTag))
        {
            if (chosen.Any(claim => claim.Column == column || claim.Field == byTag))
                return byTag; // an option settles it
            diagnostics.Add(DiagnosticCatalog.TagContradictsHeader, file, 0, header,
                $"column {Quote.Value(header)} is tagged {Show(tag)}", $"the header says {Fields.MeaningOf(byHeader)}", $"the tag was followed: {Fields.MeaningOf(byTag)}");
            return byTag;
        }

        if (!OrganisationColumns.Parse(byTag, out var role, out var part) || !OrganisationColumns.Parse(byHeader, out var headerRole, out var headerPart))
            return byTag;
        return OrganisationColumns.Field(
            role == Fields.Organisation ? headerRole : role,
            part == OrganisationPart.Unsaid && headerPart == OrganisationPart.Acronym ? headerPart : part);
    }

    /// <summary>What a field is about, as far as a tag and a header can contradict each other on it: names and codes of one thing do not.</summary>
    private static string SubjectOf(string field, string other)
    {
        if (OrganisationColumns.Parse(field, out var role, out _))
        {
            // A bare organisation says nothing of the role, and a partner implements.
            var otherRole = OrganisationColumns.Parse(other, out var parsed, out _) ? parsed : "";
            return (role, otherRole) switch
            {
                (Fields.Organisation, { Length: > 0 }) => otherRole,
                (Fields.Partner, Fields.Implementer) => otherRole,
                _ => role,
            };
        }

        return field switch
        {
            Fields.ThemeCode => Fields.Theme,
            Fields.Admin1Name or Fields.Admin1Code or Fields.Admin2Name or Fields.Admin2Code => Fields.Place, // a province is level 1 here and level 2 there
            Fields.Location => Fields.Place,
            Fields.EndDate or Fields.ReportedDate or Fields.Month or Fields.Year => Fields.StartDate,
            _ => field,
        };
    }

    private static string Show(HxlTag tag) => "#" + string.Join('+', [tag.Tag, .. tag.Attributes.Order(StringComparer.Ordinal)]);
}
