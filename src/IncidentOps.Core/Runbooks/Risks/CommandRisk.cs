using IncidentOps.Core.Runbooks.Shell;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Risks;

/// <summary>
/// Judges one command: programs that start others are looked through, a few have code of their own, the rest is in
/// the table.
/// </summary>
internal sealed partial class CommandRisk(ShellRisk walk, IReadOnlyList<ShellRedirection> redirections)
{
    private const int DeepestWrapping = 12;

    private static readonly HashSet<string> ProgramFolders =
        new(StringComparer.Ordinal) { "/bin", "/usr/bin", "/sbin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin" };

    private bool _hasInput;
    private int _depth;

    public void Assess(Argument[] words, bool hasInput)
    {
        _hasInput = hasInput;
        Assess(words);
    }

    private void Assess(Argument[] words)
    {
        if (words.Length == 0)
        {
            return;
        }

        if (++_depth > DeepestWrapping || words[0].Literal is not { Length: > 0 } program || words[0].Wild)
        {
            walk.Note(Risk.Unknown, $"{words[0].Text}: not known before it runs");
            walk.IsReparsed(words[0]);
            _depth--;
            return;
        }

        int slash = program.LastIndexOf('/');
        string name = program[(slash + 1)..];
        Argument[] arguments = words[1..];
        if (slash >= 0 && !ProgramFolders.Contains(program[..slash]))
        {
            walk.Note(Risk.Unknown, program);
        }
        else if (arguments is [{ Literal: "--version" or "--help" }] && CanAskForHelp(name))
        {
            walk.Note(Risk.Read, $"{name} {arguments[0].Literal}");
        }
        else if (!TryWrapper(name, arguments) && !TrySpecial(name, arguments))
        {
            if (ProgramTable.Find(name) is { } rule)
            {
                new RuleCheck(walk, rule, name, _hasInput).Apply(arguments);
            }
            else
            {
                walk.Note(Risk.Unknown, $"{name} is not known");
            }
        }

        _depth--;
    }

    private static bool CanAskForHelp(string name) =>
        ProgramTable.Knows(name) && name is not ("[" or "test" or "echo" or "printf" or "read" or "init" or "kill" or "halt");
}
