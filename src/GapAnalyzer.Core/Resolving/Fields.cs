namespace GapAnalyzer.Resolving;

/// <summary>A thing that a column can be: its name in options and <c>dataset.json</c>, what it means, and the headers it is known by.</summary>
/// <param name="Name">Name, as in <c>--map theme=Cluster</c>.</param>
/// <param name="Meaning">What it is, for people.</param>
/// <param name="Headers">Known headers in English, French, Spanish and Portuguese, in compact folded form.</param>
public sealed record Field(string Name, string Meaning, params string[] Headers);

/// <summary>The columns of tidy files and of wide 3W tables: the one place that knows what they are called.</summary>
public static class Fields
{
    public const string Lead = "lead", LeadAcronym = "lead_acronym", LeadType = "lead_type";
    public const string Implementer = "implementer", ImplementerAcronym = "implementer_acronym", ImplementerType = "implementer_type";
    public const string Organisation = "organisation", OrganisationAcronym = "organisation_acronym", OrganisationType = "org_type";
    public const string Partner = "partner", PartnerAcronym = "partner_acronym", PartnerType = "partner_type";
    public const string Funder = "funder", FunderAcronym = "funder_acronym", FunderType = "funder_type";
    public const string Theme = "theme", ThemeCode = "theme_code";
    public const string Admin1Name = "admin1_name", Admin1Code = "admin1_code", Admin2Name = "admin2_name", Admin2Code = "admin2_code", Location = "location";
    public const string StartDate = "start_date", EndDate = "end_date", ReportedDate = "reported_date", Month = "month", Year = "year", Period = "period";
    public const string ActivityId = "activity_id", Title = "title";
    public const string StakeholderId = "stakeholder_id", Stakeholder = "stakeholder", Name = "name", Acronym = "acronym", Aliases = "aliases", Sector = "sector";
    public const string Role = "role", From = "from", To = "to", Type = "type", Strength = "strength", Since = "since", Until = "until";
    public const string InNeed = "in_need", Severity = "severity", Reached = "reached";
    public const string Place = "place", Weight = "weight", Alias = "alias", Canonical = "canonical", Country = "country";

    private static readonly Field[] PlaceFields =
    [
        new(Admin1Name, "level 1 place, name", "admin1", "admin1name", "adm1", "adm1name", "adm1namefr", "admin1nameen", "region", "regions", "regionname", "province", "provinces", "provincename", "state", "states", "statename",
            "departement", "department", "departamento", "departemento", "governorate", "governoratename", "provincia", "estado", "wilaya", "oblast", "county"),
        new(Admin1Code, "level 1 place, code", "admin1code", "admin1pcode", "admin1pcod", "adm1code", "adm1pcode", "provcode", "provincecode", "regioncode", "statecode", "idprovince", "pcode1", "admin1pcode1"),
        new(Admin2Name, "level 2 place, name", "admin2", "admin2name", "adm2", "adm2name", "adm2namefr", "admin2nameen", "district", "districts", "districtname", "cercle", "territoire", "locality", "municipio", "distrito", "commune", "lga", "zone", "subcounty", "souscomte"),
        new(Admin2Code, "level 2 place, code", "admin2code", "admin2pcode", "admin2pcod", "adm2code", "adm2pcode", "distcode", "districtcode", "idterritoire", "pcode2", "admin2pcode2"),
        new(Location, "place without a level", "location", "place", "locationname", "placename", "site", "lieu", "lugar", "local"),
    ];

    private static readonly Field[] DateFields =
    [
        new(StartDate, "start date", "startdate", "start", "dateofstart", "activitystartdate", "datedebut", "datededebut", "debut", "fechadeinicio", "fechadeiniciodelaactividad", "fechainicio", "inicio",
            "datadeinicio", "fromdate", "startingdate", "begindate"),
        new(EndDate, "end date", "enddate", "end", "dateofend", "activityenddate", "datefin", "datedefin", "fin", "fechadefinalizacion", "fechaprevistadefinalizaciondelaactividad", "fechafin", "fechadefin",
            "datafinal", "datadefim", "todate", "plannedenddate"),
    ];

    /// <summary>Columns of a wide 3W / 4W / 5W table.</summary>
    public static IReadOnlyList<Field> Wide { get; } =
    [
        new(ActivityId, "activity id", "activityid", "actid", "atividadeid", "idactividad", "idactivite", "activitycode"),
        new(Title, "activity title", "activitytitle", "activityname", "activities", "activites", "actividad", "actividades", "atividade", "atividades"),
        new(Lead, "lead organisation", "leadorganization", "leadorganisation", "leadorg", "lead", "chefdefile", "leadagency", "leadpartner", "programmeorganization", "programmeorganisation", "programorganization",
            "reportingorganization", "reportingorganisation", "reportingorg", "reportingagency", "organizacionlider", "organisationleader", "organisationcheffdefile", "organisationchefdefile",
            "organizacaolider", "organisationresponsable", "prime", "primepartner"),
        new(LeadAcronym, "lead organisation, acronym", "leadorganizationacronym", "leadacronym", "leadorgacronym"),
        new(LeadType, "type of the lead organisation", "leadorganizationtype", "leadorgtype", "organizationtypeleadorg", "tipodeorganizacaoorganizacaolider", "tipodeorganizacionlider", "typedorganisationleader"),
        new(Implementer, "implementing organisation", "implementingpartner", "implementingorganization", "implementingorganisation", "implementingorg", "implementingagency", "implementingfullorgname",
            "implementer", "organizacionimplementadora", "organisationdemiseenoeuvre", "orgimplementingactivities", "implementingpartners", "parceirodeimplementacao", "socioimplementador"),
        new(ImplementerAcronym, "implementing organisation, acronym", "implementingorganizationacronym", "implementingacronym", "implementingpartneracronym"),
        new(ImplementerType, "type of the implementing organisation", "implementingorgtype", "implementingorganizationtype", "implementingpartnertype", "organizationtypeimppartner",
            "tipodeorganizacionimplementadora", "tipodeorganizacaparceirodeimplementacao", "tipodeorganizacaoparceirodeimplementacao"),
        new(Organisation, "organisation", "organization", "organisation", "org", "orgname", "organizationname", "organisationname", "nomorganisation", "nomdelorganisation", "nomacteur", "acteur", "agency",
            "agencyname", "ngo", "organizacion", "nombredelaorganizacion", "organizacao", "orgnameen", "orgnamefr", "who", "actor", "partnername"),
        new(OrganisationAcronym, "organisation, acronym", "orgacronym", "organizationacronym", "organisationacronym", "acronym", "acronyme", "acronymeacteur", "acronimo", "acronimodelaorganizacion",
            "sigle", "sigla", "orgacronymen", "orgacronymfr", "organisationaccronyme", "bdorgacronyme", "orgacronyme", "organisationacronyme"),
        new(OrganisationType, "type of the organisation", "orgtype", "organizationtype", "organisationtype", "typeoforganization", "typeoforganisation", "typeorganisation", "typedorganisation",
            "tipodeorganizacion", "tipoorganizacion", "tipodeorganizacao", "typeacteur", "orgtypeen", "orgtypefr", "typeofagency", "agencytype", "bdorgtypeorg", "typeorg"),
        new(Partner, "implementing partner", "partner", "partners", "partenairedemiseenoeuvre", "partenaire", "partenaires", "socio", "parceiro"),
        new(PartnerAcronym, "implementing partner, acronym", "partneracronym"),
        new(PartnerType, "type of the implementing partner", "partnertype", "typedepartenaire"),
        new(Funder, "funder", "donor", "donors", "donorname", "funder", "funding", "fundingagency", "fundedby", "bailleur", "bailleurdefonds", "bailleurs", "donante", "organizaciondonante", "donantes", "financiador", "doador"),
        new(FunderAcronym, "funder, acronym", "donoracronym"),
        new(FunderType, "type of the funder", "donortype", "tipodedonante"),
        new(Theme, "theme", "theme", "pillar", "cluster", "clustername", "sector", "sectors", "sectorname", "sectorcluster", "clustersector", "clustersectorname", "secteur", "secteurs", "secteurcluster", "nomcluster",
            "sectorintervention", "setor", "sectorsen", "thematicarea"),
        new(ThemeCode, "theme, code", "clustercode", "sectorcode", "clustersectorcode", "themecode"),
        .. PlaceFields,
        .. DateFields,
        new(ReportedDate, "date of the report", "reportdate", "date", "reportingdate", "reporteddate", "fechadereporte", "datederapport", "daterapport"),
        new(Month, "month", "month", "mois", "mes", "reportingmonth"),
        new(Year, "year", "year", "annee", "ano", "anno", "reportingyear"),
    ];

    /// <summary>Columns of the tidy files, by table.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Field>> Tidy { get; } = new Dictionary<string, IReadOnlyList<Field>>
    {
        ["stakeholders"] =
        [
            new(StakeholderId, "stakeholder id", "stakeholderid", "orgid", "organisationid", "organizationid", "id"),
            new(Name, "name", "name", "stakeholder", "organization", "organisation", "org", "orgname", "organisationname", "organizationname"),
            new(Acronym, "acronym", "acronym", "orgacronym"),
            new(Aliases, "other names", "aliases", "alias", "othernames"),
            new(Sector, "sector", "sector", "constituency"),
            new(OrganisationType, "type of organisation", "orgtype", "organizationtype", "organisationtype"),
            new(Country, "country", "country"),
        ],
        ["activities"] =
        [
            new(ActivityId, "activity id", "activityid", "id"),
            new(Title, "title", "title", "name", "activitytitle"),
            new(Theme, "theme", "theme", "pillar", "cluster"),
            .. PlaceFields,
            .. DateFields,
        ],
        ["participations"] =
        [
            new(ActivityId, "activity id", "activityid"),
            new(StakeholderId, "stakeholder id", "stakeholderid", "orgid", "organisationid", "organizationid"),
            new(Stakeholder, "stakeholder name", "stakeholder", "name", "organization", "organisation", "org", "orgname"),
            new(Role, "role", "role"),
        ],
        ["ties"] =
        [
            new(From, "one end", "from", "orga", "sourceid", "fromid"),
            new(To, "other end", "to", "orgb", "targetid", "toid"),
            new(Type, "type of tie", "type", "kind"),
            new(Strength, "strength", "strength", "weight"),
            new(Since, "active since", "since", "date", "start", "startdate"),
            new(Until, "active until", "until", "end", "enddate"),
        ],
        ["needs"] =
        [
            new(Theme, "theme", "theme", "pillar", "cluster"),
            .. PlaceFields,
            new(Period, "period", "period", "date", "year", "month"),
            new(InNeed, "people in need", "inneed", "peopleinneed", "pin"),
            new(Severity, "severity", "severity"),
            new(Reached, "people reached", "reached"),
        ],
        ["expectations"] =
        [
            new(Theme, "theme", "theme", "pillar", "cluster"),
            new(Sector, "sector", "sector"),
            new(Place, "place", "place", "location", "admin1", "admin1name", "district"),
            new(Weight, "weight", "weight"),
        ],
        ["aliases"] =
        [
            new(Alias, "alias", "alias"),
            new(Canonical, "the name it stands for", "canonical", "name"),
            new(Country, "country", "country"),
        ],
    };

    public static string MeaningOf(string field) => Wide.FirstOrDefault(f => f.Name == field)?.Meaning
        ?? Tidy.Values.SelectMany(table => table).FirstOrDefault(f => f.Name == field)?.Meaning ?? field;
}
