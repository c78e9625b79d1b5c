namespace IncidentOps.Build.Help;

/// <summary>What the engine knows of a cmdlet: what its page must agree with.</summary>
internal sealed record CmdletFacts(
    string Name,
    IReadOnlyList<HelpSyntax> Syntax,
    IReadOnlyList<CmdletParameter> Parameters,
    IReadOnlyList<string> Inputs,
    IReadOnlyList<string> Outputs);

/// <summary>A parameter as the engine binds it; one entry of facts where all sets treat it alike.</summary>
internal sealed record CmdletParameter(string Name, IReadOnlyList<ParameterFacts> Facts);
