using System.Management.Automation;
using IncidentOps.Core.Incidents;
using IncidentOps.Incidents;
using IncidentOps.PowerShell.Commands;
using IncidentOps.PowerShell.Completion;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>Walks the chain of hashes and names the first event that was changed, removed or moved. All incidents, and the runs outside of them, unless some are named.</summary>
[Cmdlet(VerbsDiagnostic.Test, "IncidentLog")]
[OutputType(typeof(IncidentLogCheck))]
public sealed class TestIncidentLogCommand : IncidentOpsCommand
{
    /// <summary>What the user named, by number; null where nothing was.</summary>
    private Dictionary<long, object>? _named;

    /// <summary>The incidents' ids, numbers or objects.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(IncidentCompleter))]
    [ValidateNotNullOrEmpty]
    public IncidentReference[]? Incident { get; set; }

    /// <inheritdoc/>
    protected override void Begin() => _named = MyInvocation.ExpectingInput ? [] : null;

    /// <inheritdoc/>
    protected override void Process()
    {
        foreach (IncidentReference reference in Incident ?? [])
        {
            _named ??= [];
            Guard(
                () => _named.TryAdd(Await(stop => Workspace.Incidents.ResolveNumberAsync(reference.Text, stop)), reference.Target),
                reference.Target);
        }
    }

    /// <inheritdoc/>
    protected override void End()
    {
        HashSet<long>? missing = _named is null ? null : [.. _named.Keys];
        foreach ((long number, IncidentLogCheck check) in Stream(stop => Workspace.Incidents.VerifyAsync(missing?.ToHashSet(), stop)))
        {
            missing?.Remove(number);
            WriteObject(check);
        }

        if (_named is null)
        {
            foreach (IncidentLogCheck check in Stream(Workspace.Runs.VerifyAsync))
            {
                WriteObject(check);
            }
        }

        foreach (long number in missing ?? [])
        {
            Guard(() => throw IncidentErrors.NotFound(IncidentId.Format(number), Workspace.StorePath), _named![number]);
        }
    }
}
