using IncidentOps.Core.Runbooks.Reading;
using IncidentOps.Core.Runbooks.Risks;
using IncidentOps.Core.Runbooks.Shell;
using IncidentOps.Core.Runbooks.Sql;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>The values of a run: as environment variables for its steps, and judged by what they can do there.</summary>
internal sealed class RunValues
{
    private readonly IReadOnlyDictionary<string, string> _values;

    public RunValues(Runbook runbook, IReadOnlyDictionary<string, string> values)
    {
        _values = values;
        HashSet<string> secrets = new(runbook.Parameters.Where(parameter => parameter.Secret).Select(parameter => parameter.Name), ParameterNames.Comparer);
        foreach (RunbookStep step in runbook.Steps.Where(step => step is { Command: not null, Shell: not null }))
        {
            // "$POD" in one step and "<pod>" in another are one parameter and two variables.
            foreach ((string name, _) in StepParameters.Of(step.Command!, step.Shell!, new HashSet<string>(StringComparer.Ordinal)).Found)
            {
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
            return new PreparedStep(step, step.Command!, Obstacle: null);
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

    public static bool IsPlain(string? value) => value is null || ShellRisk.PlainValue().IsMatch(value);
}

/// <summary>A step with its final text; or what is in its way.</summary>
internal sealed record PreparedStep(RunbookStep Step, string Command, string? Obstacle);
