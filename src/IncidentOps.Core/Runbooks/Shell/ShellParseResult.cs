namespace IncidentOps.Core.Runbooks.Shell;

/// <summary>A parsed script, or why it could not be parsed.</summary>
internal sealed record ShellParseResult(
    ShellScript? Script,
    string? Error,
    bool Incomplete,
    IReadOnlyList<ShellPlaceholder> Placeholders);
