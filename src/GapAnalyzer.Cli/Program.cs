using System.CommandLine;
using System.Globalization;
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
        return await Run(args, Console.Out, Console.Error, CancellationToken.None);
    }

    /// <summary>Runs the tool: the answer goes to <paramref name="output"/>, everything else to <paramref name="error"/>.</summary>
    internal static async Task<int> Run(string[] args, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        try
        {
            RequireUnicodeData();
            var result = Root(error).Parse(args);
            if (result.Errors.Count > 0)
            {
                foreach (var problem in result.Errors)
                    await error.WriteLineAsync($"gap-analyzer: {problem.Message}");
                await error.WriteLineAsync($"Try 'gap-analyzer {string.Join(' ', CommandPath(result))}--help'.");
                return ExitCode.WrongInput;
            }

            return await result.InvokeAsync(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false }, cancellation);
        }
        catch (InputException wrong)
        {
            await error.WriteLineAsync($"gap-analyzer: {wrong.Message}");
            return ExitCode.WrongInput;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("gap-analyzer: cancelled; nothing was written");
            return ExitCode.Cancelled;
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            await error.WriteLineAsync($"gap-analyzer: internal error; nothing was written. Please report it with the lines below and, if you may share it, the input.{Environment.NewLine}{bug}");
            return ExitCode.InternalError;
        }
    }

    internal static RootCommand Root(TextWriter error)
    {
        var root = new RootCommand("Shows where sectors that ought to coordinate do not, from tables of who does what, where, when and with whom.");
        foreach (var command in CommandCatalog.All(error))
            root.Add(command);
        return root;
    }

    private static string CommandPath(ParseResult result) => result.CommandResult.Command is RootCommand ? "" : result.CommandResult.Command.Name + " ";

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
    public const int WrongInput = 2;
    public const int InternalError = 70;
    public const int Cancelled = 130;
}
