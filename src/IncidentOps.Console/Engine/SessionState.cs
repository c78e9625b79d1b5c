using System.Management.Automation.Runspaces;
using IncidentOps.Console.Commands;
using Microsoft.PowerShell;

namespace IncidentOps.Console.Engine;

/// <summary>
/// What a session starts with: the engine's own commands, less the names that lead nowhere without pwsh's Utility and
/// Management modules, plus the three that nobody wants to miss at a prompt.
/// </summary>
internal static class SessionState
{
    // The engine's Set-Location is in the Management module; moving about needs only the session's path.
    private const string ChangeFolder =
        """
        [CmdletBinding()]
        param([Parameter(Position = 0)][string]$Path = '~')
        try {
            $null = $ExecutionContext.SessionState.Path.SetLocation($Path)
        }
        catch {
            $PSCmdlet.WriteError($_.Exception.InnerException.ErrorRecord)
        }
        """;

    private const string ClearHost =
        """
        $RawUI = $Host.UI.RawUI
        $all = [System.Management.Automation.Host.Rectangle]::new(-1, -1, -1, -1)
        $blank = [System.Management.Automation.Host.BufferCell]::new(' ', $RawUI.ForegroundColor, $RawUI.BackgroundColor, 'Complete')
        $RawUI.SetBufferContents($all, $blank)
        """;

    /// <summary>The state, and the aliases left out of it with the commands they stand for.</summary>
    public static (InitialSessionState State, IReadOnlyDictionary<string, string> DeadAliases) Create()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            // What pwsh's own configuration says there; the engine alone would run no script at all.
            state.ExecutionPolicy = ExecutionPolicy.RemoteSigned;
        }

        Dictionary<string, string> deadAliases = RemoveDeadNames(state);
        state.Commands.Add(new SessionStateFunctionEntry("cd", ChangeFolder));
        state.Commands.Add(new SessionStateFunctionEntry("Clear-Host", ClearHost));
        state.Commands.Add(new SessionStateAliasEntry("help", "Get-Help"));
        state.Commands.Add(new SessionStateCmdletEntry("Out-String", typeof(OutStringCommand), helpFileName: null));
        state.Commands.Add(new SessionStateCmdletEntry("Out-File", typeof(OutFileCommand), helpFileName: null));
        return (state, deadAliases);
    }

    /// <summary>An alias of a command that is not here would hide the program of the same name (echo, pwd).</summary>
    private static Dictionary<string, string> RemoveDeadNames(InitialSessionState state)
    {
        foreach (string function in (string[])["Clear-Host", "Pause", "cd..", "cd\\", "cd~", "help", "oss"])
        {
            state.Commands.Remove(function, typeof(SessionStateFunctionEntry));
        }

        HashSet<string> commands = new(
            state.Commands.Where(command => command is not SessionStateAliasEntry).Select(command => command.Name),
            StringComparer.OrdinalIgnoreCase) { "Clear-Host" };
        Dictionary<string, string> dead = state.Commands.OfType<SessionStateAliasEntry>()
            .Where(alias => !commands.Contains(alias.Definition))
            .ToDictionary(alias => alias.Name, alias => alias.Definition, StringComparer.OrdinalIgnoreCase);
        foreach (string alias in dead.Keys)
        {
            state.Commands.Remove(alias, typeof(SessionStateAliasEntry));
        }

        return dead;
    }
}
