using System.Text;

namespace IncidentOps.Core.Runbooks;

/// <summary>How parameters are told apart and what their environment variables are called.</summary>
internal static class ParameterNames
{
    private static readonly HashSet<string> WellKnown = new(StringComparer.Ordinal)
    {
        "HOME", "PATH", "USER", "LOGNAME", "SHELL", "PWD", "OLDPWD", "HOSTNAME", "TERM", "LANG", "LANGUAGE", "TMPDIR", "UID",
        "EUID", "PPID", "RANDOM", "SRANDOM", "SECONDS", "LINENO", "IFS", "OSTYPE", "HOSTTYPE", "MACHTYPE", "REPLY", "OPTARG",
        "OPTIND", "PIPESTATUS", "FUNCNAME", "EDITOR", "VISUAL", "PAGER", "DISPLAY", "MAIL", "SHLVL", "COLUMNS", "LINES",
        "EPOCHSECONDS", "EPOCHREALTIME", "TZ", "GROUPS", "DIRSTACK", "COMP_WORDS", "COMP_CWORD", "SUDO_USER", "_",
    };

    /// <summary>Compares "pod-name", "POD_NAME" and "pod name" as the one name they are to a person.</summary>
    public static IEqualityComparer<string> Comparer { get; } = new LooseComparer();

    /// <summary>Variables that every shell has.</summary>
    public static bool IsWellKnown(string name) =>
        WellKnown.Contains(name)
        || name.StartsWith("LC_", StringComparison.Ordinal)
        || name.StartsWith("BASH", StringComparison.Ordinal)
        || name.StartsWith("XDG_", StringComparison.Ordinal)
        || name.StartsWith("SSH_", StringComparison.Ordinal);

    /// <summary>The environment variable that carries a parameter's value: "pod-name" goes as pod_name.</summary>
    public static string VariableOf(string name)
    {
        StringBuilder variable = new(name.Length);
        foreach (char c in name)
        {
            variable.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
        }

        if (variable.Length == 0 || char.IsAsciiDigit(variable[0]))
        {
            variable.Insert(0, '_');
        }

        // A placeholder called <path> must not become the shell's own PATH.
        string text = variable.ToString();
        return IsWellKnown(text) ? "value_" + text : text;
    }

    private sealed class LooseComparer : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => x == y || (x is not null && y is not null && Reduce(x) == Reduce(y));

        public int GetHashCode(string obj) => StringComparer.Ordinal.GetHashCode(Reduce(obj));

        private static string Reduce(string name) =>
            string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
    }
}
