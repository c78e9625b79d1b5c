using System.Collections;

namespace IncidentOps.Core.Configuration;

/// <summary>The process's real environment.</summary>
internal sealed class SystemEnvironment : ISystemEnvironment
{
    public static SystemEnvironment Instance { get; } = new();

    public string UserName => Environment.UserName;

    public string DataFolder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "IncidentOps");

    public string ConfigurationFolder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "IncidentOps");

    public string? Variable(string name)
    {
        string? value = Environment.GetEnvironmentVariable(name);
        return string.IsNullOrEmpty(value) ? null : value;
    }

    public void Set(string name, string? value) => Environment.SetEnvironmentVariable(name, value);

    public IReadOnlyDictionary<string, string> Variables() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
}
