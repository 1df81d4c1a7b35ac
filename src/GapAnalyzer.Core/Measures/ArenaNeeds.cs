using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>What the need weight of an arena is made of: its need over the mean positive need, 1 where no need is known.</summary>
/// <param name="Need">People in need or severity; NaN where not given.</param>
/// <param name="Weight"><c>n_c</c>.</param>
public readonly record struct ArenaNeed(double Need, double Weight);

/// <summary>The need weights of an analysis.</summary>
public sealed class ArenaNeeds
{
    private readonly NeedTable needs;

    private ArenaNeeds(NeedTable needs) => this.needs = needs;

    public NeedUnit Unit => needs.Unit;

    /// <summary>Mean of the positive needs, one for each theme, place and period given; NaN without any.</summary>
    public double Mean => needs.MeanPositive;

    public static ArenaNeeds Of(Analysis analysis) => new(NeedTable.Build(analysis.Dataset, Frame.Of(analysis.Dataset, analysis.Options)));

    public ArenaNeed this[Arena arena] => new(needs.OfArena(arena), needs.Weights([arena])[0]);
}
