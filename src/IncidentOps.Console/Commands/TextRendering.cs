using System.Management.Automation;
using System.Management.Automation.Host;
using IncidentOps.Console.Hosting;

namespace IncidentOps.Console.Commands;

/// <summary>Renders objects as lines of text, with the engine's own formatting and what a terminal of a width would show.</summary>
internal sealed class TextRendering : IDisposable
{
    private readonly ConsoleUserInterface _userInterface;
    private readonly SteppablePipeline _formatting;
    private readonly int? _width;

    public TextRendering(PSHost host, int? width)
    {
        _userInterface = (ConsoleUserInterface)host.PrivateData.BaseObject;
        _formatting = ScriptBlock.Create("Out-Default").GetSteppablePipeline();
        _width = width;
        _formatting.Begin(expectInput: true);
    }

    /// <summary>The lines that are settled once this object has come; a table's widths wait for its first rows.</summary>
    public IReadOnlyList<string> Add(PSObject item) => _userInterface.Capture(_width, () => _formatting.Process(item));

    /// <summary>The lines that remain.</summary>
    public IReadOnlyList<string> End() => _userInterface.Capture(_width, () => _formatting.End());

    public void Dispose() => _formatting.Dispose();
}
