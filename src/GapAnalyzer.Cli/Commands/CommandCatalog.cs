using System.CommandLine;

namespace GapAnalyzer.Cli.Commands;

/// <summary>Every command, in order of help. Adding one is one file and one line here.</summary>
internal static class CommandCatalog
{
    public static IReadOnlyList<Command> All(TextWriter error) =>
    [
        AnalyzeCommand.Create(error),
        BatchCommand.Create(error),
        BaselineCommand.Create(error),
        ValidateCommand.Create(),
        CompareCommand.Create(error),
        PlanCommand.Create(error),
        WhatIfCommand.Create(error),
        ExplainCommand.Create(error),
        InitCommand.Create(),
        GenerateCommand.Create(),
        CatalogCommand.Create(),
    ];
}
