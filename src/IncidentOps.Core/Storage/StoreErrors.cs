using IncidentOps.Core.Errors;

namespace IncidentOps.Core.Storage;

/// <summary>What can be wrong with a store, and what to do about it.</summary>
internal static class StoreErrors
{
    public static IncidentOpsException Busy(string location, TimeSpan waited, Exception? inner = null) =>
        new("StoreBusy", ErrorKind.ResourceBusy,
            $"The store {location} was locked by another process for {waited.TotalSeconds:0} s. Nothing was written. " +
            "Run the command again; if it stays locked, find the process that holds the file open.", location, inner);

    public static IncidentOpsException Corrupt(string location, Exception? inner = null) =>
        new("StoreCorrupt", ErrorKind.InvalidData,
            $"The store {location} is damaged or is not an IncidentOps store. Nothing was written. " +
            "Set the file aside, restore a backup, or point $INCIDENTOPS_STORE at another file.", location, inner);

    public static IncidentOpsException Full(string location, Exception? inner = null) =>
        new("StoreFull", ErrorKind.ResourceUnavailable,
            $"There is no room left for the store {location}. Nothing was written and nothing was lost. " +
            "Free some space and run the command again.", location, inner);

    public static IncidentOpsException ReadOnly(string location, Exception? inner = null) =>
        new("StoreReadOnly", ErrorKind.PermissionDenied,
            $"The store {location} cannot be written. Reading still works. " +
            "Check the permissions of the file and its folder, or point $INCIDENTOPS_STORE at another file.", location, inner);

    public static IncidentOpsException Unreachable(string location, Exception inner) =>
        new("StoreUnreachable", ErrorKind.ResourceUnavailable,
            $"The store {location} cannot be opened: {inner.Message} " +
            "Check the path and the permissions of its folder, or point $INCIDENTOPS_STORE at another file.", location, inner);

    public static IncidentOpsException IsFolder(string location) =>
        new("StoreIsFolder", ErrorKind.InvalidArgument,
            $"The store {location} is a folder. Point $INCIDENTOPS_STORE at a file, in it for example.", location);

    public static IncidentOpsException Inconsistent(string location, Exception inner) =>
        new("StoreInconsistent", ErrorKind.InvalidData,
            $"The read tables of the store {location} do not fit its log. Nothing was written. " +
            "Test-IncidentLog shows where; Repair-IncidentStore makes the read tables anew.", location, inner);

    public static IncidentOpsException Newer(string location, string version) =>
        new("StoreNewer", ErrorKind.InvalidData,
            $"The store {location} has the layout of version {version}; this module knows version {StoreSchema.Version}. " +
            "Nothing was touched. Update the module: Update-Module IncidentOps.", location);

    public static IncidentOpsException Failed(string location, Exception inner) =>
        new("StoreFailed", ErrorKind.ResourceUnavailable,
            $"The store {location} failed: {inner.Message} Nothing was written. Run the command again.", location, inner);
}
