namespace IncidentOps.Console.Engine;

/// <summary>How commands are run.</summary>
internal sealed record RunOptions
{
    /// <summary>Inside the pipeline that is running: a nested prompt.</summary>
    public bool Nested { get; init; }

    /// <summary>The user's own command: Get-History shows it, and it decides $?.</summary>
    public bool OfUser { get; init; }

    /// <summary>A script file, whose <c>exit</c> is meant for this program.</summary>
    public bool IsScriptFile { get; init; }

    /// <summary>What $input yields; null for nothing.</summary>
    public IEnumerable<string>? Input { get; init; }
}
