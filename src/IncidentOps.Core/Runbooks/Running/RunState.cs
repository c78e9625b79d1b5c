using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Runbooks.Shell;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>What the steps of a run had left on a machine when it broke off.</summary>
internal sealed class RunState
{
    private readonly Dictionary<string, string?> _variables = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);
    private readonly HashSet<string> _gone = new(StringComparer.Ordinal);

    /// <summary>The folder that they had gone to; null for the one that the run began in.</summary>
    public string? Folder { get; private set; }

    /// <summary>The variables that they had set; null for those that they took away, or that cannot be told.</summary>
    public IReadOnlyDictionary<string, string?> Variables => _variables;

    /// <summary>Those that programs had in their environment and that were not written down.</summary>
    public IReadOnlySet<string> Unknown => _unknown;

    /// <summary>Takes what the next step has left. The record may have been spoilt.</summary>
    public void Add(RunbookStepState left)
    {
        Folder = left.Folder ?? Folder;
        foreach ((string name, string? value) in left.Variables ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            if (ShellVariables.IsName(name))
            {
                _unknown.Remove(name);
                _gone.Remove(name);
                _variables[name] = value?.Contains('\0', StringComparison.Ordinal) == true ? null : value;
            }
        }

        foreach (string name in (left.Unknown ?? []).Where(ShellVariables.IsName))
        {
            _variables[name] = null;
            _gone.Remove(name);
            _unknown.Add(name);
        }

        foreach (string name in (left.Gone ?? []).Where(ShellVariables.IsName))
        {
            _variables[name] = null;
            _unknown.Remove(name);
            _gone.Add(name);
        }
    }

    /// <summary>Puts an environment back to what they had left.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="given">The values of the run, for what cannot be told.</param>
    public void Restore(Dictionary<string, string> environment, IReadOnlyDictionary<string, string> given)
    {
        foreach ((string name, string? value) in _variables)
        {
            environment.Remove(name);
            if (!_gone.Contains(name) && (value ?? given.GetValueOrDefault(name)) is { } known)
            {
                environment[name] = known;
            }
        }
    }
}
