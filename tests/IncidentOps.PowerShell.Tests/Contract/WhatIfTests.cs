using System.Security.Cryptography;

namespace IncidentOps.PowerShell.Tests.Contract;

/// <summary>
/// -WhatIf leaves the store, and everything else in the session's folder, byte for byte as it was. A changing cmdlet
/// needs a case here; the same case without -WhatIf has to change something, or it proves nothing.
/// </summary>
public sealed class WhatIfTests
{
    /// <summary>What has happened before each case.</summary>
    private const string Evening =
        """
        $first = New-Incident 'Checkout fails' -Severity P1 -Service checkout
        $second = New-Incident 'Search is slow' -Severity P2 -Service search
        $resolved = New-Incident 'Disk full' -Severity P2 -Service files
        Resolve-Incident $resolved.Id -RootCause 'Logs were kept for ever' -Resolution 'Deleted old logs' -NextSteps 'Rotate the logs'
        [System.IO.File]::WriteAllText("$PWD/wait.md", "1. Look: ``uptime```n2. Call the provider")
        $waiting = Invoke-Runbook -Path wait.md -WarningAction SilentlyContinue
        """;

    /// <summary>By cmdlet; @whatIf stands for -WhatIf, or for nothing.</summary>
    private static readonly Dictionary<string, string> Cases = new(StringComparer.Ordinal)
    {
        ["Add-IncidentEvidence"] = "'502 Bad Gateway' | Add-IncidentEvidence -Incident $first.Id -Name 'Proxy log' @whatIf",
        ["Add-IncidentNote"] = "Add-IncidentNote -Incident $first.Id -Message 'Looking at the proxy' @whatIf",
        ["Approve-RunbookPlan"] = "$file = [System.IO.Path]::GetTempFileName(); [System.IO.File]::WriteAllText($file, '1. `uptime`'); Get-RunbookPlan -Path $file -Incident $first.Id | Approve-RunbookPlan @whatIf; [System.IO.File]::Delete($file)",
        ["Close-Incident"] = "Close-Incident $resolved.Id -Force -Reason 'Drill' @whatIf",
        ["Complete-IncidentTask"] = "Get-IncidentTask $first.Id -State Open | Complete-IncidentTask @whatIf",
        ["Confirm-Incident"] = "Confirm-Incident $first.Id @whatIf",
        ["Export-PostMortem"] = "Export-PostMortem $resolved.Id @whatIf",
        ["Initialize-IncidentOps"] = "Initialize-IncidentOps @whatIf",
        ["Invoke-Runbook"] = "$file = [System.IO.Path]::GetTempFileName(); [System.IO.File]::WriteAllText($file, '1. `uptime`'); Invoke-Runbook -Path $file -Incident $first.Id @whatIf; [System.IO.File]::Delete($file)",
        ["Merge-Incident"] = "Merge-Incident $second.Id -Into $first.Id @whatIf",
        ["New-Incident"] = "New-Incident 'Mail is late' -Severity P3 -Service mail @whatIf",
        ["Open-Incident"] = "Open-Incident $resolved.Id -Reason 'Full again' @whatIf",
        ["Repair-IncidentStore"] = "Repair-IncidentStore @whatIf",
        ["Resolve-Incident"] = "Resolve-Incident $first.Id -RootCause 'A bad release' -Resolution 'Rolled back' -NextSteps 'Test it' @whatIf",
        ["Resume-Runbook"] = "Resume-Runbook $waiting.Id @whatIf",
        ["Set-Incident"] = "Set-Incident $first.Id -Title 'Checkout is down' @whatIf",
        ["Set-IncidentRole"] = "Set-IncidentRole -Incident $first.Id -Role Scribe -Responder kim @whatIf",
        ["Set-IncidentSeverity"] = "Set-IncidentSeverity -Incident $first.Id -Severity P0 -Reason 'All users are hit' @whatIf",
        ["Update-Incident"] = "Update-Incident $first.Id -Status Investigating -Message 'Reading logs' @whatIf",
    };

    public static TheoryData<string> ChangingCmdlets =>
        [.. ExportedCmdlets.All.Where(CmdletContractTests.ChangesState).Select(cmdlet => cmdlet.Name)];

    [Theory, MemberData(nameof(ChangingCmdlets))]
    public void Changes_nothing(string name)
    {
        Assert.True(Cases.TryGetValue(name, out var script), $"{name} changes something: add a case for it to {nameof(WhatIfTests)}.");
        using var session = new ModuleRunspace();
        session.Invoke("$ConfirmPreference = 'None'\n" + Evening).Succeeded();
        var before = Snapshot(session.Folder);
        Assert.NotEmpty(before);

        session.Invoke(script, ("whatIf", new Dictionary<string, object> { ["WhatIf"] = true })).Succeeded();
        Assert.Equal(before, Snapshot(session.Folder));

        session.Invoke(script, ("whatIf", new Dictionary<string, object>())).Succeeded();
        Assert.NotEqual(before, Snapshot(session.Folder));
    }

    [Fact]
    public void Every_case_is_of_a_changing_cmdlet() => Assert.Subset(
        ChangingCmdlets.Select(row => row.Data).ToHashSet(),
        Cases.Keys.ToHashSet());

    /// <summary>Every file with its content's hash. SQLite's shared memory is no content, nor is an empty log.</summary>
    private static SortedDictionary<string, string> Snapshot(string folder) => new(
        new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => !file.Name.EndsWith("-shm", StringComparison.Ordinal) && !(file.Name.EndsWith("-wal", StringComparison.Ordinal) && file.Length == 0))
            .ToDictionary(file => Path.GetRelativePath(folder, file.FullName), file => Hash(file)),
        StringComparer.Ordinal);

    private static string Hash(FileInfo file)
    {
        using var content = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Convert.ToHexString(SHA256.HashData(content));
    }
}
