using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace IncidentOps.EndToEnd.Tests.Console;

/// <summary>What a console that has ended leaves behind.</summary>
internal sealed record ConsoleResult(int ExitCode, string Output, string Error)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>
/// The built console, started as a process in a folder of its own. It loads an empty module, as most tests are about
/// the console and not about what it loads.
/// </summary>
internal sealed partial class ConsoleRun : IDisposable
{
    // Far more than anything needs: it only keeps a hang from being for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private static readonly Lazy<bool> IgnoresInterrupts = new(() => OperatingSystem.IsLinux()
        && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } ignored
        && (Convert.ToUInt64(ignored[7..].Trim(), 16) & (1UL << (Interrupt - 1))) != 0);

    private const int Interrupt = 2;
    private const int Terminate = 15;
    private const int KillForGood = 9;

    private readonly Queue<(string Shown, string Type)> _typing = [];
    private readonly CancellationTokenSource _patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("incidentops-");

    public ConsoleRun()
    {
        Directory.CreateDirectory(PathOf("module"));
        File.WriteAllText(PathOf("module/IncidentOps.psd1"), "@{ ModuleVersion = '1.0.0' }");
        Environment["INCIDENTOPS_MODULE"] = PathOf("module");
        Environment["INCIDENTOPS_STORE"] = PathOf("incidents.db");
        Environment["NO_COLOR"] = null;
        Environment["TERM"] = "xterm-256color";
        _patience.CancelAfter(Patience);
    }

    /// <summary>Set before the console starts; null takes a variable away.</summary>
    public Dictionary<string, string?> Environment { get; } = [];

    /// <summary>What standard input holds.</summary>
    public string Input { get; set; } = "";

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Writes a script and returns its path.</summary>
    public string Script(string text, string name = "script.ps1")
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    public Task<ConsoleResult> RunAsync(params string[] arguments) => RunProgramAsync("dotnet", [Repository.Console, .. arguments]);

    /// <summary>Somebody at the terminal waits until a text is shown and then types.</summary>
    public ConsoleRun When(string shown, string type)
    {
        _typing.Enqueue((shown, type));
        return this;
    }

    /// <summary>Runs the console on a terminal of its own; its output is all that appears there.</summary>
    public async Task<ConsoleResult> RunOnTerminalAsync(params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "Needs `script` of util-linux for a terminal.");
        // A shell that stayed as the parent would take Ctrl+C too, and some of them answer with an exit code of their own.
        string command = "exec " + string.Join(' ', ((string[])["dotnet", Repository.Console, .. arguments]).Select(Quoted));
        using Process process = Start("/usr/bin/script", ["-qec", command, "/dev/null"]);
        StringBuilder screen = new();
        try
        {
            await TypeAsync(process, screen, _patience.Token);
            await process.WaitForExitAsync(_patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            string wanted = _typing.TryPeek(out (string Shown, string Type) next) ? $"'{next.Shown}' was awaited" : "no end came";
            Assert.Fail($"{wanted}; the terminal showed:{System.Environment.NewLine}{screen}");
        }

        Assert.Empty(_typing);
        return new ConsoleResult(process.ExitCode, screen.ToString(), "");
    }

    /// <summary>Runs a text in bash, where $CONSOLE starts the console.</summary>
    public Task<ConsoleResult> RunInShellAsync(string command)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "Needs bash.");
        Environment["CONSOLE"] = $"dotnet {Repository.Console}";
        return RunProgramAsync("/bin/bash", ["-c", command]);
    }

    /// <summary>Runs the console until it writes "ready", interrupts it, and waits for its end.</summary>
    public Task<ConsoleResult> InterruptAsync(params string[] arguments) => SignalAsync(Interrupt, arguments);

    /// <summary>Runs the console until it writes "ready", asks it to terminate, and waits for its end.</summary>
    public Task<ConsoleResult> TerminateAsync(params string[] arguments) => SignalAsync(Terminate, arguments);

    /// <summary>Runs the console until it writes "ready", kills it, and waits for its end.</summary>
    public Task<ConsoleResult> KillAsync(params string[] arguments) => SignalAsync(KillForGood, arguments);

    /// <summary>Runs a program to its end.</summary>
    public async Task<ConsoleResult> RunProgramAsync(string program, IEnumerable<string> arguments)
    {
        using Process process = Start(program, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync(_patience.Token);
        Task<string> error = process.StandardError.ReadToEndAsync(_patience.Token);
        await process.StandardInput.WriteAsync(Input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(_patience.Token);
        return new ConsoleResult(process.ExitCode, await output, await error);
    }

    public void Dispose()
    {
        _patience.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string Quoted(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private async Task TypeAsync(Process process, StringBuilder screen, CancellationToken cancellationToken)
    {
        int seen = 0;
        char[] buffer = new char[4096];
        while (await process.StandardOutput.ReadAsync(buffer, cancellationToken) is > 0 and int count)
        {
            screen.Append(buffer, 0, count);
            while (_typing.TryPeek(out (string Shown, string Type) next)
                && screen.ToString().IndexOf(next.Shown, seen, StringComparison.Ordinal) is >= 0 and int found)
            {
                seen = found + next.Shown.Length;
                _typing.Dequeue();
                await process.StandardInput.WriteAsync(next.Type);
                await process.StandardInput.FlushAsync(cancellationToken);
            }
        }
    }

    private async Task<ConsoleResult> SignalAsync(int signal, string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        using Process process = Start("dotnet", [Repository.Console, .. arguments]);
        Task<string> error = process.StandardError.ReadToEndAsync(_patience.Token);
        Assert.Equal("ready", await process.StandardOutput.ReadLineAsync(_patience.Token));
        Assert.Equal(0, Kill(process.Id, signal));
        string output = await process.StandardOutput.ReadToEndAsync(_patience.Token);
        await process.WaitForExitAsync(_patience.Token);
        return new ConsoleResult(process.ExitCode, output, await error);
    }

    private Process Start(string program, IEnumerable<string> arguments)
    {
        // What runs in the background of a script ignores Ctrl+C, and so does all that it starts.
        string[] command = IgnoresInterrupts.Value ? ["env", "--default-signal=INT,QUIT", program, .. arguments] : [program, .. arguments];
        ProcessStartInfo start = new(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = _folder.FullName,
        };
        foreach ((string name, string? value) in Environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int process, int signal);
}
