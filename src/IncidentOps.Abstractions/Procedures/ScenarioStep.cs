namespace IncidentOps.Procedures;

/// <summary>A response step of a scenario.</summary>
public sealed record ScenarioStep
{
    /// <summary>Its place, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What to do.</summary>
    public required string Text { get; init; }

    /// <summary>The group it stands under, "Recovery Steps"; null where there is none.</summary>
    public string? Group { get; init; }

    /// <summary>What stands below it: sub-items and remarks.</summary>
    public IReadOnlyList<string> Details { get; init => field = PlainList.Of(value); } = [];

    /// <summary>The commands given for it.</summary>
    public IReadOnlyList<string> Commands { get; init => field = PlainList.Of(value); } = [];

    /// <summary>The code given for it, as the guide has it.</summary>
    public IReadOnlyList<ScenarioCode> Code { get; init => field = PlainList.Of(value); } = [];

    /// <summary>Where it stands in the guide, from 1.</summary>
    public int Line { get; init; }

    /// <summary>The text.</summary>
    /// <returns>What to do.</returns>
    public override string ToString() => Text;
}
