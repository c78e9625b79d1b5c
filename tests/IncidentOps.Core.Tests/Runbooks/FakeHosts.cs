using System.Collections.Concurrent;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Runbooks.Running;

namespace IncidentOps.Core.Tests.Runbooks;

/// <summary>
/// Other machines that are this one: each gives commands a login's bare environment with its own name in it, and keeps
/// what it was asked for. Machines called gone do not answer.
/// </summary>
internal sealed class FakeHosts
{
    private readonly LocalProcessRunner _local = new(TimeProvider.System);
    private readonly Lock _gate = new();
    private int _running;

    public ConcurrentQueue<(string Host, ProcessRequest Request)> Requests { get; } = new();

    /// <summary>What a machine finds commands in.</summary>
    public string Path { get; set; } = "/usr/bin:/bin";

    /// <summary>How many commands of steps ran at the same time at most.</summary>
    public int MostAtOnce { get; private set; }

    public IProcessRunner RunnerFor(SshHost host) => new Runner(this, host);

    private void Enter()
    {
        lock (_gate)
        {
            MostAtOnce = Math.Max(MostAtOnce, ++_running);
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            _running--;
        }
    }

    private sealed class Runner(FakeHosts hosts, SshHost host) : IProcessRunner
    {
        public async Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken)
        {
            hosts.Requests.Enqueue((host.ToString(), request));
            if (host.Name.StartsWith("gone", StringComparison.Ordinal))
            {
                throw new IncidentOpsException("SshHostUnreachable", ErrorKind.ResourceUnavailable, $"{host} cannot be reached over ssh", host.ToString());
            }

            Dictionary<string, string> environment = new(request.Environment ?? new Dictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal)
            {
                ["PATH"] = hosts.Path,
                ["HOME"] = "/",
                ["SSH_FAKE"] = host.Name,
            };
            request = request with { Environment = environment, WorkingDirectory = "/" };
            if (!request.Arguments.Contains(RemoteScripts.Launch))
            {
                return await hosts._local.RunAsync(request, cancellationToken);
            }

            hosts.Enter();
            try
            {
                return await hosts._local.RunAsync(request, cancellationToken);
            }
            finally
            {
                hosts.Leave();
            }
        }
    }
}
