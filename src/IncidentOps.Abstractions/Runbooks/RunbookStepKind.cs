namespace IncidentOps.Runbooks;

/// <summary>Who does a step.</summary>
public enum RunbookStepKind
{
    /// <summary>The operator.</summary>
    Manual,

    /// <summary>A shell.</summary>
    Command,
}
