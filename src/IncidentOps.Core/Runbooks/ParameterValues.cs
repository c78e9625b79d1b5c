using System.Text.RegularExpressions;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Errors;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks;

/// <summary>Checks the values that a run is given against what the runbook asks for.</summary>
internal static class ParameterValues
{
    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(250);

    /// <summary>A pattern that a value has to match as a whole; null where it is no regular expression.</summary>
    public static Regex? Compile(string pattern)
    {
        try
        {
            return new Regex($"^(?:{pattern})\\z", RegexOptions.CultureInvariant, PatternTime);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>
    /// The values by the names the runbook uses: given ones first, then the environment's, then defaults. What is there
    /// is checked; what the steps need and is not there is missing. A secret one may be a reference to where it is kept.
    /// </summary>
    public static (IReadOnlyDictionary<string, string> Values, IReadOnlyList<RunbookParameter> Missing) Resolve(
        Runbook runbook,
        IEnumerable<RunbookStep> steps,
        IReadOnlyDictionary<string, string> given,
        IReadOnlyDictionary<string, string> environment,
        SecretResolver? secrets)
    {
        Dictionary<string, string> lookup = new(ParameterNames.Comparer);
        foreach ((string name, string value) in given)
        {
            if (!runbook.Parameters.Any(parameter => ParameterNames.Comparer.Equals(parameter.Name, name)))
            {
                throw RunbookErrors.UnknownParameter(runbook, name);
            }

            lookup[name] = value;
        }

        HashSet<string> needed = new(steps.SelectMany(step => step.Parameters), ParameterNames.Comparer);
        Dictionary<string, string> values = new(ParameterNames.Comparer);
        List<RunbookParameter> missing = [];
        foreach (RunbookParameter parameter in runbook.Parameters)
        {
            string? value = lookup.TryGetValue(parameter.Name, out string? said)
                ? Reveal(parameter, said, secrets)
                : environment.GetValueOrDefault(ParameterNames.VariableOf(parameter.Name)) ?? DefaultOf(parameter, secrets);
            if (value is not null)
            {
                Check(runbook, parameter, value);
                values[parameter.Name] = value;
            }
            else if (needed.Contains(parameter.Name))
            {
                missing.Add(parameter);
            }
        }

        return (values, missing);
    }

    private static string Reveal(RunbookParameter parameter, string value, SecretResolver? secrets) =>
        secrets is not null && parameter.Secret && SecretReference.TryParse(value, out SecretReference? reference) ? secrets.Resolve(reference) : value;

    // A default that points to nothing is none.
    private static string? DefaultOf(RunbookParameter parameter, SecretResolver? secrets)
    {
        try
        {
            return parameter.Default is { } value ? Reveal(parameter, value, secrets) : null;
        }
        catch (IncidentOpsException)
        {
            return null;
        }
    }

    private static void Check(Runbook runbook, RunbookParameter parameter, string value)
    {
        if (value.Contains('\0', StringComparison.Ordinal))
        {
            throw RunbookErrors.InvalidParameter(runbook, parameter, "it holds a NUL character");
        }

        if (parameter.Choices.Count > 0 && !parameter.Choices.Contains(value, StringComparer.Ordinal))
        {
            throw RunbookErrors.InvalidParameter(runbook, parameter, $"it must be one of {string.Join(", ", parameter.Choices)}");
        }

        if (parameter.Pattern is { } pattern && !Matches(pattern, value))
        {
            throw RunbookErrors.InvalidParameter(runbook, parameter, $"it does not match {pattern}");
        }
    }

    private static bool Matches(string pattern, string value)
    {
        try
        {
            return Compile(pattern)?.IsMatch(value) ?? false;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
