namespace IncidentOps.Console;

/// <summary>The exit codes that do not come from the script itself; the same as pwsh gives where pwsh gives one.</summary>
internal static class ExitCodes
{
    public const int Success = 0;
    public const int Failure = 1;

    /// <summary>The command line makes no sense, or names a script that is not there.</summary>
    public const int Usage = 64;

    public const int HungUp = 129;
    public const int Interrupted = 130;
    public const int Terminated = 143;
}
