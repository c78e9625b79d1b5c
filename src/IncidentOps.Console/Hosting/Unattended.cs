using System.Management.Automation;

namespace IncidentOps.Console.Hosting;

/// <summary>The one answer to every question when nobody is there: an error, never a wait.</summary>
internal static class Unattended
{
    // The engine knows this exception type: it turns it into its own "missing mandatory parameters" where that fits.
    public static PSInvalidOperationException CannotAsk() => new(
        "Nobody can be asked: incidentops was started with -NonInteractive, or its standard input is not a terminal. "
        + "Give every value as a parameter; -Confirm:$false says yes to a confirmation.");
}
