using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Comparing;

/// <summary>One of the things compared, a dataset or a window of one, in the numbering of all of them.</summary>
public sealed class Side
{
    private readonly CoordinationRate rates;
    private readonly int[] numberOf;

    private Side(CoordinationRate rates, int[] numberOf) => (this.rates, this.numberOf) = (rates, numberOf);

    /// <summary>Title of the dataset, or label of the window.</summary>
    public required string Label { get; init; }

    /// <summary>There is evidence of ties: without it nothing was measured.</summary>
    public required bool Measured { get; init; }

    /// <summary>Who takes part in an activity, as whatever; by number.</summary>
    public required bool[] IsThere { get; init; }

    public required int Activities { get; init; }

    /// <summary>Stakeholders with an activity or a tie.</summary>
    public required int Active { get; init; }

    /// <summary>Components of the tie graph among the active.</summary>
    public required int Components { get; init; }

    /// <summary>E-I index of the ties; NaN where undefined.</summary>
    public required double Ei { get; init; }

    /// <summary>Tied pairs in ascending order, the lower number in the upper half of the key.</summary>
    public required long[] Ties { get; init; }

    /// <summary>Required pairs in ascending order.</summary>
    public required long[] Required { get; init; }

    /// <summary>Requirement R of each required pair.</summary>
    public required double[] Requirement { get; init; }

    public int There => IsThere.Count(there => there);

    public long TieCount => Ties.LongLength;

    /// <summary>Ties / pairs of active stakeholders.</summary>
    public double Density => Measures.Density.Of(TieCount, Measures.Density.Pairs(Active), Measured);

    public Rate Rate => Of(rates.Total);

    public Rate CrossRate => Of(rates.Cross);

    /// <summary>Leave-one-stakeholder-out standard error of <see cref="Rate"/>.</summary>
    public double RateSe => Jackknife.Of(Rate, Parts).Se;

    public double CrossSe => Jackknife.Of(CrossRate, CrossParts).Se;

    /// <summary>What each stakeholder requires, and how much of it is satisfied.</summary>
    internal IEnumerable<(int Number, Rate Rate)> Parts => numberOf.Select((number, i) => (number, rates.Of(i)));

    internal IEnumerable<(int Number, Rate Rate)> CrossParts => numberOf.Select((number, i) => (number, rates.CrossOf(i)));

    /// <summary>The same for the pairs of two sectors, by their positions in this dataset.</summary>
    internal IEnumerable<(int Number, Rate Rate)> PartsOf(SectorPairSummary pair, SectorMap sectors)
    {
        var (s, t) = (pair.A.Index, pair.B.Index);
        return Enumerable.Range(0, numberOf.Length).Where(i => sectors.Of[i] == s || sectors.Of[i] == t)
            .Select(i => (numberOf[i], rates.To(i, sectors.Of[i] == s ? t : s)));
    }

    /// <summary>A rate of this side, measured where the side is.</summary>
    internal Rate Of(Rate rate) => rate with { Measured = Measured };

    /// <param name="label">What it is called.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="options">Effective options with the window in them.</param>
    /// <param name="measured">Whether there is evidence of ties, here or in other windows of the dataset.</param>
    /// <param name="numberOf">Number of each stakeholder of the dataset.</param>
    /// <param name="count">How many numbers there are.</param>
    /// <param name="cancellation">Looked at once per stakeholder.</param>
    internal static Side Build(
        string label, Dataset dataset, AnalysisOptions options, bool measured, int[] numberOf, int count, CancellationToken cancellation)
    {
        var frame = Frame.Of(dataset, options);
        var sectors = SectorMap.From(dataset);
        var presence = Presence.Build(dataset, frame);
        var ties = TieNetwork.Build(dataset, options);
        var needWeight = NeedTable.Build(dataset, frame).Weights(presence.Arenas);
        var requirement = Networks.Requirement.Build(presence, needWeight, cancellation);
        var held = dataset.Activities.Where(frame.Holds).ToList();
        var there = new bool[count];
        foreach (var participation in held.SelectMany(activity => activity.Participations))
            there[numberOf[participation.Stakeholder.Index]] = true;
        var active = Enumerable.Range(0, ties.N).Count(i => there[numberOf[i]] || Degree.Of(ties, i) > 0);
        var components = Networks.Components.Label(ties.RowStart, ties.Neighbours, new int[ties.N]).Length;
        var (required, weight) = PairKey.Required(requirement, numberOf);
        return new(CoordinationRate.Of(requirement, ties, sectors, cancellation), numberOf)
        {
            Label = label,
            Measured = measured,
            IsThere = there,
            Activities = held.Count,
            Active = active,
            Components = components - (ties.N - active),
            Ei = ExternalInternalIndex.OfNetwork(MixingMatrix.Of(ties, sectors), sectors).Value,
            Ties = PairKey.Tied(ties, numberOf),
            Required = required,
            Requirement = weight,
        };
    }
}
