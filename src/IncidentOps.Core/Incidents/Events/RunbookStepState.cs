namespace IncidentOps.Core.Incidents.Events;

/// <summary>What a step has left to those behind it on its machine, for another process to go on with.</summary>
/// <param name="Folder">The folder that it went to; null where it stayed.</param>
/// <param name="Variables">The variables that it has set; null for those that cannot be told.</param>
/// <param name="Gone">Those that it took away.</param>
/// <param name="Unknown">Those that every program finds in its environment from then on, and that are never written down: what looks like a secret.</param>
internal sealed record RunbookStepState(
    string? Folder = null, IReadOnlyDictionary<string, string?>? Variables = null, IReadOnlyList<string>? Unknown = null, IReadOnlyList<string>? Gone = null);
