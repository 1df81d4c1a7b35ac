using CsCheck;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Tests.Reading;

public sealed class ValuePoolOrderTests
{
    /// <summary>Few letters, so that many begin alike; some that UTF-8 and UTF-16 put in another order.</summary>
    private static readonly string[] Letters = ["a", "b", "Z", "é", "\uFB01", "\uFF21", "\U0001F600", "abcdefgh"];

    private static readonly Gen<string> Word = Gen.Int[0, Letters.Length - 1].Array[0, 6].Select(letters => string.Concat(letters.Select(letter => Letters[letter])));

    [Fact]
    public void Numbers_are_put_in_the_ordinal_order_of_their_values() => Word.Array[0, 60].Sample(words =>
    {
        var pool = new ValuePool();
        int[] numbers = [.. words.Select(pool.Intern).Distinct()];
        pool.Sort(numbers);
        Assert.Equal(words.Distinct().Order(StringComparer.Ordinal), numbers.Select(number => pool[number]));
    });

    [Fact]
    public void A_closed_pool_keeps_its_values()
    {
        var pool = new ValuePool();
        var number = pool.Intern("Karachi");
        pool.Close();
        Assert.Equal("Karachi", pool[number]);
    }
}
