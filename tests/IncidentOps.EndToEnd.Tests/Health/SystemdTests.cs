using System.Text.RegularExpressions;

namespace IncidentOps.EndToEnd.Tests.Health;

/// <summary>Units and their journal on a machine with a real systemd.</summary>
public sealed class SystemdTests
{
    [Fact]
    public async Task Units_and_their_errors_are_told_as_systemd_has_them()
    {
        await using SystemdMachine machine = await SystemdMachine.CreateAsync();
        machine.AddService("well", "/bin/sleep infinity");
        machine.AddService("failing", "/bin/sh -c 'exit 3'");
        machine.AddService("killed", "/bin/sh -c 'kill -KILL $$$$'");
        machine.AddService("flapping", "/bin/sh -c 'exit 1'", "Restart=always\nRestartSec=1h");
        machine.AddService("once", "/bin/true", "Type=oneshot\nRemainAfterExit=yes");
        machine.AddService("noisy", "/bin/sh -c 'for n in $$(seq 20); do echo \"ERROR number $$n\"; done; exec sleep infinity'");
        machine.AddService("quiet", "/bin/sh -c 'echo all is well; exec sleep infinity'");
        string[] checks = ["systemd:well", "systemd:failing", "systemd:killed", "systemd:flapping", "systemd:once", "systemd:nowhere", "journal:noisy", "journal:quiet", "process:sleep"];

        string[] told = await machine.RunAsync(
            """
            systemctl is-failed -q failing && systemctl is-failed -q killed && [ "$(systemctl show -p SubState --value flapping)" = auto-restart ] \
              && [ "$(journalctl -u noisy -o cat | grep -c 'ERROR number')" = 20 ] && journalctl -u quiet -o cat | grep -q well
            """,
            $"$result = Get-ServiceHealth -Detailed -Uri '{string.Join("', '", checks)}' | ForEach-Object {{ \"$($_.Service)|$($_.Status)|$($_.Reason)\" }}");

        Assert.Equal(
            [
                "journal:noisy|Unhealthy|noisy wrote 20 errors in 5m, 20 times the usual; the last: ERROR number 20",
                "journal:quiet|Healthy|quiet wrote 0 errors in 5m, and 0 in 1h before",
                "process:sleep|Healthy|N processes of 'sleep'",
                "systemd:failing|Unhealthy|failing is failed (failed) for T: exit code 3",
                "systemd:flapping|Unhealthy|flapping has ended and waits to be restarted: exit code 1",
                "systemd:killed|Unhealthy|killed is failed (failed) for T: killed by signal 9",
                "systemd:nowhere|Unknown|systemd knows no unit nowhere",
                "systemd:once|Healthy|once is active (exited) for T",
                "systemd:well|Healthy|well is active (running) for T",
            ],
            told.Select(Timeless).Order(StringComparer.Ordinal));
    }

    private static string Timeless(string line)
    {
        string text = Regex.Replace(line, @" for [\d.]+m?s(?=:|$)| for \d+m\d+s(?=:|$)", " for T", RegexOptions.None, TimeSpan.FromSeconds(1));
        return Regex.Replace(text, @"\|\d+ processes of", "|N processes of", RegexOptions.None, TimeSpan.FromSeconds(1));
    }
}
