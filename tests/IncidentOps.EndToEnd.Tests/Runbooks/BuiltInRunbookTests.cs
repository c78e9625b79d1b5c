namespace IncidentOps.EndToEnd.Tests.Runbooks;

/// <summary>
/// The built-in runbooks where they are meant for: on a machine with systemd, nginx and PostgreSQL, the fault of each is
/// really made, told by its diagnosis, and healed by its mitigation.
/// </summary>
public sealed class BuiltInRunbookTests
{
    [Fact]
    public async Task Each_heals_the_fault_that_it_is_for()
    {
        await using SystemdMachine machine = await SystemdMachine.CreateAsync();
        SickApplication.AddTo(machine);
        machine.Write("/root/.config/IncidentOps/incidentops.yaml", "services:\n  - name: database\n    checks:\n      - { name: main, postgres: 'app@127.0.0.1/postgres' }\n");

        string[] told = await machine.RunAsync(
            "curl -sf -o /dev/null http://127.0.0.1:8080/api/health",
            """
            $url = 'http://127.0.0.1:8080/api/health'
            $env:DATABASE_URL = 'postgresql://app@127.0.0.1/postgres'
            $result = [System.Collections.Generic.List[string]]::new()
            function Get-Code([string] $path = '/api/health') { curl -s -o /dev/null -w '%{http_code}' --max-time 8 "http://127.0.0.1:8080$path" }
            function Add-Line([string] $name, $run, [string[]] $values) {
                $steps = $run.Steps | Where-Object Status -NotIn 'Skipped', 'Pending' | ForEach-Object { "$($_.Step.Id)=$($_.Status)$(if ($run.Status -eq 'Failed') { $_.ErrorOutput })" }
                $result.Add("$name $($run.Status): $($steps -join ' ') [$($values -join ' ')]")
                $result[-1]
            }
            function Find-Word($run, [string] $id, [string] $pattern) {
                $step = $run.Steps | Where-Object { $_.Step.Id -eq $id }
                if ("$($step.Output)$($step.ErrorOutput)" -match $pattern) { $Matches[0] } else { "no '$pattern' in: $($step.Output)$($step.ErrorOutput)" }
            }

            # The process is gone.
            systemctl kill --signal=KILL fastapi
            while ((systemctl is-active fastapi) -ne 'failed') { }
            $incident = New-Incident -Title 'No API responses' -Severity P0 -Service api
            $sick = Get-Code
            $run = Invoke-Runbook application-down -Incident $incident -Step health, status, logs, resources, restart, active, healthy -health_url $url -Confirm:$false -ErrorAction SilentlyContinue
            Add-Line down $run ($sick, (Find-Word $run health '502 Bad Gateway'), (Find-Word $run status 'signal=KILL'), (Get-Code))

            # Every connection that the database grants is held by sessions that leaked.
            curl -s http://127.0.0.1:8080/make/leak
            while ((Get-Code) -ne '503') { }
            $run = Invoke-Runbook database-connection-failure -Incident $incident -Step connect, restart, answers -Confirm:$false -ErrorAction SilentlyContinue
            while ((Get-Code) -ne '200') { }
            Add-Line full $run ((Find-Word $run connect 'too many clients|remaining connection slots'), (Get-Code))

            # A worker that fails whatever it is asked.
            curl -s http://127.0.0.1:8080/make/stuck
            $sick = 1..3 | ForEach-Object { Get-Code /api/items }
            $run = Invoke-Runbook high-error-rate -Step errors, pattern, restart, healthy, rate -since '10 minutes ago' -health_url $url -Confirm:$false -ErrorAction SilentlyContinue
            Add-Line errors $run ($sick + (Find-Word $run pattern '3 ERROR worker  is stuck') + (Get-Code /api/items))

            # Somebody holds a lock and has gone for lunch.
            $shell = [System.Diagnostics.ProcessStartInfo]::new('psql')
            '-X', '-w', 'postgresql://app@127.0.0.1/postgres' | ForEach-Object { $shell.ArgumentList.Add($_) }
            $shell.RedirectStandardInput = $shell.RedirectStandardOutput = $shell.RedirectStandardError = $true
            $lunch = [System.Diagnostics.Process]::Start($shell)
            $lunch.StandardInput.WriteLine('begin; lock table item; select 42;')
            $lunch.StandardInput.Flush()
            while ((Get-Code) -ne '503') { }
            $waiting = [System.Diagnostics.ProcessStartInfo]::new('psql')
            '-X', '-w', 'postgresql://app@127.0.0.1/postgres', '-c', 'select count(*) from item' | ForEach-Object { $waiting.ArgumentList.Add($_) }
            $waiter = [System.Diagnostics.Process]::Start($waiting)
            while (-not (psql -X -tAc 'select 1 from pg_locks where not granted' $env:DATABASE_URL)) { }
            $run = Invoke-Runbook performance-degradation -Step latency, machine, statements, locks, unblock, again -health_url $url -idle_seconds 0 -Confirm:$false -ErrorAction SilentlyContinue
            $waiter.WaitForExit()
            Add-Line slow $run ((Find-Word $run locks 'idle in transaction'), (Find-Word $run unblock '\(1 row\)'), (Get-Code))
            $lunch.Kill()

            # A release that does not work.
            ln -sfn /srv/app/releases/r2 /srv/app/current
            systemctl restart fastapi
            while ((Get-Code) -ne '503') { }
            $run = Invoke-Runbook rollback -Step releases, exists, remember, switch, restart, healthy -release r1 -health_url $url -Confirm:$false -ErrorAction SilentlyContinue
            Add-Line back $run ((Find-Word $run releases 'r2'), (Get-Code), [System.IO.Directory]::ResolveLinkTarget('/srv/app/current', $true).Name)
            $run = Invoke-Runbook rollback -Step forward -Confirm:$false -ErrorAction SilentlyContinue
            Add-Line forward $run ([System.IO.Directory]::ResolveLinkTarget('/srv/app/current', $true).Name)
            """);

        Assert.Equal(
            [
                "down Succeeded: health=Succeeded status=Failed logs=Succeeded resources=Succeeded restart=Succeeded active=Succeeded healthy=Succeeded [502 502 Bad Gateway signal=KILL 200]",
                "full Succeeded: connect=Failed restart=Succeeded answers=Succeeded [too many clients 200]",
                "errors Succeeded: errors=Succeeded pattern=Succeeded restart=Succeeded healthy=Succeeded rate=Succeeded [500 500 500 3 ERROR worker  is stuck 200]",
                "slow Succeeded: latency=Succeeded machine=Succeeded statements=Succeeded locks=Succeeded unblock=Succeeded again=Succeeded [idle in transaction (1 row) 200]",
                "back Succeeded: releases=Succeeded exists=Succeeded remember=Succeeded switch=Succeeded restart=Succeeded healthy=Succeeded [r2 200 r1]",
                "forward Succeeded: forward=Succeeded [r2]",
            ],
            told);
    }
}
