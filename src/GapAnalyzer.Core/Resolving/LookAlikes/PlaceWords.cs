using System.Collections.Frozen;

namespace GapAnalyzer.Resolving;

/// <summary>
/// Countries as names of organisations write them, with adjectives: two sections of one organisation differ by such a word, and
/// are two organisations. Single folded words; the first one stands for the country.
/// </summary>
internal static class PlaceWords
{
    private static readonly string[] Countries =
    [
        "afghanistan afghan afgano", "angola angolan", "argentina argentine", "australia australian australie", "austria austrian autriche",
        "bangladesh bangladeshi", "belgium belgian belgique belgica be", "benin", "bolivia bolivian", "brazil brazilian brasil bresil", "burkina burkinabe",
        "burundi burundian", "cameroon cameroun camerun cameroonian", "canada canadian canadien canadienne canadiense", "chad tchad", "chile chilean", "china chinese chine",
        "colombia colombian colombie colombiano colombiana", "congo congolese congolais congolaise rdc", "cuba cuban", "denmark danish danois danoise dinamarca danemark dane",
        "ecuador", "egypt egyptian", "ethiopia ethiopian ethiopie", "finland finnish finlande finn", "france french francais francaise francia",
        "germany german allemagne allemand allemande alemania alemanha deutsche deutschland", "ghana", "greece greek", "guatemala", "guinea guinee", "haiti haitian haitien haitienne ayiti",
        "honduras hondureno", "hungary hungarian", "india indian", "indonesia", "iran iranian", "iraq iraqi irak", "ireland irish irlande", "israel israeli",
        "italy italian italie italia italiana italiano", "japan japanese japon japan", "jordan jordanian", "kenya kenyan", "korea korean coree coreia", "kuwait kuwaiti",
        "lebanon lebanese liban", "liberia", "libya libyan libye", "luxembourg luxemburg", "madagascar", "malawi", "mali malian malien malienne", "malta maltese", "mauritania mauritanie", "mexico",
        "morocco maroc", "mozambique mocambique mozambican mocambicana", "myanmar", "nepal", "netherlands netherland dutch holland hollande holanda pays-bas", "nicaragua", "niger", "nigeria nigerian",
        "norway norwegian norvege noruega norvegien", "pakistan pakistani", "palestine palestinian", "panama", "peru", "philippines", "poland polish pologne", "portugal portuguese portugais",
        "puntland", "qatar qatari", "romania", "russia russian", "rwanda rwandan", "senegal", "sierra", "slovakia", "slovenia", "somalia somali somalie", "somaliland", "jubaland", "galmudug",
        "spain spanish espagne espana espanhola espagnol", "sudan sudanese soudan", "sweden swedish suede suecia suedois", "switzerland swiss suisse suiza suica ch", "syria syrian syrie",
        "tanzania", "thailand", "togo", "tunisia tunisie", "turkey turkish turquie", "uganda ugandan ouganda", "uk britain british gb bretagne", "ukraine", "usa us american americaine americano", "venezuela",
        "vietnam", "yemen yemeni", "zambia", "zimbabwe", "punjab", "sindh", "balochistan",
    ];

    private static readonly FrozenDictionary<string, string> Forms = Countries
        .Select(line => line.Split(' '))
        .SelectMany(words => words.Select(word => (word, words[0])))
        .DistinctBy(pair => pair.word)
        .ToFrozenDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>The country that a folded word names; null where it names none.</summary>
    public static string? CountryOf(string word) => Forms.GetValueOrDefault(word);
}
