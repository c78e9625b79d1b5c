namespace IncidentOps.Core.Runbooks.Shell;

/// <summary>The variables that a script reads before it sets them, with their defaults, and those that it sets.</summary>
internal sealed class ShellVariables
{
    private static readonly HashSet<string> Setters =
        new(StringComparer.Ordinal) { "read", "mapfile", "readarray", "getopts", "local", "declare", "typeset", "unset" };

    private readonly Dictionary<string, string?> _used = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly HashSet<string> _set = new(StringComparer.Ordinal);

    /// <summary>The names read before they are set, in order.</summary>
    public IReadOnlyList<string> Used => _order;

    public IReadOnlySet<string> Set => _set;

    public static ShellVariables Of(ShellScript script)
    {
        ShellVariables variables = new();
        variables.Visit(script);
        return variables;
    }

    /// <summary>The default that the script itself gives, ${NAME:-default}; null where it gives none.</summary>
    public string? DefaultOf(string name) => _used.GetValueOrDefault(name);

    private void Visit(ShellScript script)
    {
        foreach (ShellNode node in script.Commands)
        {
            Visit(node);
        }
    }

    private void Visit(ShellNode node)
    {
        switch (node)
        {
            case ShellPipeline pipeline:
                foreach (ShellNode command in pipeline.Commands)
                {
                    Visit(command);
                }

                break;
            case ShellCompoundCommand compound:
                foreach (ShellWord word in compound.Words)
                {
                    Visit(word.Parts);
                }

                if (compound.Variable is { } variable && compound.Kind == ShellCompoundKind.For)
                {
                    _set.Add(variable);
                }

                foreach (ShellScript body in compound.Bodies)
                {
                    Visit(body);
                }

                Visit(compound.Redirections);
                break;
            case ShellSimpleCommand simple:
                Visit(simple);
                break;
            default:
                break;
        }
    }

    private void Visit(ShellSimpleCommand command)
    {
        foreach (ShellWord word in command.Words)
        {
            Visit(word.Parts);
        }

        foreach (ShellWord value in command.Assignments.SelectMany(assignment => assignment.Values))
        {
            Visit(value.Parts);
        }

        Visit(command.Redirections);
        foreach (ShellAssignment assignment in command.Assignments)
        {
            _set.Add(assignment.Name);
        }

        if (command.Words.Count > 1 && command.Words[0].Literal is { } program)
        {
            if (Setters.Contains(program))
            {
                _set.UnionWith(command.Words.Skip(1).Select(word => word.Literal).Where(IsName)!);
            }
            else if (program == "printf" && command.Words[1].Literal == "-v" && command.Words.Count > 2 && IsName(command.Words[2].Literal))
            {
                _set.Add(command.Words[2].Literal!);
            }
        }
    }

    private void Visit(IReadOnlyList<ShellRedirection> redirections)
    {
        foreach (ShellRedirection redirection in redirections)
        {
            Visit(redirection.Target.Parts);
            if (redirection.Body is { } body)
            {
                Visit(body.Parts);
            }
        }
    }

    private void Visit(IReadOnlyList<ShellWordPart> parts)
    {
        foreach (ShellWordPart part in parts)
        {
            switch (part)
            {
                case ShellVariable variable:
                    Visit(variable.Operand);
                    Use(variable);
                    break;
                case ShellSubstitution substitution:
                    Visit(substitution.Script);
                    break;
                case ShellArithmetic arithmetic:
                    Visit(arithmetic.Parts);
                    break;
                default:
                    break;
            }
        }
    }

    private void Use(ShellVariable variable)
    {
        if (!IsName(variable.Name) || _set.Contains(variable.Name))
        {
            return;
        }

        bool hasDefault = variable.Operator is ":-" or "-" or ":=" or "=";
        string? fallback = hasDefault
            ? string.Concat(variable.Operand.Select(part => part is ShellLiteral literal ? literal.Text : ""))
            : null;
        if (variable.Operator is ":+" or "+")
        {
            fallback = "";
        }

        if (_used.TryAdd(variable.Name, fallback))
        {
            _order.Add(variable.Name);
        }

        if (variable.Operator is ":=" or "=")
        {
            _set.Add(variable.Name);
        }
    }

    /// <summary>Whether a word can be a variable's name.</summary>
    public static bool IsName(string? word) =>
        word is [(>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_', ..] && word.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
