using System.Text.RegularExpressions;
using IncidentOps.Core.Runbooks.Shell;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Risks;

/// <summary>Walks a script and keeps the worst that any of its commands may do.</summary>
internal sealed partial class ShellRisk(IEnumerable<string> unsure)
{
    // Deeper than any shell in a shell in a shell that makes sense.
    private const int DeepestReparse = 8;

    private readonly List<string> _reads = [];
    private readonly HashSet<string> _reparsed = new(ParameterNames.Comparer);
    private readonly HashSet<string> _unsure = new(unsure, StringComparer.Ordinal);
    private Risk _risk = Risk.Read;
    private string? _reason;
    private bool _interactive;
    private int _depth;

    public RiskAssessment Assess() => new(
        _risk,
        _reason ?? (_reads.Count == 0 ? "nothing runs" : string.Join(", ", _reads.Take(3))),
        _interactive,
        _reparsed);

    public void VisitAll(ShellScript script)
    {
        Visit(script);
        if (_unsure.Count > 0)
        {
            // A loop comes back to its beginning with what its end has set.
            Visit(script);
        }
    }

    private void Visit(ShellScript script)
    {
        foreach (ShellNode node in script.Commands)
        {
            Visit(node, fed: false);
        }
    }

    /// <summary>Notes what one command does.</summary>
    public void Note(Risk risk, string reason, bool interactive = false)
    {
        _interactive |= interactive;
        if (risk == Risk.Read)
        {
            if (_reads.Count < 3 && !_reads.Contains(reason))
            {
                _reads.Add(reason);
            }
        }
        else if (risk > _risk)
        {
            (_risk, _reason) = (risk, reason);
        }
    }

    /// <summary>Text that another shell reads: as good as written here where it is certain, and unknown where not.</summary>
    public void Reparse(IReadOnlyList<Argument> words, string reason)
    {
        string text = string.Join(' ', words.Select(word => word.Literal));
        if (words.Any(word => word.Literal is null || word.Wild))
        {
            foreach (Argument word in words)
            {
                _reparsed.UnionWith(word.Names);
            }

            Note(Risk.Unknown, $"{reason}: values become code");
            return;
        }

        ShellParseResult parsed = ShellParser.Parse(text);
        if (++_depth > DeepestReparse || parsed.Script is not { } script || parsed.Incomplete || text.Contains("{}", StringComparison.Ordinal))
        {
            Note(Risk.Unknown, $"{reason}: not understood");
        }
        else
        {
            Visit(script);
        }

        _depth--;
    }

    public void IsReparsed(Argument word) => _reparsed.UnionWith(word.Names);

    private void Visit(ShellNode node, bool fed)
    {
        switch (node)
        {
            case ShellPipeline pipeline:
                for (int at = 0; at < pipeline.Commands.Count; at++)
                {
                    Visit(pipeline.Commands[at], fed || at > 0);
                }

                break;
            case ShellSimpleCommand command:
                VisitSimple(command, fed);
                break;
            case ShellCompoundCommand compound:
                VisitCompound(compound, fed);
                break;
            default:
                Note(Risk.Unknown, "not understood");
                break;
        }
    }

    private void VisitCompound(ShellCompoundCommand compound, bool fed)
    {
        fed |= compound.Redirections.Any(redirection => redirection.Operator[0] == '<');
        foreach (ShellWord word in compound.Words)
        {
            VisitExpansions(word.Parts);
        }

        if (compound.Kind == ShellCompoundKind.Function)
        {
            Note(Risk.Unknown, $"function {compound.Variable}");
        }

        if (compound.Kind == ShellCompoundKind.For && compound.Variable is { } variable)
        {
            Assign(variable, compound.Words);
        }

        if (compound.Kind == ShellCompoundKind.Arithmetic
            || (compound.Kind == ShellCompoundKind.Test && compound.Words.Any(word => word.Literal is "-eq" or "-ne" or "-lt" or "-le" or "-gt" or "-ge")))
        {
            foreach (ShellWord word in compound.Words)
            {
                IsCalculated(word.Parts);
            }
        }

        if (compound.Kind == ShellCompoundKind.Test && compound.Words.Any(word => word.Literal?.Contains("$(", StringComparison.Ordinal) == true))
        {
            Note(Risk.Unknown, "[[: a substitution inside quotes");
        }

        foreach (ShellScript body in compound.Bodies)
        {
            foreach (ShellNode node in body.Commands)
            {
                Visit(node, fed);
            }
        }

        VisitRedirections(compound.Redirections);
    }

    private void VisitSimple(ShellSimpleCommand command, bool fed)
    {
        foreach (ShellWord word in command.Words)
        {
            VisitExpansions(word.Parts);
        }

        foreach (ShellAssignment assignment in command.Assignments)
        {
            foreach (ShellWord value in assignment.Values)
            {
                VisitExpansions(value.Parts);
            }

            Assign(assignment.Name, assignment.Values);
        }

        VisitRedirections(command.Redirections);
        if (command.Words.Count > 0)
        {
            Argument[] words = [.. command.Words.Select(word => Argument.Of(word, _unsure))];
            if (words[0].Literal is "read" or "mapfile" or "readarray" or "getopts")
            {
                foreach (Argument word in words.Skip(1))
                {
                    CheckVariable(word.Text);
                    _unsure.Add(word.Text);
                }
            }

            bool hasInput = fed || command.Redirections.Any(redirection => redirection.Operator[0] == '<');
            new CommandRisk(this, command.Redirections).Assess(words, hasInput);
        }
        else if (command.Assignments.Count > 0)
        {
            Note(Risk.Read, command.Assignments[0].Name + "=");
        }
    }

    private void Assign(string name, IReadOnlyList<ShellWord> values)
    {
        CheckVariable(name);
        if (!values.All(value => value.Literal is { } text && PlainValue().IsMatch(text)))
        {
            _unsure.Add(name);
        }
    }

    /// <summary>Variables that make innocent programs run something else.</summary>
    public void CheckVariable(string name)
    {
        if (PowerfulVariable().IsMatch(name))
        {
            Note(Risk.Unknown, $"{name}=");
        }
    }

    [GeneratedRegex(@"^(?![-~])[\w@%+=:,./-]*$", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex PlainValue();

    [GeneratedRegex(@"^(?:PATH|LD_\w+|DYLD_\w+|BASH_ENV|ENV|IFS|PAGER|\w+_PAGER|MANPAGER|GIT_\w+|EDITOR|\w+_EDITOR|VISUAL|LESS\w*|PYTHON\w*|PERL\w*|RUBY\w*|NODE_(?:OPTIONS|PATH|REDIRECT\w+|V8\w+|REPL\w+|EXTRA\w+|COMPILE\w+|DEBUG)|PROMPT_COMMAND|SHELLOPTS|BASHOPTS|BASH_\w+|PS[0-4]|KUBECTL_\w+|PSQLRC|PSQL_\w+|TAR_OPTIONS|\w*JAVA_OPTIONS|JAVA_\w+|\w*_OPTS|CEPH_ARGS|TF_CLI_\w+|TF_LOG_PATH|TF_PLUGIN_\w+|TF_DATA_DIR|LIBVIRT_\w+|VIRSH_\w+|LVM_\w+|RIPGREP_CONFIG_PATH|ACKRC|ACK_\w+|REDISCLI_RCFILE|HELM_PLUGINS|MANROFFOPT|GCONV_PATH|LOCPATH|TERMINFO\w*|CURL_HOME|WGETRC|RSYNC_\w+|SSH_ASKPASS|SUDO_ASKPASS|HOME|CDPATH|FCEDIT|HISTFILE|SHELL|OPENSSL_\w+|MALLOC_\w+|GLIBC_TUNABLES|XDG_\w+|KUBECONFIG|AWS_CONFIG_FILE|AWS_SHARED_CREDENTIALS_FILE|DOCKER_HOST|DOCKER_CONFIG|INPUTRC|SYSTEMD_\w+)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PowerfulVariable();
}
