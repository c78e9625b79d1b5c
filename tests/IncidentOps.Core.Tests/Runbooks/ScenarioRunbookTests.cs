using IncidentOps.Core.Configuration;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Procedures;
using IncidentOps.Core.Runbooks;
using IncidentOps.Core.Tests.Procedures;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Tests.Runbooks;

/// <summary>The guide's scenarios are runbooks like any other.</summary>
public sealed class ScenarioRunbookTests : IDisposable
{
    private const string Scenarios = "# Guide\n\n## Severity Levels\n\n- **P1**: Down\n- **P2**: Slow\n\n## Common Scenarios\n\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("incidentops-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_seed_guides_scenarios_are_found_with_their_steps()
    {
        string path = SharedFiles.SeedGuide();
        RunbookCatalog catalog = Catalog(path);

        Assert.Equal(
            ["application-down", "database-connection-failure", "high-error-rate", "performance-degradation", "rollback"],
            catalog.Names());
        Runbook down = catalog.Get("Application Down");
        Assert.Equal((path, "Application Down", RunbookReader.HashOf(File.ReadAllBytes(path))), (down.Path, down.Title, down.Sha256));
        Assert.Equal("### Application Down", File.ReadLines(path).ElementAt(down.Line - 1));
        Assert.Equal(["Health endpoint returns 503", "no API responses"], down.Symptoms);
        Assert.Equal(["Command Read", "Command Read", "Command Change", "Manual Unknown", "Manual Unknown"], down.Steps.Select(step => $"{step.Kind} {step.Risk}"));
        Assert.Equal("sudo systemctl restart fastapi", down.Steps[2].Command);
        Assert.Equal("Restart service", down.Steps[2].Title);
        Assert.Contains("sudo systemctl restart fastapi", File.ReadLines(path).ElementAt(down.Steps[2].Line - 1), StringComparison.Ordinal);
        Assert.All(down.Steps, step => Assert.Equal(RunbookPart.Mitigation, step.Part));

        Runbook database = catalog.Get("database-connection-failure");
        Assert.Equal("DATABASE_URL", Assert.Single(database.Parameters).Name);
        Assert.True(database.Steps.Single(step => step.Parameters.Count > 0).Interactive);
    }

    [Fact]
    public void A_step_is_read_as_in_any_runbook()
    {
        string steps = """
            **Diagnosis**:

            1. Look: `df -h`, then read `README.md`
            2. Ask: `SELECT count(*) FROM jobs`
            3. Call the owner

            **Response**:

            1. Restart it:

               ```bash {#restart timeout=30s retry=2}
               sudo systemctl restart "$unit"
               ```

            2. Compute the share:

               ```python
               print(1 / 3)
               ```

            """;
        Runbook scenario = Single($"### Disk Full (P2)\n\n**Symptoms**: writes fail, \"no space left\"\n\n{steps}");
        Runbook document = RunbookReader.Read($"# Disk Full\n\n{steps}");

        Assert.Equal(
            ["Diagnosis Look: df -h", "Diagnosis Ask: SELECT count(*) FROM jobs", "Diagnosis Call the owner: ", "Mitigation Restart it: sudo systemctl restart \"$unit\"", "Mitigation Compute the share: "],
            scenario.Steps.Select(step => $"{step.Part} {step.Title}: {step.Command}"));
        Assert.Equal(document.Steps.Select(Facts), scenario.Steps.Select(Facts));
        Assert.Equal(document.Parameters, scenario.Parameters);
        Assert.Equal(("disk-full", "P2", "restart", TimeSpan.FromSeconds(30), 2), (scenario.Name, scenario.Severity, scenario.Steps[3].Id, scenario.Steps[3].Timeout!.Value, scenario.Steps[3].Retries));
        Assert.Equal("sql", scenario.Steps[1].Shell);

        static object Facts(RunbookStep step) => (step.Number, step.Id, step.Title, step.Part, step.Kind, step.Shell, step.Command, step.Risk, step.RiskReason, step.Interactive, step.Timeout);
    }

    [Fact]
    public void Numbered_comments_in_one_block_are_steps()
    {
        Runbook runbook = Single("### Queue Stuck\n\n```bash\n# 1. See how long it is\nredis-cli llen jobs\n\n# 2. Restart the worker\nsystemctl restart worker\n```\n");
        Assert.Equal(["See how long it is: redis-cli llen jobs", "Restart the worker: systemctl restart worker"], runbook.Steps.Select(step => $"{step.Title}: {step.Command}"));
    }

    [Fact]
    public void What_only_explains_is_no_step_and_a_scenario_without_steps_no_runbook()
    {
        string guide = Guide("### Queue Stuck\n\n**Steps**:\n\n1. Restart it\n\n**Prevention**:\n\n1. Buy a bigger one\n\n### Power Cut\n\nWe have a generator.\n");
        RunbookCatalog catalog = new([], guide: guide);
        Assert.Equal(["queue-stuck"], catalog.Names());
        Assert.Equal(["Restart it"], catalog.Get("queue-stuck").Steps.Select(step => step.Title));
    }

    [Fact]
    public void Two_scenarios_of_one_name_are_both_kept()
    {
        RunbookCatalog catalog = new([], guide: Guide("### Queue Stuck\n\n1. Restart it\n\n### Queue stuck\n\n1. Wait\n"));
        Assert.Equal(["queue-stuck", "queue-stuck-2"], catalog.Names());
        Assert.Equal(["Restart it", "Wait"], catalog.Find().Select(runbook => runbook.Steps[0].Title));
    }

    [Fact]
    public void A_document_wins_over_a_scenario_and_what_is_own_over_what_is_built_in()
    {
        string guide = Guide("### Disk Full\n\n1. From the guide\n\n### Queue Stuck\n\n1. From the guide\n\n### Power Cut\n\n1. From the guide\n");
        Document("own/disk-full.md", "1. From the own folder\n");
        Document("builtin/disk-full.md", "1. From the built-in folder\n");
        Document("builtin/queue-stuck.md", "1. From the built-in folder\n");
        string[] own = [Path.Combine(_folder.FullName, "own")];
        string[] builtIn = [Path.Combine(_folder.FullName, "builtin")];

        Assert.Equal(
            ["disk-full: From the own folder", "power-cut: From the guide", "queue-stuck: From the guide"],
            new RunbookCatalog(own, builtIn, guide, guideIsOwn: true).Find().Select(runbook => $"{runbook.Name}: {runbook.Steps[0].Title}"));
        Assert.Equal(
            ["disk-full: From the own folder", "power-cut: From the guide", "queue-stuck: From the built-in folder"],
            new RunbookCatalog(own, builtIn, guide).Find().Select(runbook => $"{runbook.Name}: {runbook.Steps[0].Title}"));
    }

    [Fact]
    public void A_scenario_that_points_to_a_document_is_that_document()
    {
        string guide = Guide("### No space is left\n\n1. In short\n\nLong form: [disk](own/disk-full.md#start)\n\n### Odd\n\n1. Act\n\nSee [it](https://example.org/own/disk-full.md).\n");
        Document("own/disk-full.md", "1. At length\n");
        Assert.Equal(["disk-full", "odd"], new RunbookCatalog([Path.Combine(_folder.FullName, "own")], guide: guide).Names());
    }

    [Fact]
    public void The_built_in_guides_scenarios_are_the_built_in_documents()
    {
        IReadOnlyList<Runbook> runbooks = [.. RunbookCatalog.Of(new OrganisationConfiguration()).Find()];
        Assert.Equal(runbooks.Count, runbooks.Select(runbook => runbook.Path).Distinct().Count());
        Assert.All(runbooks, runbook => Assert.Contains($"{Path.DirectorySeparatorChar}runbooks{Path.DirectorySeparatorChar}", runbook.Path, StringComparison.Ordinal));
        Assert.All(ProcedureSource.BuiltIn.Load().Scenarios, scenario => Assert.Contains(runbooks, runbook => runbook.Name == RunbookReader.NameOf(scenario.Name)));
    }

    [Fact]
    public void A_guide_that_cannot_be_read_hides_no_document()
    {
        Document("own/disk-full.md", "1. Act\n");
        RunbookCatalog catalog = new([Path.Combine(_folder.FullName, "own")], guide: Path.Combine(_folder.FullName, "none.md"));
        List<Exception> failures = [];
        Assert.Equal("disk-full", Assert.Single(catalog.Find(onError: failures.Add)).Name);
        Assert.Equal("ProcedureNotFound", Assert.IsType<IncidentOpsException>(Assert.Single(failures)).ErrorId);
        Assert.Equal("disk-full", catalog.Get("disk-full").Name);
        Assert.Equal(["disk-full"], catalog.Names());
        Assert.Equal("ProcedureNotFound", Assert.Throws<IncidentOpsException>(() => catalog.Get("other")).ErrorId);
    }

    [Fact]
    public void It_runs_only_from_a_guide_that_nobody_else_can_write()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps rights in another way.");
        string guide = Guide("### Disk Full\n\n1. Act\n");
#pragma warning disable CA1416 // The test is skipped there.
        File.SetUnixFileMode(guide, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite);
#pragma warning restore CA1416
        RunbookCatalog catalog = new([], guide: guide);
        Assert.Equal("Disk Full", catalog.Get("disk-full").Title);
        Assert.Equal("RunbookFileWritableByOthers", Assert.Throws<IncidentOpsException>(() => catalog.GetToRun("disk-full")).ErrorId);
    }

    private Runbook Single(string scenario) => Assert.Single(new RunbookCatalog([], guide: Guide(scenario)).Find());

    private static RunbookCatalog Catalog(string guide) => RunbookCatalog.Of(new OrganisationConfiguration { Guide = guide });

    private string Guide(string scenarios) => Document("guide.md", Scenarios + scenarios);

    private string Document(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
