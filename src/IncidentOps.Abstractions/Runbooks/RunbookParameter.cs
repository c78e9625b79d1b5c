namespace IncidentOps.Runbooks;

/// <summary>A value that a runbook's commands need.</summary>
public sealed record RunbookParameter
{
    /// <summary>Its name, as the commands write it.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public string? Description { get; init; }

    /// <summary>The value taken where none is given.</summary>
    public string? Default { get; init; }

    /// <summary>The .NET regular expression that a value has to match as a whole.</summary>
    public string? Pattern { get; init; }

    /// <summary>The values it may have; empty for any.</summary>
    public IReadOnlyList<string> Choices { get; init => field = PlainList.Of(value); } = [];

    /// <summary>True where the value must not be shown or recorded.</summary>
    public bool Secret { get; init; }

    /// <summary>True where there is no default.</summary>
    public bool Mandatory => Default is null;
}
