namespace IncidentOps.Procedures;

/// <summary>A piece of code that a scenario's step gives, as the guide has it.</summary>
public sealed record ScenarioCode
{
    /// <summary>The code.</summary>
    public required string Text { get; init; }

    /// <summary>What the fence says of it, "bash {#restart timeout=30s}"; null for code in a sentence.</summary>
    public string? Info { get; init; }

    /// <summary>Where it stands in the guide, from 1.</summary>
    public int Line { get; init; }

    /// <summary>The code.</summary>
    /// <returns>"systemctl status api".</returns>
    public override string ToString() => Text;
}
