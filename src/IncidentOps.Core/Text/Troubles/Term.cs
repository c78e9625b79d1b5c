namespace IncidentOps.Core.Text.Troubles;

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

    /// <summary>True where it says what is wrong, or that something is.</summary>
    public bool IsWrong => Kind is TermKind.Trouble or TermKind.Flaw;

    /// <summary>True for a word that does not fit everything.</summary>
    public bool IsTelling => IsWrong || Kind is TermKind.Subject or TermKind.Plain;
}
