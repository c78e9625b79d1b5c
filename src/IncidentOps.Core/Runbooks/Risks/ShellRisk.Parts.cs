using System.Text.RegularExpressions;
using IncidentOps.Core.Runbooks.Shell;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Risks;

/// <content>What stands in and behind a command's words: redirections and expansions.</content>
internal sealed partial class ShellRisk
{
    private void VisitRedirections(IReadOnlyList<ShellRedirection> redirections)
    {
        foreach (ShellRedirection redirection in redirections)
        {
            VisitExpansions(redirection.Target.Parts);
            if (redirection.Body is { } body)
            {
                VisitExpansions(body.Parts);
            }

            string? target = redirection.Target.Literal;
            bool writes = redirection.Operator.Contains('>', StringComparison.Ordinal);
            if (target?.StartsWith("/dev/tcp/", StringComparison.Ordinal) == true || target?.StartsWith("/dev/udp/", StringComparison.Ordinal) == true)
            {
                Note(writes ? Risk.Change : Risk.Unknown, redirection.Operator + target);
            }
            else if (writes && redirection.Target.Parts is not [ShellSubstitution])
            {
                bool descriptor = redirection.Operator == ">&" && target is not null && (target == "-" || target.TrimEnd('-').All(char.IsAsciiDigit));
                if (!descriptor && target is not ("/dev/null" or "/dev/stdout" or "/dev/stderr" or "/dev/tty" or "/dev/fd/1" or "/dev/fd/2"))
                {
                    Note(Device().IsMatch(target ?? "") ? Risk.Destructive : Risk.Change, $"{redirection.Operator} {target ?? "a file"}");
                }
            }
        }
    }

    private void VisitExpansions(IReadOnlyList<ShellWordPart> parts)
    {
        foreach (ShellWordPart part in parts)
        {
            switch (part)
            {
                case ShellSubstitution substitution:
                    Visit(substitution.Script);
                    break;
                case ShellArithmetic arithmetic:
                    VisitExpansions(arithmetic.Parts);
                    IsCalculated(arithmetic.Parts);
                    break;
                case ShellVariable variable:
                    VisitExpansions(variable.Operand);
                    if (variable.Operator.Contains('@', StringComparison.Ordinal))
                    {
                        // ${x@P} runs the substitutions in the value.
                        Note(Risk.Unknown, $"${{{variable.Name}{variable.Operator}…}}");
                    }

                    if (variable.Operator is "=" or ":=")
                    {
                        CheckVariable(variable.Name);
                        _unsure.Add(variable.Name);
                    }

                    if (variable.Operator.Contains('[', StringComparison.Ordinal) || variable.Operator == ":")
                    {
                        IsCalculated(variable.Operand);
                    }

                    break;
                default:
                    break;
            }
        }
    }

    // The shell evaluates what stands in a variable when it calculates with it: x='a[$(reboot)]' runs.
    private void IsCalculated(IReadOnlyList<ShellWordPart> parts)
    {
        List<string> names = [];
        Argument.Collect(parts, names);
        foreach (ShellLiteral literal in parts.OfType<ShellLiteral>())
        {
            names.AddRange(Identifier().Matches(literal.Text).Select(match => match.Value));
        }

        _reparsed.UnionWith(names);
        if (names.Any(_unsure.Contains))
        {
            Note(Risk.Unknown, "arithmetic on a value that is not known");
        }
    }

    [GeneratedRegex(@"^/dev/(?:sd|hd|vd|xvd|nvme|mmcblk|md|dm-|mapper/|disk|loop|mem|kmem|port)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Device();

    [GeneratedRegex(@"[A-Za-z_]\w*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Identifier();
}
