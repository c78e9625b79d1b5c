namespace IncidentOps.Build.Help;

/// <summary>A page that cannot be compiled, in the form that MSBuild and editors jump to.</summary>
internal sealed class HelpException(string path, int line, string message) : Exception(Format(path, line, message))
{
    internal static string Format(string path, int line, string message) => $"{path}({line}): error HELP001: {message}";
}
