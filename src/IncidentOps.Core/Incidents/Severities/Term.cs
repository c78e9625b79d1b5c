namespace IncidentOps.Core.Incidents.Severities;

/// <summary>A word as it is compared: its stem, or the one word that stands for all that mean the same.</summary>
internal readonly record struct Term(string Word, TermKind Kind)
{
    /// <summary>What is wrong, and with what, counts most; how much of it less; what fits everything hardly.</summary>
    public double Weight => Kind switch
    {
        TermKind.Trouble or TermKind.Subject => 2,
        TermKind.Generic => 0.25,
        _ => 1,
    };
}
