using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Planning;

/// <summary>
/// Which approvals a step needs before it may run: of the role that the document names, and of a second person where the
/// incident is of the most severe kind and the step destroys something.
/// </summary>
internal sealed record ApprovalRules
{
    /// <summary>Where there is no incident to keep an approval with.</summary>
    public static ApprovalRules Outside { get; } = new();

    /// <summary>The approvals of the plan that is about to run.</summary>
    public IReadOnlyList<RunbookApproval> Given { get; init; } = [];

    /// <summary>Whether destructive steps need somebody besides who runs them.</summary>
    public bool SecondPerson { get; init; }

    /// <summary>Who is about to run it.</summary>
    public string Actor { get; init; } = "";

    /// <summary>The approval that is missing, in words; null where the step may run.</summary>
    public string? Missing(RunbookStep step)
    {
        if (step.Approve is { } role && !Given.Any(approval => string.Equals(approval.Role, role, StringComparison.OrdinalIgnoreCase)))
        {
            return $"the approval of {role}";
        }

        return SecondPerson && step.Risk == Risk.Destructive
            && !Given.Any(approval => !string.Equals(approval.Approver, Actor, StringComparison.OrdinalIgnoreCase))
            ? "the approval of a second person"
            : null;
    }
}
