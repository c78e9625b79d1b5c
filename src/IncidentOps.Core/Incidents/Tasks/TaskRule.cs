using System.Text.RegularExpressions;

namespace IncidentOps.Core.Incidents.Tasks;

/// <summary>A kind of task that the module can know about: how guides write it, and the event that shows it done.</summary>
/// <param name="Words">Matches the task's text.</param>
/// <param name="Shows">True for an event that shows it done.</param>
internal sealed record TaskRule(Regex Words, Func<TaskEvent, bool> Shows);
