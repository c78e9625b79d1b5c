namespace IncidentOps.Core.Configuration;

/// <summary>The one place where environment variables are read and set, and the user's name and well-known folders read.</summary>
internal interface ISystemEnvironment
{
    /// <summary>The login name of the user.</summary>
    string UserName { get; }

    /// <summary>The user's folder for application data.</summary>
    string DataFolder { get; }

    /// <summary>The user's folder for configuration files.</summary>
    string ConfigurationFolder { get; }

    /// <summary>The zone of the machine's clock.</summary>
    TimeZoneInfo LocalTimeZone => TimeZoneInfo.Local;

    /// <summary>An environment variable; null where it is not set or empty.</summary>
    string? Variable(string name);

    /// <summary>Sets an environment variable of this process; null takes it away.</summary>
    void Set(string name, string? value);

    /// <summary>The whole environment, for the processes that are started with it.</summary>
    IReadOnlyDictionary<string, string> Variables() => new Dictionary<string, string>(StringComparer.Ordinal);
}
