using System.Text.Json.Serialization;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Incidents.Events;

/// <summary>The bodies' JSON, generated at build time so that the first command does not pay for reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(UnicodeTextConverter)])]
[JsonSerializable(typeof(IncidentState))]
[JsonSerializable(typeof(IncidentDeclared))]
[JsonSerializable(typeof(ReportedAgain))]
[JsonSerializable(typeof(StatusChanged))]
[JsonSerializable(typeof(UpdatePosted))]
[JsonSerializable(typeof(SeverityChanged))]
[JsonSerializable(typeof(DetailsChanged))]
[JsonSerializable(typeof(RoleAssigned))]
[JsonSerializable(typeof(NoteAdded))]
[JsonSerializable(typeof(EvidenceAdded))]
[JsonSerializable(typeof(IncidentResolved))]
[JsonSerializable(typeof(IncidentClosed))]
[JsonSerializable(typeof(IncidentReopened))]
[JsonSerializable(typeof(IncidentMerged))]
[JsonSerializable(typeof(IncidentAbsorbed))]
[JsonSerializable(typeof(RunbookPlanApproved))]
[JsonSerializable(typeof(RunbookStarted))]
[JsonSerializable(typeof(RunbookResumed))]
[JsonSerializable(typeof(RunbookStepStarted))]
[JsonSerializable(typeof(RunbookStepFinished))]
[JsonSerializable(typeof(RunbookFinished))]
[JsonSerializable(typeof(RunbookStep))]
[JsonSerializable(typeof(TaskCompleted))]
[JsonSerializable(typeof(HealthChanged))]
[JsonSerializable(typeof(HealthWatched))]
[JsonSerializable(typeof(PostMortemExported))]
internal sealed partial class EventJson : JsonSerializerContext;
