using System.Globalization;
using System.Management.Automation.Host;

namespace IncidentOps.PowerShell.Tests.Views;

/// <summary>A host that keeps what the engine writes to it, as a terminal of a given width would have shown it.</summary>
internal sealed class Screen : PSHost
{
    private readonly ScreenInterface _interface;

    internal Screen(int width = 80) => _interface = new ScreenInterface(width);

    public override string Name => nameof(Screen);

    public override Version Version { get; } = new(1, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override PSHostUserInterface UI => _interface;

    /// <summary>What stands on it, without spaces at the lines' ends and empty lines around.</summary>
    internal string Text => string.Join('\n', _interface.Text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim('\n');

    internal void Clear() => _interface.Clear();

    public override void SetShouldExit(int exitCode) => throw new NotSupportedException();

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }
}
