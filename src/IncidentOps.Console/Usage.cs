using System.Management.Automation;
using IncidentOps.Console.Hosting;

namespace IncidentOps.Console;

/// <summary>What the console says about itself.</summary>
internal static class Usage
{
    public const string Synopsis =
        """
        Usage: incidentops [OPTIONS] SCRIPT.ps1 [ARGUMENTS]
               incidentops [OPTIONS] -Command TEXT
               incidentops [OPTIONS] - [ARGUMENTS]
               incidentops [OPTIONS]
        """;

    public const string Help =
        Synopsis +
        """


        The PowerShell engine with the IncidentOps module loaded, for machines without
        pwsh.

          SCRIPT.ps1 [ARGUMENTS]   run a script; -Name value, -Name:value, -Switch
          -File SCRIPT.ps1 ...     the same
          -Command TEXT, -c TEXT   run the text
          -                        read a script from standard input and run it
          (nothing)                at a terminal: an interactive prompt; else: run the
                                   commands on standard input, one after the other

          -NonInteractive          never ask: every question is an error at once
          -NoLogo                  no greeting
          -NoProfile               accepted; profiles are never run here
          -Help, -?, --help        this text
          -Version, --version      the versions of this program and of the engine

        Exit codes: what the script gives to 'exit'; 1 after an error that ended it, or
        when the last statement of -Command failed; 64 for a wrong command line or a
        missing script; 130 after Ctrl+C; 143 after SIGTERM.

        Environment: INCIDENTOPS_MODULE names the module to load (its folder or its
        .psd1) in place of the one that comes with this program. NO_COLOR and TERM=dumb
        ask for plain text.

        What is not in it: pwsh's own modules. Microsoft.PowerShell.Utility (Write-Host,
        Write-Output, Select-Object, Sort-Object, Format-Table, ConvertTo-Json,
        Get-Date, Start-Sleep ...) and Microsoft.PowerShell.Management (Get-ChildItem,
        Get-Content, Set-Location, Start-Process ...) are part of pwsh and cannot be
        loaded here. A script that needs them runs in pwsh, after 'Import-Module
        IncidentOps'.

        What is in it: the whole language, .NET, the system's programs, and the engine's
        own commands, among them
          Where-Object, ForEach-Object,
          Out-Default, Out-Host, Out-Null, Out-String, Out-File, and > and >>,
          Get-Help, Get-Command, Get-Module, Import-Module, New-Module, Get-History,
          Set-StrictMode, Set-PSDebug, Invoke-Command, Register-ArgumentCompleter
        and, at the prompt, cd, clear and help. Tables and lists are drawn as in pwsh,
        by the views of each type. In place of Write-Host: $Host.UI.WriteLine('text').

        'Get-Command -Module IncidentOps' lists the module's commands, 'Get-Help NAME'
        explains one.
        """;

    public static string Version => $"incidentops {ConsoleHost.ProductVersion} (PowerShell engine {EngineVersion})";

    public static string Banner =>
        $"{Version}{Environment.NewLine}'Get-Command -Module IncidentOps' lists the commands, 'Get-Help NAME' explains one, 'exit' leaves.";

    private static string EngineVersion => ConsoleHost.VersionOf(typeof(PSObject).Assembly);
}
