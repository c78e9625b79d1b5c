namespace IncidentOps.Core.Runbooks.Scripts;

/// <summary>What reaches a step in PowerShell.</summary>
/// <param name="Variables">The variables of its scope.</param>
/// <param name="Environment">What is in the environment while it runs.</param>
/// <param name="Named">The variables of the environment that it names: what it does to them ends with it.</param>
internal sealed record ScriptValues(
    IReadOnlyDictionary<string, string> Variables,
    IReadOnlyDictionary<string, string> Environment,
    IReadOnlyList<string> Named)
{
    public static ScriptValues None { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal), []);

    /// <summary>The value by the name that the script has for it.</summary>
    public string? Find(string name) => Variables.GetValueOrDefault(ScriptText.VariableOf(name)) ?? Environment.GetValueOrDefault(name);
}
