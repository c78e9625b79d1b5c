namespace IncidentOps.Core.Configuration;

/// <summary>One check of a service, as it is configured or made from a URI.</summary>
internal sealed record CheckDefinition
{
    /// <summary>How long an attempt may take when nothing else is said.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Its kind, "http".</summary>
    public required string Kind { get; init; }

    /// <summary>Its name; where none is given, the kind, or the kind and the target when a service has two of a kind.</summary>
    public required string Name { get; init; }

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan Timeout { get; init; } = DefaultTimeout;

    /// <summary>How often a failure other than a time-out is tried again before it counts.</summary>
    public int Retries { get; init; } = 1;

    /// <summary>An answer that takes longer than this is Degraded.</summary>
    public TimeSpan? DegradedAfter { get; init; }

    /// <summary>An answer that takes longer than this is Unhealthy.</summary>
    public TimeSpan? UnhealthyAfter { get; init; }

    /// <summary>How far a failure of this check reaches.</summary>
    public CheckWeight Weight { get; init; }

    /// <summary>What its kind needs, by key, already read as the type that <see cref="CheckKinds"/> says.</summary>
    public IReadOnlyDictionary<string, object> Settings { get; init; } = new Dictionary<string, object>(StringComparer.Ordinal);

    /// <summary>Where it stands in the configuration, from 1; 0 for one that does not stand there.</summary>
    public int Line { get; init; }

    /// <summary>The machine that it looks at from within; null for this one, and for checks that look from outside.</summary>
    public SshHost? Host => Settings.GetValueOrDefault("host") as SshHost;

    /// <summary>A setting that its kind requires.</summary>
    public T Required<T>(string key) => (T)Settings[key];

    /// <summary>A setting, or the default where it is left out.</summary>
    public T Setting<T>(string key, T defaultValue) => Settings.TryGetValue(key, out object? value) ? (T)value : defaultValue;

    /// <summary>A list of texts; empty where it is left out.</summary>
    public IReadOnlyList<string> Texts(string key) => Setting<IReadOnlyList<string>>(key, []);
}
