namespace IncidentOps.Procedures;

/// <summary>An organisation's incident response guide, compiled.</summary>
public sealed record Procedure
{
    /// <summary>The guide's title.</summary>
    public required string Title { get; init; }

    /// <summary>The file it was compiled from.</summary>
    public string? Path { get; init; }

    /// <summary>The severity levels, most severe first.</summary>
    public IReadOnlyList<SeverityLevel> Severities { get; init => field = PlainList.Of(value); } = [];

    /// <summary>The workflow's phases in their order.</summary>
    public IReadOnlyList<WorkflowPhase> Phases { get; init => field = PlainList.Of(value); } = [];

    /// <summary>The checklists in their order.</summary>
    public IReadOnlyList<Checklist> Checklists { get; init => field = PlainList.Of(value); } = [];

    /// <summary>The scenarios the guide prepares for.</summary>
    public IReadOnlyList<Scenario> Scenarios { get; init => field = PlainList.Of(value); } = [];

    /// <summary>Whom to call, in order.</summary>
    public IReadOnlyList<EscalationLevel> EscalationLevels { get; init => field = PlainList.Of(value); } = [];

    /// <summary>The message templates.</summary>
    public IReadOnlyList<MessageTemplate> Templates { get; init => field = PlainList.Of(value); } = [];

    /// <summary>The on-call rotation; null where the guide has none.</summary>
    public Rotation? Rotation { get; init; }

    /// <summary>Tools and resources.</summary>
    public IReadOnlyList<Tool> Tools { get; init => field = PlainList.Of(value); } = [];

    /// <summary>Whom to reach, and how.</summary>
    public IReadOnlyList<Contact> Contacts { get; init => field = PlainList.Of(value); } = [];

    /// <summary>The roles in the response.</summary>
    public IReadOnlyList<ResponseRole> Roles { get; init => field = PlainList.Of(value); } = [];

    /// <summary>The post-mortem template's Markdown; null where the guide has none.</summary>
    public string? PostMortemTemplate { get; init; }

    /// <summary>How soon after resolution the post-mortem is due.</summary>
    public TimeSpan? PostMortemWithin { get; init; }

    /// <summary>How long to watch after a fix.</summary>
    public MonitoringWindow? MonitoringWindow { get; init; }

    /// <summary>The guide's headings in their order, and what each was compiled as.</summary>
    public IReadOnlyList<ProcedureSection> Sections { get; init => field = PlainList.Of(value); } = [];

    /// <summary>
    /// The lines of the headings, list items and table rows that were compiled. Every other such line has a finding.
    /// </summary>
    public IReadOnlyList<int> CompiledLines { get; init => field = PlainList.Of(value); } = [];

    /// <summary>What was not understood, and what is worth mending.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = PlainList.Of(value); } = [];
}
