namespace IncidentOps.Procedures;

/// <summary>Somebody, or something, to reach.</summary>
public sealed record Contact
{
    /// <summary>The person's or the desk's name.</summary>
    public required string Name { get; init; }

    /// <summary>The role; null where the guide gives only a name.</summary>
    public string? Role { get; init; }

    /// <summary>A telephone number, an address, a plan; null while the guide leaves it unfilled.</summary>
    public string? Value { get; init; }

    /// <summary>Where it stands in the guide, from 1.</summary>
    public int Line { get; init; }
}
