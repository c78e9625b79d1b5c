namespace IncidentOps.Core.Procedures;

/// <summary>The stable ids of the findings about guides.</summary>
internal static class GuideRules
{
    public const string NotCompiled = "guide/not-compiled";
    public const string MisdecodedText = "guide/misdecoded-text";
    public const string UnreadableDuration = "guide/unreadable-duration";
    public const string DuplicateSeverity = "guide/duplicate-severity";
    public const string Contradiction = "guide/contradiction";
    public const string UnfilledPlaceholder = "guide/unfilled-placeholder";
    public const string TooComplex = "guide/too-complex";
}
