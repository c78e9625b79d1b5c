namespace IncidentOps.Core.Storage;

/// <summary>Whether a row is written for the first time.</summary>
internal enum IncidentRowChange
{
    New,
    Update,
}
