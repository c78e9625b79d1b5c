using System.Management.Automation;
using IncidentOps.Core.PostMortems;
using IncidentOps.Core.Text;
using IncidentOps.PostMortems;
using IncidentOps.PowerShell.Completion;
using IncidentOps.PowerShell.Incidents;

namespace IncidentOps.PowerShell.PostMortems;

/// <summary>Writes incidents' post-mortems as files, one each.</summary>
[Cmdlet(VerbsData.Export, "PostMortem", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportPostMortemCommand : IncidentCommand
{
    private PostMortemDestination? _destination;

    /// <inheritdoc/>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(IncidentCompleter))]
    [ValidateNotNullOrEmpty]
    public override IncidentReference[]? Incident { get; set; }

    /// <summary>The file to write, or a folder: an existing one, or any that ends with a slash. The current folder unless given.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>What to write it as.</summary>
    [Parameter]
    public PostMortemFormat Format { get; set; }

    /// <summary>Replace a file that is there already.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void Begin() => _destination = Path is { } path
        ? new PostMortemDestination(ToFilePath(path), isFolder: path[^1] is '/' or '\\')
        : new PostMortemDestination(CurrentDirectory, isFolder: true);

    private protected override void Process(long number, object? target)
    {
        PostMortem postMortem = Await(stop => Workspace.PostMortems.BuildAsync(number, stop));
        string path = _destination!.FileFor(postMortem.Incident, PostMortemDocument.ExtensionOf(Format));
        PostMortemService.RequireWritable(path, Force);
        if (postMortem.EndedAt is null)
        {
            WriteWarning($"{postMortem.Incident} is still open ({postMortem.Status}): its post-mortem holds what is known so far. " +
                "Write it again, with -Force, when the incident is resolved.");
        }

        if (!ShouldProcess(Printable.Line(path), $"Write post-mortem of {Printable.Line(postMortem.ToString())}"))
        {
            return;
        }

        WriteObject(Await(stop => Workspace.PostMortems.WriteAsync(number, postMortem, Format, path, Force, stop)));
    }
}
