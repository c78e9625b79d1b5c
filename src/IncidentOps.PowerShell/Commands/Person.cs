using System.Management.Automation;
using System.Management.Automation.Host;

namespace IncidentOps.PowerShell.Commands;

/// <summary>Whether somebody sits at the shell. Where nobody does, nothing is asked.</summary>
internal static class Person
{
    /// <summary>
    /// False where a question would wait for nobody, or is not wanted: with -Confirm:$false, in a job or a remote session,
    /// in a shell that reads its commands from elsewhere. Where it is true the host may still refuse.
    /// </summary>
    public static bool MayBeAsked(PSCmdlet cmdlet) => IsConfirming(cmdlet) && IsThere(cmdlet);

    /// <summary>False where the caller has said that nothing is to be asked.</summary>
    public static bool IsConfirming(PSCmdlet cmdlet) => cmdlet.MyInvocation.BoundParameters.TryGetValue("Confirm", out object? given)
        ? ((SwitchParameter)given).IsPresent
        : !Equals(cmdlet.SessionState.PSVariable.GetValue("ConfirmPreference"), ConfirmImpact.None);

    /// <summary>False where a question would wait for nobody.</summary>
    public static bool IsThere(PSCmdlet cmdlet) => cmdlet.Host?.UI is not null && cmdlet.Host.Name switch
    {
        "ServerRemoteHost" => false,
        "ConsoleHost" => !Console.IsInputRedirected,
        _ => true,
    };

    /// <summary>True for what a host throws where it cannot ask.</summary>
    public static bool IsAbsent(Exception e) =>
        e is PSInvalidOperationException or HostException or NotImplementedException or NotSupportedException
        || (e is not PipelineStoppedException && e.InnerException is HostException or PSInvalidOperationException);
}
