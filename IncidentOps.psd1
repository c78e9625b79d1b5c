@{
    RootModule           = 'IncidentOps.PowerShell.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '5f0c1b7e-3d0a-4a55-9d0e-6a2f4b1c7d38'
    Author               = 'IncidentOps contributors'
    CompanyName          = 'IncidentOps contributors'
    Copyright            = '(c) IncidentOps contributors. MIT licence.'
    Description          = 'Makes the incident response procedures page the program: clocks, checklists, escalations, messages and runnable runbooks, compiled from Markdown, with an event log that nobody can quietly rewrite.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')

    # Literal lists: wildcards would make PowerShell load the module to see what it exports.
    CmdletsToExport      = @(
        'New-Incident'
        'Get-Incident'
        'Set-Incident'
        'Set-IncidentSeverity'
        'Confirm-Incident'
        'Update-Incident'
        'Resolve-Incident'
        'Close-Incident'
        'Open-Incident'
        'Merge-Incident'
        'Use-Incident'
        'Set-IncidentRole'
        'Add-IncidentNote'
        'Add-IncidentEvidence'
        'Get-IncidentTimeline'
        'Get-IncidentDeadline'
        'Get-IncidentTask'
        'Complete-IncidentTask'
        'Get-IncidentProcedure'
        'Test-IncidentProcedure'
        'Initialize-IncidentOps'
        'Test-IncidentLog'
        'Repair-IncidentStore'
        'Get-Runbook'
        'Test-Runbook'
        'Get-RunbookPlan'
        'Approve-RunbookPlan'
        'Invoke-Runbook'
        'Resume-Runbook'
        'Get-RunbookRun'
        'Get-ServiceHealth'
        'Watch-ServiceHealth'
        'Get-SystemResource'
        'ConvertTo-IncidentMessage'
        'Export-PostMortem'
    )
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()

    PrivateData          = @{
        PSData = @{
            Tags         = @('Incident', 'IncidentResponse', 'Runbook', 'OnCall', 'PostMortem', 'SRE', 'DevOps', 'Markdown', 'Linux', 'Windows', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            ProjectUri   = 'https://github.com/incidentops/incidentops'
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
