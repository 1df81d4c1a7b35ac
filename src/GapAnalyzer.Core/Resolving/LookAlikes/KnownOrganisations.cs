using System.Collections.Frozen;

namespace GapAnalyzer.Resolving;

/// <summary>
/// Acronyms and names of organisations that many datasets have, as English, French, Spanish and Portuguese write them: United
/// Nations, the Red Cross movement, large NGOs and donors. A reason for a suggestion only; nothing is ever merged because of it.
/// Left out where an acronym is at home in several large organisations (SRC, SCI, ACF alone is kept for Action Against Hunger).
/// </summary>
internal static class KnownOrganisations
{
    /// <summary>First the name that reasons show, then every other spelling.</summary>
    private static readonly string[] Table =
    [
        "World Food Programme|WFP|PAM|PMA|Programme alimentaire mondial|Programa Mundial de Alimentos|World Food Program",
        "World Health Organization|WHO|OMS|Organisation mondiale de la santé|Organización Mundial de la Salud|Organização Mundial da Saúde",
        "Pan American Health Organization|PAHO|OPS|Organización Panamericana de la Salud|Organisation panaméricaine de la santé",
        "UN Refugee Agency|UNHCR|ACNUR|HCR|United Nations High Commissioner for Refugees|Haut Commissariat des Nations Unies pour les réfugiés|Alto Comisionado de las Naciones Unidas para los Refugiados|La Agencia de la ONU para los Refugiados|Alto Comissariado das Nações Unidas para os Refugiados",
        "UN Children's Fund|UNICEF|United Nations Children's Fund|Fonds des Nations Unies pour l'enfance|Fondo de las Naciones Unidas para la Infancia|Fundo das Nações Unidas para a Infância",
        "UN Population Fund|UNFPA|FNUAP|United Nations Population Fund|Fonds des Nations Unies pour la population|Fondo de Población de las Naciones Unidas|Fundo de População das Nações Unidas",
        "UN Development Programme|UNDP|PNUD|United Nations Development Programme|Programme des Nations Unies pour le développement|Programa de las Naciones Unidas para el Desarrollo|Programa das Nações Unidas para o Desenvolvimento",
        "UN Environment Programme|UNEP|PNUE|PNUMA|United Nations Environment Programme|Programme des Nations Unies pour l'environnement",
        "International Organization for Migration|IOM|OIM|Organisation internationale pour les migrations|Organización Internacional para las Migraciones|Organização Internacional para as Migrações",
        "Food and Agriculture Organization|FAO|Food and Agriculture Organization of the United Nations|Organisation des Nations Unies pour l'alimentation et l'agriculture|Organización de las Naciones Unidas para la Alimentación y la Agricultura|Organização das Nações Unidas para a Alimentação e a Agricultura",
        "UN Educational, Scientific and Cultural Organization|UNESCO|Organisation des Nations Unies pour l'éducation, la science et la culture|Organización de las Naciones Unidas para la Educación, la Ciencia y la Cultura",
        "UN Office for the Coordination of Humanitarian Affairs|OCHA|UNOCHA|UN OCHA|Bureau de la coordination des affaires humanitaires|Oficina de Coordinación de Asuntos Humanitarios|United Nations Office for the Coordination of Humanitarian Affairs",
        "UN Office of the High Commissioner for Human Rights|OHCHR|HCDH|ACNUDH|OACNUDH|Haut-Commissariat aux droits de l'homme",
        "UN Women|UNWOMEN|ONU Femmes|ONU Mujeres|ONU Mulheres",
        "UN-Habitat|UNHABITAT|UN Habitat|ONU Habitat|United Nations Human Settlements Programme",
        "UN Office on Drugs and Crime|UNODC|ONUDC|ONUDD|United Nations Office on Drugs and Crime|Office des Nations Unies contre la drogue et le crime",
        "UN Programme on HIV/AIDS|UNAIDS|ONUSIDA|Joint United Nations Programme on HIV/AIDS",
        "UN Mine Action Service|UNMAS|United Nations Mine Action Service|Service de la lutte antimines des Nations Unies|Servicio de las Naciones Unidas de Acción contra las Minas",
        "UN Office for Project Services|UNOPS|United Nations Office for Project Services",
        "International Labour Organization|ILO|OIT|BIT|Organisation internationale du travail|Organización Internacional del Trabajo",
        "Central Emergency Response Fund|CERF",
        "World Bank|IBRD|Banque mondiale|Banco Mundial|BM",
        "International Committee of the Red Cross|ICRC|CICR|Comité international de la Croix-Rouge|Comité Internacional de la Cruz Roja|Comité Internacional da Cruz Vermelha",
        "International Federation of Red Cross and Red Crescent Societies|IFRC|FICR|Fédération internationale des Sociétés de la Croix-Rouge et du Croissant-Rouge|Federación Internacional de Sociedades de la Cruz Roja y de la Media Luna Roja|International Federation of the Red Cross and the Red Crescent Societies",
        "Médecins Sans Frontières|MSF|Doctors Without Borders|Médicos Sin Fronteras|Médicos Sem Fronteiras|Médecins Sans Frontières (Doctors Without Borders)",
        "Médecins du Monde|MDM|Doctors of the World|Médicos del Mundo|Médicos do Mundo",
        "Action Against Hunger|ACF|AAH|Action contre la faim|Acción contra el Hambre|Ação contra a Fome|ACF International|Action contre la faim International",
        "Norwegian Refugee Council|NRC|Conseil norvégien pour les réfugiés|Consejo Noruego para Refugiados",
        "Danish Refugee Council|DRC|Conseil danois pour les réfugiés|Consejo Danés para Refugiados",
        "International Rescue Committee|IRC|Comité international de secours|Comité Internacional de Rescate",
        "Jesuit Refugee Service|JRS|SJR|Service jésuite des réfugiés|Servicio Jesuita para los Refugiados|Servicio Jesuita a Refugiados",
        "Save the Children|STC|Save the Children International",
        "World Vision|WVI|World Vision International|Vision mondiale|Visión Mundial|Visão Mundial",
        "Plan International|Plan|Fundación Plan",
        "Catholic Relief Services|CRS",
        "CARE|CARE International",
        "Oxfam|Oxfam International",
        "Concern Worldwide|CWW|Concern|Concern World Wide",
        "Handicap International|HI|Humanity and Inclusion|Humanité et Inclusion|Humanity & Inclusion - Handicap International",
        "Welthungerhilfe|WHH|Deutsche Welthungerhilfe|German Agro Action|Agro Action Allemande",
        "Terre des Hommes|TDH",
        "SOS Children's Villages|SOS Villages d'Enfants|Aldeas Infantiles SOS|Aldeias de Crianças SOS|SOS Kinderdorf",
        "Mercy Corps|MERCYCORPS",
        "Danish Church Aid|DCA|DanChurchAid",
        "Norwegian Church Aid|NCA|AEN|Aide de l'Église norvégienne",
        "Finn Church Aid|FCA",
        "Lutheran World Federation|LWF|FLM|Fédération luthérienne mondiale|Federación Luterana Mundial",
        "HEKS/EPER|HEKS|EPER|Entraide protestante suisse|Swiss Church Aid",
        "Norwegian People's Aid|NPA|Ayuda Popular Noruega",
        "Première Urgence Internationale|PUI|PU-AMI|Première Urgence-Aide Médicale Internationale",
        "Solidarités International",
        "Food for the Hungry|FHI|FH",
        "Adventist Development and Relief Agency|ADRA",
        "Agency for Technical Cooperation and Development|ACTED|Agence d'aide à la coopération technique et au développement",
        "Geneva Call|Appel de Genève|Llamamiento de Ginebra",
        "Médicos con África CUAMM|CUAMM|Doctors with Africa CUAMM|Médecins avec l'Afrique CUAMM|Medici con l'Africa CUAMM",
        "Association of Volunteers in International Service|AVSI|Associazione Volontari per il Servizio Internazionale|AVSI Foundation",
        "Cooperazione Internazionale|COOPI",
        "Technisches Hilfswerk|THW|German Federal Agency for Technical Relief",
        "European Commission Humanitarian Aid|ECHO|DG ECHO|European Civil Protection and Humanitarian Aid Operations",
        "European Union|EU|UE|Union européenne|Unión Europea|União Europeia",
        "US Agency for International Development|USAID|United States Agency for International Development|Agence des États-Unis pour le développement international",
        "USAID Bureau for Humanitarian Assistance|BHA|Bureau for Humanitarian Assistance",
        "German Federal Foreign Office|GFFO|Auswärtiges Amt|Ministère allemand des affaires étrangères|Ministère fédéral des affaires étrangères",
        "Global Affairs Canada|GAC|AMC|Affaires mondiales Canada|Asuntos Globales Canadá",
        "Swedish International Development Cooperation Agency|SIDA|ASDI|Agence suédoise de coopération internationale au développement",
        "Swiss Agency for Development and Cooperation|SDC|DDC|COSUDE|Direction du développement et de la coopération",
        "Spanish Agency for International Development Cooperation|AECID|Agencia Española de Cooperación Internacional para el Desarrollo",
        "Italian Agency for Development Cooperation|AICS|Agenzia Italiana per la Cooperazione allo Sviluppo",
        "Gates Foundation|BMGF|Bill and Melinda Gates Foundation|Fondation Bill et Melinda Gates|Gates",
        "INTERPOL|International Criminal Police Organization|OIPC|Organisation internationale de police criminelle",
        "Europol|European Union Agency for Law Enforcement Cooperation",
    ];

    private static readonly FrozenDictionary<string, int> BySpelling = Index(spelling => NameForm.FoldWords(spelling));

    /// <summary>Names of two words or more, by each word that they hold.</summary>
    private static readonly FrozenDictionary<string, KnownName[]> ByWord = Table
        .SelectMany((line, number) => line.Split('|').Select(spelling => new KnownName(number, WordsOf(NameForm.FoldWords(spelling).Split(' ').Select(NameWord.Of)))))
        .Where(known => known.Words.Count > 1)
        .SelectMany(known => known.Words.Select(word => (word.Meaning, known)))
        .GroupBy(entry => entry.Meaning, entry => entry.known)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    public static int Count => Table.Length;

    /// <summary>Number of the organisation with this name or acronym, in any order of words and with small misspellings; -1 where it is not in the table.</summary>
    public static int Find(string whole, string withoutBrackets, IReadOnlyList<NameWord> words)
    {
        if (BySpelling.TryGetValue(whole, out var number) || BySpelling.TryGetValue(withoutBrackets, out number))
            return number;
        var own = WordsOf(words);
        if (own.Count < 2)
            return -1;
        foreach (var word in own)
        {
            foreach (var known in ByWord.GetValueOrDefault(word.Meaning, []))
            {
                if (IsSame(own, known.Words))
                    return known.Number;
            }
        }

        return -1;
    }

    public static string NameOf(int number) => Table[number].Split('|')[0];

    /// <summary>All spellings of an organisation, the shown name first.</summary>
    public static IReadOnlyList<string> SpellingsOf(int number) => Table[number].Split('|');

    private sealed record KnownName(int Number, IReadOnlyList<NameWord> Words);

    private static FrozenDictionary<string, int> Index(Func<string, string> key) => Table
        .SelectMany((line, number) => line.Split('|').Select(spelling => (Key: key(spelling), number)))
        .DistinctBy(entry => entry.Key)
        .ToFrozenDictionary(entry => entry.Key, entry => entry.number, StringComparer.Ordinal);

    /// <summary>The telling words; all but the small ones where that leaves one alone ("Organization for Migration").</summary>
    private static List<NameWord> WordsOf(IEnumerable<NameWord> words)
    {
        List<NameWord> main = [.. words.Where(word => !NameWords.IsStop(word.Text))];
        List<NameWord> telling = [.. main.Where(word => !NameWords.IsGeneric(word.Form))];
        return telling.Count > 1 ? telling : main;
    }

    /// <summary>Every word has its partner: the same meaning, or alike but for letters.</summary>
    private static bool IsSame(List<NameWord> own, IReadOnlyList<NameWord> known)
    {
        if (own.Count != known.Count)
            return false;
        var left = known.ToList();
        foreach (var word in own)
        {
            var at = left.FindIndex(other => other.Meaning == word.Meaning);
            if (at < 0)
                at = left.FindIndex(other => (other.Country is null || word.Country is null) && WordAlignment.Alike(word.Text, other.Text) > 0);
            if (at < 0)
                return false;
            left.RemoveAt(at);
        }

        return true;
    }
}
