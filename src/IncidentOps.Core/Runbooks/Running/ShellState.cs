using System.Text;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Runbooks.Shell;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>What a step leaves to the next one: its variables, exported or not, and its working directory.</summary>
/// <param name="environment">The exported variables, and what a shell keeps to itself.</param>
/// <param name="locals">All other variables, in bash's own words.</param>
/// <param name="folder">The working directory; null for the current one.</param>
internal sealed class ShellState(IReadOnlyDictionary<string, string> environment, IReadOnlyDictionary<string, BashDeclaration> locals, string? folder)
{
    // What is longer is a document; a run that goes on has to be given it.
    private const int LongestRecorded = 4096;

    // The shell's own business; setting them again would fail or confuse. So is SHELL where it is not exported.
    private static readonly HashSet<string> NotCarried = new(StringComparer.Ordinal)
    {
        "DIRSTACK", "EUID", "UID", "PPID", "GROUPS", "HOSTNAME", "HOSTTYPE", "MACHTYPE", "OSTYPE", "OPTERR", "OPTIND", "OPTARG",
        "PIPESTATUS", "SECONDS", "RANDOM", "SRANDOM", "EPOCHSECONDS", "EPOCHREALTIME", "SHELLOPTS", "PS4", "LINENO", "FUNCNAME", "HISTCMD",
        "COMP_WORDBREAKS", "REPLY", "IFS", "PWD", "OLDPWD", "SHLVL", "_", "TERM", "COLUMNS", "LINES",
    };

    private static readonly Dictionary<string, BashDeclaration> None = [];

    /// <summary>What a run begins with.</summary>
    public ShellState(IReadOnlyDictionary<string, string> environment, string? folder)
        : this(environment, None, folder)
    {
    }

    public IReadOnlyDictionary<string, string> Environment => environment;

    public string? Folder => folder;

    /// <summary>The value a variable has for the next step; null where it has none, a blank where it has many.</summary>
    public string? Variable(string name) =>
        locals.TryGetValue(name, out BashDeclaration? local) ? local.Value ?? " " : environment.GetValueOrDefault(name);

    /// <summary>What makes a shell with another environment one with this state.</summary>
    /// <param name="born">The environment that it has.</param>
    /// <param name="secrets">The variables that it has anyway.</param>
    public string SetupFor(IReadOnlyDictionary<string, string> born, IReadOnlySet<string> secrets)
    {
        StringBuilder setup = new();
        foreach (string name in born.Keys.Where(name => !environment.ContainsKey(name) && Travels(name, secrets)))
        {
            setup.Append("unset -v ").Append(name).Append('\n');
        }

        foreach ((string name, string value) in environment)
        {
            if (Travels(name, secrets) && !(born.TryGetValue(name, out string? known) && known == value))
            {
                setup.Append("export ").Append(name).Append('=').Append(PosixWord.Quote(value)).Append('\n');
            }
        }

        foreach (BashDeclaration local in locals.Values)
        {
            setup.Append(local.Text).Append('\n');
        }

        return folder is null ? setup.ToString() : setup.Append("cd -- ").Append(PosixWord.Quote(folder)).Append('\n').ToString();
    }

    /// <summary>The state after a step in bash.</summary>
    /// <param name="declarations">Its variables, as bash tells them.</param>
    /// <param name="secrets">The variables that go on as they were.</param>
    /// <param name="isFolder">Whether there is such a folder.</param>
    public ShellState AfterBash(string declarations, IReadOnlySet<string> secrets, Predicate<string?> isFolder)
    {
        Dictionary<string, string> exported = new(StringComparer.Ordinal);
        Dictionary<string, BashDeclaration> others = new(StringComparer.Ordinal);
        string? left = null;
        foreach (BashDeclaration declaration in BashDeclaration.ReadAll(declarations))
        {
            if (declaration is { Name: "PWD", Value: { } path } && isFolder(path))
            {
                left = path;
            }
            else if (declaration is { Flags: "x", Value: { } value })
            {
                exported[declaration.Name] = value;
            }
            else if (Travels(declaration.Name, secrets) && !declaration.Name.StartsWith("BASH", StringComparison.Ordinal) && declaration.Name != "SHELL")
            {
                others[declaration.Name] = declaration;
            }
        }

        return After(exported, others, left, secrets);
    }

    /// <summary>The state after a step in another shell, which tells only its environment.</summary>
    /// <param name="path">Its working directory.</param>
    /// <param name="entries">Its environment, NAME=VALUE.</param>
    /// <param name="secrets">The variables that go on as they were.</param>
    /// <param name="isFolder">Whether there is such a folder.</param>
    public ShellState AfterPosix(string path, IEnumerable<string> entries, IReadOnlySet<string> secrets, Predicate<string?> isFolder)
    {
        Dictionary<string, string> exported = new(StringComparer.Ordinal);
        foreach (string entry in entries)
        {
            int equals = entry.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                exported[entry[..equals]] = entry[(equals + 1)..];
            }
        }

        return After(exported, None, isFolder(path) ? path : null, secrets);
    }

    /// <summary>The state after a step in PowerShell, which tells what it has changed.</summary>
    /// <param name="changes">The variables of its environment; null for those that it took away.</param>
    /// <param name="path">The folder that it went to; null where it stayed.</param>
    /// <param name="secrets">The variables that go on as they were.</param>
    public ShellState AfterScript(IReadOnlyDictionary<string, string?> changes, string? path, IReadOnlySet<string> secrets)
    {
        Dictionary<string, string> exported = new(environment, StringComparer.Ordinal);
        Dictionary<string, BashDeclaration> others = new(locals, StringComparer.Ordinal);
        foreach ((string name, string? value) in changes.Where(change => Travels(change.Key, secrets)))
        {
            others.Remove(name);
            exported.Remove(name);
            if (value is not null)
            {
                exported[name] = value;
            }
        }

        return new ShellState(exported, others, Directory.Exists(path) ? path : folder);
    }

    /// <summary>What has changed since an earlier state, as far as it may be written down; null where nothing has.</summary>
    /// <param name="before">The earlier state.</param>
    /// <param name="secrets">The variables that are never told.</param>
    /// <param name="redactor">What knows a secret when it sees one.</param>
    public RunbookStepState? ChangesSince(ShellState before, IReadOnlySet<string> secrets, SecretRedactor redactor)
    {
        Dictionary<string, string?> changed = new(StringComparer.Ordinal);
        List<string> unknown = [];
        List<string> gone = [];
        foreach (string name in before.Names.Union(Names, StringComparer.Ordinal).Where(name => Travels(name, secrets) && !IsAsIn(before, name)))
        {
            if (Exported(name) is null && Local(name) is null)
            {
                gone.Add(name);
                continue;
            }

            bool isExported = Local(name) is null && Exported(name) is not null;
            string? value = isExported ? Exported(name) : Local(name)?.Value;
            string told = $"{name}={value}";
            if (value is null || (value.Length <= LongestRecorded && redactor.Redact(told) == told))
            {
                changed[name] = value;
            }
            else if (isExported)
            {
                unknown.Add(name);
            }
            else
            {
                changed[name] = null;
            }
        }

        string? moved = folder == before.Folder ? null : folder;
        return moved is null && changed.Count == 0 && unknown.Count == 0 && gone.Count == 0 ? null : new RunbookStepState(moved, changed, unknown, gone);
    }

    private IEnumerable<string> Names => environment.Keys.Concat(locals.Keys);

    private bool IsAsIn(ShellState other, string name) => Exported(name) == other.Exported(name) && Local(name)?.Text == other.Local(name)?.Text;

    private string? Exported(string name) => environment.GetValueOrDefault(name);

    private BashDeclaration? Local(string name) => locals.GetValueOrDefault(name);

    private ShellState After(Dictionary<string, string> exported, Dictionary<string, BashDeclaration> others, string? left, IReadOnlySet<string> secrets)
    {
        foreach (string name in exported.Keys.Where(name => !Travels(name, secrets)).ToArray())
        {
            exported.Remove(name);
        }

        // What the shell keeps to itself, and secrets, go on as they were.
        foreach ((string name, string value) in environment.Where(variable => !Travels(variable.Key, secrets)))
        {
            exported[name] = value;
        }

        return new ShellState(exported, others, left ?? folder);
    }

    // Names that are none go from process to process without any shell's doing.
    private static bool Travels(string name, IReadOnlySet<string> secrets) =>
        !NotCarried.Contains(name) && !secrets.Contains(name) && !name.StartsWith("__io_", StringComparison.Ordinal) && ShellVariables.IsName(name);
}
