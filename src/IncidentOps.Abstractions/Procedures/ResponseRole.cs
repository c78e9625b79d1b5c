namespace IncidentOps.Procedures;

/// <summary>A role in the response to an incident.</summary>
public sealed record ResponseRole
{
    /// <summary>Its name, "Incident Commander".</summary>
    public required string Name { get; init; }

    /// <summary>What who holds it does.</summary>
    public IReadOnlyList<string> Duties { get; init => field = PlainList.Of(value); } = [];

    /// <summary>Who holds it, in the guide's words; null where it does not say.</summary>
    public string? Holder { get; init; }

    /// <summary>Where it stands in the guide, from 1.</summary>
    public int Line { get; init; }

    /// <summary>The name.</summary>
    /// <returns>"Incident Commander".</returns>
    public override string ToString() => Name;
}
