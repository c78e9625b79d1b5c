namespace IncidentOps.Core.Incidents.Events;

/// <summary>A post-mortem was written.</summary>
internal sealed record PostMortemExported(string FileName, string Format, string Sha256) : IncidentEventBody;
