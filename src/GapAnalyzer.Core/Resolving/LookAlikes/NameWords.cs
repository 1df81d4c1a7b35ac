using System.Collections.Frozen;

namespace GapAnalyzer.Resolving;

/// <summary>
/// Words of organisations' names in English, French, Spanish and Portuguese (Italian and German where names of NGOs use them):
/// which carry no meaning, which say little, which are translations of each other. Folded and without plural s.
/// </summary>
internal static class NameWords
{
    /// <summary>Articles and prepositions: weight 0.</summary>
    private static readonly FrozenSet<string> Stop = Set(
        "of the and for de la le les des et pour du d l a an in to e y el los las para da do dos das com con en au aux di per il lo der die das und fur em na no with avec sur on by von del");

    /// <summary>Words that an organisation adds to or leaves out of its name at will, and legal forms.</summary>
    private static readonly FrozenSet<string> Generic = Set(
        "organization org association foundation ngo international onlus asbl ev inc ltd llc limited gmbh name " +
        "internal fund funding board director management self own emergency appeal office mission headquarter country programme global worldwide");

    /// <summary>Words that half of all organisations have in their names.</summary>
    private static readonly FrozenSet<string> Common = Set(
        "development relief aid action community humanitarian rehabilitation service society agency committee network center council " +
        "initiative group support health education social rural welfare assistance women youth child peace right human people life world national " +
        "medical agriculture environment empowerment integrated program project care charity volunteer nation united african africa refugee food " +
        "institute union mission church christian resource rescue cooperation promotion protection ministry doctor border");

    /// <summary>First word: the form that is compared; the rest: its translations, spellings and abbreviations.</summary>
    private static readonly string[] Translations =
    [
        "organization organisation organizacion organizacao organizzazione orga asosyasyon",
        "association asociacion associacao associazione assoc",
        "foundation fondation fundacion fundacao fondazione",
        "ngo ong",
        "international internationale internationaux internacional internazionale internation intl int",
        "fund fond fondo funds",
        "office bureau oficina",
        "programme program programa",
        "project projet proyecto projeto",
        "ministry ministere ministerio",
        "health sante salud saude",
        "education educacao educacion",
        "council conseil consejo conselho consiglio",
        "refugee refugie refugiado",
        "action accion acao azione",
        "aid aide ayuda ajuda assistance asistencia assistencia",
        "relief secour socorro",
        "development developpement desarrollo desenvolvimento sviluppo",
        "community communaute comunidad comunidade communautaire comunitario",
        "committee comite comitato commite",
        "network reseau rede",
        "center centre centro",
        "service servicio servico",
        "society societe sociedad sociedade",
        "agency agence agencia",
        "group groupe grupo gruppo",
        "initiative iniciativa",
        "support appui apoyo apoio soutien",
        "social sociale",
        "rural rurale",
        "women femme mujer mulher woman mulhere mujere",
        "youth jeune joven jovem jeunesse juventud",
        "child children enfant nino crianca enfance infancia infantil infantile kid",
        "peace paix paz",
        "right droit derecho direito",
        "human humain humano humaine humana",
        "people peuple pueblo popolo",
        "life vie vida",
        "world monde mundo mondial mundial mondiale",
        "national nationale nacional",
        "medical medicale medico",
        "doctor medecin medico medicus medici",
        "border frontiere frontera fronteira",
        "agriculture agricole agricultura agricola agricultural",
        "food alimentation alimento alimentacion alimentacao alimentaire",
        "united unie unido unida unies",
        "nation nacion nacoe nacione nacao",
        "population poblacion populacao",
        "migration migracion migracao migracione migracoe",
        "cross croix cruz croce",
        "red rouge roja vermelha rossa",
        "church eglise iglesia igreja",
        "christian chretien chretienne cristiano cristiana cristao",
        "catholic catholique catolica catolico",
        "solidarity solidarite solidaridad solidariedade",
        "cooperation cooperacion cooperacao cooperazione",
        "hunger faim hambre fome",
        "against contre contra",
        "without sans sin sem",
        "provincial provinciale provinciai province",
        "regional regionale",
        "direction direccion direccao direccoe",
        "foreign etranger etrangere exterior",
        "affair affaire asunto",
        "village aldea aldeia",
        "emergency urgence emergencia",
        "water eau agua",
        "vision visione",
        "global globale mondiaux",
        "rescue sauvetage",
    ];

    private static readonly FrozenDictionary<string, string> Forms = Translations
        .Select(line => line.Split(' '))
        .SelectMany(words => words.Skip(1).Select(word => (word, words[0])))
        .DistinctBy(pair => pair.word)
        .ToFrozenDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);

    private static readonly FrozenSet<string> Heads = Translations.Select(line => line.Split(' ')[0]).ToFrozenSet(StringComparer.Ordinal);

    public static bool IsStop(string word) => Stop.Contains(word);

    public static bool IsGeneric(string form) => Generic.Contains(form);

    /// <summary>The form in which a folded word is compared: singular, in one language.</summary>
    public static string FormOf(string word)
    {
        if (Forms.TryGetValue(word, out var form))
            return form;
        var singular = word.Length > 3 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word;
        return Forms.GetValueOrDefault(singular, singular);
    }

    /// <summary>A word of the lists above or one of its translations: in the name of a place too it stays an ordinary word.</summary>
    public static bool IsOrdinary(string word) => FormOf(word) is var form && (Common.Contains(form) || Generic.Contains(form) || Stop.Contains(word) || Heads.Contains(form));

    /// <summary>How much of its weight a word keeps, whatever its frequency in the dataset.</summary>
    public static double Share(string form) => Generic.Contains(form) ? 0.15 : Common.Contains(form) ? 0.5 : 1;

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
