using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Readers;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures;

/// <summary>
/// Compiles a guide: Markdown as people write it to a <see cref="Procedure"/>. Never fails on a document; what is not
/// understood stands in <see cref="Procedure.Findings"/>.
/// </summary>
internal static class ProcedureCompiler
{
    public static Procedure Compile(string text, string? path) => Compile(text, path, out _);

    /// <summary>Compiles, and hands out what the guide was read as, for those who look closer.</summary>
    public static Procedure Compile(string text, string? path, out GuideDocument read)
    {
        List<Finding> findings = [];
        GuideDocument document = GuideParser.Parse(GuideText.Prepare(text, path, findings));
        read = document;
        SectionClassifier.Classify(document);
        GuideContext context = new(document, path);
        context.Findings.AddRange(findings);

        // The order matters: severities give the scale, phases own checklists, what is taken is not read twice.
        IReadOnlyList<SeverityLevel> severities = new SeverityReader(context).Read();
        context.Scale = new SeverityScale(severities);
        CadenceReader cadence = new(context);
        severities = cadence.Apply(new ReviewTimeReader(context).Apply(new AnswerTimeReader(context).Apply(severities)));
        context.Scale = new SeverityScale(severities);
        PostMortemReader postMortem = new(context);
        string? postMortemTemplate = postMortem.ReadTemplate();
        IReadOnlyList<MessageTemplate> templates = new TemplateReader(context).Read();
        IReadOnlyList<WorkflowPhase> phases = new PhaseReader(context).Read();
        Procedure procedure = new()
        {
            Title = document.Title ?? FileTitle(path),
            Path = path,
            Severities = severities,
            Phases = phases,
            Checklists = new ChecklistReader(context, phases).Read(),
            Scenarios = new ScenarioReader(context).Read(),
            EscalationLevels = new EscalationReader(context).Read(),
            Templates = templates,
            Rotation = new RotationReader(context).Read(),
            Tools = new ToolReader(context).Read(),
            Contacts = new ContactReader(context).Read(),
            Roles = new RoleReader(context).Read(),
            PostMortemTemplate = postMortemTemplate,
            PostMortemWithin = postMortem.ReadDeadline(),
            MonitoringWindow = new MonitoringReader(context).Read(),
        };
        procedure = new Beside(context).AddTo(procedure);
        cadence.TakeUsed();
        CoverageReporter coverage = new(context);
        coverage.Report();
        return procedure with
        {
            Sections = [.. document.Sections.Select(section => ToSection(section, context))],
            CompiledLines = coverage.CompiledLines,
            Findings = [.. context.Findings.OrderBy(finding => finding.Line)],
        };
    }

    private static ProcedureSection ToSection(GuideSection section, GuideContext context) => new()
    {
        Title = section.Title,
        Kind = section.Kind.ToString(),
        Compiled = context.Ledger.Has(section),
        Level = section.Level,
        Line = section.Line,
    };

    private static string FileTitle(string? path) =>
        path is null ? "Incident response procedure" : System.IO.Path.GetFileNameWithoutExtension(path);
}
