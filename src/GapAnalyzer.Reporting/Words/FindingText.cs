using GapAnalyzer.Domain;
using GapAnalyzer.Findings;

namespace GapAnalyzer.Reporting.Words;

/// <summary>
/// Findings in words. The sentence of rule CODE is <c>finding.CODE</c>; it is followed, in the order of their keys, by
/// <c>finding.CODE.if.FACT</c> where the fact is a positive number or a name, by <c>finding.CODE.unless.FACT</c> where it is not,
/// and by <c>finding.CODE.when.FACT.VALUE</c> where the fact is that text. An addition that would have to say an undefined number
/// is left out.
/// </summary>
public static class FindingText
{
    /// <summary>Findings about sectors.</summary>
    private static readonly string[] AboutSectors = ["under-coordinated-sector-pair", "organizational-silo-sector", KeepApartCode];

    internal const string KeepApartCode = "sectors-that-keep-apart";

    /// <summary>Findings about organisations; what is neither here nor below is about themes and places.</summary>
    private static readonly string[] AboutOrganisations = [MissingLinkCode, "organizational-silo"];

    /// <summary>Findings about what holds the network together.</summary>
    private static readonly string[] AboutStructure = ["single-broker", "fragile-sector-pair", "communities-are-sectors", "concentration-on-one-organiser"];

    internal const string MissingLinkCode = "missing-link";

    public static string Sentence(Finding finding, Texts? texts = null)
    {
        var t = texts ?? Texts.English;
        var sentence = Key(finding.Code);
        var additions = t.Keys.Where(key => key.StartsWith(sentence + ".", StringComparison.Ordinal)
            && Applies(key[(sentence.Length + 1)..], finding)
            && t.NamesOf(key).All(fact => finding.Facts[fact] is not double.NaN));
        return string.Join(' ', additions.Prepend(sentence).Select(key => Say(key, finding, t)));
    }

    /// <summary>Any text, filled with the facts of a finding.</summary>
    internal static string Say(string key, Finding finding, Texts t) =>
        t.Say(key, finding.Facts.ToDictionary(fact => fact.Key, fact => Named(fact.Key, fact.Value, t), StringComparer.Ordinal));

    /// <summary>Key of the sentence of a rule.</summary>
    public static string Key(string code) => $"finding.{code}";

    internal static bool IsAboutOrganisations(Finding finding) => AboutOrganisations.Contains(finding.Code);

    internal static bool IsAboutSectors(Finding finding) => AboutSectors.Contains(finding.Code);
    internal static bool IsAboutStructure(Finding finding) => AboutStructure.Contains(finding.Code);

    private static bool Applies(string condition, Finding finding) => condition.Split('.') switch
    {
        ["if", var fact] => Holds(finding.Facts[fact]),
        ["unless", var fact] => !Holds(finding.Facts[fact]),
        ["when", var fact, var value] => finding.Facts[fact] is string text && text == value,
        _ => false,
    };

    private static bool Holds(object fact) => fact switch
    {
        string text => text.Length > 0,
        double number => number > 0,
        _ => Convert.ToInt64(fact, null) > 0,
    };

    /// <summary>A dimension that the dataset does not have is "all" in the facts, a sector that is not known "Unknown"; here it is said in words.</summary>
    private static object Named(string fact, object value, Texts t) => (fact, value) switch
    {
        ("theme" or "place", Vocabulary.All) => t.Say($"all.{fact}"),
        ("sector" or "sector_a" or "sector_b", string sector) => t.Sector(sector),
        _ => value,
    };
}
