<#
.SYNOPSIS
    One evening's incident, from the first symptom to the post-mortem.

.DESCRIPTION
    Starts a small HTTP service of its own, whose health is the state of a spool folder, and lets the spool run over.
    Then does what you would do at night: sees that the service is ill and why, declares an incident, takes it, runs
    a Markdown runbook that really heals the service, resolves the incident and writes the post-mortem.

    Takes no argument. Talks to 127.0.0.1 only. Works in a temporary folder that is gone afterwards; what stays is the
    post-mortem, whose path is told at the end. Needs a POSIX shell for the runbook's commands.

.EXAMPLE
    dotnet run --project src/IncidentOps.Console -- docs/examples/first-incident.ps1

.EXAMPLE
    pwsh docs/examples/first-incident.ps1
#>

$ErrorActionPreference = 'Stop'
if (-not (Get-Command New-Incident -ErrorAction Ignore)) {
    Import-Module "$PSScriptRoot/../../out/IncidentOps/IncidentOps.psd1"
}

$limit = 20
$folder = [System.IO.Directory]::CreateTempSubdirectory('incidentops-').FullName
$spool = [System.IO.Directory]::CreateDirectory("$folder/spool").FullName
$postMortem = [System.IO.Path]::Join([System.IO.Path]::GetTempPath(), "first-incident-$([Environment]::UserName).md")
$listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
$server = [powershell]::Create([initialsessionstate]::CreateDefault2())
$userStore, $userConfiguration = $env:INCIDENTOPS_STORE, $env:INCIDENTOPS_CONFIG

function Write-OwnFile([string] $Path, [string] $Text) {
    $null = [System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($Path))
    [System.IO.File]::WriteAllText($Path, $Text)
    if (-not $IsWindows) {
        # What others could write would be refused: it decides what runs.
        [System.IO.File]::SetUnixFileMode($Path, 'UserRead, UserWrite')
    }
}

try {
    "`n== A service =="
    # /health looks at the spool each time: within the limit is healthy, over it is not.
    $null = $server.AddScript({
        param($Listener, $Spool, $Limit)
        while ($true) {
            try { $client = $Listener.AcceptTcpClient() } catch { return <# the listener was stopped #> }
            try {
                $client.ReceiveTimeout = 2000
                $stream = $client.GetStream()
                $request = [System.IO.StreamReader]::new($stream)
                while ($request.ReadLine()) { }
                $waiting = [System.IO.Directory]::GetFiles($Spool).Length
                $code, $status = if ($waiting -le $Limit) { '200 OK', 'healthy' } else { '503 Service Unavailable', 'unhealthy' }
                $body = "{ ""status"": ""$status"", ""checks"": { ""spool"": { ""status"": ""$status"", ""message"": ""$waiting orders, $Limit fit"" } } }"
                $answer = [System.Text.Encoding]::UTF8.GetBytes(
                    "HTTP/1.1 $code`r`nContent-Type: application/json`r`nContent-Length: $($body.Length)`r`nConnection: close`r`n`r`n$body")
                $stream.Write($answer, 0, $answer.Length)
            }
            catch { continue <# a client that goes away is no reason to stop #> }
            finally { $client.Dispose() }
        }
    }).AddParameters(@{ Listener = $listener; Spool = $spool; Limit = $limit })
    $listener.Start()
    $null = $server.BeginInvoke()

    Write-OwnFile "$folder/incidentops.yaml" @"
organisation: Example Shop
store: incidents.db
runbooks: [runbooks]
services:
  orders: http://127.0.0.1:$($listener.LocalEndpoint.Port)/health
"@
    Write-OwnFile "$folder/runbooks/spool-full.md" @'
---
title: The spool of the order service is full
severity: P1
services: [orders]
symptoms: ["health endpoint returns 503", "more orders in the spool than fit"]
parameters:
  spool: { description: The folder with the orders. }
  limit: { description: How many orders fit., default: "20", pattern: '^\d+$' }
---

# The spool of the order service is full

Orders that have been delivered stay in the spool when the cleaner does not run. Over the limit, the service takes no
more orders.

## Diagnosis

1. Count the orders in the spool

   ```sh
   ls "$spool" | wc -l
   ```

2. Count those that have been delivered and can go

   ```sh
   find "$spool" -name '*.delivered' | wc -l
   ```

## Mitigation

3. Delete the delivered orders

   ```sh
   find "$spool" -name '*.delivered' -delete
   ```

## Verification

4. See that the rest is within the limit

   ```sh
   test "$(ls "$spool" | wc -l)" -le "$limit"
   ```
'@
    $env:INCIDENTOPS_CONFIG = "$folder/incidentops.yaml"
    $env:INCIDENTOPS_STORE = "$folder/incidents.db"
    Get-ServiceHealth | Out-Host

    "`n== It falls ill =="
    1..3 | ForEach-Object { [System.IO.File]::WriteAllText("$spool/order-$_", '') }
    4..25 | ForEach-Object { [System.IO.File]::WriteAllText("$spool/order-$_.delivered", '') }
    $health = Get-ServiceHealth
    $health | Out-Host

    "`n== An incident is declared and taken =="
    $incident = $health | Where-Object Status -eq Unhealthy | New-Incident `
        -Title 'The shop takes no orders' -Severity P1 -Impact 'Nobody can order.' -Affected 'All customers'
    Confirm-Incident $incident -PassThru | Out-Host

    "`n== The runbook heals it =="
    (Get-Runbook spool-full).Steps | Out-Host
    $run = Invoke-Runbook spool-full -Incident $incident -Parameter @{ spool = $spool } -Confirm:$false
    $run.Steps | Out-Host
    if ($run.Status -ne 'Succeeded') { throw "The runbook did not succeed: $($run.Reason)" }

    "`n== The service is well again =="
    $health = Get-ServiceHealth
    $health | Out-Host
    if ($health.Status -ne 'Healthy') { throw "The service is still ill: $($health.Reason)" }

    "`n== It is watched, then resolved =="
    Update-Incident $incident -Status Monitoring -Message 'The spool is within its limit; watching it'
    Resolve-Incident $incident -PassThru `
        -RootCause 'Delivered orders stayed in the spool: the cleaner had not run since the last release.' `
        -Resolution 'Deleted the delivered orders with the runbook spool-full.' `
        -NextSteps 'Run the cleaner after every release', 'Warn when the spool is 80 % full' | Out-Host

    "`n== What the log kept =="
    Get-IncidentTimeline $incident | Out-Host
    Test-IncidentLog $incident | Out-Host

    "`n== The post-mortem =="
    $file = Export-PostMortem $incident -Path $postMortem -Force
    [System.IO.File]::ReadAllText($file.FullName).Split("`n## ")[0]
    "Written to $($file.FullName)"
}
finally {
    $env:INCIDENTOPS_STORE, $env:INCIDENTOPS_CONFIG = $userStore, $userConfiguration
    $listener.Stop()
    $server.Dispose()
    [System.IO.Directory]::Delete($folder, $true)
}
