using System.Diagnostics;
using System.Globalization;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Health;

namespace IncidentOps.Benchmarks;

/// <summary>
/// A sweep of 500 endpoints of 100 ms, 64 at a time, against the ideal and against curl: at most 1.25 times the ideal for
/// the first sweep of a session and 1.10 times for the second. Where pwsh is installed, against what its users do today
/// too, at 100 ms and at 1 ms: at least 4.5 and 15 times quicker.
/// </summary>
internal static class SweepBenchmark
{
    internal const string OnceCommand = "sweep-once";

    private const int Rounds = 7;
    private const int Count = 500;
    private const int AtATime = 64;

    internal static async Task RunAsync()
    {
        await RunAsync(100);
        await RunAsync(1);
    }

    private static async Task RunAsync(int milliseconds)
    {
        var folder = Directory.CreateTempSubdirectory("incidentops-");
        using var server = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Endpoints.Command, $"{Count}", $"{milliseconds}"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        try
        {
            string[] urls = [.. (await server.StandardOutput.ReadLineAsync())!.Split(' ').Select(port => $"http://127.0.0.1:{port}/health")];
            var list = Path.Combine(folder.FullName, "urls");
            await File.WriteAllLinesAsync(list, urls);
            var curlList = Path.Combine(folder.FullName, "curl");
            await File.WriteAllLinesAsync(curlList, urls.Select(url => $"url = \"{url}\"\noutput = \"/dev/null\""));

            var ideal = new Samples($"ideal: 8 waves of {milliseconds} ms");
            ideal.Add(Math.Ceiling((double)Count / AtATime) * milliseconds);
            var curl = new Samples("curl --parallel-immediate");
            var first = new Samples("first sweep of a session");
            var second = new Samples("second sweep");
            var pwsh = new Samples("pwsh: ForEach-Object -Parallel { Invoke-WebRequest }");
            for (var round = 0; round < Rounds; round++)
            {
                await curl.MeasureAsync(() => Peers.RunToEndAsync("curl", ["--no-progress-meter", "--parallel", "--parallel-immediate", "--parallel-max", $"{AtATime}", "--config", curlList]));
                var times = (await Peers.RunToEndAsync(Environment.ProcessPath!, [OnceCommand, list])).Split(' ');
                first.Add(double.Parse(times[0], CultureInfo.InvariantCulture));
                second.Add(double.Parse(times[1], CultureInfo.InvariantCulture));
                if (Peers.Pwsh is not null)
                {
                    pwsh.Add(double.Parse(await Peers.RunToEndAsync(Peers.Pwsh, ["-NoProfile", "-Command", $"$urls = [IO.File]::ReadAllLines('{list}'); (Measure-Command {{ $urls | ForEach-Object -ThrottleLimit {AtATime} -Parallel {{ Invoke-WebRequest $_ }} }}).TotalMilliseconds.ToString([cultureinfo]::InvariantCulture)"]), CultureInfo.InvariantCulture));
                }
            }

            Samples.Report($"Health sweep of {Count} endpoints of {milliseconds} ms, {AtATime} at a time", [ideal, curl, first, second, .. Peers.Pwsh is null ? Array.Empty<Samples>() : [pwsh]]);
        }
        finally
        {
            server.Kill();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Milliseconds of two sweeps of the addresses in a file, in this process.</summary>
    internal static async Task<string> OnceAsync(string list)
    {
        var urls = await File.ReadAllLinesAsync(list);
        var times = new List<double>();
        for (var sweep = 0; sweep < 2; sweep++)
        {
            var started = Stopwatch.GetTimestamp();
            var configuration = new OrganisationConfiguration();
            var selection = new HealthSelection(configuration);
            Array.ForEach(urls, selection.AddUri);
            var request = new HealthSweepRequest
            {
                Services = selection.ToServices(),
                Secrets = new SecretResolver(configuration, SystemEnvironment.Instance),
                ThrottleLimit = AtATime,
            };
            await foreach (var health in new HealthSweep(HealthSession.Shared).RunAsync(request, CancellationToken.None))
            {
                if (health.Status != Health.HealthStatus.Healthy)
                {
                    throw new InvalidOperationException(health.Reason);
                }
            }

            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return string.Join(' ', times.Select(time => time.ToString(CultureInfo.InvariantCulture)));
    }
}
