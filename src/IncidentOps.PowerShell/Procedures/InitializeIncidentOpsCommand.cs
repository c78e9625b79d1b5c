using System.Management.Automation;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Procedures.Initialization;
using IncidentOps.Core.Text;
using IncidentOps.PowerShell.Commands;
using IncidentOps.Procedures;

namespace IncidentOps.PowerShell.Procedures;

/// <summary>Lays out a workspace: configuration, guide and runbooks. Keeps what is there, and tells what to fill in.</summary>
[Cmdlet(VerbsData.Initialize, "IncidentOps", SupportsShouldProcess = true)]
[OutputType(typeof(WorkspaceFile))]
public sealed class InitializeIncidentOpsCommand : IncidentOpsCommand
{
    /// <summary>The workspace's folder; it is made where it is not there. The current folder unless given.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The organisation's own document to begin with, instead of the built-in guide.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? FromGuide { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        if (ConfigurationPath is not null)
        {
            throw InitializationErrors.ConfigurationPathNotUsed(ConfigurationPath);
        }

        string folder = Path is null ? CurrentDirectory : ToFilePath(Path);
        var plan = WorkspacePlan.Make(System.IO.Path.TrimEndingDirectorySeparator(folder), FromGuide is null ? null : ToFilePath(FromGuide), SystemEnvironment.Instance);
        foreach (string warning in plan.Warnings)
        {
            WriteWarning(warning);
        }

        var writer = new WorkspaceWriter(plan);
        foreach (PlannedFile file in plan.Files)
        {
            if (file.Content is null || ShouldProcess(Printable.Line(file.Path), "Create file"))
            {
                WriteObject(Await(stop => writer.WriteAsync(file, stop)));
            }
        }
    }
}
