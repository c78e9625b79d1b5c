namespace IncidentOps.Core.Procedures.Model;

/// <summary>What a section is about, as far as its heading and its place tell.</summary>
internal enum SectionKind
{
    Unknown,

    /// <summary>Read by people only: purpose, scope, history, table of contents.</summary>
    Prose,
    Severities,
    Workflow,
    Phase,
    Checklist,
    Scenarios,
    Scenario,
    Escalation,
    Templates,
    Rotation,
    Tools,
    Contacts,
    Roles,
    PostMortem,
    PostMortemTemplate,
    Communication,

    /// <summary>Drills and table-top exercises: their scenarios are not the guide's.</summary>
    Exercise,
}
