using System.Collections;
using System.Management.Automation;
using IncidentOps.PowerShell.Commands;
using IncidentOps.Runbooks;

namespace IncidentOps.PowerShell.Runbooks;

/// <summary>Lets a parameter for ids of runs take the runs themselves.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RunIdAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => BareObject.Of(inputData) switch
    {
        RunbookRun run => run.Id,
        IList items => items.Cast<object?>().Select(static item => BareObject.Of(item) is RunbookRun run ? run.Id : item).ToArray(),
        _ => inputData,
    };
}
