namespace IncidentOps.Notifications;

/// <summary>What a message tells.</summary>
public enum MessageKind
{
    /// <summary>Something else.</summary>
    Other,

    /// <summary>That there is an incident.</summary>
    InitialAlert,

    /// <summary>How it goes.</summary>
    StatusUpdate,

    /// <summary>That it is over.</summary>
    Resolution,
}
