using IncidentOps.Core.Runbooks.Shell;

namespace IncidentOps.Core.Runbooks.Risks;

/// <summary>A word of a command as far as it is known before the command runs.</summary>
/// <param name="Literal">The whole text where it is certain.</param>
/// <param name="Prefix">The certain beginning.</param>
/// <param name="Wild">True where it may turn into several words or into an option.</param>
/// <param name="Splits">True where it may turn into several words.</param>
/// <param name="Names">The variables and placeholders in it.</param>
internal sealed record Argument(string? Literal, string Prefix, bool Wild, bool Splits, IReadOnlyList<string> Names)
{
    /// <summary>What to show of it.</summary>
    public string Text => Literal ?? Prefix + (Names.Count > 0 ? "$" + Names[0] : "…");

    /// <summary>All that is certain of it, with a star for what is not.</summary>
    public string Shape { get; init; } = Literal ?? Prefix + "*";

    public bool IsOption => Prefix.Length > 1 && Prefix[0] == '-';

    public static Argument Of(string literal) => new(literal, literal, Wild: false, Splits: false, []);

    public static Argument Of(ShellWord word, IReadOnlySet<string> unsure)
    {
        if (word.Literal is { } literal)
        {
            return new Argument(literal, literal, word.Multiplies, word.Multiplies, []);
        }

        List<string> names = [];
        bool wild = word.Multiplies;
        bool splits = word.Multiplies;
        string prefix = "";
        string shape = "";
        bool certain = true;
        for (int at = 0; at < word.Parts.Count; at++)
        {
            switch (word.Parts[at])
            {
                case ShellLiteral part:
                    prefix += certain ? part.Text : "";
                    shape += part.Text;
                    continue;
                case ShellVariable variable:
                    Note(variable.Name);
                    Collect(variable.Operand, names);
                    bool many = variable.Name is "@" or "*" || variable.Operator.Contains('[', StringComparison.Ordinal);
                    bool unknown = IsUnsure(variable, unsure);
                    splits |= many || (unknown && !variable.Quoted);
                    wild |= many || (unknown && (!variable.Quoted || prefix.Length == 0));
                    certain = false;
                    break;
                case ShellPlaceholder placeholder:
                    Note(placeholder.Name);
                    certain = false;
                    break;
                case ShellSubstitution { Quoted: var quoted }:
                    splits |= !quoted;
                    wild |= !quoted || prefix.Length == 0;
                    certain = false;
                    break;
                case ShellArithmetic arithmetic:
                    Collect(arithmetic.Parts, names);
                    certain = false;
                    break;
                default:
                    break;
            }

            shape += "*";
        }

        return new Argument(Literal: null, prefix, wild, splits, names) { Shape = shape };

        void Note(string name) => names.Add(name);
    }

    /// <summary>The variables and placeholders in a word.</summary>
    public static void Collect(IEnumerable<ShellWordPart> parts, List<string> names)
    {
        foreach (ShellWordPart part in parts)
        {
            switch (part)
            {
                case ShellVariable variable:
                    names.Add(variable.Name);
                    Collect(variable.Operand, names);
                    break;
                case ShellPlaceholder placeholder:
                    names.Add(placeholder.Name);
                    break;
                case ShellArithmetic arithmetic:
                    Collect(arithmetic.Parts, names);
                    break;
                default:
                    break;
            }
        }
    }

    // Values from outside are checked before a run; what the command computes itself is not known to anybody.
    private static bool IsUnsure(ShellVariable variable, IReadOnlySet<string> unsure) =>
        unsure.Contains(variable.Name) || variable.Operand.Count > 0 || variable.Operator.StartsWith('!');
}
