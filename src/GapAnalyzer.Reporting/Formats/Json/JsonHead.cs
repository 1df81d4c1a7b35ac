using System.Text.Json;
using GapAnalyzer.Measures;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Reporting.Formats.Json;

/// <summary>Options, dataset, headline and network.</summary>
internal static class JsonHead
{
    public static void Options(Utf8JsonWriter json, Report report)
    {
        var analysis = report.Analysis;
        var options = analysis.Options;
        json.WriteStartObject("options");
        json.WriteString("period", Naming.NameOf(analysis.Grain));
        json.WriteNumber("place_level", analysis.Level);
        json.WriteString("ties", Naming.NameOf(options.Ties));
        var most = options.MaxJointParticipants ?? AnalysisOptions.DefaultMaxJointParticipants;
        if (most == int.MaxValue)
            json.WriteString("max_joint_participants", "unlimited");
        else
            json.WriteNumber("max_joint_participants", most);
        json.WriteBoolean("local_ties", options.LocalTies);
        json.WriteBoolean("funders_present", options.FundersPresent);
        json.WriteDateOrNull("from", options.From);
        json.WriteDateOrNull("to", options.To);
        json.WriteDateOrNull("as_of", options.AsOf);
        json.WriteNumber("top", options.Top);
        json.WriteNumber("max_table_rows", options.MaxTableRows);
        json.WriteNumberOrNull("material", options.Material ?? double.NaN);
        json.WriteNumber("permutations", options.Permutations);
        json.WriteTexts("without", PartCatalog.Ids(options.Without));
        json.WriteString("language", report.Texts.Language);
        json.WriteTextOrNull("note", analysis.Dataset.Defaults.Note);
        json.WriteEndObject();
        json.WriteStartObject("seeds");
        json.WriteNumber("labels", options.Seed);
        if (analysis.Network.Communities is not null)
            json.WriteNumber("structure", options.Seed);
        json.WriteEndObject();
    }

    public static void Dataset(Utf8JsonWriter json, Analysis analysis)
    {
        var data = analysis.Dataset;
        var rows = data.Rows;
        json.WriteStartObject("dataset");
        json.WriteString("title", data.Title);
        json.WriteTextOrNull("country", data.Country);
        json.WriteNumber("stakeholders", data.Stakeholders.Count);
        json.WriteNumber("sectors", data.KnownSectors);
        json.WriteNumber("activities", data.Activities.Count);
        json.WriteNumber("participations", data.Activities.Sum(activity => (long)activity.Participations.Count));
        json.WriteNumber("participation_rows", data.ParticipationRows);
        json.WriteNumber("ties", analysis.Ties.M);
        json.WriteNumber("declared_tie_rows", data.Ties.Count);
        json.WriteNumber("arenas", analysis.Presence.Arenas.Count);
        json.WriteTexts("periods", analysis.Presence.Arenas.Select(arena => arena.Period).Distinct().Order().Select(period => period.Label));
        json.WriteString("tie_evidence", analysis.EvidenceName);
        json.WriteTexts("absent_dimensions", analysis.Unplaced.AbsentDimensions);
        json.WriteStartObject("rows");
        json.WriteNumber("read", rows.Read);
        json.WriteNumber("used", rows.Used);
        json.WriteCounts("set_aside", rows.SetAside);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void Headline(Utf8JsonWriter json, Analysis analysis)
    {
        var headline = analysis.Headline;
        json.WriteStartObject("headline");
        json.WriteRate("coordination_rate", headline.Coordination, headline.CoordinationSe);
        json.WriteRate("cross_sector_rate", headline.CrossSector, headline.CrossSectorSe);
        MovesMost(json, "coordination_rate_moved_most_by", analysis, headline.CoordinationRange);
        MovesMost(json, "cross_sector_rate_moved_most_by", analysis, headline.CrossSectorRange);
        json.WriteStartObject("gaps");
        json.WriteNumber("total", headline.Coordination.Gaps);
        json.WriteNumber("cross_sector", headline.CrossSector.Gaps);
        json.WriteEndObject();
        json.WriteTextOrNull("need_unit", headline.NeedUnit == NeedUnit.None ? null : Naming.NameOf(headline.NeedUnit));
        json.WriteNumberOrNull("uncovered_need_share", headline.UncoveredNeedShare);
        json.WriteNumberOrNull("uncoordinated_need_share", headline.UncoordinatedNeedShare);
        EiIndex(json, analysis);
        Baseline(json, analysis);
        json.WriteEndObject();
    }

    public static void Network(Utf8JsonWriter json, Analysis analysis)
    {
        var network = analysis.Network;
        json.WriteStartObject("network");
        json.WriteNumber("n", network.N);
        json.WriteNumber("m", network.M);
        json.WriteNumberOrNull("density", network.Density);
        json.WriteNumber("components", network.Components);
        json.WriteNumber("largest_component", network.LargestComponent);
        json.WriteNumber("isolates", network.Isolates);
        json.WriteNumberOrNull("total_strength", network.TotalStrength);
        json.WriteNumberOrNull("transitivity", network.Transitivity);
        json.WriteNumberOrNull("clustering_average", network.ClusteringAverage);
        json.WriteNumberOrNull("assortativity", network.Assortativity);
        json.WriteNumberOrNull("assortativity_weighted", network.AssortativityWeighted);
        json.WriteNumberOrNull("modularity", network.Modularity);
        json.WriteNumberOrNull("modularity_sectors", network.ModularitySectors);
        json.WriteNumberOrNull("communities", network.Communities);
        json.WriteNumberOrNull("nmi_sectors", network.NmiSectors);
        json.WriteNumberOrNull("adjusted_rand_sectors", network.AdjustedRandSectors);
        json.WriteNumberOrNull("centralisation_degree", network.CentralisationDegree);
        json.WriteNumberOrNull("centralisation_betweenness", network.CentralisationBetweenness);
        json.WriteNumberOrNull("centralisation_closeness", network.CentralisationCloseness);
        json.WriteNumberOrNull("highest_core", network.HighestCore);
        json.WriteNumberOrNull("cutpoints", network.Cutpoints);
        json.WriteObjects("bridges", network.Bridges, tie =>
        {
            json.WriteString("a", analysis.Id(tie.A));
            json.WriteString("b", analysis.Id(tie.B));
        });
        json.WriteNumberOrNull("betweenness_pivots", network.BetweennessPivots);
        json.WriteNumberOrNull("betweenness_error", network.BetweennessError);
        json.WriteNumberOrNull("closeness_error", network.ClosenessError);
        JsonBrokerage.OfNetwork(json, network);
        json.WriteNumber("excess_ties", network.ExcessTies);
        json.WriteEndObject();
    }

    /// <summary>The stakeholder whose absence moves a rate most, and the rate without it; <c>null</c> where undefined.</summary>
    private static void MovesMost(Utf8JsonWriter json, string name, Analysis analysis, Jackknife range)
    {
        if (range.MovesMost is not { } id)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("stakeholder", analysis.Id(id));
        json.WriteNumberOrNull("rate_without_it", range.WithoutIt);
        json.WriteEndObject();
    }

    private static void EiIndex(Utf8JsonWriter json, Analysis analysis)
    {
        var ei = analysis.Headline.Ei;
        json.WriteStartObject("ei_index");
        json.WriteNumberOrNull("value", ei.Value);
        json.WriteNumberOrNull("expected", ei.Expected);
        json.WriteNumberOrNull("rescaled", ei.Rescaled);
        json.WriteNumberOrNull("p", ei.P);
        json.WriteNumberOrNull("low", ei.Chance.Low);
        json.WriteNumberOrNull("high", ei.Chance.High);
        json.WriteNumber("external", ei.External);
        json.WriteNumber("internal", ei.Internal);
        json.WriteEndObject();
    }

    private static void Baseline(Utf8JsonWriter json, Analysis analysis)
    {
        var baseline = analysis.Headline.Baseline;
        json.WriteStartObject("random_ties");
        json.WriteNumberOrNull("expected_rate", baseline.ExpectedRate);
        json.WriteNumber("closed", baseline.Closed);
        json.WriteNumber("open", baseline.Open);
        json.WriteNumberOrNull("expected_closed", baseline.ExpectedClosed);
        json.WriteNumberOrNull("variance_closed", baseline.VarianceClosed);
        json.WriteNumberOrNull("variance_independent_ties", baseline.VarianceIndependentTies);
        json.WriteNumberOrNull("z", baseline.Z);
        json.WriteEndObject();
    }
}
