using IncidentOps.Core.Runbooks.Scripts;
using IncidentOps.Core.Runbooks.Shell;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Reading;

/// <summary>
/// Gathers the values that a runbook's steps need, step by step: what an earlier one has set is nobody's to give.
/// </summary>
internal sealed class ParameterCollector
{
    private readonly Dictionary<string, RunbookParameter> _parameters = new(ParameterNames.Comparer);
    private readonly List<string> _order = [];
    private readonly HashSet<string> _assigned;

    // The same with what steps have set that are over, and of which nothing may be known any more.
    private readonly HashSet<string> _everAssigned;

    /// <param name="described">The parameters that are known before any step is looked at.</param>
    /// <param name="assigned">The variables that are set before the first step.</param>
    public ParameterCollector(IEnumerable<RunbookParameter> described, IEnumerable<string>? assigned = null)
    {
        _assigned = new(assigned ?? [], StringComparer.Ordinal);
        _everAssigned = new(_assigned, StringComparer.Ordinal);
        foreach (RunbookParameter parameter in described)
        {
            Add(parameter);
        }
    }

    /// <summary>The described ones, then the others in the order in which the steps need them.</summary>
    public IReadOnlyList<RunbookParameter> Parameters => [.. _order.Select(name => _parameters[name])];

    /// <summary>Takes the next step's command; gives the names of the values it needs.</summary>
    /// <param name="command">The command.</param>
    /// <param name="shell">Its shell.</param>
    /// <param name="parsed">What it was parsed to; null to parse it here.</param>
    public IReadOnlyList<string> Take(string command, string shell, ShellParseResult? parsed = null)
    {
        StepParameters used = StepParameters.Of(command, shell, _assigned, parsed);
        _assigned.UnionWith(used.Set);
        return Take(used);
    }

    /// <summary>The same for a step that is over: what it has set is not there for the next ones, unless that is known otherwise.</summary>
    /// <param name="command">The command.</param>
    /// <param name="shell">Its shell.</param>
    public IReadOnlyList<string> TakeEnded(string command, string shell) => Take(StepParameters.Of(command, shell, _everAssigned));

    /// <summary>A value that is needed though no step spells it: programs find it in their environment.</summary>
    public string Require(string secret)
    {
        Add(new RunbookParameter { Name = secret });
        RunbookParameter parameter = _parameters[secret];
        _parameters[secret] = parameter with { Secret = true };
        return parameter.Name;
    }

    private List<string> Take(StepParameters used)
    {
        foreach ((string name, string? fallback) in used.Found)
        {
            Add(new RunbookParameter { Name = name, Default = fallback });
        }

        _everAssigned.UnionWith(used.Set);
        return [.. used.Found.Select(each => _parameters[each.Name].Name).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The names of the values that a step in PowerShell needs, when all steps are known: the places that it leaves open, and
    /// of its variables those that the document or another step asks for. Any other is the session's own.
    /// </summary>
    public IReadOnlyList<string> Of(ScriptText script) =>
        [.. script.Places.Concat(script.Variables.Where(static name => !ScriptNames.IsOwn(name))).Concat(script.Environment)
            .Where(_parameters.ContainsKey).Select(name => _parameters[name].Name).Distinct(StringComparer.Ordinal)];

    private void Add(RunbookParameter parameter)
    {
        if (_parameters.TryAdd(parameter.Name, parameter))
        {
            _order.Add(parameter.Name);
        }
    }
}
