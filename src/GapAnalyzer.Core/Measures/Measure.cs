namespace GapAnalyzer.Measures;

/// <summary>What a measure is: shown by <c>catalog measures</c>, in the method section and in the docs.</summary>
/// <param name="Id">Stable id, as in <c>report.json</c>.</param>
/// <param name="Name">Name in the field's terms.</param>
/// <param name="Of">What it is a measure of: network, sector, sector pair, stakeholder, pair, cell.</param>
/// <param name="Definition">The formula in one line.</param>
/// <param name="Convention">Conventions and the trap to know.</param>
/// <param name="Source">Where it comes from, with DOI where there is one.</param>
public sealed record Measure(string Id, string Name, string Of, string Definition, string Convention, string Source);
