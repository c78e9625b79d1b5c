using System.Diagnostics;
using System.Globalization;
using IncidentOps.Core;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Incidents;
using IncidentOps.Core.Runbooks;
using IncidentOps.Core.Runbooks.Recording;
using IncidentOps.Core.Runbooks.Running;
using Microsoft.Data.Sqlite;

namespace IncidentOps.Benchmarks;

/// <summary>Twenty steps of <c>true</c>, recorded durably, against a shell that starts <c>bash -c true</c> twenty times; where pwsh and Ansible are installed, against their ways to do the same.</summary>
internal static class RunbookBenchmark
{
    private const int Rounds = 15;
    private const int Steps = 20;

    internal static async Task RunAsync()
    {
        if (OperatingSystem.IsWindows())
        {
            Console.WriteLine("Steps of a runbook: there is no bash to compare with.");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("incidentops-");
        try
        {
            var workspace = Stores.Open(Path.Combine(folder.FullName, "incidents.db"));
            var (incident, _) = await workspace.Incidents.DeclareAsync(
                new IncidentDeclaration { Title = "Checkout fails", Severity = "P1" }, CancellationToken.None);
            var request = Request("true");
            var setting = Request("export A=1");

            var byHand = new Samples($"bash -c true, {Steps} times in a shell");
            var unrecorded = new Samples($"{Steps} steps of true, not recorded");
            var alone = new Samples($"{Steps} steps of true, recorded");
            var joined = new Samples($"{Steps} steps of true, recorded in an incident");
            var set = new Samples($"{Steps} steps that set a variable, recorded");
            var pwsh = new Samples($"bash -c true, {Steps} times in a loop of pwsh");
            for (var round = 0; round <= Rounds; round++)
            {
                await (round == 0 ? new Samples("") : byHand).MeasureAsync(RunByHandAsync);
                await (round == 0 ? new Samples("") : unrecorded).MeasureAsync(() => RunAsync(request, recorder: null));
                await (round == 0 ? new Samples("") : alone).MeasureAsync(() => RunAsync(request, Recorder(workspace, request, number: null)));
                await (round == 0 ? new Samples("") : set).MeasureAsync(() => RunAsync(setting, Recorder(workspace, setting, number: null)));
                if (Peers.Pwsh is { } program)
                {
                    (round == 0 ? new Samples("") : pwsh).Add(double.Parse(
                        await Peers.RunToEndAsync(program, ["-NoProfile", "-Command", $"(Measure-Command {{ foreach ($i in 1..{Steps}) {{ bash -c true }} }}).TotalMilliseconds.ToString([cultureinfo]::InvariantCulture)"]),
                        CultureInfo.InvariantCulture));
                }

                await (round == 0 ? new Samples("") : joined).MeasureAsync(() => RunAsync(request, Recorder(workspace, request, incident.Number)));
            }

            var ansible = new Samples($"{Steps} tasks of ansible-playbook");
            if (Peers.Ansible is { } playbook)
            {
                var file = Path.Combine(folder.FullName, "playbook.yml");
                await File.WriteAllTextAsync(file, "- hosts: localhost\n  connection: local\n  gather_facts: false\n  tasks:\n" + string.Concat(Enumerable.Repeat("  - command: \"true\"\n", Steps)));
                await ansible.MeasureAsync(() => Peers.RunToEndAsync(playbook, ["--inventory", "localhost,", file]));
            }

            Samples.Report(
                "Steps of a runbook",
                [byHand, unrecorded, alone, set, joined, .. Peers.Pwsh is null ? Array.Empty<Samples>() : [pwsh], .. Peers.Ansible is null ? Array.Empty<Samples>() : [ansible]]);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static RunbookRunRequest Request(string command) => new()
    {
        Runbook = RunbookReader.Read(string.Concat(Enumerable.Repeat($"```bash\n{command}\n```\n\n", Steps))),
        Environment = ((ISystemEnvironment)SystemEnvironment.Instance).Variables(),
    };

    private static RunRecorder Recorder(Workspace workspace, RunbookRunRequest request, long? number) =>
        RunRecorder.Of(request, ProcessIdentity.Current, id => workspace.Runs.LogOf(id, number));

    private static async Task RunAsync(RunbookRunRequest request, RunRecorder? recorder)
    {
        RunbookRunner runner = new(new LocalProcessRunner(TimeProvider.System), _ => throw new InvalidOperationException("There is no other machine."), TimeProvider.System);
        await foreach (var happened in runner.RunAsync(request, CancellationToken.None))
        {
            if (recorder is not null)
            {
                await recorder.RecordAsync(happened);
            }
        }
    }

    private static async Task RunByHandAsync()
    {
        using var shell = Process.Start("bash", ["-c", $"for ((i = 0; i < {Steps}; i++)); do bash -c true; done"]);
        await shell.WaitForExitAsync();
    }
}
