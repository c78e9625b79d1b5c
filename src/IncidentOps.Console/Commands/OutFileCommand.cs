using System.Management.Automation;
using System.Text;

namespace IncidentOps.Console.Commands;

/// <summary>Out-File, which is what the engine makes of <c>&gt;</c> and <c>&gt;&gt;</c>.</summary>
[Cmdlet(VerbsData.Out, "File", SupportsShouldProcess = true, DefaultParameterSetName = "ByPath")]
internal sealed class OutFileCommand : PSCmdlet, IDisposable
{
    private TextRendering? _rendering;
    private StreamWriter? _writer;

    /// <summary>The file that is written.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ByPath")]
    [Alias("Path")]
    public string FilePath { get; set; } = "";

    /// <summary>The file that is written, its name taken as it stands.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ByLiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string LiteralPath
    {
        get => FilePath;
        set => FilePath = value;
    }

    /// <summary>A name that .NET knows an encoding by; UTF-8 unless given.</summary>
    [Parameter(Position = 1)]
    public string Encoding { get; set; } = "utf-8";

    /// <summary>Adds to the file.</summary>
    [Parameter]
    public SwitchParameter Append { get; set; }

    /// <summary>Writes to a file that is marked read-only as well.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Leaves a file that is there already alone.</summary>
    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Columns a line may have; the terminal's, unless given.</summary>
    [Parameter]
    [ValidateRange(2, int.MaxValue)]
    public int? Width { get; set; }

    /// <summary>Leaves the line breaks out.</summary>
    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    /// <summary>What is rendered.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    public void Dispose()
    {
        _writer?.Dispose();
        _rendering?.Dispose();
    }

    protected override void BeginProcessing()
    {
        string path = GetUnresolvedProviderPathFromPSPath(FilePath);
        if (!ShouldProcess(path, "Output to File"))
        {
            return;
        }

        try
        {
            _writer = Open(path);
            _rendering = new TextRendering(Host, Width);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            ThrowTerminatingError(new ErrorRecord(error, "FileOpenFailure", ErrorCategory.OpenError, FilePath));
        }
    }

    protected override void ProcessRecord()
    {
        if (InputObject is not null && _rendering is not null)
        {
            Write(_rendering.Add(InputObject));
        }
    }

    protected override void EndProcessing()
    {
        if (_rendering is not null)
        {
            Write(_rendering.End());
        }

        // Closed here and not when the engine disposes of the command: the next command may read the file.
        _writer?.Dispose();
    }

    private StreamWriter Open(string path)
    {
        if (Force && File.Exists(path))
        {
            File.SetAttributes(path, File.GetAttributes(path) & ~FileAttributes.ReadOnly);
        }

        FileMode mode = Append ? FileMode.Append : NoClobber ? FileMode.CreateNew : FileMode.Create;
        Encoding encoding = string.Equals(Encoding, "utf-8", StringComparison.OrdinalIgnoreCase)
            || string.Equals(Encoding, "utf8", StringComparison.OrdinalIgnoreCase)
                ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
                : System.Text.Encoding.GetEncoding(Encoding);
        return new StreamWriter(new FileStream(path, mode, FileAccess.Write, FileShare.Read), encoding);
    }

    private void Write(IReadOnlyList<string> lines)
    {
        foreach (string line in lines)
        {
            _writer!.Write(NoNewline ? line : line + Environment.NewLine);
        }
    }
}
