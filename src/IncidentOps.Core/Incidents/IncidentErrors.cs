using System.Globalization;
using IncidentOps.Core.Errors;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Incidents;

/// <summary>What can be wrong with a command on an incident, and what to do about it.</summary>
internal static class IncidentErrors
{
    public static IncidentOpsException NotFound(string id, string store) =>
        new("IncidentNotFound", ErrorKind.NotFound,
            $"There is no incident '{id}' in the store {store}. Get-Incident lists those there are.", id);

    public static IncidentOpsException NotFoundYet(string id, DateTimeOffset? asOf) =>
        new("IncidentNotFound", ErrorKind.NotFound,
            string.Create(CultureInfo.InvariantCulture, $"Nothing was known of {id} at {asOf:yyyy-MM-dd HH:mm:ss zzz}. Name a later moment with -AsOf."), id);

    public static IncidentOpsException IdInvalid(string id) =>
        new("IncidentIdInvalid", ErrorKind.InvalidArgument,
            $"'{id}' is no incident id. Give an id such as INC-42, its number, or an incident from the pipeline.", id);

    public static IncidentOpsException NoneChosen() =>
        new("IncidentNotChosen", ErrorKind.InvalidArgument,
            "No incident is open. Name one with -Incident, or declare one with New-Incident.");

    public static IncidentOpsException SeveralOpen(IReadOnlyList<string> open) =>
        new("IncidentAmbiguous", ErrorKind.Ambiguous,
            $"Several incidents are open ({string.Join(", ", open)}). Name one with -Incident, or choose one with Use-Incident.");

    public static IncidentOpsException TitleMissing() =>
        new("IncidentTitleMissing", ErrorKind.InvalidArgument,
            "An incident needs a title: say in one line what is wrong.");

    public static IncidentOpsException TextNotUnicode(int index) =>
        new("TextNotUnicode", ErrorKind.InvalidArgument,
            $"The text holds half of a surrogate pair at position {index}, which cannot be kept as it is. Remove it.");

    public static IncidentOpsException TransitionNotAllowed(string id, IncidentStatus from, IncidentStatus to) =>
        new("IncidentTransitionNotAllowed", ErrorKind.InvalidOperation,
            $"{id} is {from} and cannot become {to}: " + (to <= from || !IncidentLifecycle.IsActive(from)
                ? $"moving back is only by reopening. Run: Open-Incident {id} -Reason '…'"
                : "that does not follow."),
            id);

    public static IncidentOpsException OtherCommand(string id, IncidentStatus to, string command) =>
        new("IncidentTransitionNeedsCommand", ErrorKind.InvalidArgument,
            $"{to} has a command of its own, which asks for what belongs to it. Run: {command} {id}", id);

    public static IncidentOpsException CannotReopen(string id, IncidentStatus status) =>
        new("IncidentNotReopenable", ErrorKind.InvalidOperation,
            $"{id} is {status}: it is being worked on already. Use Update-Incident to move it forward.", id);

    public static IncidentOpsException Ended(string id, IncidentStatus status, string? mergedInto) =>
        new("IncidentEnded", ErrorKind.InvalidOperation,
            mergedInto is null
                ? $"{id} is {status}. Reopen it first: Open-Incident {id} -Reason '…'"
                : $"{id} continues under {mergedInto}. Use that one, or reopen this one: Open-Incident {id} -Reason '…'",
            id);

    public static IncidentOpsException Backwards(string id, DateTimeOffset at, string what, DateTimeOffset since) =>
        new("IncidentTimelineBackwards", ErrorKind.InvalidArgument,
            $"{id} became {what} at {Show(since)}; what follows cannot have happened at {Show(at)}. Give a later time with -At.", id);

    public static IncidentOpsException InFuture(DateTimeOffset at, DateTimeOffset now) =>
        new("TimeInFuture", ErrorKind.InvalidArgument,
            $"{Show(at)} is in the future (it is {Show(now)}). Give a time that has passed.", at);

    public static IncidentOpsException NotReadyToClose(string id, IReadOnlyList<string> missing) =>
        new("IncidentNotReadyToClose", ErrorKind.InvalidOperation,
            $"{id} cannot be closed yet: {string.Join("; ", missing)}. " +
            $"See to it, or close it as it is: Close-Incident {id} -Force -Reason '…'", id);

    public static IncidentOpsException ForceNeedsReason(string id) =>
        new("IncidentForceNeedsReason", ErrorKind.InvalidArgument,
            $"Closing {id} although something is missing needs a reason that stands in its timeline: add -Reason '…'", id);

    public static IncidentOpsException ReasonMissing(string id, string what) =>
        new("IncidentReasonMissing", ErrorKind.InvalidArgument,
            $"{what} {id} needs a reason that stands in its timeline: say why in a few words.", id);

    public static IncidentOpsException NothingToSay(string id) =>
        new("IncidentUpdateEmpty", ErrorKind.InvalidArgument,
            $"Say what is new about {id}: give -Status, -Message or -Eta.", id);

    public static IncidentOpsException NothingToChange(string id) =>
        new("IncidentChangeEmpty", ErrorKind.InvalidArgument,
            $"Say what to change about {id}: give -Title, -Service, -Impact or another of the parameters.", id);

    public static IncidentOpsException TaskNotFound(string name) =>
        new("IncidentTaskNotFound", ErrorKind.NotFound,
            $"The checklists hold no task '{name}'. Get-IncidentTask lists them.", name);

    public static IncidentOpsException MergeWithItself(string id) =>
        new("IncidentMergeWithItself", ErrorKind.InvalidArgument, $"{id} cannot be merged into itself.", id);

    public static IncidentOpsException Conflict(string id) =>
        new("IncidentConflict", ErrorKind.ResourceBusy,
            $"{id} kept being changed by others while this command tried to change it. Nothing was written; run it again.", id);

    private static string Show(DateTimeOffset at) => at.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
