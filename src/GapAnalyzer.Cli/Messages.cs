using GapAnalyzer.Diagnostics;
using Spectre.Console;

namespace GapAnalyzer.Cli;

/// <summary>Everything that is not the answer: progress, warnings and notes, on standard error.</summary>
internal sealed class Messages(TextWriter error, bool quiet, bool verbose)
{
    /// <summary>
    /// Runs the work with a spinner on a terminal, with a line per step otherwise, silently when asked to be quiet; asked for everything,
    /// it says what each step took.
    /// </summary>
    public T WithProgress<T>(Func<IProgress<string>, T> work, StageClock? given = null)
    {
        using var own = new StageClock();
        var clock = given ?? own;
        var result = Shown(progress => work(new Steps(step =>
        {
            LargeHeap.Trim();
            clock.Begin(step);
            progress.Report(step);
        })));
        clock.End();
        foreach (var line in verbose ? clock.Lines() : [])
            error.WriteLine(line);
        return result;
    }

    private T Shown<T>(Func<IProgress<string>, T> work)
    {
        if (quiet)
            return work(new Steps(_ => { }));
        if (Console.IsErrorRedirected || error != Console.Error)
            return work(new Steps(step => error.WriteLine($"{step} ...")));
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(error) });
        return console.Status().Start("starting", status => work(new Steps(step => status.Status(step))));
    }

    /// <summary>All diagnostics where asked, else one line per kind with its count and its first case.</summary>
    public void Diagnostics(DiagnosticList diagnostics)
    {
        if (quiet)
            return;
        if (verbose)
        {
            foreach (var item in diagnostics.Items)
                error.WriteLine($"{Label(item.Severity)}{item}");
            return;
        }

        foreach (var kind in DiagnosticCatalog.All.Where(kind => kind.Severity > Severity.Info && diagnostics.Counts.ContainsKey(kind.Code)))
        {
            var count = diagnostics.Counts[kind.Code];
            error.WriteLine($"{Label(kind.Severity)}{diagnostics.Of(kind).First()}{(count > 1 ? $" ({count} of these)" : "")}");
        }
    }

    public void Note(string text)
    {
        if (!quiet)
            error.WriteLine(text);
    }

    /// <summary>A row that was left out is a warning as long as the run goes on.</summary>
    private static string Label(Severity severity) => severity == Severity.Info ? "info: " : "warning: ";

    private sealed class Steps(Action<string> report) : IProgress<string>
    {
        public void Report(string value) => report(value);
    }
}
