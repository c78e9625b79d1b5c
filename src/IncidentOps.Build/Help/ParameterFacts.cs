namespace IncidentOps.Build.Help;

/// <summary>What a parameter's YAML block says: the facts that the compiled cmdlet must agree with.</summary>
internal sealed record ParameterFacts
{
    /// <summary>Stands for all parameter sets, as in the engine.</summary>
    internal const string AllSets = "(All)";

    public required string Type { get; init; }

    /// <summary>The parameter sets, in the engine's order, separated by commas.</summary>
    public string ParameterSets { get; init; } = AllSets;

    public string Aliases { get; init; } = "";

    public bool Required { get; init; }

    /// <summary>A number, or "Named".</summary>
    public string Position { get; init; } = "Named";

    /// <summary>For people: what is used when the parameter is left out.</summary>
    public string DefaultValue { get; init; } = "None";

    /// <summary>"False", "True (ByValue)", "True (ByPropertyName)" or "True (ByPropertyName, ByValue)".</summary>
    public string PipelineInput { get; init; } = "False";

    public bool Wildcards { get; init; }

    /// <summary>The block's lines, in the schema's order.</summary>
    internal IEnumerable<string> Lines() =>
    [
        $"Type: {Type}",
        $"Parameter Sets: {ParameterSets}",
        $"Aliases: {Aliases}".TrimEnd(),
        "",
        $"Required: {Required}",
        $"Position: {Position}",
        $"Default value: {DefaultValue}",
        $"Accept pipeline input: {PipelineInput}",
        $"Accept wildcard characters: {Wildcards}",
    ];

    /// <summary>The facts that code decides; the default value is the page's own.</summary>
    internal ParameterFacts WithoutDefault() => this with { DefaultValue = "None" };
}
