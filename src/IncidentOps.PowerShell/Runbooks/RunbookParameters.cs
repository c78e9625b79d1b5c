using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Security;
using IncidentOps.Core.Runbooks;
using IncidentOps.PowerShell.Completion;
using IncidentOps.Runbooks;

namespace IncidentOps.PowerShell.Runbooks;

/// <summary>
/// The values of a runbook as parameters of a command. None is mandatory to the engine: it would ask for values that the
/// chosen steps do not need, and ask also where nobody is there. The run names all that are missing at once.
/// </summary>
internal sealed class RunbookParameters
{
    public RunbookParameters(Runbook runbook, IReadOnlyDictionary<string, string> environment)
    {
        foreach (RunbookParameter parameter in runbook.Parameters.Where(parameter => IsFree(parameter.Name)))
        {
            Collection<Attribute> attributes =
            [
                new ParameterAttribute { HelpMessage = Help(parameter, environment) },
                new ValidateNotNullAttribute(),
                new ArgumentCompleterAttribute(typeof(RunbookValueCompleter)),
            ];
            if (parameter.Secret)
            {
                attributes.Add(new SecretTextAttribute());
            }

            Definitions.TryAdd(parameter.Name, new RuntimeDefinedParameter(parameter.Name, parameter.Secret ? typeof(SecureString) : typeof(string), attributes));
        }
    }

    public RuntimeDefinedParameterDictionary Definitions { get; } = [];

    /// <summary>The ones that were given a value.</summary>
    public IEnumerable<(string Name, object? Value)> Given => Definitions.Values.Where(parameter => parameter.IsSet).Select(parameter => (parameter.Name, (object?)parameter.Value));

    // A value called like one of the command's own parameters, or like the beginning of one, is given with -Parameter:
    // the engine takes -What for -WhatIf before it looks at these.
    private static bool IsFree(string name) => !TakenNames.Value.Exists(taken => taken.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    private static readonly Lazy<List<string>> TakenNames = new(() =>
    [
        .. typeof(InvokeRunbookCommand).GetProperties()
            .Where(property => property.IsDefined(typeof(ParameterAttribute), inherit: true))
            .SelectMany(property => property.GetCustomAttributes(inherit: true).OfType<AliasAttribute>().SelectMany(alias => alias.AliasNames).Append(property.Name))
            .Concat(PSCmdlet.CommonParameters)
            .Concat(PSCmdlet.OptionalCommonParameters)
            .Concat(["vb", "db", "ea", "wa", "infa", "proga", "ev", "wv", "iv", "ov", "ob", "pv", "wi", "cf", "ProgressAction"]),
    ]);

    private static string Help(RunbookParameter parameter, IReadOnlyDictionary<string, string> environment)
    {
        string what = parameter.Description ?? $"The value of {parameter.Name}.";
        return parameter.Secret ? what
            : environment.GetValueOrDefault(ParameterNames.VariableOf(parameter.Name)) is { } set ? $"{what} Now: {set}"
            : parameter.Default is { Length: > 0 } value ? $"{what} Default: {value}"
            : what;
    }
}
