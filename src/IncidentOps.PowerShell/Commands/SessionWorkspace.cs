using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using IncidentOps.Core;

namespace IncidentOps.PowerShell.Commands;

/// <summary>The workspace of each session: what its commands work with, and what its views look things up in.</summary>
internal static class SessionWorkspace
{
    private static readonly ConditionalWeakTable<Runspace, Workspace> Sessions = new();

    /// <summary>The one that a command of this session opened last; null before the first.</summary>
    public static Workspace? Latest =>
        Runspace.DefaultRunspace is { } session && Sessions.TryGetValue(session, out Workspace? workspace) ? workspace : null;

    /// <summary>Opens the workspace that a command of this session works with.</summary>
    /// <param name="configurationPath">The configuration's file where the user named one.</param>
    /// <param name="currentDirectory">Where the user stands.</param>
    public static Workspace Open(string? configurationPath, string currentDirectory)
    {
        Workspace workspace = WorkspaceFactory.Default.Open(configurationPath, currentDirectory);
        if (Runspace.DefaultRunspace is { } session)
        {
            Sessions.AddOrUpdate(session, workspace);
        }

        return workspace;
    }
}
