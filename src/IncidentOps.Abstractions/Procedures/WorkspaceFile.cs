namespace IncidentOps.Procedures;

/// <summary>A file of a workspace that was laid out, and what is left to do in it.</summary>
public sealed record WorkspaceFile
{
    /// <summary>Its path from the workspace's folder, "runbooks/rollback.md".</summary>
    public required string Name { get; init; }

    /// <summary>Its full path.</summary>
    public required string Path { get; init; }

    /// <summary>What it is.</summary>
    public required WorkspaceFileKind Kind { get; init; }

    /// <summary>What was done with it.</summary>
    public required WorkspaceFileAction Action { get; init; }

    /// <summary>What is left to be filled in or mended.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = PlainList.Of(value); } = [];

    /// <summary>What was done with which file.</summary>
    /// <returns>"Created runbooks/rollback.md".</returns>
    public override string ToString() => $"{Action} {Name}";
}
