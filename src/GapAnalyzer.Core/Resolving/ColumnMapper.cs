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
        return fields.FirstOrDefault(field => field.Headers.Contains(compact))?.Name
            ?? fields.FirstOrDefault(field => field.Headers.Contains(plain))?.Name;
    }

    /// <exception cref="InputException">An option names a column that the table does not have.</exception>
    public static IReadOnlyList<ColumnBinding> Bind(
        string file, TableLayout layout, IReadOnlyList<Field> fields, IReadOnlyDictionary<string, string> options, DiagnosticCollector diagnostics)
    {
        var claims = new List<Claim>();
        for (var column = 0; column < layout.Headers.Count; column++)
        {
            if (ByTag(layout.Tags[column], layout.Headers[column], fields, file, diagnostics) is { } byTag)
                claims.Add(new(byTag, column, Strength.Tag, "HXL tag " + Show(layout.Tags[column]!), layout.Tags[column]));
            else if (layout.Tags[column] is null && layout.Headers[column].Length > 0 && FieldOf(layout.Headers[column], fields) is { } byHeader)
                claims.Add(new(byHeader, column, Strength.Header, "header", null));
        }

        claims = NamesAndAcronyms(claims, layout);
        claims.AddRange(ByOption(file, layout, fields, options));
        return Settle(file, layout, claims, diagnostics);
    }

    private static IEnumerable<Claim> ByOption(string file, TableLayout layout, IReadOnlyList<Field> fields, IReadOnlyDictionary<string, string> options)
    {
        foreach (var (field, header) in options)
        {
            if (!fields.Any(f => f.Name == field))
                continue;
            var column = layout.Headers.ToList().FindIndex(seen => Fold.Compact(seen) == Fold.Compact(header));
            if (column < 0)
                throw new InputException($"{file}: no column is called '{header}' (asked for as {field}); {Nearest.Among(header, layout.Headers)}columns seen: {ListOf(layout.Headers)}");
            yield return new(field, column, Strength.Option, "option", null);
        }
    }

    /// <summary>
    /// Within a role, where one column says that it holds the name and another does not say, the other one holds the acronym:
    /// <c>#org+reporting</c> beside <c>#org+reporting+name</c>, "Implementing Organization" beside "Implementing Full Org. Name".
    /// </summary>
    private static List<Claim> NamesAndAcronyms(List<Claim> claims, TableLayout layout)
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

        return claims;
    }

    private static bool SaysName(string header) => Fold.Name(header).Split(' ') is var words && (words.Contains("name") || words.Contains("nom") || words.Contains("nombre") || words.Contains("full"));

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
                    $"column '{layout.Headers[loser.Column]}' could be the {Fields.MeaningOf(loser.Field)} too", "",
                    $"column '{layout.Headers[ordered[0].Column]}' was used");
            }
        }

        return [.. bindings.OrderBy(binding => binding.Column)];
    }

    /// <summary>The field that a tag stands for; where the tag leaves the role or the part open, the header may say it.</summary>
    private static string? ByTag(HxlTag? tag, string header, IReadOnlyList<Field> fields, string file, DiagnosticCollector diagnostics)
    {
        if (tag is null)
            return null;
        var byHeader = FieldOf(header, fields);
        if (tag.Tag is not ("org" or "org_type"))
            return HxlFields.Of(tag);
        var byTag = HxlFields.OfOrganisation(tag);
        if (byTag is null || byHeader is null || !OrganisationColumns.Parse(byHeader, out var headerRole, out var headerPart))
            return byTag;
        OrganisationColumns.Parse(byTag, out var role, out var part);
        if (role != Fields.Organisation && headerRole != Fields.Organisation && role != headerRole && !(role == Fields.Implementer && headerRole == Fields.Partner) && !(role == Fields.Partner && headerRole == Fields.Implementer))
        {
            diagnostics.Add(DiagnosticCatalog.TagContradictsHeader, file, 0, header,
                $"column '{header}' is tagged {Show(tag)}", $"the header says {Fields.MeaningOf(headerRole)}", $"the tag was followed: {Fields.MeaningOf(role)}");
        }

        return OrganisationColumns.Field(
            role == Fields.Organisation ? headerRole : role,
            part == OrganisationPart.Unsaid && headerPart == OrganisationPart.Acronym ? headerPart : part);
    }

    private static string Show(HxlTag tag) => "#" + string.Join('+', [tag.Tag, .. tag.Attributes.Order(StringComparer.Ordinal)]);

    private static string ListOf(IReadOnlyList<string> headers) => string.Join(", ", headers.Where(h => h.Length > 0).Take(40).Select(h => $"'{h}'"));
}
