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

    /// <summary>A sentence may name the command that the block below it then shows in full.</summary>
    public static void DropRepeated(List<StepDraft> drafts, int from)
    {
        for (int at = drafts.Count - 1; at >= from; at--)
        {
            StepDraft draft = drafts[at];
            if (draft.Inline && drafts.Skip(from).Any(other => other != draft && !other.Inline
                && other.Command?.Contains(draft.Command!, StringComparison.Ordinal) == true))
            {
                drafts.RemoveAt(at);
            }
        }
    }
}
