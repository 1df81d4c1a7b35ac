namespace GapAnalyzer.Networks;

/// <summary>What a tie rests on.</summary>
/// <param name="Strength">Newman strength; positive.</param>
/// <param name="JointActivities">Activities in which both took part.</param>
/// <param name="DeclaredRows">Rows that declare it: of the ties table, and a funder with a lead.</param>
public readonly record struct TieSupport(double Strength, int JointActivities, int DeclaredRows);
