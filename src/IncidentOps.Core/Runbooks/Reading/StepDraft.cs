using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Reading;

/// <summary>A step as the document shows it, before its risk and parameters are worked out.</summary>
internal sealed class StepDraft
{
    public required string Title { get; init; }

    public required RunbookPart Part { get; init; }

    public required int Line { get; init; }

    public string? Shell { get; set; }

    public string? Command { get; set; }

    public FenceAttributes Attributes { get; set; } = FenceAttributes.None;

    /// <summary>True where the command stood as inline code, so that a block that repeats it replaces it.</summary>
    public bool Inline { get; init; }
}
