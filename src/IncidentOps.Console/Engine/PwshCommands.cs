namespace IncidentOps.Console.Engine;

/// <summary>The commands that people know from pwsh and look for here in vain.</summary>
internal sealed class PwshCommands
{
    private static readonly string[] Known =
    [
        "Add-Content", "Add-Member", "Add-Type", "Compare-Object", "ConvertFrom-Csv", "ConvertFrom-Json", "ConvertTo-Csv",
        "ConvertTo-Html", "ConvertTo-Json", "ConvertTo-Xml", "Copy-Item", "Export-Clixml", "Export-Csv", "Format-List",
        "Format-Table", "Get-ChildItem", "Get-Content", "Get-Culture", "Get-Date", "Get-Error", "Get-FileHash", "Get-Host",
        "Get-Item", "Get-Location", "Get-Member", "Get-Process", "Get-PSDrive", "Get-Random", "Get-Service", "Get-TimeZone",
        "Get-Unique", "Get-Variable", "Group-Object", "Import-Clixml", "Import-Csv", "Invoke-Expression",
        "Invoke-RestMethod", "Invoke-WebRequest", "Join-Path", "Join-String", "Measure-Command", "Measure-Object",
        "Move-Item", "New-Guid", "New-Item", "New-Object", "New-TemporaryFile", "New-TimeSpan", "New-Variable",
        "Pop-Location", "Push-Location", "Read-Host", "Remove-Item", "Rename-Item", "Resolve-Path",
        "Select-Object", "Select-String", "Select-Xml", "Set-Content", "Set-Item", "Set-Location", "Set-PSBreakpoint",
        "Set-Variable", "Sort-Object", "Split-Path", "Start-Process", "Start-Sleep", "Start-Transcript", "Stop-Process",
        "Tee-Object", "Test-Connection", "Test-Path", "Wait-Debugger", "Wait-Process", "Write-Debug", "Write-Error",
        "Write-Host", "Write-Information", "Write-Output", "Write-Progress", "Write-Verbose", "Write-Warning",
    ];

    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _commandByName;
    private readonly HashSet<string> _explained = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _missed = [];

    /// <param name="aliases">The aliases of such commands that were taken out of the session, with their commands.</param>
    public PwshCommands(IReadOnlyDictionary<string, string> aliases)
    {
        _commandByName = new Dictionary<string, string>(aliases, StringComparer.OrdinalIgnoreCase);
        foreach (string command in Known.Concat(aliases.Values))
        {
            _commandByName[command] = command;
        }
    }

    /// <summary>Notes that a command was looked for and not found.</summary>
    public void Missed(string name)
    {
        lock (_lock)
        {
            if (_commandByName.TryGetValue(name, out string? command) && _explained.Add(command))
            {
                _missed.Add(command);
            }
        }
    }

    /// <summary>One sentence about what was missed since the last time and not explained before; else null.</summary>
    public string? Explain()
    {
        lock (_lock)
        {
            if (_missed.Count == 0)
            {
                return null;
            }

            string names = string.Join(", ", _missed);
            string isOrAre = _missed.Count == 1 ? "is a command" : "are commands";
            _missed.Clear();
            return $"{names} {isOrAre} of pwsh's own modules, which incidentops does not have; 'incidentops --help' tells more.";
        }
    }
}
