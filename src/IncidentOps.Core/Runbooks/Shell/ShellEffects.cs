using System.Text.RegularExpressions;

namespace IncidentOps.Core.Runbooks.Shell;

/// <summary>What a script does to the shell that runs it.</summary>
internal static partial class ShellEffects
{
    // All of bash's builtins that do something to the shell, or run what does.
    private static readonly HashSet<string> Builtins = new(StringComparer.Ordinal)
    {
        ".", "alias", "bg", "bind", "break", "builtin", "caller", "cd", "command", "compgen", "complete", "compopt", "continue",
        "coproc", "declare", "dirs", "disown", "enable", "eval", "exec", "exit", "export", "fc", "fg", "function", "getopts", "hash", "history", "jobs",
        "let", "local", "logout", "mapfile", "popd", "pushd", "read", "readarray", "readonly", "return", "select", "set", "shift", "shopt",
        "source", "suspend", "time", "times", "trap", "typeset", "ulimit", "umask", "unalias", "unset", "wait",
    };

    // The others can hold arithmetic, which can set variables.
    private static readonly HashSet<string> PlainOperators = new(StringComparer.Ordinal)
    {
        "", "#", "-", ":-", "+", ":+", "?", ":?", "##", "%", "%%", "/", "//", "/#", "/%", "^", "^^", ",", ",,",
    };

    /// <summary>
    /// Whether variables and working directory are certain to be what they were when it has run: it only starts programs,
    /// and calls builtins that look. What happens in a subshell stays there.
    /// </summary>
    public static bool LeavesNothing(string text) =>
        !Hidden().IsMatch(text) && ShellParser.Parse(text).Script is { } script && script.Commands.All(LeavesNothing);

    private static bool LeavesNothing(ShellNode node) => node switch
    {
        ShellPipeline pipeline => pipeline.Commands.All(LeavesNothing),
        ShellSimpleCommand { Assignments: [], Words: [{ Literal: { } program }, ..] } command =>
            LeavesNothing(program, [.. command.Words.Skip(1).Select(static word => word.Literal)])
            && command.Words.All(static word => LeavesNothing(word.Parts))
            && command.Redirections.All(static redirection => LeavesNothing(redirection.Target.Parts) && LeavesNothing(redirection.Body?.Parts ?? [])),
        _ => false,
    };

    // A word that is not known could be -v, which sets a variable.
    private static bool LeavesNothing(string program, string?[] words) => program switch
    {
        "set" => words.Length > 0 && words.All(static word => word is not null && ErrorOptions().IsMatch(word)),
        "printf" => words is [{ } format, ..] && format is not ['-', ..],
        "test" or "[" => words.All(static word => word is not (null or "-v")),
        _ => !Builtins.Contains(program),
    };

    private static bool LeavesNothing(IReadOnlyList<ShellWordPart> parts) => parts.All(static part => part switch
    {
        ShellVariable variable => PlainOperators.Contains(variable.Operator) && LeavesNothing(variable.Operand),
        ShellArithmetic => false,
        _ => true,
    });

    /// <summary>{NAME}&gt;FILE sets NAME to the descriptor's number; $[…] is arithmetic as it was once written.</summary>
    [GeneratedRegex(@"\$\[|\{[A-Za-z_]\w*(\[[^\]]*\])?\}[<>]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex("^([-+][eux]+o?|pipefail)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ErrorOptions();
}
