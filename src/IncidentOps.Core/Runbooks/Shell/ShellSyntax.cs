using System.Text;

namespace IncidentOps.Core.Runbooks.Shell;

/// <summary>A command of a shell script: simple, a pipeline, or compound.</summary>
internal abstract record ShellNode;

/// <summary>Commands one after the other, however they are joined.</summary>
internal sealed record ShellScript(IReadOnlyList<ShellNode> Commands);

internal sealed record ShellPipeline(IReadOnlyList<ShellNode> Commands) : ShellNode;

/// <summary>A program or builtin with its assignments, words and redirections; any of the three may be missing.</summary>
internal sealed record ShellSimpleCommand(
    IReadOnlyList<ShellAssignment> Assignments,
    IReadOnlyList<ShellWord> Words,
    IReadOnlyList<ShellRedirection> Redirections) : ShellNode;

/// <summary>A loop, a condition, a group …: its words are expanded, its bodies run.</summary>
internal sealed record ShellCompoundCommand(
    ShellCompoundKind Kind,
    string? Variable,
    IReadOnlyList<ShellWord> Words,
    IReadOnlyList<ShellScript> Bodies,
    IReadOnlyList<ShellRedirection> Redirections) : ShellNode;

internal enum ShellCompoundKind
{
    Subshell,
    Group,
    If,
    Loop,
    For,
    Case,
    Test,
    Arithmetic,
    Function,
}

internal sealed record ShellAssignment(string Name, IReadOnlyList<ShellWord> Values);

/// <summary>A redirection; the body holds the lines of a here-document.</summary>
internal sealed record ShellRedirection(string Operator, ShellWord Target)
{
    public ShellWord? Body { get; set; }
}

/// <summary>A word before expansion.</summary>
internal sealed record ShellWord(IReadOnlyList<ShellWordPart> Parts, int Start, int End)
{
    /// <summary>The word's text where it is the same whatever the environment holds; null otherwise.</summary>
    public string? Literal { get; } = TextOf(Parts);

    /// <summary>True where braces make several words of it, or a wildcard stands at its start.</summary>
    public bool Multiplies { get; } = Parts.Any(part => part is ShellLiteral { Quoted: false } literal
        && (literal.Text.Contains('{', StringComparison.Ordinal) && literal.Text.AsSpan().IndexOfAny(",.") >= 0
            || ReferenceEquals(part, Parts[0]) && (literal.Text is ['*' or '?', ..] || literal.Text is ['[', _, ..])));

    private static string? TextOf(IReadOnlyList<ShellWordPart> parts)
    {
        if (parts is [ShellLiteral only])
        {
            return only.Text;
        }

        StringBuilder text = new();
        foreach (ShellWordPart part in parts)
        {
            if (part is not ShellLiteral literal)
            {
                return null;
            }

            text.Append(literal.Text);
        }

        return text.ToString();
    }
}

internal abstract record ShellWordPart(bool Quoted);

internal sealed record ShellLiteral(string Text, bool Quoted) : ShellWordPart(Quoted);

/// <summary>$NAME or ${NAME…}; the operand is what stands behind the operator.</summary>
internal sealed record ShellVariable(string Name, bool Quoted, string Operator, IReadOnlyList<ShellWordPart> Operand)
    : ShellWordPart(Quoted);

/// <summary>$(…), `…`, &lt;(…) or &gt;(…).</summary>
internal sealed record ShellSubstitution(ShellScript Script, bool Quoted) : ShellWordPart(Quoted);

internal sealed record ShellArithmetic(IReadOnlyList<ShellWordPart> Parts, bool Quoted) : ShellWordPart(Quoted);

/// <summary>A value left open by the document's author: &lt;name&gt; or {{name}}.</summary>
internal sealed record ShellPlaceholder(string Name, ShellQuoting Quoting, int Start, int End, bool Quoted)
    : ShellWordPart(Quoted);

/// <summary>What surrounds a placeholder and so decides how its value is quoted.</summary>
internal enum ShellQuoting
{
    None,
    Single,
    Double,
    AnsiC,
    HereDocument,

    /// <summary>A here-document with a quoted delimiter, arithmetic, escaped backticks: no value can be put there.</summary>
    Fixed,
}
