using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using GapAnalyzer.Cli.Commands;
using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Cli;

/// <summary>Arguments in, exit code out; the one place where exceptions become messages.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Console.SetError(GuardedWriter.ForMessages(Console.Error));
        using var cancellation = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        return await Run(args, GuardedWriter.ForAnswer(Console.Out), Console.Error, cancellation.Token);

        // The first signal lets the run clean up behind itself; a second one ends it at once.
        void Cancel(PosixSignalContext signal)
        {
            signal.Cancel = !cancellation.IsCancellationRequested;
            cancellation.Cancel();
        }
    }

    /// <summary>Runs the tool: the answer goes to <paramref name="output"/>, everything else to <paramref name="error"/>.</summary>
    internal static async Task<int> Run(string[] args, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        try
        {
            RequireUnicodeData();
            var result = Root(error).Parse(args, new() { ResponseFileTokenReplacer = null });
            if (UsageProblem.Of(result) is { } problem)
                throw new InputException(problem);
            return await result.InvokeAsync(
                new() { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancellation);
        }
        catch (InputException wrong)
        {
            return Stop(ExitCode.WrongInput, wrong.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Stop(ExitCode.WrongInput, $"a file could not be read or written: {e.Message}");
        }
        catch (OperationCanceledException)
        {
            return Stop(ExitCode.Cancelled, "cancelled; nothing was written");
        }
        catch (Exception bug)
        {
            return Stop(ExitCode.InternalError, $"internal error; nothing was written. Please report it with the lines below and, if you may share it, the input.\n{bug}");
        }

        int Stop(int code, string message)
        {
            error.Write($"gap-analyzer: {message}\n");
            return code;
        }
    }

    internal static RootCommand Root(TextWriter error)
    {
        var root = new RootCommand("Shows where sectors that ought to coordinate do not, from tables of who does what, where, when and with whom.");
        foreach (var command in CommandCatalog.All(error))
            root.Add(command);
        root.Options.OfType<HelpOption>().Single().Action = new HelpText();
        return root;
    }

    /// <summary>Where the runtime works without Unicode data, names with accents would silently fail to match: better to stop.</summary>
    private static void RequireUnicodeData()
    {
        if ("é".Normalize(NormalizationForm.FormD).Length != 2)
        {
            throw new InputException("this system runs .NET without Unicode data, so names with accents could not be matched; "
                + "install libicu, and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT");
        }
    }
}

/// <summary>Exit codes; documented in the README.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int GateFailed = 1;
    public const int WrongInput = 2;
    public const int InternalError = 70;
    public const int Cancelled = 130;
}
