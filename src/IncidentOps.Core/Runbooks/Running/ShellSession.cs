using System.Text;
using IncidentOps.Core.Execution;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>
/// Makes separate shells look like one: variables and the working directory that a step leaves are what the next one
/// starts with. They travel through a file that only this user can open and that lives in memory where it can.
/// </summary>
internal sealed class ShellSession : IHostShell
{
    private const int LargestState = 1024 * 1024;

    // One environment variable can hold 128 KiB on Linux.
    private const int LargestLocals = 96 * 1024;

    // The watchdog ends the group, and takes the state away, when this process dies and so stops holding standard input open.
    private const string Watchdog = """
        exec 9<&0 </dev/null
        ( ( IFS= read -r _ <&9 || { rm -rf "${1%/*}"; kill -9 -"$$"; } ) >/dev/null 2>&1 & )
        exec 9<&-

        """;

    private const string Bash = Watchdog + """
        __io_file=$1 __io_command=$2
        export -n __io_locals __io_secrets
        shift 2
        __io_save() {
          local __io_name IFS=$' \t\n'
          set +eux
          unset $__io_secrets
          {
            printf '%s\0' "$PWD"
            for __io_name in $(compgen -v); do
              case $__io_name in __io_*|BASH*|IFS|PWD|OLDPWD|SHLVL|_) continue ;; esac
              printf '%s\0' "$__io_name"
              declare -p "$__io_name"
              printf '\0%s\0' "${!__io_name}"
            done
          } >"$__io_file" 2>/dev/null
        }
        eval "$__io_locals"
        trap __io_save EXIT
        eval "$__io_command"
        """;

    private const string Posix = Watchdog + """
        __io_file=$1
        __io_command=$2
        shift 2
        unset __io_locals
        set -a
        trap 'unset __io_secrets $__io_secrets; { printf "%s\0" "$PWD"; env -0; } >"$__io_file" 2>/dev/null' EXIT
        eval "$__io_command"
        """;

    // The shell's own business; setting them again would fail or confuse.
    private static readonly HashSet<string> NotCarried = new(StringComparer.Ordinal)
    {
        "DIRSTACK", "EUID", "UID", "PPID", "GROUPS", "HOSTNAME", "HOSTTYPE", "MACHTYPE", "OSTYPE", "OPTERR", "OPTIND", "OPTARG",
        "PIPESTATUS", "SECONDS", "RANDOM", "SRANDOM", "EPOCHSECONDS", "EPOCHREALTIME", "SHELLOPTS", "PS4", "LINENO", "FUNCNAME",
        "COMP_WORDBREAKS", "REPLY", "IFS", "PWD", "OLDPWD", "SHLVL", "_", "TERM", "COLUMNS", "LINES",
    };

    private readonly IReadOnlySet<string> _secrets;
    private readonly string _folder;
    private readonly Dictionary<string, string> _environment;
    private string? _workingDirectory;
    private string _locals = "";
    private int _unkept;

    /// <param name="processes">Runs commands on this machine.</param>
    /// <param name="environment">What the first step starts with.</param>
    /// <param name="workingDirectory">Where it starts.</param>
    /// <param name="secrets">The variables that hold secrets: they are given to every step and never written to the file.</param>
    public ShellSession(IProcessRunner processes, IReadOnlyDictionary<string, string> environment, string? workingDirectory, IReadOnlySet<string> secrets)
    {
        Processes = processes;
        _environment = new Dictionary<string, string>(environment, StringComparer.Ordinal);
        _workingDirectory = workingDirectory;
        _secrets = secrets;
        _folder = CreateFolder();
    }

    public IProcessRunner Processes { get; }

    public string? Variable(string name) => _environment.GetValueOrDefault(name);

    /// <summary>Whether steps in a shell run anywhere.</summary>
    public static bool Knows(string shell) => shell is "bash" or "sh";

    public static bool CanRun(string shell) => Knows(shell) && !OperatingSystem.IsWindows();

    public ProcessRequest Request(string shell, string command, bool keep)
    {
        Dictionary<string, string> environment = new(_environment, StringComparer.Ordinal)
        {
            ["__io_locals"] = shell == "bash" ? _locals : "",
            ["__io_secrets"] = string.Join(' ', _secrets),
        };
        string state = keep ? StateFile : $"{StateFile}.{Interlocked.Increment(ref _unkept)}";
        File.Delete(state);
        return new ProcessRequest
        {
            FileName = shell,
            Arguments = ["-c", shell == "bash" ? Bash : Posix, shell, state, command],
            Environment = environment,
            WorkingDirectory = _workingDirectory,
            Lifeline = true,
        };
    }

    public void TakeOver(string shell, string command)
    {
        FileInfo file = new(StateFile);
        if (!file.Exists || file.Length is 0 or > LargestState)
        {
            return;
        }

        string[] fields = Encoding.UTF8.GetString(File.ReadAllBytes(StateFile)).Split('\0');
        file.Delete();
        if (Directory.Exists(fields[0]))
        {
            _workingDirectory = fields[0];
        }

        Dictionary<string, string> environment = new(StringComparer.Ordinal);
        StringBuilder locals = new();
        if (shell == "bash")
        {
            ReadBash(fields, environment, locals);
        }
        else
        {
            foreach (string entry in fields.Skip(1))
            {
                int equals = entry.IndexOf('=', StringComparison.Ordinal);
                if (equals > 0)
                {
                    environment[entry[..equals]] = entry[(equals + 1)..];
                }
            }
        }

        foreach (string name in environment.Keys.Where(name => name.StartsWith("BASH_FUNC_", StringComparison.Ordinal) || name.StartsWith("__io_", StringComparison.Ordinal)).ToArray())
        {
            environment.Remove(name);
        }

        // What the shell keeps to itself, and secrets, go on as they were.
        foreach (string name in NotCarried.Concat(_secrets))
        {
            environment.Remove(name);
            if (_environment.TryGetValue(name, out string? value))
            {
                environment[name] = value;
            }
        }

        _environment.Clear();
        foreach ((string name, string value) in environment)
        {
            _environment[name] = value;
        }

        _locals = locals.Length <= LargestLocals ? locals.ToString() : "";
    }

    public string? WhyNotStarted(string shell, ProcessResult result) => null;

    public ValueTask CloseAsync(bool atOnce)
    {
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A background process may still hold it; it holds nothing of worth any more.
        }

        return ValueTask.CompletedTask;
    }

    private string StateFile => Path.Combine(_folder, "state");

    private static void ReadBash(string[] fields, Dictionary<string, string> environment, StringBuilder locals)
    {
        for (int at = 1; at + 2 < fields.Length; at += 3)
        {
            (string name, string declaration, string value) = (fields[at], fields[at + 1], fields[at + 2]);
            string flags = declaration.StartsWith("declare -", StringComparison.Ordinal) ? declaration.Split(' ')[1] : "";
            if (flags.Length == 0 || NotCarried.Contains(name))
            {
                continue;
            }

            bool array = flags.Contains('a', StringComparison.Ordinal) || flags.Contains('A', StringComparison.Ordinal);
            if (flags.Contains('x', StringComparison.Ordinal) && !array)
            {
                environment[name] = value;
            }
            else if (!flags.Contains('r', StringComparison.Ordinal) || !name.StartsWith("BASH", StringComparison.Ordinal))
            {
                locals.Append(declaration.TrimEnd('\n')).Append('\n');
            }
        }
    }

    private static string CreateFolder()
    {
        const string memory = "/dev/shm";
        if (OperatingSystem.IsWindows() || !Directory.Exists(memory))
        {
            return Directory.CreateTempSubdirectory("incidentops-").FullName;
        }

        string folder = Path.Combine(memory, "incidentops-" + Path.GetRandomFileName());
        return Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
    }
}
