namespace IncidentOps.Core.Incidents.Events;

/// <summary>Somebody holds a role from now on; nobody does where the responder is null.</summary>
internal sealed record RoleAssigned(string Role, string? Responder) : IncidentEventBody;
