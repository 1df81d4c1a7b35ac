using System.Text;
using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Cli;

/// <summary>A standard stream that may be closed or full.</summary>
internal sealed class GuardedWriter : TextWriter
{
    private readonly TextWriter inner;
    private readonly Action<Exception> onFailure;

    private GuardedWriter(TextWriter inner, Action<Exception> onFailure) => (this.inner, this.onFailure) = (inner, onFailure);

    public override Encoding Encoding => inner.Encoding;

    /// <summary>Standard output: the run ends with a message that says so, and not as if its files had failed.</summary>
    public static GuardedWriter ForAnswer(TextWriter output) => new(output, e => throw new InputException(
        $"standard output cannot be written to ({e.Message}), so the answer is lost; the files that the command writes are in place", e));

    /// <summary>Standard error: a message that nobody can read must not end a run.</summary>
    public static GuardedWriter ForMessages(TextWriter error) => new(error, _ => { });

    public override void Write(char value) => Try(() => inner.Write(value));

    public override void Write(string? value) => Try(() => inner.Write(value));

    public override void WriteLine(string? value) => Try(() => inner.WriteLine(value));

    public override void Flush() => Try(inner.Flush);

    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            onFailure(e);
        }
    }
}
