using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Reflection;

namespace IncidentOps.Console.Hosting;

/// <summary>The engine's view of this program.</summary>
internal sealed class ConsoleHost(ConsoleUserInterface userInterface) : PSHost
{
    public static string ProductVersion { get; } = VersionOf(typeof(ConsoleHost).Assembly);

    public override string Name => "incidentops";

    public override Version Version { get; } = typeof(ConsoleHost).Assembly.GetName().Version!;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => userInterface;

    /// <summary>How the console's own commands find the way to its screen.</summary>
    public override PSObject PrivateData { get; } = PSObject.AsPSObject(userInterface);

    public override CultureInfo CurrentCulture { get; } = CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture { get; } = CultureInfo.CurrentUICulture;

    /// <summary>The code the script or the user asked to exit with; null as long as nobody has.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>Runs a prompt inside the running pipeline; the interactive loop puts itself here.</summary>
    public Action? NestedPrompt { get; set; }

    /// <summary>Ends the innermost nested prompt; the interactive loop puts itself here.</summary>
    public Action? LeaveNestedPrompt { get; set; }

    /// <summary>An assembly's version as people write it, without the commit it was built from.</summary>
    public static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+', ' ')[0];

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt()
    {
        if (NestedPrompt is null)
        {
            throw Unattended.CannotAsk();
        }

        NestedPrompt();
    }

    public override void ExitNestedPrompt() => LeaveNestedPrompt?.Invoke();

    // A program owns the screen while it runs.
    public override void NotifyBeginApplication() => userInterface.HideProgress();

    public override void NotifyEndApplication()
    {
    }
}
