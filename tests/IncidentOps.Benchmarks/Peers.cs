using System.Diagnostics;

namespace IncidentOps.Benchmarks;

/// <summary>Programs that do the same as we do; null where one is not installed.</summary>
internal static class Peers
{
    internal static readonly string? Pwsh = Find("pwsh");
    internal static readonly string? Ansible = Find("ansible-playbook");

    /// <summary>What a program writes; it has to succeed.</summary>
    internal static async Task<string> RunToEndAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} failed with exit code {process.ExitCode}.");
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}
