namespace IncidentOps.Console;

/// <summary>What the console reads from environment variables: this is the only place that does.</summary>
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
}
