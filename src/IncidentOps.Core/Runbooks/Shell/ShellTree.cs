namespace IncidentOps.Core.Runbooks.Shell;

/// <summary>Everything that runs in a script, however deep it stands.</summary>
internal static class ShellTree
{
    /// <summary>The commands of a script with those inside of them: of pipelines, bodies, substitutions.</summary>
    public static IEnumerable<ShellNode> Nodes(ShellScript script) => script.Commands.SelectMany(Nodes);

    private static IEnumerable<ShellNode> Nodes(ShellNode node) =>
    [
        node,
        .. node switch
        {
            ShellPipeline pipeline => pipeline.Commands.SelectMany(Nodes),
            ShellSimpleCommand simple => simple.Words.Concat(simple.Assignments.SelectMany(assignment => assignment.Values))
                .SelectMany(word => Nodes(word.Parts)).Concat(Nodes(simple.Redirections)),
            ShellCompoundCommand compound => compound.Words.SelectMany(word => Nodes(word.Parts))
                .Concat(compound.Bodies.SelectMany(Nodes)).Concat(Nodes(compound.Redirections)),
            _ => [],
        },
    ];

    private static IEnumerable<ShellNode> Nodes(IReadOnlyList<ShellRedirection> redirections) =>
        redirections.SelectMany(redirection => Nodes(redirection.Target.Parts).Concat(redirection.Body is { } body ? Nodes(body.Parts) : []));

    private static IEnumerable<ShellNode> Nodes(IReadOnlyList<ShellWordPart> parts) => parts.SelectMany(part => part switch
    {
        ShellSubstitution substitution => Nodes(substitution.Script),
        ShellVariable variable => Nodes(variable.Operand),
        ShellArithmetic arithmetic => Nodes(arithmetic.Parts),
        _ => [],
    });
}
