namespace IncidentOps.Build.Help;

/// <summary>A page of docs/commands as it was written. Texts are lists of paragraphs without Markdown marks.</summary>
internal sealed record HelpPage
{
    public required string Path { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyDictionary<string, string> FrontMatter { get; init; }

    public required IReadOnlyList<string> Synopsis { get; init; }

    public required IReadOnlyList<HelpSyntax> Syntax { get; init; }

    public required IReadOnlyList<string> Description { get; init; }

    public required IReadOnlyList<HelpExample> Examples { get; init; }

    public required IReadOnlyList<HelpParameter> Parameters { get; init; }

    public required IReadOnlyList<HelpNote> Inputs { get; init; }

    public required IReadOnlyList<HelpNote> Outputs { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public required IReadOnlyList<HelpLink> Links { get; init; }

    /// <summary>The line of each section's heading, for messages and for rewriting.</summary>
    public required IReadOnlyDictionary<string, int> SectionLines { get; init; }
}

/// <summary>One parameter set's line under SYNTAX; the set has no name where it is the only one.</summary>
internal sealed record HelpSyntax(string? SetName, bool IsDefault, string Text, int Line);

/// <summary>An example. <see cref="Setup"/> is the page's and the example's own hidden script, run before it in tests.</summary>
internal sealed record HelpExample(
    string Title,
    IReadOnlyList<string> Introduction,
    string Code,
    IReadOnlyList<string> Remarks,
    string Setup,
    int Line);

/// <summary>A parameter: its text, and one YAML block for each group of parameter sets that treat it alike.</summary>
internal sealed record HelpParameter(
    string Name,
    IReadOnlyList<string> Description,
    IReadOnlyList<ParameterFacts> Facts,
    int Line);

/// <summary>A type that goes in or comes out, or any other titled remark.</summary>
internal sealed record HelpNote(string Title, IReadOnlyList<string> Text, int Line);

/// <summary>A related link; <see cref="Uri"/> is empty for another command of the module.</summary>
internal sealed record HelpLink(string Text, string Uri);
