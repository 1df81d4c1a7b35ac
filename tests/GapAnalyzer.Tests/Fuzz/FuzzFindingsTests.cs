using GapAnalyzer.Diagnostics;
using GapAnalyzer.Resolving;
using GapAnalyzer.Tests.Reading;

namespace GapAnalyzer.Tests.Fuzz;

/// <summary>Each a fault that damaged input brought to light.</summary>
public class FuzzFindingsTests
{
    [Fact]
    public void A_header_with_a_line_break_is_asked_for_on_one_line() =>
        Assert.Contains("did you mean 'Organ istaion'?", Sources.Table("\"Organ\nistaion\",Clusterx\nA,B\n").Refusal(), StringComparison.Ordinal);

    [Fact]
    public void Broken_settings_are_not_quoted_to_their_end() => Assert.Equal(
        "dataset.json:1: not valid JSON ('name  } xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…); expected an object of settings; nothing was read",
        Sources.Folder(("3w.csv", "Organisation\nA\n"), ("dataset.json", "name\n\n}\n" + new string('x', 100))).Refusal());

    [Fact]
    public void A_table_that_begins_after_many_blank_rows_is_told_what_it_lacks() =>
        Assert.StartsWith("table.csv:31: no column for the organisation", Sources.Table(new string('\n', 30) + "a,b,c\n1,2,3\n").Refusal(), StringComparison.Ordinal);

    [Fact]
    public void A_place_code_with_a_line_break_is_a_code_like_another()
    {
        var data = Sources.Table("Organisation,Admin1 Pcode,Admin2,Admin2 Pcode\nWFP,\"XA\n01\",Hill,\"XA01\n01\"\nFAO,xa 01,,\"XB\n02\"\n").Read();
        Assert.Equal(["XA 01 1", "Hill 2", "XB 02 2"], data.Places.Select(place => $"{place.Name} {place.Level}"));
    }

    [Fact]
    public void A_very_long_name_is_compared_by_its_beginning()
    {
        var data = Sources.Table($"Organisation,Cluster\n{new string('x', 20_000)},WASH\n{new string('x', 20_001)},WASH\nWFP,Food\n").Read();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Single(LookAlikes.Find(data));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000_000);
    }

    [Fact]
    public void A_very_long_unknown_name_is_compared_with_nothing()
    {
        var (name, other) = (new string('x', 50_000), new string('x', 50_001));
        var data = Sources.Tidy($"a,{name},UN\n", "1,WASH,North,2021\n", $"1,{other},lead\n").Read();
        Assert.Contains("expected an id, name, acronym or alias", Assert.Single(data.Said(DiagnosticCatalog.UnknownStakeholder)), StringComparison.Ordinal);
    }

    [Fact]
    public void More_pairs_than_memory_can_hold_are_refused_and_not_counted_to_the_end()
    {
        var data = Sources.Table($"Organisation,Cluster\n{string.Join(';', Enumerable.Range(0, 21_000).Select(i => $"O{i}"))},WASH\n").Read();
        var refused = Assert.Throws<InputException>(() => Analysis.Run(data, new() { Memory = 500_000_000 }, default)).Message;
        Assert.StartsWith("this dataset needs about ", refused, StringComparison.Ordinal);
        Assert.Contains($"about {21_000L * 20_999 / 2 / 1e6:#,0.0} million pairs of organisations", refused, StringComparison.Ordinal);
    }
}
