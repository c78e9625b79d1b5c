namespace IncidentOps.Core.Configuration;

/// <summary>Variables that this process's environment has for as long as something runs in it; then they are as they were.</summary>
internal sealed class LentEnvironment : IDisposable
{
    private readonly ISystemEnvironment _environment;
    private readonly Dictionary<string, string?> _before = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, string> _lent;

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

        _lent = environment.Variables();
    }

    /// <summary>What has changed since it was lent; null for variables that are gone.</summary>
    public IReadOnlyDictionary<string, string?> Changes()
    {
        IReadOnlyDictionary<string, string> now = _environment.Variables();
        return now.Keys.Union(_lent.Keys, StringComparer.Ordinal)
            .Where(name => now.GetValueOrDefault(name) != _lent.GetValueOrDefault(name))
            .ToDictionary(static name => name, name => now.GetValueOrDefault(name), StringComparer.Ordinal);
    }

    public void Dispose()
    {
        foreach ((string name, string? value) in _before)
        {
            _environment.Set(name, value);
        }
    }
}
