namespace IncidentOps.Core.Runbooks.Scripts;

/// <summary>The variables that PowerShell keeps to itself or that say how it behaves: no value of a runbook goes there.</summary>
internal static class ScriptNames
{
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        "_", "args", "ConsoleFileName", "EnabledExperimentalFeatures", "Error", "Event", "EventArgs", "EventSubscriber", "ExecutionContext",
        "false", "foreach", "HOME", "Host", "input", "IsCoreCLR", "IsLinux", "IsMacOS", "IsWindows", "LASTEXITCODE", "Matches", "MyInvocation",
        "NestedPromptLevel", "null", "OFS", "OutputEncoding", "PID", "PROFILE", "PWD", "Sender", "ShellId", "StackTrace", "Steps", "switch",
        "this", "Transcript", "true", "MaximumHistoryCount", "PSBoundParameters", "PSCmdlet", "PSCommandPath", "PSCulture", "PSDebugContext",
        "PSDefaultParameterValues", "PSEdition", "PSEmailServer", "PSHOME", "PSItem", "PSNativeCommandArgumentPassing", "PSScriptRoot",
        "PSSenderInfo", "PSSessionApplicationName", "PSSessionConfigurationName", "PSSessionOption", "PSStyle", "PSUICulture", "PSVersionTable",
    };

    public static bool IsOwn(string name) =>
        Own.Contains(name)
        || name.StartsWith("__io_", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("Preference", StringComparison.OrdinalIgnoreCase);
}
