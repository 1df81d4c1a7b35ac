using GapAnalyzer.Diagnostics;
using GapAnalyzer.Tests.Reading;

namespace GapAnalyzer.Tests.Resolving;

public class ColumnMapperTests
{
    /// <summary>What each used column was taken for, as "meaning = header", from the header lines of a table and one row of data.</summary>
    private static string[] Taken(string header, string? tags = null)
    {
        var width = header.Split(',').Length;
        var data = Sources.Table($"{header}\n{(tags is null ? "" : tags + "\n")}{string.Join(',', Enumerable.Range(0, width).Select(i => $"v{i}"))}\n").Read();
        return [.. Assert.Single(data.Files).Columns.Select(column => $"{column.Meaning} = {column.Header}")];
    }

    // The headers of the twelve published tables in shared/data/3w, shortened where a column has no meaning here.
    [Fact]
    public void Afghanistan() => Assert.Equal(
        [
            "place without a level = REGION", "level 1 place, name = PROVINCE", "level 1 place, code = PROV_CODE", "level 2 place, name = DISTRICT", "level 2 place, code = DIST_CODE",
            "organisation, acronym = ORG_ACRONYM", "organisation = ORG_NAME", "type of the organisation = ORG_TYPE", "theme, code = CLUSTER_SECTOR_CODE", "theme = CLUSTER_SECTOR_NAME",
        ],
        Taken("REGION,PROVINCE,PROV_CODE,DISTRICT,DIST_CODE,ORG_ACRONYM,ORG_NAME,ORG_TYPE,CLUSTER_SECTOR_CODE,CLUSTER_SECTOR_NAME,Question",
            "#loc+name,#adm1+name,#adm1+code,#adm2+name,#adm2+code,#org +acronym,#org +name,#org +type +name,#sector +cluster +code,#sector +cluster +name,"));

    [Fact]
    public void Burkina_Faso() => Assert.Equal(
        ["organisation = Organisation *", "implementing partner = Partenaire de mise en œuvre", "funder = Bailleur de fonds", "level 1 place, name = Région *", "level 2 place, name = Province  *", "theme = Secteur/Cluster*"],
        Taken("Organisation *,Partenaire de mise en œuvre,Bailleur de fonds,Région *,Province  *,Commune *,Ville/village,HNO Commune Pcode (Automatic),Secteur/Cluster*",
            "#org+name,#org+partner,#org+funding,#adm1+name,#adm2+name,#adm3+name,Colonne7,#adm3+code,#sector"));

    [Fact]
    public void Cameroon() => Assert.Equal(
        [
            "lead organisation = Programme Organization", "implementing organisation, acronym = Implementing Organization", "implementing organisation = Implementing Full Org. Name",
            "type of the implementing organisation = Implementing Org type", "level 1 place, name = Admin1", "level 1 place, code = Admin1_Pcode", "level 2 place, name = Admin2",
            "level 2 place, code = Admin2_Pcode", "theme = Sectors", "start date = Start Date", "end date = End Date", "month = Month", "activity title = Activities", "funder = Donor",
        ],
        Taken("Programme Organization,Implementing Organization,Implementing Full Org. Name,Implementing Org type,Admin1,Admin1_Pcode,Admin2,Admin2_Pcode,Admin3,Admin3_Pcode3,Sectors,Sectors - Copy,HRP,Project Title,"
            + "G. Targeted,G. Reached,Status,Start Date,End Date,remarks,Month,Icons,Activities,Indicators,Donor,Cash Amount,Index"));

    [Fact]
    public void Colombia_takes_the_month_of_the_cycle_and_never_the_day_of_the_update() => Assert.Equal(
        [
            "month = Report date", "lead organisation = Organización líder", "implementing organisation = Organización implementadora", "implementing organisation, acronym = Acrónimo de la organización",
            "type of the implementing organisation = Tipo de organización implementadora", "theme = Sector / Cluster", "activity id = Act Id", "activity title = Actividad",
            "start date = Fecha de Inicio de la actividad (dd/mm/aaaa)", "end date = Fecha Prevista de Finalización de la actividad (dd/mm/aaaa)", "level 1 place, code = Pcode 1", "level 1 place, name = Estado",
            "level 2 place, code = Pcode 2", "level 2 place, name = Municipio",
        ],
        Taken("Id,Validado,Actualizada,Report date,Código del proyecto,Organización líder,Organización implementadora,Acrónimo de la organización,Tipo de organización implementadora,Sector / Cluster,"
            + "Act Id,Actividad,Fecha de Inicio de la actividad (dd/mm/aaaa),Fecha Prevista de Finalización de la actividad (dd/mm/aaaa),País,Country code,Pcode 1,Estado,Pcode 2,Municipio,Tipo de lugar,Nombre del lugar",
            "#id,#validated,#date+updated,#date+month+cycle,#project+code,#org+leader,,#org+impl,,#sector,#activity+id,#activity+name+selected,,,#country,#country+code,#adm1+code,#adm1+name,#adm2+code,#adm2+name,#location+type,#location"));

    [Fact]
    public void Democratic_Republic_of_the_Congo() => Assert.Equal(
        [
            "start date = Date de début*", "end date = Date de fin*", "level 1 place, code = ID Province", "level 1 place, name = Province", "level 2 place, code = ID Territoire", "level 2 place, name = Territoire",
            "theme = Nom cluster", "type of the organisation = Type_organisation", "organisation, acronym = Acronyme Acteur", "organisation = Nom acteur",
        ],
        Taken("ProjectID,Nom du projet*,Date de début*,Date de fin*,ID Province,Province,ID Territoire,Territoire,ID ZS,ZS,Acronyme cluster,Nom cluster,Type_organisation,ID acteur,Acronyme Acteur,Nom acteur,CIBLE,date-fin-final"));

    [Fact]
    public void Haiti_takes_the_English_of_two_languages() => Assert.Equal(
        [
            "theme = SECTORS_en", "organisation = ORG_NAME_en", "organisation, acronym = ORG_ACRONYM_en", "type of the organisation = ORG_TYPE_en", "level 1 place, code = adm1code",
            "level 1 place, name = admin1NAME_en", "level 2 place, code = adm2code", "level 2 place, name = admin2NAME_en",
        ],
        Taken("SECTORS_fr,SECTORS_en,DOMAINE_fr,DOMAINE_en,ORG_NAME_fr,ORG_ACRONYM_fr,ORG_NAME_en,ORG_ACRONYM_en,ORG_TYPE_fr,ORG_TYPE_en,adm1code,adm1Name_fr,admin1NAME_en,adm2code,adm2Name_fr,admin2NAME_en",
            "#sector+cluster+name+i_fr,#sector+cluster+name+i_en,#domain+i_fr,#domain+i_en,#org+name+i_fr,#org+acronym+i_fr,#org+name+i_en,#org+acronym+i_en,#org+type+i_fr,#org+type+i_en,#adm1+code,#adm1+name+i_fr,"
            + "#adm1+name+i_en,#adm2+code,#adm2+name+i_fr,#adm2+name+i_en"));

    [Fact]
    public void Honduras_has_few_tags_and_its_other_columns_are_known_by_their_headers() => Assert.Equal(
        [
            "date of the report = FECHA DE REPORTE", "funder = ORGANIZACIÓN DONANTE", "implementing organisation = ORGANIZACIÓN IMPLEMENTADORA", "type of the implementing organisation = TIPO DE ORGANIZACIÓN IMPLEMENTADORA",
            "level 1 place, code = PCODE1", "level 1 place, name = ADMIN 1", "level 2 place, code = PCODE2", "level 2 place, name = ADMIN 2", "theme = SECTOR / CLUSTER", "activity id = ACT ID", "activity title = ACTIVIDAD",
            "start date = FECHA DE INICIO", "end date = FECHA DE FINALIZACIÓN",
        ],
        Taken("ID,Actualizada,FECHA DE REPORTE,PROJECT CODE,ORGANIZACIÓN DONANTE,ORGANIZACIÓN IMPLEMENTADORA,TIPO DE ORGANIZACIÓN IMPLEMENTADORA,PAÍS,PCODE1,ADMIN 1,PCODE2,ADMIN 2,TIPO DE LUGAR,NOMBRE DEL LUGAR,SECTOR / CLUSTER,ACT ID,"
            + "ACTIVIDAD,FECHA DE INICIO,FECHA DE FINALIZACIÓN",
            ",,,,,#org +name,,#adm0 +name,#adm1 +pcode,#adm1 +name,#adm2 +pcode,#adm2 +name,,,#sector +name,,,,"));

    [Fact]
    public void Mali_has_a_misspelt_header_and_no_theme() => Assert.Equal(
        ["organisation, acronym = Organisation Accronyme", "level 1 place, code = admin1Pcod", "level 1 place, name = Region", "level 2 place, code = admin2Pcod", "level 2 place, name = Cercle"],
        Taken("Organisation Accronyme,admin1Pcod,Region,admin2Pcod,Cercle", "#org+name,#adm1+code,#adm1+name,#adm2+code,#adm2+name"));

    [Fact]
    public void Mozambique_says_leader_and_is_tagged_funder_and_the_tag_wins() => Assert.Equal(
        ["funder = Organização líder", "type of the funder = Tipo de organização - Organização líder", "implementing organisation = Parceiro de Implementação", "theme = Setor", "level 1 place, name = Província"],
        Taken("Organização líder,Tipo de organização - Organização líder,Parceiro de Implementação,Setor,Província", "#org+funder+name,#org+funder+name+type,#org+impl+name,#sector+name,#adm1+name"));

    [Fact]
    public void Somalia() => Assert.Equal(
        ["theme = Cluster", "organisation = Organization", "type of the organisation = Org Type", "level 1 place, name = Region", "level 2 place, name = District"],
        Taken("Cluster ,Organization ,Org Type,Region ,District ", "#sector+cluster+name,#org+name,#org+type,#adm1+name,#adm2+name"));

    [Fact]
    public void South_Sudan_has_tags_alone() => Assert.Equal(
        ["lead organisation, acronym = #org+reporting", "lead organisation = #org+reporting+name", "type of the lead organisation = #org+reporting+type", "level 1 place, name = #adm1+name", "level 1 place, code = #adm1+code", "start date = #date"],
        Taken("#org+reporting,#org+reporting+name,#org+reporting+type,Name,#adm1+name,#adm1+code,#date,#reporting+or+implementing+org?"));

    [Fact]
    public void Sudan() => Assert.Equal(
        ["level 1 place, name = State", "level 2 place, name = Locality", "theme = Sector/ Intervention", "type of the organisation = Org. Type", "implementing organisation = Org. Implementing Activities"],
        Taken("State,Locality,Sector/ Intervention,Org. Type,Org. Implementing Activities", "#adm1+name,#adm2+name,#sector\t,#org+type,#org"));

    [Theory]
    [InlineData("Organisation,Contact name,Focal point,Phone,E-mail,Cluster")]
    [InlineData("Organisation,Nom du contact,Personne contact,Téléphone,Courriel,Cluster")]
    public void Columns_of_persons_are_never_read(string header) => Assert.Equal(["organisation = Organisation", "theme = Cluster"], Taken(header));

    [Fact]
    public void Tags_of_persons_codes_and_counts_are_never_read() =>
        Assert.Equal(["organisation = a"], Taken("a,b,c,d,e,f", "#org+name,#contact+name,#org+contact+name,#org+code,#org+num,#contact+email"));

    [Theory]
    [InlineData("#org_id", "#adm1_id,level 1 place, code")]
    [InlineData("#org_type", "#from_date,start date")]
    [InlineData("#x_custom", "#to_date,end date")]
    public void Old_tags_are_accepted(string ignored, string used)
    {
        var (tag, meaning) = (used.Split(',', 2)[0], used.Split(',', 2)[1]);
        Assert.Contains($"{meaning} = b", Taken("a,b,c", $"{ignored},{tag},#org"));
    }

    [Fact]
    public void An_option_wins_over_tag_and_header()
    {
        var data = Sources.Table("Organisation,Cluster,Chapter\n#org,#sector,\nA,WASH,Water\n").Map(("theme", "chapter"));
        Assert.Equal(["Water"], data.Themes);
    }

    [Fact]
    public void The_other_column_that_could_be_the_same_thing_is_told() => Assert.Equal(
        ["table.csv:1: GAP1009 column 'Sector' could be the theme too; column 'Cluster' was used"],
        Sources.Table("Organisation,Cluster,Sector\nA,WASH,x\n").Read().Said(DiagnosticCatalog.ColumnNotUsed));

    [Fact]
    public void A_tag_that_contradicts_its_header_wins_and_is_told() => Assert.Equal(
        ["table.csv: GAP1006 column 'Sector' is tagged #org+type; the header says theme; the tag was followed: type of the organisation"],
        Sources.Table("Organisation,Sector\n#org,#org+type\nA,UN\n").Read().Said(DiagnosticCatalog.TagContradictsHeader));

    [Fact]
    public void A_theme_column_is_known_by_its_content_and_told_once()
    {
        var data = Sources.Table("#org,Name\nA,WASH\nB,Health\nC,Nutrition\nD,Education\nE,Other thing\n").Read();
        Assert.Equal(5, data.Themes.Count);
        Assert.Equal(["table.csv: GAP1010 the values of column 'Name' are names of clusters; expected a column that is called theme, cluster or sector; it was taken for the theme"], data.Said(DiagnosticCatalog.ThemeByContent));
        Assert.Single(data.Said(DiagnosticCatalog.NoHeader));
    }

    [Theory]
    [InlineData("A,WASH\nB,Health\n")] // two values prove nothing
    [InlineData("A,WASH\nB,Health\nC,Nutrition\nD,x\n")] // three of four are less than 80 %
    public void Too_little_content_proves_no_theme(string rows) => Assert.Empty(Sources.Table("Organisation,Name\n" + rows).Read().Themes);
}
