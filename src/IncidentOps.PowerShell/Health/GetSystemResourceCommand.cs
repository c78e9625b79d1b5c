using System.Management.Automation;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Health;
using IncidentOps.Core.Health.Machine;
using IncidentOps.Health;
using IncidentOps.PowerShell.Commands;
using IncidentOps.PowerShell.Completion;

namespace IncidentOps.PowerShell.Health;

/// <summary>Reads what machines have and how much of it is used: processors, memory, disks and the heaviest processes.</summary>
[Cmdlet(VerbsCommon.Get, "SystemResource")]
[OutputType(typeof(SystemResource))]
public sealed class GetSystemResourceCommand : IncidentOpsCommand
{
    /// <summary>Machines that ssh reaches; this one unless given.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ComputerName")]
    [ArgumentCompleter(typeof(HostCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] HostName { get; set; } = [];

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
    protected override void Process()
    {
        // Nothing came through the pipeline: nothing was asked for.
        if (HostName.Length == 0 && !MyInvocation.ExpectingInput)
        {
            WriteObject(Await(stop => ReadAsync(null, [.. Path.Select(ToFilePath)], stop)));
        }

        // All at once: each takes a sample's time.
        List<(string Name, Task<SystemResource> Reading)> readings = [];
        foreach (string name in HostName)
        {
            Guard(
                () => Await(stop =>
                {
                    SshHost host = SshHost.TryParse(name, out SshHost? known) ? known : throw HealthErrors.InvalidHost(name);
                    readings.Add((name, ReadAsync(host, Path, stop)));
                    return Task.FromResult(host);
                }),
                name);
        }

        foreach ((string name, Task<SystemResource> reading) in readings)
        {
            Guard(() => WriteObject(Await(_ => reading)), name);
        }
    }

    private Task<SystemResource> ReadAsync(SshHost? host, IReadOnlyList<string> paths, CancellationToken stop) =>
        new SystemResourceReader(Workspace.Time).ReadAsync(
            HealthSession.Shared.Machine(host),
            new SystemResourceRequest { Sample = Sample, Top = Top, Paths = paths },
            stop);
}
