using System.Text;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Tests.Reading;

public class TextEncodingTests
{
    private const int BlockSize = 1 << 16;

    private static TextEncoding Detect(byte[] bytes) => TextEncoding.Detect(Sources.File("f.csv", bytes));

    private static string Decoded(byte[] bytes) => new StreamReader(Detect(bytes).Open(Sources.File("f.csv", bytes))).ReadToEnd();

    [Fact]
    public void Plain_text_is_UTF_8() => Assert.Equal(new TextEncoding("UTF-8", null, -1), Detect("Côte d'Ivoire, منظمة, 組織"u8.ToArray()));

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_cell() =>
        Assert.Equal(["A"], Sources.Table([0xEF, 0xBB, 0xBF, .. "organisation,theme\nA,WASH\n"u8]).Read().Stakeholders.Select(s => s.Name));

    [Fact]
    public void One_byte_that_is_not_UTF_8_makes_the_file_Windows_1252_and_its_offset_is_said()
    {
        byte[] bytes = [.. "Yaound"u8, 0xE9, .. ", Caf"u8, 0xE9];
        Assert.Equal(("Windows-1252", 6L), (Detect(bytes).Name, Detect(bytes).FirstBadByte));
        Assert.Equal("Yaoundé, Café", Decoded(bytes));
    }

    [Theory]
    [InlineData(BlockSize - 1)]
    [InlineData(BlockSize)]
    [InlineData(BlockSize + 1)]
    [InlineData((2 * BlockSize) - 1)]
    public void The_offset_of_the_first_bad_byte_is_right_at_the_edge_of_a_block(int offset)
    {
        var bytes = Enumerable.Repeat((byte)'a', 3 * BlockSize).ToArray();
        bytes[offset] = 0xE9;
        Assert.Equal(offset, Detect(bytes).FirstBadByte);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_character_across_the_edge_of_a_block_is_UTF_8(int bytesBefore)
    {
        byte[] bytes = [.. Enumerable.Repeat((byte)'a', BlockSize - bytesBefore), .. "😀"u8, .. Enumerable.Repeat((byte)'b', BlockSize)];
        Assert.Equal("UTF-8", Detect(bytes).Name);
    }

    [Fact]
    public void A_bad_byte_after_a_character_across_the_edge_has_the_right_offset()
    {
        byte[] bytes = [.. Enumerable.Repeat((byte)'a', BlockSize - 1), .. "é"u8, 0xFF, (byte)'b'];
        Assert.Equal(BlockSize + 1, Detect(bytes).FirstBadByte);
    }

    [Fact]
    public void A_character_cut_off_at_the_end_of_the_file_is_a_bad_byte() => Assert.Equal(2, Detect([(byte)'a', (byte)'b', 0xC3]).FirstBadByte);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void UTF_16_is_known_by_its_byte_order_mark(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("organisation;theme\nÉcole;Éducation\n")];
        Assert.Equal("UTF-16", Detect(bytes).Name);
        Assert.Equal(["École"], Sources.Table(bytes).Read().Stakeholders.Select(s => s.Name));
    }

    [Fact]
    public void A_file_with_a_NUL_byte_is_refused_with_its_offset() =>
        Assert.Contains("a NUL byte at offset 4", Sources.Table([.. "PK\u0003\u0004"u8, 0, 0]).Refusal(), StringComparison.Ordinal);

    [Fact]
    public void A_stream_that_gives_one_byte_at_a_time_is_read_alike()
    {
        byte[] bytes = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a,b")];
        Assert.Equal("UTF-16", TextEncoding.Detect(new("f.csv", bytes.Length, () => new Dripping(bytes))).Name);
    }

    [Fact]
    public void A_file_that_is_not_UTF_8_is_said_to_be_so()
    {
        var data = Sources.Table([.. "organisation,theme\nCaf"u8, 0xE9, .. ",WASH\n"u8]).Read();
        Assert.Equal(["table.csv: GAP1001 byte 22 is not UTF-8; expected UTF-8; the file was decoded as Windows-1252"], data.Said(DiagnosticCatalog.NotUtf8));
        Assert.Equal("Café", Assert.Single(data.Stakeholders).Name);
    }

    private sealed class Dripping(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));
    }
}
