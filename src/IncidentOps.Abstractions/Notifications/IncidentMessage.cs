namespace IncidentOps.Notifications;

/// <summary>A message template of the procedure, filled in from an incident. Nothing has been sent.</summary>
public sealed record IncidentMessage
{
    /// <summary>The incident, "INC-42".</summary>
    public required string Incident { get; init; }

    /// <summary>The template's name, "Status Update".</summary>
    public required string Template { get; init; }

    /// <summary>What it tells.</summary>
    public required MessageKind Kind { get; init; }

    /// <summary>What <see cref="Body"/> is written for.</summary>
    public required MessageFormat Format { get; init; }

    /// <summary>The subject, for where a message has one: one line of plain text, whatever the format.</summary>
    public required string Subject { get; init; }

    /// <summary>The text.</summary>
    public required string Body { get; init; }

    /// <summary>The placeholders that the incident should fill and cannot yet: the text says so in words.</summary>
    public IReadOnlyList<string> NotKnownYet { get; init => field = PlainList.Of(value); } = [];

    /// <summary>The placeholders that no incident can fill: their values have to be given.</summary>
    public IReadOnlyList<string> Unresolved { get; init => field = PlainList.Of(value); } = [];

    /// <summary>The moment that it describes.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The guide that the template stands in.</summary>
    public string? Path { get; init; }

    /// <summary>Where it stands there, from 1.</summary>
    public int Line { get; init; }

    /// <summary>The text.</summary>
    /// <returns>The body, ready to be sent.</returns>
    public override string ToString() => Body;
}
