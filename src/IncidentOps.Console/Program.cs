using System.Management.Automation;
using System.Management.Automation.Runspaces;
using IncidentOps.Console.Engine;
using IncidentOps.Console.Hosting;
using IncidentOps.Console.Screen;

namespace IncidentOps.Console;

internal static class Program
{
    private static int Main(string[] arguments)
    {
        Terminal.UseUtf8OnWindows();
        ConsoleEnvironment environment = ConsoleEnvironment.Read();
        ConsoleOptions options = ConsoleOptionsParser.Parse(arguments);
        Terminal terminal = new(environment);
        switch (options.Mode)
        {
            case ConsoleMode.Help:
                terminal.Output.WriteRaw(Usage.Help + Environment.NewLine);
                return ExitCodes.Success;
            case ConsoleMode.Version:
                terminal.Output.WriteRaw(Usage.Version + Environment.NewLine);
                return ExitCodes.Success;
            case ConsoleMode.Invalid:
                return Refuse(terminal, options.Error!);
            case ConsoleMode.Script when WhyUnreadable(options.ScriptPath!) is { } reason:
                return Refuse(terminal, reason);
            default:
                return Start(options, environment, terminal);
        }
    }

    private static string? WhyUnreadable(string path)
    {
        try
        {
            using FileStream script = File.OpenRead(path);
            return null;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return $"There is no script '{path}'.";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return $"The script '{path}' cannot be read: {error.Message}";
        }
    }

    private static int Refuse(Terminal terminal, string error)
    {
        terminal.Error.WriteRaw(
            $"{error}{Environment.NewLine}{Environment.NewLine}{Usage.Synopsis}{Environment.NewLine}"
            + $"'incidentops --help' tells more.{Environment.NewLine}");
        return ExitCodes.Usage;
    }

    private static int Start(ConsoleOptions options, ConsoleEnvironment environment, Terminal terminal)
    {
        if (!terminal.ColorWanted || (!terminal.OutputIsTerminal && !terminal.ErrorIsTerminal))
        {
            PSStyle.Instance.OutputRendering = OutputRendering.PlainText;
        }

        using Interruption interruption = new();
        ConsoleEnvironment.LeaveOutPwshModules();
        ConsoleUserInterface userInterface = new(terminal, options.NonInteractive, interruption);
        ConsoleHost host = new(userInterface);
        using EngineSession session = new(host, userInterface);
        interruption.StopRunning = session.Stop;
        using SignalHandler signals = new(interruption, session.WaitUntilIdle, terminal.InputIsTerminal);

        ImportModule(environment, session, terminal);
        return interruption.Requested
            ? interruption.ExitCode ?? ExitCodes.Interrupted
            : new ConsoleRunner(options, terminal, session, host, signals, interruption).Run();
    }

    private static void ImportModule(ConsoleEnvironment environment, EngineSession session, Terminal terminal)
    {
        if (ModuleLocator.Find(environment, AppContext.BaseDirectory) is { } manifest)
        {
            Command import = new("Import-Module");
            import.Parameters.Add("Name", manifest);
            import.Parameters.Add("Global");
            session.Run(import);
            return;
        }

        string where = environment.ModulePath is { } named
            ? $"INCIDENTOPS_MODULE names '{named}', and no {ModuleLocator.ManifestName} is there"
            : $"no {ModuleLocator.ManifestName} stands in the folder IncidentOps beside this program";
        terminal.Error.WriteRaw(
            $"WARNING: The IncidentOps module is not loaded: {where}. Build it, or set INCIDENTOPS_MODULE to its folder."
            + Environment.NewLine);
    }
}
