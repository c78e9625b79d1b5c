namespace IncidentOps.PostMortems;

/// <summary>What a post-mortem can be written as.</summary>
public enum PostMortemFormat
{
    /// <summary>Markdown, to be read and edited on a Git host.</summary>
    Markdown,
}
