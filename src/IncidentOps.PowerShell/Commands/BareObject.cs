using System.Management.Automation;

namespace IncidentOps.PowerShell.Commands;

/// <summary>What PowerShell has wrapped.</summary>
internal static class BareObject
{
    public static object? Of(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
