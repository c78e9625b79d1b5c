namespace IncidentOps.Procedures;

/// <summary>A message template of a guide.</summary>
public sealed record MessageTemplate
{
    /// <summary>Its name, "Status Update".</summary>
    public required string Name { get; init; }

    /// <summary>Its text, placeholders included.</summary>
    public required string Body { get; init; }

    /// <summary>The placeholders in it, without brackets, in order and each once.</summary>
    public IReadOnlyList<string> Placeholders { get; init => field = PlainList.Of(value); } = [];

    /// <summary>Where it stands in the guide, from 1.</summary>
    public int Line { get; init; }
}
