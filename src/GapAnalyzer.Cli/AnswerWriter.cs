using System.Text;
using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Cli;

/// <summary>Standard output: where it is full or closed, the run ends with a message that says so, and not as if its files had failed.</summary>
internal sealed class AnswerWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Try(() => inner.Write(value));

    public override void Write(string? value) => Try(() => inner.Write(value));

    public override void WriteLine(string? value) => Try(() => inner.WriteLine(value));

    public override void Flush() => Try(inner.Flush);

    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"standard output cannot be written to ({e.Message}), so the answer is lost; the files that the command writes are in place", e);
        }
    }
}
