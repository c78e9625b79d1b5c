using IncidentOps.Core.Procedures.Linting;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Runbooks.Linting;

/// <summary>The rules for runbooks; their ids never change.</summary>
internal static class RunbookRules
{
    public const string Unreadable = "runbook/unreadable";
    public const string FrontMatter = "runbook/front-matter";
    public const string ParameterPattern = "runbook/parameter-pattern";
    public const string Attribute = "runbook/attribute";
    public const string StatedRisk = "runbook/stated-risk";
    public const string NoSteps = "runbook/no-steps";
    public const string UnknownShell = "runbook/unknown-shell";
    public const string UndefinedParameter = "runbook/undefined-parameter";
    public const string UnusedParameter = "runbook/unused-parameter";
    public const string DuplicateId = "runbook/duplicate-id";
    public const string UnreachableGoto = "runbook/unreachable-goto";
    public const string UnknownUndo = "runbook/unknown-undo";
    public const string DestructiveWithoutUndo = "runbook/destructive-without-undo";
    public const string MissingTimeout = "runbook/missing-timeout";
    public const string InteractiveCommand = "runbook/interactive-command";
    public const string Expression = "runbook/expression";
    public const string AloneInGroup = "runbook/alone-in-group";
    public const string HostPattern = "runbook/host-pattern";
    public const string DeadLink = "runbook/dead-link";

    public static IReadOnlyList<LintRule> All { get; } =
    [
        new(Unreadable, FindingSeverity.Error, "A document that cannot be read as Markdown."),
        new(FrontMatter, FindingSeverity.Warning, "Front matter that is no YAML, or says something in another way than is read."),
        new(ParameterPattern, FindingSeverity.Warning, "A parameter's pattern that is no regular expression."),
        new(Attribute, FindingSeverity.Warning, "A fence attribute whose value is not understood."),
        new(StatedRisk, FindingSeverity.Warning, "A stated risk that the command itself contradicts."),
        new(NoSteps, FindingSeverity.Error, "A runbook without steps: there is nothing to run."),
        new(UnknownShell, FindingSeverity.Warning, "A step in a shell that is not run here."),
        new(UndefinedParameter, FindingSeverity.Warning, "A value that a command needs and the front matter does not describe."),
        new(UnusedParameter, FindingSeverity.Information, "A parameter that no command uses."),
        new(DuplicateId, FindingSeverity.Error, "An id that two steps have."),
        new(UnreachableGoto, FindingSeverity.Error, "A jump to a step that does not exist, or back to the step itself."),
        new(UnknownUndo, FindingSeverity.Error, "An undo that names no other step."),
        new(DestructiveWithoutUndo, FindingSeverity.Warning, "A destructive step that neither an undo nor a rollback section takes back."),
        new(MissingTimeout, FindingSeverity.Warning, "A command that waits, and may do so for ever."),
        new(InteractiveCommand, FindingSeverity.Warning, "A command that wants a person at a terminal."),
        new(Expression, FindingSeverity.Error, "A condition or a verification that does more than look, or that PowerShell cannot read."),
        new(AloneInGroup, FindingSeverity.Information, "A step of a parallel group that cannot run at the same time as the others."),
        new(HostPattern, FindingSeverity.Error, "A step for other machines that runs on this one only, or whose host= is no machine and no pattern."),
        new(DeadLink, FindingSeverity.Warning, "A link to a file or a heading that does not exist."),
    ];
}
