using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace IncidentOps.Core.Incidents.Events;

/// <summary>The kinds of events that this module writes and reads: each a name, a version and the shape of its body.</summary>
internal static class EventCatalog
{
    private static readonly Dictionary<Type, Kind> ByShape = new Kind[]
    {
        new("IncidentDeclared", 1, EventJson.Default.IncidentDeclared),
        new("ReportedAgain", 1, EventJson.Default.ReportedAgain),
        new("StatusChanged", 1, EventJson.Default.StatusChanged),
        new("UpdatePosted", 1, EventJson.Default.UpdatePosted),
        new("SeverityChanged", 1, EventJson.Default.SeverityChanged),
        new("DetailsChanged", 1, EventJson.Default.DetailsChanged),
        new("RoleAssigned", 1, EventJson.Default.RoleAssigned),
        new("NoteAdded", 1, EventJson.Default.NoteAdded),
        new("EvidenceAdded", 1, EventJson.Default.EvidenceAdded),
        new("IncidentResolved", 1, EventJson.Default.IncidentResolved),
        new("IncidentClosed", 1, EventJson.Default.IncidentClosed),
        new("IncidentReopened", 1, EventJson.Default.IncidentReopened),
        new("IncidentMerged", 1, EventJson.Default.IncidentMerged),
        new("IncidentAbsorbed", 1, EventJson.Default.IncidentAbsorbed),
        new("RunbookPlanApproved", 1, EventJson.Default.RunbookPlanApproved),
        new("RunbookStarted", 1, EventJson.Default.RunbookStarted),
        new("RunbookResumed", 1, EventJson.Default.RunbookResumed),
        new("RunbookStepStarted", 1, EventJson.Default.RunbookStepStarted),
        new("RunbookStepFinished", 1, EventJson.Default.RunbookStepFinished),
        new("RunbookFinished", 1, EventJson.Default.RunbookFinished),
        new("TaskCompleted", 1, EventJson.Default.TaskCompleted),
        new("HealthChanged", 1, EventJson.Default.HealthChanged),
        new("HealthWatched", 1, EventJson.Default.HealthWatched),
        new("PostMortemExported", 1, EventJson.Default.PostMortemExported),
    }.ToDictionary(kind => kind.Shape.Type);

    private static readonly Dictionary<(string, int), Kind> ByName =
        ByShape.Values.ToDictionary(kind => (kind.Name, kind.Version));

    /// <summary>The shapes that can be written.</summary>
    public static IEnumerable<Type> Shapes => ByShape.Keys;

    public static (string Type, int Version, string Body) Write(IncidentEventBody body)
    {
        Kind kind = ByShape[body.GetType()];
        return (kind.Name, kind.Version, JsonSerializer.Serialize(body, kind.Shape));
    }

    /// <summary>The body, or <see cref="UnknownEvent"/> where this module does not know the type, the version or the shape.</summary>
    public static IncidentEventBody Read(string type, int version, string body)
    {
        if (!ByName.TryGetValue((type, version), out Kind? kind))
        {
            return new UnknownEvent(type, version);
        }

        try
        {
            return JsonSerializer.Deserialize(body, kind.Shape) is IncidentEventBody read && kind.IsComplete(read)
                ? read
                : new UnknownEvent(type, version);
        }
        catch (JsonException)
        {
            // A damaged body must not hide the other events: Test-IncidentLog names it.
            return new UnknownEvent(type, version);
        }
    }

    /// <summary>True for a body that this module ought to understand and does not.</summary>
    public static bool IsDamaged(string type, int version, string body) =>
        ByName.ContainsKey((type, version)) && Read(type, version, body) is UnknownEvent;

    private sealed record Kind(string Name, int Version, JsonTypeInfo Shape)
    {
        private readonly Lazy<PropertyInfo[]> _required = new(() => [.. RequiredOf(Shape.Type)]);

        /// <summary>The reader fills what is missing with null, whatever the shape says.</summary>
        public bool IsComplete(IncidentEventBody body) => Array.TrueForAll(_required.Value, property => property.GetValue(body) switch
        {
            null => false,
            IReadOnlyList<string?> items => items.All(item => item is not null),
            _ => true,
        });

        private static IEnumerable<PropertyInfo> RequiredOf(Type shape)
        {
            var nullability = new NullabilityInfoContext();
            return shape.GetProperties().Where(property =>
                !property.PropertyType.IsValueType && nullability.Create(property).ReadState == NullabilityState.NotNull);
        }
    }
}
