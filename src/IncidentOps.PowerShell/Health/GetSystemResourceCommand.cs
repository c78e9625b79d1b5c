using System.Management.Automation;
using IncidentOps.Core.Health;
using IncidentOps.Core.Health.Machine;
using IncidentOps.Health;
using IncidentOps.PowerShell.Commands;

namespace IncidentOps.PowerShell.Health;

/// <summary>Reads what a machine has and how much of it is used: processors, memory, disks and the heaviest processes.</summary>
[Cmdlet(VerbsCommon.Get, "SystemResource")]
[OutputType(typeof(SystemResource))]
public sealed class GetSystemResourceCommand : IncidentOpsCommand
{
    /// <summary>The paths whose file systems to give; all that hold files unless given.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>How many processes to give: so many by processor time, and so many by memory.</summary>
    [Parameter]
    [ValidateRange(0, 10_000)]
    public int Top { get; set; } = SystemResourceRequest.DefaultTop;

    /// <summary>How long to watch the processors.</summary>
    [Parameter]
    [Duration]
    public TimeSpan Sample { get; set; } = SystemResourceRequest.DefaultSample;

    /// <inheritdoc/>
    protected override void End()
    {
        var request = new SystemResourceRequest { Sample = Sample, Top = Top, Paths = [.. Path.Select(ToFilePath)] };
        WriteObject(Await(stop => new SystemResourceReader(Workspace.Time).ReadAsync(HealthSession.Shared.Local, request, stop)));
    }
}
