namespace IncidentOps.Core.Procedures.Model;

/// <summary>A link or an image in a guide.</summary>
internal sealed record TextLink(string Text, string Target, int Line);
