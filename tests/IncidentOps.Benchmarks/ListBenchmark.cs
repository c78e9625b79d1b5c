using System.Management.Automation.Runspaces;
using System.Reflection;
using Shell = System.Management.Automation.PowerShell;

namespace IncidentOps.Benchmarks;

/// <summary>Get-Incident -First 20 on ever larger stores. As quick on 1,000,000 incidents as on 1,000.</summary>
internal static class ListBenchmark
{
    private const int Rounds = 200;

    private static readonly int[] Counts = [1_000, 100_000, 1_000_000];

    internal static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("incidentops-");
        try
        {
            var stores = Counts.Select(count => new
            {
                Plain = new Samples($"{count:N0} incidents"),
                Filtered = new Samples($"{count:N0} incidents"),
                Folder = folder.CreateSubdirectory($"{count}").FullName,
                Count = count,
            }).ToList();
            await Stores.FillAsync([.. stores.Select(store => (Path.Combine(store.Folder, "incidents.db"), store.Count))]);
            foreach (var store in stores)
            {
                await File.WriteAllTextAsync(Path.Combine(store.Folder, "incidentops.yaml"), "store: incidents.db\n");
            }

            using var runspace = OpenRunspace();
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var store in stores)
                {
                    store.Plain.Measure(() => List(runspace, store.Folder, ""));
                    store.Filtered.Measure(() => List(runspace, store.Folder, "-Active -Severity P1 -Service service-4"));
                }
            }

            Samples.Report("Get-Incident -First 20", [.. stores.Select(store => store.Plain)]);
            Samples.Report("Get-Incident -First 20 -Active -Severity P1 -Service service-4", [.. stores.Select(store => store.Filtered)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Runspace OpenRunspace()
    {
        var state = InitialSessionState.CreateDefault2();
        var modulePath = typeof(ListBenchmark).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "ModulePath").Value!;
        state.ImportPSModule(Path.Combine(modulePath, "IncidentOps.psd1"));
        var runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        return runspace;
    }

    private static void List(Runspace runspace, string folder, string filter)
    {
        using var shell = Shell.Create(runspace);
        shell.AddScript($"Get-Incident -First 20 {filter} -ConfigurationPath '{folder}/incidentops.yaml'");
        var found = shell.Invoke();
        if (found.Count != 20 || shell.HadErrors)
        {
            throw new InvalidOperationException($"20 incidents were expected, {found.Count} came.");
        }
    }
}
