namespace IncidentOps.Procedures;

/// <summary>One severity level of a guide.</summary>
public sealed record SeverityLevel
{
    /// <summary>Its short name, "P0".</summary>
    public required string Name { get; init; }

    /// <summary>Its word, "Critical"; null where the guide gives none.</summary>
    public string? Label { get; init; }

    /// <summary>0 for the most severe, then 1, 2, …</summary>
    public required int Rank { get; init; }

    /// <summary>What makes an incident one of this level.</summary>
    public string? Definition { get; init; }

    /// <summary>Where the definition stands in the guide, from 1; 0 where there is none.</summary>
    public int DefinitionLine { get; init; }

    /// <summary>How soon somebody has to respond, zero for "immediate"; null where none is given.</summary>
    public TimeSpan? ResponseTime { get; init; }

    /// <summary>True where <see cref="ResponseTime"/> counts business hours only.</summary>
    public bool BusinessHours { get; init; }

    /// <summary>The number of business days, where the guide counts in those ("next business day" is 1); null elsewhere.</summary>
    public int? BusinessDays { get; init; }

    /// <summary>The response time in the guide's words, "Immediate (&lt; 5 minutes)".</summary>
    public string? ResponseText { get; init; }

    /// <summary>How soon it has to be acknowledged, where the guide tells that apart from <see cref="ResponseTime"/>.</summary>
    public TimeSpan? AcknowledgeTime { get; init; }

    /// <summary>How soon it should be resolved; null where the guide promises nothing.</summary>
    public TimeSpan? ResolutionTime { get; init; }

    /// <summary>Who is called and how soon, in the guide's words.</summary>
    public string? Escalation { get; init; }

    /// <summary>How often stakeholders are told; null where none is given.</summary>
    public TimeSpan? UpdateInterval { get; init; }

    /// <summary>How often stakeholders are told, in the guide's words.</summary>
    public string? UpdateText { get; init; }

    /// <summary>What it means for the users or the business, where the guide says so beside the definition.</summary>
    public string? Impact { get; init; }

    /// <summary>Whether a post-mortem is held, in the guide's words; null where it does not say.</summary>
    public string? PostMortem { get; init; }

    /// <summary>The guide's examples.</summary>
    public IReadOnlyList<string> Examples { get; init => field = PlainList.Of(value); } = [];

    /// <summary>Where each of the examples stands in the guide, from 1.</summary>
    public IReadOnlyList<int> ExampleLines { get; init => field = PlainList.Of(value); } = [];

    /// <summary>What else the guide says of it.</summary>
    public IReadOnlyList<string> Details { get; init => field = PlainList.Of(value); } = [];

    /// <summary>Where it stands in the guide, from 1.</summary>
    public int Line { get; init; }

    /// <summary>The name, and the label where there is one.</summary>
    /// <returns>"P0 Critical".</returns>
    public override string ToString() => Label is null ? Name : $"{Name} {Label}";
}
