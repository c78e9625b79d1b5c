using IncidentOps.Core.Configuration;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>Where a step runs: this machine, or one that ssh reaches.</summary>
/// <param name="Name">As users see it.</param>
/// <param name="Ssh">What ssh is asked for; null for this machine.</param>
internal sealed record RunHost(string Name, SshHost? Ssh)
{
    public static RunHost Here { get; } = new(RunbookRunner.ThisMachine, null);

    /// <summary>The name alone, without a user and a port.</summary>
    public string BareName => Ssh is { } ssh ? ssh.Name[(ssh.Name.IndexOf('@', StringComparison.Ordinal) + 1)..] : Name;

    /// <summary>"localhost" and "local" are this machine, reached without ssh.</summary>
    public static bool IsHere(string text) =>
        string.Equals(text, RunbookRunner.ThisMachine, StringComparison.OrdinalIgnoreCase) || string.Equals(text, "local", StringComparison.OrdinalIgnoreCase);

    /// <summary>The machine of that name; null where the text cannot be one.</summary>
    public static RunHost? Parse(string text) =>
        IsHere(text) ? Here : SshHost.TryParse(text, out SshHost? host) ? new RunHost(host.ToString(), host) : null;
}
