using System.Globalization;
using IncidentOps.Core.Runbooks.Linting;
using IncidentOps.Core.Runbooks.Risks;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Core.Runbooks.Scripts;
using IncidentOps.Core.Runbooks.Shell;
using IncidentOps.Procedures;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Reading;

/// <summary>Works out what a document's steps may do and which values they need, one after the other.</summary>
/// <param name="path">The document, for findings.</param>
/// <param name="described">The parameters that the document describes.</param>
internal sealed class StepCompiler(string? path, IEnumerable<RunbookParameter> described)
{
    private readonly ParameterCollector _parameters = new(described);
    private readonly List<RunbookStep> _steps = [];

    public List<Finding> Findings { get; } = [];

    public IReadOnlyList<RunbookStep> Steps =>
    [
        .. _steps.Select(step => step.Shell == ScriptReached.Shell ? step with { Parameters = _parameters.Of(ScriptText.Parse(step.Command!)) } : step),
    ];

    /// <summary>In the order in which they were described or are needed.</summary>
    public IReadOnlyList<RunbookParameter> Parameters => _parameters.Parameters;

    public void Add(StepDraft draft) => _steps.Add(draft is { Command: { } command, Shell: { } shell }
        ? Command(draft, command, shell)
        : new RunbookStep
        {
            Number = _steps.Count + 1,
            Title = draft.Title,
            Part = draft.Part,
            Kind = RunbookStepKind.Manual,
            Risk = Risk.Unknown,
            RiskReason = "a person does it",
            Line = draft.Line,
        });

    private void Report(string rule, int line, string message, string remedy) => Findings.Add(new Finding
    {
        RuleId = rule,
        Severity = FindingSeverity.Warning,
        Path = path,
        Line = line,
        Message = message,
        Remedy = remedy,
    });

    private RunbookStep Command(StepDraft draft, string command, string shell)
    {
        ShellParseResult? parsed = ShellParser.Reads(shell) ? ShellParser.Parse(command) : null;
        RiskAssessment assessed = RiskClassifier.Classify(command, shell, known: parsed);
        (Risk risk, string reason) = Stated(draft, assessed);
        FenceAttributes attributes = draft.Attributes;
        return new RunbookStep
        {
            Number = _steps.Count + 1,
            Id = attributes.Id,
            Title = draft.Title,
            Part = draft.Part,
            Kind = RunbookStepKind.Command,
            Shell = shell,
            Command = command,
            Risk = risk,
            RiskReason = reason,
            Interactive = assessed.Interactive,
            Parameters = _parameters.Take(command, shell, parsed),
            Timeout = Timeout(draft),
            Retries = int.TryParse(attributes["retry"], NumberStyles.None, CultureInfo.InvariantCulture, out int retries) ? Math.Clamp(retries, 0, 100) : 0,
            OnFailure = attributes["on-failure"],
            When = attributes["when"],
            Verify = attributes["verify"],
            Undo = attributes["undo"],
            Parallel = attributes["parallel"],
            Approve = attributes["approve"],
            HostPattern = attributes["host"],
            Database = attributes["database"],
            Line = draft.Line,
        };
    }

    private TimeSpan? Timeout(StepDraft draft)
    {
        if (draft.Attributes["timeout"] is not { } text)
        {
            return null;
        }

        TimeSpan? duration = FenceAttributes.Duration(text);
        if (duration is null)
        {
            Report(RunbookRules.Attribute, draft.Line, $"'{text}' is no duration.", "Write 30s, 5m or 1h.");
        }

        return duration;
    }

    private (Risk Risk, string Reason) Stated(StepDraft draft, RiskAssessment assessed)
    {
        if (draft.Attributes["risk"] is not { } text)
        {
            return (assessed.Risk, assessed.Reason);
        }

        if (!Enum.TryParse(text, ignoreCase: true, out Risk stated) || !Enum.IsDefined(stated))
        {
            Report(RunbookRules.Attribute, draft.Line, $"'{text}' is no risk.", "Write read, change or destructive.");
            return (assessed.Risk, assessed.Reason);
        }

        // The author knows a script that we do not; but what is seen to change something cannot be talked away.
        if (stated < assessed.Risk && assessed.Risk != Risk.Unknown)
        {
            Report(
                RunbookRules.StatedRisk,
                draft.Line,
                $"The document says risk={text}, but '{assessed.Reason}' makes it {assessed.Risk}.",
                "Take the statement out: what is seen to change something cannot be talked away.");
            return (assessed.Risk, assessed.Reason);
        }

        return stated == assessed.Risk ? (stated, assessed.Reason) : (stated, "the document says so");
    }
}
