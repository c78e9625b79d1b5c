#!/usr/bin/env pwsh
<#
.SYNOPSIS
Builds, tests and packages IncidentOps.

.DESCRIPTION
MSBuild does the work. The script uses nothing but the engine itself, so that it runs in pwsh and in the project's own
console alike: incidentops build.ps1 Test

.EXAMPLE
./build.ps1

Builds the solution and lays the module out in out/IncidentOps.

.EXAMPLE
./build.ps1 Test, Package

Runs all tests, then makes the package for a PowerShell gallery in out/packages.
#>
[CmdletBinding()]
param(
    # What to do, in this order.
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Package', 'Clean')]
    [string[]] $Task = 'Build',

    # Debug, but Release for a package, unless it is given.
    [ValidateSet('Debug', 'Release')]
    [string] $Configuration
)

$ErrorActionPreference = 'Stop'
$solution = [IO.Path]::Combine($PSScriptRoot, 'IncidentOps.sln')
$module = [IO.Path]::Combine($PSScriptRoot, 'src', 'IncidentOps.PowerShell')

foreach ($name in $Task) {
    $chosen = if ($Configuration) { $Configuration } elseif ($name -eq 'Package') { 'Release' } else { 'Debug' }
    switch ($name) {
        'Build' { dotnet build $solution --configuration $chosen }
        'Test' { dotnet test --solution $solution --configuration $chosen }
        'Package' { dotnet pack $module --configuration $chosen }
        'Clean' { dotnet clean $solution --configuration $chosen }
    }
    if ($LASTEXITCODE -ne 0) {
        throw "$name failed: dotnet ended with exit code $LASTEXITCODE."
    }
}
