using IncidentOps.Core.Configuration;

namespace IncidentOps.Core.Tests.Configuration;

/// <summary>An environment that a test makes up.</summary>
internal sealed class FakeEnvironment(string home) : ISystemEnvironment
{
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal) { ["HOME"] = home };

    public string UserName => "ada";

    public string DataFolder => Path.Join(home, "data");

    public string ConfigurationFolder => Path.Join(home, "config");

    public TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public string? Variable(string name) => Variables.GetValueOrDefault(name);

    public void Set(string name, string? value)
    {
        if (value is null)
        {
            Variables.Remove(name);
        }
        else
        {
            Variables[name] = value;
        }
    }

    IReadOnlyDictionary<string, string> ISystemEnvironment.Variables() => Variables;
}
