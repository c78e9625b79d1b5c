namespace IncidentOps.Core.Storage;

/// <summary>The tables' version and their meaning.</summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>store_info</c>: name and value; <c>schema</c> holds <see cref="Version"/>.</item>
/// <item><c>incident_number</c>: the numbers people see, given once. Truth, like the events.</item>
/// <item><c>event</c>: the truth. Rows are only ever added.</item>
/// <item><c>incident</c>, <c>incident_tag</c>: the read table, derived from the events.</item>
/// </list>
/// </remarks>
internal static class StoreSchema
{
    /// <summary>Raised when the tables change their shape; new kinds of events do not raise it.</summary>
    public const int Version = 1;

    /// <summary>What the index of runs covers, and what a query has to say word for word to use it.</summary>
    public const string IsRunStart = "type = 'RunbookStarted'";

    public const string ServiceTag = "service";

    public const string ComponentTag = "component";

    /// <summary>Kept only while the incident is open.</summary>
    public const string FingerprintTag = "fingerprint";
}
