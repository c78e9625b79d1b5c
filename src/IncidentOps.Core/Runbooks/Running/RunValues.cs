using IncidentOps.Core.Runbooks.Reading;
using IncidentOps.Core.Runbooks.Risks;
using IncidentOps.Core.Runbooks.Scripts;
using IncidentOps.Core.Runbooks.Shell;
using IncidentOps.Core.Runbooks.Sql;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>The values of a run: as environment variables for its steps, and judged by what they can do there.</summary>
internal sealed class RunValues
{
    // What an array is told as.
    private const string Many = " ";

    private readonly IReadOnlyDictionary<string, string> _values;
    private readonly IReadOnlyDictionary<string, string> _start;

    // The variables that the steps in a shell speak of.
    private readonly HashSet<string> _spoken = new(StringComparer.Ordinal);

    /// <param name="runbook">The runbook.</param>
    /// <param name="values">The values by the runbook's names.</param>
    /// <param name="start">The environment that the run begins with.</param>
    public RunValues(Runbook runbook, IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, string> start)
    {
        (_values, _start) = (values, start);
        HashSet<string> secrets = new(runbook.Parameters.Where(parameter => parameter.Secret).Select(parameter => parameter.Name), ParameterNames.Comparer);
        foreach (RunbookStep step in runbook.Steps.Where(step => step is { Command: not null, Shell: not (null or ScriptReached.Shell) }))
        {
            StepParameters used = StepParameters.Of(step.Command!, step.Shell!, new HashSet<string>(StringComparer.Ordinal));
            _spoken.UnionWith(used.Set);

            // "$POD" in one step and "<pod>" in another are one parameter and two variables.
            foreach ((string name, _) in used.Found)
            {
                _spoken.Add(ParameterNames.VariableOf(name));
                if (values.TryGetValue(name, out string? value))
                {
                    string variable = ParameterNames.VariableOf(name);
                    Variables[variable] = value;
                    if (secrets.Contains(name))
                    {
                        SecretVariables.Add(variable);
                    }
                }
            }
        }

        Shown = values.Where(value => !secrets.Contains(value.Key)).ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal);
        Secrets = [.. secrets.Where(values.ContainsKey).Select(name => values[name])];
    }

    /// <summary>The values by the environment variables that carry them.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public HashSet<string> SecretVariables { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Secrets { get; }

    /// <summary>The values by their names, without the secret ones.</summary>
    public IReadOnlyDictionary<string, string> Shown { get; }

    /// <param name="step">The step.</param>
    /// <param name="variable">The value that a variable has for it; null where it has none.</param>
    /// <summary>
    /// The step as it is about to run: its text, and a risk that knows the values. A reading command whose values could
    /// make more of it is not a reading command any more.
    /// </summary>
    public PreparedStep Prepare(RunbookStep step, Func<string, string?> variable)
    {
        string shell = step.Shell!;
        if (shell == ScriptReached.Shell)
        {
            ScriptText powershell = ScriptText.Parse(step.Command!);
            return new PreparedStep(step, powershell.Text, ObstacleOf(powershell, ForScript(powershell, variable)));
        }

        if (shell == SqlStep.Shell)
        {
            return SqlStep.Prepare(step);
        }

        if (PlaceholderText.Rewrite(step.Command!) is not { } command)
        {
            return new PreparedStep(step, "", "a value is left open where the shell takes none, such as a quoted here-document; use $NAME there");
        }

        List<string> unsure = [];
        if (ShellParser.Parse(command).Script is { } script)
        {
            unsure.AddRange(ShellVariables.Of(script).Used.Where(name => !IsPlain(variable(name))));
        }

        RiskAssessment document = RiskClassifier.Classify(command, shell);
        RiskAssessment actual = unsure.Count == 0 ? document : RiskClassifier.Classify(command, shell, unsure);
        string? code = actual.Reparsed.FirstOrDefault(name => _values.TryGetValue(name, out string? value) && !IsPlain(value));
        if (code is not null)
        {
            return new PreparedStep(step, command, $"the value of '{code}' would be read as code here, and holds more than letters, digits and @%+=:,./-");
        }

        return actual.Risk > document.Risk && actual.Risk > step.Risk
            ? new PreparedStep(step with { Risk = actual.Risk, RiskReason = actual.Reason }, command, Obstacle: null)
            : new PreparedStep(step, command, Obstacle: null);
    }

    /// <summary>What reaches a step in PowerShell.</summary>
    /// <param name="script">Its text.</param>
    /// <param name="variable">The value that a variable of the shells has by now; null where it has none.</param>
    public ScriptValues ForScript(ScriptText script, Func<string, string?> variable)
    {
        Dictionary<string, string> variables = new(StringComparer.OrdinalIgnoreCase);
        foreach (string name in script.Variables.Where(static name => !ScriptNames.IsOwn(name)).Concat(script.Places))
        {
            if (Find(name) is { } value)
            {
                variables[ScriptText.VariableOf(name)] = value;
            }
        }

        // What runs there needs what it would have in a shell; a secret only where the script names it.
        Dictionary<string, string> environment = new(StringComparer.Ordinal);
        foreach (string name in _spoken.Where(name => !SecretVariables.Contains(name)))
        {
            if (Changed(name) is { } value)
            {
                environment[name] = value;
            }
        }

        foreach (string name in script.Environment)
        {
            if (Find(name) is { } value)
            {
                environment[name] = value;
            }
        }

        return new ScriptValues(variables, environment, script.Environment);

        string? Changed(string name) => variable(name) is { } value && value != Many && value != _start.GetValueOrDefault(name) ? value : null;

        string? Find(string name) =>
            Changed(name)
            ?? _spoken.Where(other => ParameterNames.Comparer.Equals(other, name)).Select(Changed).FirstOrDefault(static value => value is not null)
            ?? _values.GetValueOrDefault(name);
    }

    private string? ObstacleOf(ScriptText script, ScriptValues values) =>
        script.Obstacle is { } obstacle ? obstacle
        : script.Variables.FirstOrDefault(name => ScriptNames.IsOwn(name) && _values.ContainsKey(name)) is { } own
            ? $"${own} is PowerShell's own variable; the value of the runbook is <{own}> or {{{{{own}}}}} there"
        : script.ReadsCode is { } reader && script.Loose.FirstOrDefault(name => !IsPlain(values.Find(name))) is { } code
            ? $"the value of '{code}' could be read as code here ({reader}), and holds more than letters, digits and @%+=:,./-"
        : null;

    public static bool IsPlain(string? value) => value is null || ShellRisk.PlainValue().IsMatch(value);
}

/// <summary>A step with its final text; or what is in its way.</summary>
internal sealed record PreparedStep(RunbookStep Step, string Command, string? Obstacle);
