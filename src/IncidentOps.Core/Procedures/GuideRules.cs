using IncidentOps.Core.Procedures.Linting;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures;

/// <summary>The rules for guides; their ids never change.</summary>
internal static class GuideRules
{
    public const string NotCompiled = "guide/not-compiled";
    public const string MisdecodedText = "guide/misdecoded-text";
    public const string BrokenFence = "guide/broken-fence";
    public const string TooComplex = "guide/too-complex";
    public const string UnreadableDuration = "guide/unreadable-duration";
    public const string DuplicateSeverity = "guide/duplicate-severity";
    public const string Contradiction = "guide/contradiction";
    public const string NoSeverities = "guide/no-severities";
    public const string MissingResponseTime = "guide/missing-response-time";
    public const string EscalationToNobody = "guide/escalation-to-nobody";
    public const string ScenarioWithoutSteps = "guide/scenario-without-steps";
    public const string UnfilledPlaceholder = "guide/unfilled-placeholder";
    public const string DeadLink = "guide/dead-link";
    public const string ToolWithoutAddress = "guide/tool-without-address";
    public const string TaskWithoutPhase = "guide/task-without-phase";

    public static IReadOnlyList<LintRule> All { get; } =
    [
        new(NotCompiled, FindingSeverity.Information, "A heading, list item, table row or fence that nothing is compiled from."),
        new(MisdecodedText, FindingSeverity.Warning, "Text that was saved with the wrong encoding."),
        new(BrokenFence, FindingSeverity.Warning, "A code fence that ends elsewhere than it seems meant to."),
        new(TooComplex, FindingSeverity.Warning, "Markdown nested or repeated beyond what is read."),
        new(UnreadableDuration, FindingSeverity.Warning, "A time that cannot be read."),
        new(DuplicateSeverity, FindingSeverity.Warning, "A severity that is defined twice."),
        new(Contradiction, FindingSeverity.Warning, "Two statements that cannot both hold."),
        new(NoSeverities, FindingSeverity.Error, "A guide without severity levels: no incident can be opened by it."),
        new(MissingResponseTime, FindingSeverity.Warning, "A severity without a response time: nothing is due by it."),
        new(EscalationToNobody, FindingSeverity.Warning, "An escalation that names nobody."),
        new(ScenarioWithoutSteps, FindingSeverity.Warning, "A scenario that neither has steps nor points to a document."),
        new(UnfilledPlaceholder, FindingSeverity.Warning, "A blank that nobody has filled in."),
        new(DeadLink, FindingSeverity.Warning, "A link to a file or a heading that does not exist."),
        new(ToolWithoutAddress, FindingSeverity.Warning, "A tool that the guide names without saying where it is."),
        new(TaskWithoutPhase, FindingSeverity.Information, "A checklist that no phase of the workflow owns."),
    ];

    public static LintRule Get(string id) => All.First(rule => rule.Id == id);
}
