namespace IncidentOps.Procedures;

/// <summary>A heading of a guide, and what the text below it was compiled as.</summary>
public sealed record ProcedureSection
{
    /// <summary>The heading as written.</summary>
    public required string Title { get; init; }

    /// <summary>What it is about, "Escalation"; "Prose" where it is for people only, "Unknown" where it was not understood.</summary>
    public required string Kind { get; init; }

    /// <summary>True where something was compiled from it.</summary>
    public bool Compiled { get; init; }

    /// <summary>The level of the heading, from 1; 7 for a bold line that serves as a heading.</summary>
    public int Level { get; init; }

    /// <summary>Where it stands in the guide, from 1.</summary>
    public int Line { get; init; }

    /// <summary>The title.</summary>
    /// <returns>"Escalation Path".</returns>
    public override string ToString() => Title;
}
