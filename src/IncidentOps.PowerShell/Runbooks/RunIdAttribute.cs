using System.Collections;
using System.Management.Automation;
using IncidentOps.Runbooks;

namespace IncidentOps.PowerShell.Runbooks;

/// <summary>Lets a parameter for ids of runs take the runs themselves.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RunIdAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => Unwrap(inputData) switch
    {
        RunbookRun run => run.Id,
        IList items => items.Cast<object?>().Select(static item => Unwrap(item) is RunbookRun run ? run.Id : item).ToArray(),
        _ => inputData,
    };

    private static object? Unwrap(object? item) => item is PSObject wrapped ? wrapped.BaseObject : item;
}
