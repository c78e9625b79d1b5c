using System.Diagnostics;

namespace IncidentOps.PowerShell.Tests;

/// <summary>Runs a program to its end.</summary>
internal static class Tool
{
    internal static Task<(int ExitCode, string Output)> RunAsync(string program, params IEnumerable<string> arguments) =>
        RunInAsync(Repository.Root, program, arguments);

    internal static async Task<(int ExitCode, string Output)> RunInAsync(string folder, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }
}
