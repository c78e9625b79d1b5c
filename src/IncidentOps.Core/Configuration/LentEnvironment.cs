namespace IncidentOps.Core.Configuration;

/// <summary>Variables that this process's environment has for as long as something runs in it; then they are as they were.</summary>
internal sealed class LentEnvironment : IDisposable
{
    private readonly ISystemEnvironment _environment;
    private readonly Dictionary<string, string?> _before = new(StringComparer.Ordinal);

    /// <param name="environment">The environment.</param>
    /// <param name="values">What is set.</param>
    /// <param name="named">What may be set by what runs, and is put back too.</param>
    public LentEnvironment(ISystemEnvironment environment, IReadOnlyDictionary<string, string> values, IEnumerable<string> named)
    {
        _environment = environment;
        IReadOnlyDictionary<string, string> now = environment.Variables();
        foreach (string name in values.Keys.Concat(named))
        {
            _before[name] = now.GetValueOrDefault(name);
        }

        foreach ((string name, string value) in values)
        {
            environment.Set(name, value);
        }
    }

    public void Dispose()
    {
        foreach ((string name, string? value) in _before)
        {
            _environment.Set(name, value);
        }
    }
}
