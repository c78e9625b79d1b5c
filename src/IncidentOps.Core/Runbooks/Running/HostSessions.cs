using IncidentOps.Core.Configuration;
using IncidentOps.Core.Execution;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>The shells of a run's machines, each opened by the first step there and kept to the run's end.</summary>
/// <param name="run">The run.</param>
/// <param name="local">Runs commands on this machine.</param>
/// <param name="remote">What runs commands on another.</param>
/// <param name="time">The clock.</param>
internal sealed class HostSessions(PreparedRun run, IProcessRunner local, Func<SshHost, IProcessRunner> remote, TimeProvider time)
{
    private readonly Dictionary<string, IHostShell> _shells = new(StringComparer.OrdinalIgnoreCase);
    private readonly object _gate = new();

    /// <summary>That of this machine.</summary>
    public ShellSession Here => (ShellSession)Of(RunHost.Here);

    public IHostShell Of(RunHost host)
    {
        lock (_gate)
        {
            return _shells.TryGetValue(host.Name, out IHostShell? known) ? known : _shells[host.Name] = Open(host);
        }
    }

    /// <summary>
    /// Where the first step is one in bash on this machine, its shell starts while the run's beginning is being recorded.
    /// It does nothing before it is given the step.
    /// </summary>
    public void Prepare()
    {
        if (run.Chosen.FirstOrDefault() is { Shell: ShellSession.Resident } first && run.Hosts.Of(first).Hosts.Contains(RunHost.Here))
        {
            Here.Prepare();
        }
    }

    /// <summary>The value a variable has for the next step on some machines: the worst of them, where they differ.</summary>
    public string? Variable(IReadOnlyList<RunHost> hosts, string name)
    {
        string?[] values = [.. hosts.Select(host => Of(host).Variable(name)).Distinct(StringComparer.Ordinal)];
        return Array.Find(values, static value => !RunValues.IsPlain(value)) ?? values.FirstOrDefault();
    }

    /// <summary>Takes away what was kept between the steps, everywhere at once.</summary>
    public Task CloseAsync(bool atOnce)
    {
        lock (_gate)
        {
            Task closing = Task.WhenAll(_shells.Values.Select(shell => shell.CloseAsync(atOnce).AsTask()).ToArray());
            _shells.Clear();
            return closing;
        }
    }

    private IHostShell Open(RunHost host) => host.Ssh is { } ssh
        ? run.OpenRemote(host.Name, remote(ssh))
        : run.OpenSession(local, time);
}
