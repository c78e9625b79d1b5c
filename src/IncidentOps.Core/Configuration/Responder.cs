namespace IncidentOps.Core.Configuration;

/// <summary>A person who responds to incidents, and how they are reached.</summary>
internal sealed record Responder
{
    public required string Name { get; init; }

    public string? Role { get; init; }

    /// <summary>Addresses by what they are: "email", "phone", "slack".</summary>
    public IReadOnlyDictionary<string, string> Contacts { get; init; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where it stands in the configuration, from 1.</summary>
    public int Line { get; init; }
}
