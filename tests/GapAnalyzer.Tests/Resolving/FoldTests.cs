using GapAnalyzer.Resolving;

namespace GapAnalyzer.Tests.Resolving;

public class FoldTests
{
    [Theory]
    [InlineData("UNICEF ", "unicef")]
    [InlineData("Médecins Sans Frontières", "medecins sans frontieres")]
    [InlineData("Mise en œuvre", "mise en oeuvre")]
    [InlineData("Straße Æther Ørsted Łódź Đà", "strasse aether orsted lodz da")]
    [InlineData("Food & Agriculture", "food and agriculture")]
    [InlineData("Food and Agriculture", "food and agriculture")]
    [InlineData("Q&A", "q and a")]
    [InlineData("& Sons", "and sons")]
    [InlineData("L’ONU", "lonu")]
    [InlineData("L'ONU", "lonu")]
    [InlineData("U.N.D.P.", "undp")]
    [InlineData("OCHA- EHF", "ocha ehf")]
    [InlineData("OCHA/EHF", "ocha ehf")]
    [InlineData("World\u00A0\u00A0Vision", "world vision")]
    [InlineData("WFP (World Food Programme)", "wfp world food programme")]
    [InlineData("İstanbul ISTANBUL ıstanbul", "istanbul istanbul istanbul")]
    [InlineData("soft\u00ADhyphen zero\u200Bwidth", "softhyphen zerowidth")]
    [InlineData("ＦＵＬＬ width ﬁne", "full width fine")]
    public void Spellings_of_one_name_have_one_folded_form(string text, string folded) => Assert.Equal(folded, Fold.Name(text));

    [Theory]
    [InlineData("منظَّمة الصِّحة", "منظمة الصحة")] // vowels and doubling, which most texts leave out
    [InlineData("منظـــمة", "منظمة")] // letters drawn longer
    [InlineData("שָׁלוֹם", "שלום")]
    [InlineData("Красный Крест", "Красныи Крест")]
    [InlineData("Ελλάδα", "ΕΛΛΑΔΑ")]
    [InlineData("日本　赤十字", "日本 赤十字")]
    public void Names_in_other_scripts_are_compared_without_what_people_leave_out(string text, string same) => Assert.Equal(Fold.Name(same), Fold.Name(text));

    [Theory]
    [InlineData("की", "का")] // Devanagari vowels
    [InlineData("ကုမ္ပဏီ", "ကမပဏ")] // Burmese vowels and the stacking sign
    [InlineData("ปี", "ปา")] // Thai vowels
    [InlineData("が", "か")] // Japanese voicing
    public void Marks_that_make_another_word_are_kept(string text, string other) => Assert.NotEqual(Fold.Name(other), Fold.Name(text));

    [Theory]
    [InlineData("???", "???")]
    [InlineData(" *** ", "***")]
    [InlineData("😀", "😀")]
    public void A_name_of_nothing_but_signs_is_told_by_its_signs(string text, string folded) => Assert.Equal(folded, Fold.Name(text));

    [Fact]
    public void Different_names_stay_different()
    {
        string[] names = ["World Vision", "Wold Vision", "PAM", "WFP", "Save the Children", "Save the Child"];
        Assert.Equal(names.Length, names.Select(Fold.Name).Distinct().Count());
    }

    [Fact]
    public void Headers_are_compared_without_spaces() => Assert.Equal("adm1name", Fold.Compact(" ADM1_Name* "));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("az-Latn-AZ")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        using var _ = new Culture(culture);
        Assert.Equal("istitute ingo", Fold.Name("ISTITUTE INGO"));
    }
}
