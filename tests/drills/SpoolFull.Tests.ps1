#Requires -Modules Pester

<#
.SYNOPSIS
    Rehearses a runbook: breaks what it is for, runs it, and asserts that it heals, that the incident says so, and that
    nothing else was touched.

.DESCRIPTION
    The way to rehearse your own runbooks. All it needs is a folder that stands for the sick service, a store that is gone
    afterwards, and the commands that are used in earnest.
#>

BeforeAll {
    Import-Module "$PSScriptRoot/../../out/IncidentOps/IncidentOps.psd1"

    $script:Before = @{ Store = $env:INCIDENTOPS_STORE; Configuration = $env:INCIDENTOPS_CONFIG }
    $script:Runbook = Join-Path $TestDrive 'spool-full.md'
    $env:INCIDENTOPS_STORE = Join-Path $TestDrive 'incidents.db'
    $env:INCIDENTOPS_CONFIG = Join-Path $TestDrive 'incidentops.yaml'

    function Write-OwnFile([string] $Path, [string] $Text) {
        Set-Content -LiteralPath $Path -Value $Text
        if (-not $IsWindows) {
            # What others could write would be refused: it decides what runs.
            [System.IO.File]::SetUnixFileMode($Path, 'UserRead, UserWrite')
        }
    }

    Write-OwnFile $env:INCIDENTOPS_CONFIG 'organisation: Example Shop'
    Write-OwnFile $Runbook @'
---
title: The spool of the order service is full
severity: P1
services: [orders]
parameters:
  spool: { description: The folder with the orders. }
  limit: { description: How many orders fit., default: "20", pattern: '^\d+$' }
---

# The spool of the order service is full

## Diagnosis

1. Count the orders in the spool

   ```sh
   ls "$spool" | wc -l
   ```

## Mitigation

2. Delete the delivered orders

   ```sh
   find "$spool" -name '*.delivered' -delete
   ```

## Verification

3. See that the rest is within the limit

   ```sh
   test "$(ls "$spool" | wc -l)" -le "$limit"
   ```
'@
}

AfterAll {
    $env:INCIDENTOPS_STORE, $env:INCIDENTOPS_CONFIG = $Before.Store, $Before.Configuration
    Remove-Module IncidentOps
}

Describe 'Drill: the spool of the order service is full' -Skip:$IsWindows {
    BeforeEach {
        $script:Spool = Join-Path $TestDrive "spool $([guid]::NewGuid())"
        $null = New-Item -ItemType Directory $Spool
        1..3 | ForEach-Object { $null = New-Item (Join-Path $Spool "order-$_") }
        4..25 | ForEach-Object { $null = New-Item (Join-Path $Spool "order-$_.delivered") }
    }

    It 'has nothing to mend but that deleting cannot be taken back' {
        $findings = @(Test-Runbook -Path $Runbook)
        $findings | Should -HaveCount 1
        $findings[0].Message | Should -BeLike '*destructive*how to go back*'
    }

    It 'knows what the steps may do' {
        (Get-Runbook -Path $Runbook).Steps.Risk | Should -Be 'Read', 'Destructive', 'Read'
    }

    It 'only looks with -ReadOnly' {
        $run = Invoke-Runbook -Path $Runbook -Parameter @{ spool = $Spool } -ReadOnly -Part Diagnosis
        $run.Status | Should -Be Succeeded
        $run.Steps[0].Output.Trim() | Should -Be 25
        Get-ChildItem $Spool | Should -HaveCount 25
    }

    It 'heals the service and keeps what is not delivered' {
        $run = Invoke-Runbook -Path $Runbook -Parameter @{ spool = $Spool } -Confirm:$false
        $run.Status | Should -Be Succeeded
        (Get-ChildItem $Spool).Name | Should -Be 'order-1', 'order-2', 'order-3'
    }

    It 'says so when it does not help' {
        4..25 | ForEach-Object { $null = New-Item (Join-Path $Spool "order-$_.waiting") }
        $run = Invoke-Runbook -Path $Runbook -Parameter @{ spool = $Spool } -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable problem
        $run.Status | Should -Be Failed
        $run.Steps[-1].Status | Should -Be Failed
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'RunbookFailed,*'
    }

    It 'leaves its steps in the timeline of the incident, in an unbroken log' {
        $incident = New-Incident 'The shop takes no orders' -Severity P1 -Service orders
        Confirm-Incident $incident
        $null = Invoke-Runbook -Path $Runbook -Incident $incident -Parameter @{ spool = $Spool } -Confirm:$false
        Resolve-Incident $incident -RootCause 'The cleaner did not run' -Resolution 'Deleted what was delivered'

        $after = Get-Incident $incident.Id
        $after.Status | Should -Be Resolved
        Get-IncidentDeadline $incident | Where-Object Kind -eq Acknowledge | ForEach-Object State | Should -Be Met
        (Get-IncidentTimeline $incident).Text | Should -Contain 'Runbook spool-full succeeded'
        (Test-IncidentLog $incident).Valid | Should -BeTrue
    }
}
