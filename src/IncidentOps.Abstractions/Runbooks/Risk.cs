namespace IncidentOps.Runbooks;

/// <summary>What running a command may do. Ordered: a later value asks for more care.</summary>
public enum Risk
{
    /// <summary>Only looks.</summary>
    Read,

    /// <summary>Not known; treated as <see cref="Change"/>.</summary>
    Unknown,

    /// <summary>Changes something that can be changed back.</summary>
    Change,

    /// <summary>Takes something away for good.</summary>
    Destructive,
}
