using System.Management.Automation;

namespace IncidentOps.Console.Commands;

/// <summary>
/// Out-String, without which the engine cannot pipe into a program. Like Out-File it belongs to pwsh's Utility module,
/// but the language itself needs both.
/// </summary>
[Cmdlet(VerbsData.Out, "String", DefaultParameterSetName = "NoNewLineFormatting")]
[OutputType(typeof(string))]
internal sealed class OutStringCommand : PSCmdlet, IDisposable
{
    private readonly List<string> _lines = [];
    private TextRendering? _rendering;

    /// <summary>What is rendered.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Columns a line may have; the terminal's, unless given.</summary>
    [Parameter]
    [ValidateRange(2, int.MaxValue)]
    public int? Width { get; set; }

    /// <summary>Writes each line as a string of its own.</summary>
    [Parameter(ParameterSetName = "StreamFormatting")]
    public SwitchParameter Stream { get; set; }

    /// <summary>Leaves the line breaks out.</summary>
    [Parameter(ParameterSetName = "NoNewLineFormatting")]
    public SwitchParameter NoNewline { get; set; }

    public void Dispose() => _rendering?.Dispose();

    protected override void BeginProcessing() => _rendering = new TextRendering(Host, Width);

    protected override void ProcessRecord()
    {
        if (InputObject is not null)
        {
            Pass(_rendering!.Add(InputObject));
        }
    }

    protected override void EndProcessing()
    {
        Pass(_rendering!.End());
        if (!Stream)
        {
            string lineBreak = NoNewline ? "" : Environment.NewLine;
            WriteObject(string.Concat(_lines.Select(line => line + lineBreak)));
        }
    }

    private void Pass(IReadOnlyList<string> lines)
    {
        if (Stream)
        {
            WriteObject(lines, enumerateCollection: true);
        }
        else
        {
            _lines.AddRange(lines);
        }
    }
}
