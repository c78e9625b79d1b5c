using IncidentOps.Core.Execution;

namespace IncidentOps.Core.Tests.Health;

/// <summary>Pretends to run programs.</summary>
internal sealed class FakeRunner(Func<ProcessRequest, (int ExitCode, string Output, string ErrorOutput)> run) : IProcessRunner
{
    public List<ProcessRequest> Requests { get; } = [];

    public Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        (int exitCode, string output, string errorOutput) = run(request);
        foreach (string line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            request.OnLine?.Invoke(new ProcessOutputLine(line, IsError: false));
        }

        foreach (string line in errorOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            request.OnLine?.Invoke(new ProcessOutputLine(line, IsError: true));
        }

        return Task.FromResult(new ProcessResult
        {
            Outcome = ProcessOutcome.Exited,
            ExitCode = exitCode,
            Output = output,
            ErrorOutput = errorOutput,
            Duration = TimeSpan.FromMilliseconds(5),
        });
    }
}
