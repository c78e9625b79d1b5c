using System.Text;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Procedures;
using IncidentOps.Core.Procedures.Initialization;
using IncidentOps.Core.Runbooks;
using IncidentOps.Core.Tests.Configuration;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Tests.Procedures.Initialization;

/// <summary>Laying out a workspace, on a real file system.</summary>
public sealed class WorkspaceTests : IDisposable
{
    private const string OwnGuide = "# Ours\n\n## Severity levels\n\n### P1 - High\n- **Response Time**: 15 minutes\n\n## Contacts\n\n- **Lead**: [Phone number]\n";

    private readonly TemporaryFolder _folder = new();
    private readonly FakeEnvironment _environment;

    public WorkspaceTests() => _environment = new FakeEnvironment(Path.Join(_folder.Path, "home"));

    private string Target => Path.Join(_folder.Path, "ops");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task From_the_built_in_guide_everything_works_from_the_new_files()
    {
        IReadOnlyList<WorkspaceFile> files = await InitializeAsync();

        Assert.All(files, file => Assert.Equal(WorkspaceFileAction.Created, file.Action));
        Assert.Equal(
            ["runbooks/README.md", "runbooks/application-down.md", "runbooks/database-connection-failure.md", "runbooks/high-error-rate.md", "runbooks/performance-degradation.md", "runbooks/rollback.md", "incident-response.md", "incidentops.schema.json", "incidentops.yaml"],
            files.Select(file => file.Name));
        OrganisationConfiguration configuration = Configuration();
        Assert.Equal(Path.Join(Target, "incident-response.md"), new ProcedureSource(configuration).Load().Path);
        Assert.Empty(ProcedureLinter.LintFile(configuration.Guide!));
        Assert.All(RunbookCatalog.Of(configuration).Find(), runbook => Assert.StartsWith(Path.Join(Target, "runbooks"), runbook.Path, StringComparison.Ordinal));
        Assert.All(RunbookCatalog.Of(configuration).Names(), name => Assert.NotEmpty(RunbookCatalog.Of(configuration).GetToRun(name).Steps));
        Assert.Equal(ProcedureSource.Read(ProcedureSource.BuiltIn.Path), await File.ReadAllBytesAsync(configuration.Guide!, TestContext.Current.CancellationToken));
        Assert.Empty(Directory.GetFiles(Target, "*.tmp", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_second_time_nothing_changes_and_what_is_left_is_told_again()
    {
        IReadOnlyList<WorkspaceFile> first = await InitializeAsync();
        Dictionary<string, byte[]> before = Snapshot();

        IReadOnlyList<WorkspaceFile> second = await InitializeAsync();

        Assert.All(second, file => Assert.Equal(WorkspaceFileAction.Kept, file.Action));
        Assert.Equal(first.Select(file => file.Path), second.Select(file => file.Path));
        Assert.Equal(first.SelectMany(file => file.Findings), second.SelectMany(file => file.Findings));
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public async Task What_was_interrupted_is_completed()
    {
        await InitializeAsync();
        File.Delete(Path.Join(Target, "runbooks", "rollback.md"));
        File.Delete(Path.Join(Target, "incidentops.yaml"));

        Assert.Equal(["runbooks/rollback.md", "incidentops.yaml"], (await InitializeAsync()).Where(file => file.Action == WorkspaceFileAction.Created).Select(file => file.Name));
    }

    [Fact]
    public async Task Ones_own_document_becomes_the_guide_byte_for_byte()
    {
        byte[] content = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(OwnGuide.ReplaceLineEndings("\r\n") + "Größe – 🚨")];
        string document = Path.Join(_folder.Path, "wiki.txt");
        await File.WriteAllBytesAsync(document, content, TestContext.Current.CancellationToken);

        IReadOnlyList<WorkspaceFile> files = await InitializeAsync(document);

        WorkspaceFile guide = Assert.Single(files, file => file.Kind == WorkspaceFileKind.Guide);
        Assert.Equal(("incident-response.md", WorkspaceFileAction.Created), (guide.Name, guide.Action));
        Assert.Equal(content, await File.ReadAllBytesAsync(guide.Path, TestContext.Current.CancellationToken));
        Assert.Contains(guide.Findings, finding => finding.RuleId == GuideRules.UnfilledPlaceholder && finding.Path == guide.Path);
        Assert.Equal("Ours", new ProcedureSource(Configuration()).Load().Title);
        Assert.Contains("is kept", Assert.Single(Plan(document).Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_saved_with_the_wrong_encoding_is_written_as_it_was_meant_and_said()
    {
        string broken = OwnGuide + "\nâ€“ ðŸš¨ Größe\nâœ…\n";
        string document = _folder.Write("wiki.md", broken);
        WorkspacePlan plan = Plan(document);

        IReadOnlyList<WorkspaceFile> files = await WriteAsync(plan);

        Assert.Contains("on the lines 12, 13", Assert.Single(plan.Warnings), StringComparison.Ordinal);
        string guide = files.Single(file => file.Kind == WorkspaceFileKind.Guide).Path;
        Assert.Equal(OwnGuide + "\n– 🚨 Größe\n✅\n", await File.ReadAllTextAsync(guide, TestContext.Current.CancellationToken));
        Assert.Equal(broken, await File.ReadAllTextAsync(document, TestContext.Current.CancellationToken));
        Assert.DoesNotContain(ProcedureLinter.LintFile(guide), finding => finding.RuleId == GuideRules.MisdecodedText);
    }

    [Fact]
    public async Task Another_encoding_becomes_UTF_8_and_is_said()
    {
        string document = Path.Join(_folder.Path, "wiki.md");
        await File.WriteAllBytesAsync(document, Encoding.Latin1.GetBytes(OwnGuide + "Größe"), TestContext.Current.CancellationToken);
        WorkspacePlan plan = Plan(document);

        IReadOnlyList<WorkspaceFile> files = await WriteAsync(plan);

        Assert.Contains("not UTF-8", Assert.Single(plan.Warnings), StringComparison.Ordinal);
        Assert.EndsWith("Größe", await File.ReadAllTextAsync(files.Single(file => file.Kind == WorkspaceFileKind.Guide).Path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_in_the_workspace_is_the_guide_where_it_stands()
    {
        string document = _folder.Write("ops/docs/our guide.md", OwnGuide + "ðŸš¨\n");
        WorkspacePlan plan = Plan(document);

        WorkspaceFile guide = Assert.Single(await WriteAsync(plan), file => file.Kind == WorkspaceFileKind.Guide);

        Assert.Equal(("docs/our guide.md", WorkspaceFileAction.Kept), (guide.Name, guide.Action));
        Assert.Contains(guide.Findings, finding => finding.RuleId == GuideRules.MisdecodedText);
        Assert.Empty(plan.Warnings);
        Assert.Equal(document, Configuration().Guide);
        Assert.False(File.Exists(Path.Join(Target, "incident-response.md")));
    }

    [Fact]
    public async Task A_guide_that_is_there_is_kept_and_said()
    {
        string present = _folder.Write("ops/incident-response.md", OwnGuide);
        string document = _folder.Write("wiki.md", "# Another");
        WorkspacePlan plan = Plan(document);

        await WriteAsync(plan);

        Assert.Contains("is kept", Assert.Single(plan.Warnings), StringComparison.Ordinal);
        Assert.Equal(OwnGuide, await File.ReadAllTextAsync(present, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_configuration_that_is_there_decides_where_things_belong()
    {
        string text = "organisation: Ours\nguide: docs/guide.md\nrunbooks: [docs/books, more]\n";
        string configuration = _folder.Write("ops/incidentops.yaml", text);

        IReadOnlyList<WorkspaceFile> files = await InitializeAsync();

        Assert.Contains("docs/guide.md", files.Select(file => file.Name));
        Assert.Contains("docs/books/rollback.md", files.Select(file => file.Name));
        Assert.Equal(text, await File.ReadAllTextAsync(configuration, TestContext.Current.CancellationToken));
        Assert.Equal(
            ["configuration/no-time-zone", "configuration/no-services", "configuration/no-responders"],
            files[^1].Findings.Select(finding => finding.RuleId));
    }

    [Fact]
    public async Task Runbooks_of_ones_own_are_left_among_themselves()
    {
        string own = _folder.Write("ops/runbooks/disk-full.md", "# Disk full\n\n1. Look: `df -h`\n");

        IReadOnlyList<WorkspaceFile> files = await InitializeAsync();

        WorkspaceFile runbook = Assert.Single(files, file => file.Kind == WorkspaceFileKind.Runbook);
        Assert.Equal((own, WorkspaceFileAction.Kept), (runbook.Path, runbook.Action));
        Assert.Equal([own], Directory.GetFiles(Path.Join(Target, "runbooks")));
    }

    [Fact]
    public async Task What_somebody_else_wrote_in_the_meantime_is_kept()
    {
        WorkspacePlan plan = Plan();
        string guide = _folder.Write("ops/incident-response.md", OwnGuide);

        WorkspaceFile file = Assert.Single(await WriteAsync(plan), file => file.Kind == WorkspaceFileKind.Guide);

        Assert.Equal(WorkspaceFileAction.Kept, file.Action);
        Assert.Equal(OwnGuide, await File.ReadAllTextAsync(guide, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Another_configuration_that_a_variable_names_is_told()
    {
        _environment.Variables["INCIDENTOPS_CONFIG"] = "/elsewhere/incidentops.yaml";
        Assert.Contains("INCIDENTOPS_CONFIG", Assert.Single(Plan().Warnings), StringComparison.Ordinal);

        _environment.Variables["INCIDENTOPS_CONFIG"] = Target;
        Assert.Empty(Plan().Warnings);
    }

    [Fact]
    public async Task A_files_mode_is_given_when_it_is_made()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        string path = Path.Join(_folder.Path, "x");
        if (!OperatingSystem.IsWindows())
        {
            await Core.Text.TextFile.WriteAsync(path, [], replace: false, TestContext.Current.CancellationToken, UnixFileMode.UserRead);
            Assert.Equal(UnixFileMode.UserRead, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public void What_cannot_be_laid_out_is_an_error()
    {
        string file = _folder.Write("a file", "");
        Directory.CreateDirectory(Path.Join(_folder.Path, "occupied", "incident-response.md"));
        string binary = Path.Join(_folder.Path, "guide.docx");
        File.WriteAllBytes(binary, [0x50, 0x4B, 0x03, 0x04, 0x00, 0x00]);

        Refused("WorkspaceFolderIsFile", () => WorkspacePlan.Make(file, null, _environment));
        Refused("WorkspaceFolderIsFile", () => WorkspacePlan.Make(Path.Join(file, "deep"), null, _environment));
        Refused("WorkspaceFileIsFolder", () => WorkspacePlan.Make(Path.Join(_folder.Path, "occupied"), null, _environment));
        Refused("ProcedureNotFound", () => Plan(Path.Join(_folder.Path, "nowhere.md")));
        Refused("GuideNotMarkdown", () => Plan(binary));
        _folder.Write("broken/incidentops.yaml", "servces: 1\n");
        Refused("ConfigurationInvalid", () => WorkspacePlan.Make(Path.Join(_folder.Path, "broken"), null, _environment));
        Assert.False(Directory.Exists(Target));
    }

    [Fact]
    public async Task The_seed_guide_becomes_a_workspace()
    {
        string seed = SharedFiles.SeedGuide();
        WorkspacePlan plan = Plan(seed);

        await WriteAsync(plan);

        Assert.Contains("wrong encoding", Assert.Single(plan.Warnings), StringComparison.Ordinal);
        Procedure procedure = new ProcedureSource(Configuration()).Load();
        Assert.Equal(4, procedure.Severities.Count);
        Assert.Equal(3, procedure.Templates.Count);
        Assert.DoesNotContain(procedure.Findings, finding => finding.RuleId == GuideRules.MisdecodedText);
        Assert.NotEmpty(RunbookCatalog.Of(Configuration()).Names());
    }

    private static void Refused(string errorId, Action action) => Assert.Equal(errorId, Assert.Throws<IncidentOpsException>(action).ErrorId);

    private static async Task<IReadOnlyList<WorkspaceFile>> WriteAsync(WorkspacePlan plan)
    {
        List<WorkspaceFile> written = [];
        foreach (PlannedFile file in plan.Files)
        {
            written.Add(await new WorkspaceWriter(plan).WriteAsync(file, TestContext.Current.CancellationToken));
        }

        return written;
    }

    private WorkspacePlan Plan(string? fromGuide = null) => WorkspacePlan.Make(Target, fromGuide, _environment);

    private Task<IReadOnlyList<WorkspaceFile>> InitializeAsync(string? fromGuide = null) => WriteAsync(Plan(fromGuide));

    private OrganisationConfiguration Configuration() => new ConfigurationLoader().Load(null, Target, _environment);

    private Dictionary<string, byte[]> Snapshot() => Directory
        .EnumerateFiles(Target, "*", SearchOption.AllDirectories)
        .ToDictionary(path => path, File.ReadAllBytes, StringComparer.Ordinal);
}
