namespace GapAnalyzer.Resolving;

/// <summary>
/// Organisation types to sectors: OCHA/HDX types are the base, IATI codes map onto them, Law enforcement and Judiciary are added.
/// English, French, Spanish and Portuguese spellings; anything else is kept as it is.
/// </summary>
public static class OrganisationTypes
{
    private static readonly (string Sector, string[] Spellings)[] Vocabulary =
    [
        ("Academic", ["academic", "academia", "university", "research", "universite", "universites", "universidad", "universidades", "universidade", "academico", "academique", "iati80", "80"]),
        ("Civil society", ["civilsociety", "civilesociety", "civilsocietyorganisation", "civilsocietyorganization", "cso", "societecivile", "sociedadcivil", "sociedadecivil", "osc", "organisationdelasocietecivile", "organisationsdelasocietecivile", "organizacionesdelasociedadcivil", "organizaciondelasociedadcivil",
            "communitybasedorganization", "communitybasedorganisation", "cbo", "obc"]),
        ("Donor", ["donor", "donors", "donante", "donantes", "bailleur", "bailleurs", "bailleurdefonds", "bailleursdefonds", "donateur", "donateurs", "doador", "60", "foundation", "fondation", "fundacion"]),
        ("Embassy", ["embassy", "embassies", "ambassade", "embajada", "embaixada"]),
        ("Government", ["government", "gov", "govt", "gouvernement", "gobierno", "governo", "nationalgovernment", "localgovernment", "gouvernementlocal", "gobiernolocal", "gobiernonacional", "authorities", "autorites", "publicsector", "etat", "ministry",
            "autoridadgubernamental", "institutiongouvernementale", "autreinstitutionetatique", "institutionetatique", "otherpublicsector", "servicetechniquedeletat", "10", "11", "15"]),
        ("International NGO", ["internationalngo", "ingo", "ingos", "internationalngos", "ongint", "ongi", "onginternacional", "onginternationale", "onginternationales", "ongsinternacionais", "ongsinternationales",
            "organisationnongouvernementaleinternationale", "internationalnongovernmentalorganization", "internationalnongovernmentalorganisation", "regionalngo", "21", "23"]),
        ("International Organization", ["internationalorganization", "internationalorganisation", "organisationinternationale", "organizacioninternacional", "organizacaointernacional", "organismointernacional", "organismeinternational", "intergovernmental",
            "intergovernmentalorganization", "multilateral", "io", "igo", "40"]),
        ("Judiciary", ["judiciary", "court", "courts", "prosecution", "judicial", "pouvoirjudiciaire", "poderjudicial", "justice", "justicia", "tribunal", "tribunales", "tribunaux", "systemejudiciaire", "sistemajudicial"]),
        ("Law enforcement", ["lawenforcement", "police", "policeforce", "borderforce", "forcesdelordre", "fuerzadeseguridad", "fuerzasdeseguridad", "policia", "gendarmerie", "servicesdesecurite"]),
        ("Local NGO", ["localngo", "lngo", "onglocale", "onglocal", "ongslocais"]),
        ("Media", ["media", "press", "medias", "mediosdecomunicacion", "medios", "presse"]),
        ("Military", ["military", "armedforces", "armee", "fuerzasarmadas", "forcesarmees", "ejercito", "militaire", "militaires", "militar", "militares"]),
        ("National NGO", ["nationalngo", "nngo", "nngos", "nationalngos", "ongnationale", "ongnationales", "ongn", "ongnacional", "ongsnacionais", "ongsnacionales", "ongnat", "partnercountryngo", "22", "24"]),
        ("Private sector", ["privatesector", "private", "business", "company", "secteurprive", "entreprise", "entreprises", "sectorprivado", "empresa", "empresas", "empresaprivada", "setorprivado", "70", "71", "72", "73", "30", "publicprivatepartnership"]),
        ("Red Cross/Red Crescent", ["redcrossredcrescent", "redcross", "redcrescent", "redcrossredcrescentmovement", "croixrouge", "croissantrouge", "croixrougecroissantrouge", "medialunaroja", "cruzrojamedialunaroja", "mouvementdelacroixrouge", "cruzroja",
            "movimientodelacruzroja", "movimientodelacruzrojaydelamedialunaroja", "cruzvermelhacrescentevermelho", "ifrc", "icrc", "mouvementcroixrouge", "mouvementsdelacroixrouge", "redcrossmovement", "redcrossmovment", "movimientodelacruzrojamedialunaroja", "mouvementinternationaldelacroixrougeetducroissantrouge"]),
        ("Religious", ["religious", "faithbased", "faithbasedorganization", "faithbasedorganisation", "fbo", "church", "eglise", "iglesia", "iglesiagruporeligioso", "confessionnel", "religieux", "organisationreligieuse", "religioso", "religiosa", "organizacionreligiosa"]),
        ("United Nations", ["unitednations", "un", "unagency", "unagencies", "nationsunies", "nacionesunidas", "agencedesnationsunies", "agencedusystemedesnationsunies",
            "agenciasdasnacoesunidas", "nacoesunidas", "agenceun", "agencesdesnationsunies", "systemedesnationsunies", "snu", "onu", "unagencyfund"]),
        ("Other", ["other", "others", "othertype", "otro", "otros", "autre", "autres", "autretype", "outro", "outros", "90"]),
        (Domain.Vocabulary.UnknownSector, ["unknown", "unknowntype", "inconnu", "desconocido", "desconhecido"]),
    ];

    private static readonly Dictionary<string, string> BySpelling =
        Vocabulary.SelectMany(entry => entry.Spellings.Append(entry.Sector).Select(spelling => (Key: Fold.Compact(spelling), entry.Sector))).Distinct().ToDictionary(pair => pair.Key, pair => pair.Sector);

    /// <summary>Sector of an organisation type; null where the vocabulary does not have it.</summary>
    public static string? SectorOf(string type) =>
        BySpelling.TryGetValue(Fold.Compact(type), out var sector) ? sector
        : type.IndexOf('(', StringComparison.Ordinal) is var bracket and > 0 && BySpelling.TryGetValue(Fold.Compact(type[..bracket]), out sector) ? sector
        : null;
}
