using System.Diagnostics;
using System.Globalization;
using System.Management.Automation.Runspaces;
using System.Reflection;
using Shell = System.Management.Automation.PowerShell;

namespace IncidentOps.Benchmarks;

/// <summary>Import-Module in fresh processes, against an empty binary module. At most 1.3 times.</summary>
internal static class ImportBenchmark
{
    internal const string OnceCommand = "import-once";

    private const int Rounds = 21;

    private static readonly bool HasPwsh = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh")));

    internal static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("incidentops-");
        try
        {
            var modulePath = typeof(ImportBenchmark).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "ModulePath").Value!;
            (Samples Samples, string Manifest)[] modules =
            [
                (new Samples("empty binary module"), EmptyModule.Write(folder.FullName)),
                (new Samples("IncidentOps"), Path.Combine(modulePath, "IncidentOps.psd1")),
            ];

            // By turns, so that a busy moment of the machine falls on both. The first round warms the disk's cache.
            for (var round = 0; round <= Rounds; round++)
            {
                foreach (var (samples, manifest) in modules)
                {
                    var milliseconds = await OnceInFreshProcessAsync(manifest);
                    if (round > 0)
                    {
                        samples.Add(milliseconds);
                    }
                }
            }

            Samples.Report($"Import-Module in a fresh process of {(HasPwsh ? "pwsh" : "the bare engine")}", [.. modules.Select(module => module.Samples)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Milliseconds that importing takes here and now.</summary>
    internal static string Once(string manifest)
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = Shell.Create(runspace);
        shell.AddScript("param($manifest) $watch = [Diagnostics.Stopwatch]::StartNew(); Import-Module $manifest; $watch.Elapsed.TotalMilliseconds")
            .AddParameter("manifest", manifest);
        var milliseconds = shell.Invoke<double>().Single();
        return shell.HadErrors
            ? throw new InvalidOperationException(shell.Streams.Error[0].ToString())
            : milliseconds.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>In pwsh where it is installed, since its engine is compiled ahead of time; else in the engine's own assembly.</summary>
    private static ProcessStartInfo FreshProcess(string manifest) => HasPwsh
        ? new ProcessStartInfo("pwsh", ["-NoProfile", "-NonInteractive", "-Command", $"$watch = [Diagnostics.Stopwatch]::StartNew(); Import-Module '{manifest}'; $watch.Elapsed.TotalMilliseconds"])
        : new ProcessStartInfo(Environment.ProcessPath!, [OnceCommand, manifest]);

    private static async Task<double> OnceInFreshProcessAsync(string manifest)
    {
        var start = FreshProcess(manifest);
        start.RedirectStandardOutput = true;
        start.UseShellExecute = false;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return double.Parse(output, CultureInfo.InvariantCulture);
    }
}
