using GapAnalyzer.Reporting.Charts;

namespace GapAnalyzer.Tests.Reporting.Charts;

/// <summary>The order of the eye, from left to right; expected values follow from Unicode Standard Annex 9 by hand.</summary>
public sealed class BidiTests
{
    [Theory]
    [InlineData("abc 12", "abc 12>")]
    [InlineData("\u2068ابج\u2069", "ابج<")]
    [InlineData("\u2068ابج 12\u2069", "12>|ابج <")]
    [InlineData("\u2068ابج\u2069 – abc", "ابج<| – abc>")]
    [InlineData("abc – \u2068ابج\u2069", "abc – >|ابج<")]
    [InlineData("\u2068abc ابج\u2069", "abc >|ابج<")]
    [InlineData("\u2068ابج abc\u2069", "abc>|ابج <")]
    [InlineData("\u2068ابج (دهو)\u2069", "ابج (دهو)<")]
    public void Pieces_stand_in_the_order_of_the_eye(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Bidi.Pieces(text).Select(piece => piece.Text + (piece.RightToLeft ? "<" : ">"))));

    [Fact]
    public void A_right_to_left_name_does_not_reorder_what_is_around_it()
    {
        string pair = $"{Bidi.Isolated("ابج")} – {Bidi.Isolated("دهو")}";

        Assert.Equal(["ابج", " – ", "دهو"], Bidi.Pieces(pair).Select(piece => piece.Text));
    }

    [Fact]
    public void A_number_within_a_right_to_left_name_keeps_its_own_direction()
    {
        var pieces = Bidi.Pieces(Bidi.Isolated("ابج 1,250 دهو")).ToList();

        Assert.Contains(pieces, piece => piece is { Text: "1,250", RightToLeft: false });
        Assert.Contains("دهو", pieces[0].Text, StringComparison.Ordinal);
        Assert.Contains("ابج", pieces[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_names_are_not_isolated() => Assert.Equal("Médecins Общество Ένωση 12", Bidi.Isolated("Médecins Общество Ένωση 12"));

    [Fact]
    public void A_cut_isolate_is_closed_on_its_line_and_opened_on_the_next()
    {
        var lines = Bidi.Balance(["to \u2068ابج", "دهو\u2069 and on", "end"]);

        Assert.Equal(["to \u2068ابج\u2069", "\u2068دهو\u2069 and on", "end"], lines);
    }
}
