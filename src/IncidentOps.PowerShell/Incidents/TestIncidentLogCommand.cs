using System.Management.Automation;
using IncidentOps.Incidents;
using IncidentOps.PowerShell.Commands;
using IncidentOps.PowerShell.Completion;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>Walks the chain of hashes and names the first event that was changed, removed or moved. All incidents unless some are named.</summary>
[Cmdlet(VerbsDiagnostic.Test, "IncidentLog")]
[OutputType(typeof(IncidentLogCheck))]
public sealed class TestIncidentLogCommand : IncidentOpsCommand
{
    private readonly HashSet<long> _numbers = [];
    private bool _named;

    /// <summary>The incidents' ids, numbers or objects.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(IncidentCompleter))]
    public IncidentReference[]? Incident { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        foreach (IncidentReference reference in Incident ?? [])
        {
            _named = true;
            Guard(
                () => _numbers.Add(Await(stop => Workspace.Incidents.ResolveNumberAsync(reference.Text, stop))),
                reference.Target);
        }
    }

    /// <inheritdoc/>
    protected override void End()
    {
        foreach (IncidentLogCheck check in Stream(stop => Workspace.Incidents.VerifyAsync(_named ? _numbers : null, stop)))
        {
            _numbers.Remove(long.Parse(check.Incident.AsSpan(4), provider: System.Globalization.CultureInfo.InvariantCulture));
            WriteObject(check);
        }
    }
}
