using GapAnalyzer.Cli;
using SkiaSharp;

namespace GapAnalyzer.Tests;

/// <summary>The reports in the repository are what the tool makes of the samples: text to the byte, pictures by their pixels.</summary>
public sealed class ReportsTests
{
    /// <summary>Largest difference of a colour channel that another processor's rounding may make.</summary>
    private const int ChannelTolerance = 16;

    /// <summary>Share of pixels that may differ by more: edges of glyphs.</summary>
    private const double PixelTolerance = 0.001;

    public static TheoryData<string, string> Samples => new()
    {
        { "pakistan-counter-trafficking", "pakistan-counter-trafficking" },
        { "province-referral", "province-referral" },
        { "3w-hxl.csv", "3w-hxl" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task The_committed_report_of_a_sample_is_what_the_tool_makes_of_it(string sample, string report)
    {
        var committed = Committed.PathOf("reports", report);
        var fresh = Committed.Update ? committed : Directory.CreateTempSubdirectory("gap-report-").FullName;
        try
        {
            var code = await Program.Run(["analyze", Committed.PathOf("sample-data", sample), "-o", fresh, "--quiet"], TextWriter.Null, TextWriter.Null, default);

            Assert.Equal(0, code);
            Assert.Equal(FilesOf(committed), FilesOf(fresh));
            foreach (var file in FilesOf(committed))
                AssertSame(Path.Combine(committed, file), Path.Combine(fresh, file), file);
        }
        finally
        {
            if (fresh != committed)
                Directory.Delete(fresh, recursive: true);
        }
    }

    private static IEnumerable<string> FilesOf(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal);

    private static void AssertSame(string committed, string fresh, string file)
    {
        if (Path.GetExtension(file) == ".png")
            Assert.True(ShareOfDifferentPixels(committed, fresh) <= PixelTolerance, $"{file} looks different; UPDATE=1 dotnet test rewrites the reports");
        else
            Assert.True(File.ReadAllBytes(committed).AsSpan().SequenceEqual(File.ReadAllBytes(fresh)), $"{file} differs; UPDATE=1 dotnet test rewrites the reports");
    }

    private static double ShareOfDifferentPixels(string a, string b)
    {
        using var left = SKBitmap.Decode(a);
        using var right = SKBitmap.Decode(b);
        if ((left.Width, left.Height) != (right.Width, right.Height))
            return 1;
        var different = left.Pixels.Zip(right.Pixels).Count(pair =>
            Math.Abs(pair.First.Red - pair.Second.Red) > ChannelTolerance
            || Math.Abs(pair.First.Green - pair.Second.Green) > ChannelTolerance
            || Math.Abs(pair.First.Blue - pair.Second.Blue) > ChannelTolerance);
        return (double)different / left.Pixels.Length;
    }
}
