namespace IncidentOps.Core.Text.Troubles;

/// <summary>What a word does in a sentence about trouble; it decides how much the word counts.</summary>
internal enum TermKind
{
    /// <summary>What is wrong: down, slow, lost, breached.</summary>
    Trouble,

    /// <summary>Something is wrong, no more: a bug, a defect.</summary>
    Flaw,

    /// <summary>With what, where that is known to the field: the database, signing in, payments.</summary>
    Subject,

    /// <summary>Any other word.</summary>
    Plain,

    /// <summary>All or most of it.</summary>
    Much,

    /// <summary>Some or little of it.</summary>
    Little,

    /// <summary>A word that fits every incident: service, user, issue.</summary>
    Generic,
}
