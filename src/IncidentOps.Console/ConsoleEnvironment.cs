namespace IncidentOps.Console;

/// <summary>What the console has to do with environment variables: nothing else reads or sets one.</summary>
internal sealed record ConsoleEnvironment(string? ModulePath, bool NoColor, bool DumbTerminal)
{
    public static ConsoleEnvironment Read() => Read(Environment.GetEnvironmentVariable);

    public static ConsoleEnvironment Read(Func<string, string?> variable)
    {
        string? modulePath = variable("INCIDENTOPS_MODULE");
        return new ConsoleEnvironment(
            string.IsNullOrWhiteSpace(modulePath) ? null : modulePath,
            NoColor: !string.IsNullOrEmpty(variable("NO_COLOR")),
            DumbTerminal: variable("TERM") == "dumb");
    }

    /// <summary>
    /// Started from pwsh, the console inherits the way to pwsh's own modules, which load nowhere else: commands would be
    /// found there and fail. The rest of PSModulePath stays.
    /// </summary>
    public static void LeaveOutPwshModules()
    {
        const string Variable = "PSModulePath";
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path)
        {
            IEnumerable<string> others = path.Split(Path.PathSeparator)
                .Where(folder => !Directory.Exists(Path.Combine(folder, "Microsoft.PowerShell.Utility")));
            Environment.SetEnvironmentVariable(Variable, string.Join(Path.PathSeparator, others));
        }
    }
}
