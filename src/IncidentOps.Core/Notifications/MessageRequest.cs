using System.Collections;
using IncidentOps.Notifications;

namespace IncidentOps.Core.Notifications;

/// <summary>What message is asked for.</summary>
internal sealed record MessageRequest
{
    /// <summary>The template's name; null for the one that fits the incident as it stands.</summary>
    public string? Template { get; init; }

    public MessageFormat Format { get; init; }

    /// <summary>Whether the target shows ASCII only.</summary>
    public bool Ascii { get; init; }

    /// <summary>Values for blanks, by their words or labels.</summary>
    public IDictionary? Values { get; init; }

    /// <summary>The moment to describe; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }
}
