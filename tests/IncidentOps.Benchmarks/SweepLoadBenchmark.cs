using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Health;
using IncidentOps.Health;

namespace IncidentOps.Benchmarks;

/// <summary>
/// What a sweep costs besides its checks: under 150 MB for 5,000 checks, under 30 ms on top of the slowest of ten checks.
/// And what ill endpoints cost the others: nothing but the places that they hold.
/// </summary>
internal static class SweepLoadBenchmark
{
    internal const string OnceCommand = "load-once";

    private const string Memory = "memory";
    private const string Few = "few";
    private const string Mixed = "mixed";

    private const int Rounds = 7;
    private const int Servers = 500;
    private const int DelayMilliseconds = 100;
    private const int AtATime = 64;
    private const int Hanging = 8;
    private const int Refusing = 50;

    internal static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("incidentops-");
        using var server = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Endpoints.Command, $"{Servers}", $"{DelayMilliseconds}"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        using var hung = new TcpListener(IPAddress.Loopback, 0);
        try
        {
            string[] ports = (await server.StandardOutput.ReadLineAsync())!.Split(' ');
            hung.Start(512);
            string[] well = [.. ports.Select(port => $"http://127.0.0.1:{port}/health")];
            string[] many = [.. Enumerable.Range(0, 10).SelectMany(path => ports.Select(port => $"http://127.0.0.1:{port}/{path}"))];
            string[] hanging = [.. Enumerable.Range(0, Hanging).Select(path => $"http://127.0.0.1:{((IPEndPoint)hung.LocalEndpoint).Port}/{path}")];
            string[] refusing = [.. Enumerable.Range(0, Refusing).Select(path => $"http://127.0.0.1:{FreePort()}/{path}")];

            await ReportAsync("Memory of a sweep of 5,000 checks, above idle", "limit", 150, "MB", Memory, await ListAsync("many", many));
            await ReportAsync("Ten checks of 100 ms, on top of the slowest", "limit", 30, "ms", Few, await ListAsync("few", well[..10]));

            // The hanging ones hold their places all the time, the refusing ones none.
            await ReportAsync(
                $"The last of {Servers} endpoints among {Hanging} that hang and {Refusing} that refuse, {AtATime} at a time",
                $"ideal: {AtATime - Hanging} at a time",
                Math.Ceiling((double)Servers / (AtATime - Hanging)) * DelayMilliseconds,
                "ms",
                Mixed,
                await ListAsync("mixed", [.. hanging, .. well.Zip(refusing.Concat(Enumerable.Repeat("", Servers)), (good, ill) => new[] { ill, good }).SelectMany(pair => pair).Where(url => url.Length > 0)]));
        }
        finally
        {
            server.Kill();
            folder.Delete(recursive: true);
        }

        async Task<string> ListAsync(string name, string[] urls)
        {
            var path = Path.Combine(folder.FullName, name);
            await File.WriteAllLinesAsync(path, urls);
            return path;
        }
    }

    /// <summary>One figure, in this process.</summary>
    internal static async Task<string> OnceAsync(string load, string list)
    {
        var urls = await File.ReadAllLinesAsync(list);
        if (load != Memory)
        {
            await SweepAsync(urls, TimeSpan.FromSeconds(10));
        }

        using var process = Process.GetCurrentProcess();
        var idle = process.WorkingSet64;
        var started = Stopwatch.GetTimestamp();
        (List<ServiceHealth> health, TimeSpan lastWell) = await SweepAsync(urls, TimeSpan.FromSeconds(load == Mixed ? 3 : 10));
        var took = Stopwatch.GetElapsedTime(started);
        process.Refresh();
        return (load switch
        {
            Memory => (process.PeakWorkingSet64 - idle) / 1e6,
            Few => (took - health.Max(service => service.Duration)).TotalMilliseconds,
            _ => lastWell.TotalMilliseconds,
        }).ToString(CultureInfo.InvariantCulture);
    }

    private static async Task ReportAsync(string title, string limitName, double limit, string unit, string load, string list)
    {
        var against = new Samples(limitName, unit);
        against.Add(limit);
        var measured = new Samples("measured", unit);
        for (var round = 0; round < Rounds; round++)
        {
            measured.Add(double.Parse(await Peers.RunToEndAsync(Environment.ProcessPath!, [OnceCommand, load, list]), CultureInfo.InvariantCulture));
        }

        Samples.Report(title, against, measured);
    }

    private static async Task<(List<ServiceHealth> Health, TimeSpan LastWell)> SweepAsync(string[] urls, TimeSpan timeout)
    {
        var configuration = new OrganisationConfiguration();
        var selection = new HealthSelection(configuration);
        Array.ForEach(urls, selection.AddUri);
        var request = new HealthSweepRequest
        {
            Services = [.. selection.ToServices().Select(service => service with { Checks = [.. service.Checks.Select(check => check with { Timeout = timeout })] })],
            Secrets = new SecretResolver(configuration, SystemEnvironment.Instance),
            ThrottleLimit = AtATime,
        };
        var started = Stopwatch.GetTimestamp();
        List<ServiceHealth> health = [];
        TimeSpan lastWell = default;
        await foreach (var service in new HealthSweep(HealthSession.Shared).RunAsync(request, CancellationToken.None))
        {
            health.Add(service);
            lastWell = service.Status == HealthStatus.Healthy ? Stopwatch.GetElapsedTime(started) : lastWell;
        }

        return (health, lastWell);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
