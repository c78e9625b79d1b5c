using System.Text.Json;
using IncidentOps.Core.Configuration;

namespace IncidentOps.Core.Tests.Configuration;

/// <summary>The shipped schema and the loader know the same keys, and the loader reads what the schema gives as examples.</summary>
public sealed class ConfigurationSchemaTests : IDisposable
{
    private static readonly JsonElement Definitions = JsonDocument
        .Parse(File.ReadAllText(Path.Join(AppContext.BaseDirectory, "incidentops.schema.json")))
        .RootElement.GetProperty("$defs");

    private readonly TemporaryFolder _folder = new();

    /// <summary>Each part of the file, the loader's keys of it, and how a value of one of its keys stands in a whole file.</summary>
    public static TheoryData<string> Parts => [.. PartKeys.Keys];

    private static Dictionary<string, (IEnumerable<string> Keys, Func<string, string, string> File)> PartKeys
    {
        get
        {
            var parts = new Dictionary<string, (IEnumerable<string>, Func<string, string, string>)>(StringComparer.Ordinal)
            {
                ["root"] = (ConfigurationKeys.Root, static (key, value) => $"{key}: {value}"),
                ["business-hours"] = (ConfigurationKeys.BusinessHours, static (key, value) => $"business-hours: {{ {key}: {value} }}"),
                ["holiday"] = (ConfigurationKeys.Holiday, static (key, value) =>
                    $"holidays: [{{ {(key == "date" ? "" : "date: 2026-01-01, ")}{key}: {value} }}]"),
                ["service"] = (ConfigurationKeys.Service, static (key, value) =>
                    $"services: {{ database: , x: {{ {key}: {value} }} }}"),
                ["responder"] = (ConfigurationKeys.Responder, static (key, value) => $"responders: {{ x: {{ {key}: {value} }} }}"),
            };
            foreach (CheckKind kind in CheckKinds.All.Values)
            {
                string target = Examples(Definitions.GetProperty("check-" + kind.Name).GetProperty("properties").GetProperty(kind.Target))[0];
                parts["check-" + kind.Name] = (kind.Settings.Keys, (key, value) =>
                    $"services: {{ x: {{ checks: [{{ {kind.Name}: {{ {(key == kind.Target ? "" : $"{kind.Target}: {target}, ")}{key}: {value} }} }}] }} }}");
            }

            parts["check-common"] = (CheckKinds.CommonKeys, static (key, value) =>
                $"services: {{ x: {{ checks: [{{ http: 'http://x/', {key}: {value} }}] }} }}");
            return parts;
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Parts))]
    public void Schema_and_loader_have_the_same_keys(string part) => Assert.Equal(
        PartKeys[part].Keys.Order(StringComparer.Ordinal),
        Definitions.GetProperty(part).GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Parts))]
    public void The_loader_reads_every_example_of_the_schema(string part)
    {
        foreach (JsonProperty property in Definitions.GetProperty(part).GetProperty("properties").EnumerateObject())
        {
            IReadOnlyList<string> examples = Examples(property.Value);
            Assert.NotEmpty(examples);
            foreach (string example in examples)
            {
                string path = _folder.Write("incidentops.yaml", PartKeys[part].File(property.Name, example));
                new ConfigurationLoader().Load(path, _folder.Path, new FakeEnvironment(_folder.Path));
            }
        }
    }

    [Fact]
    public void The_schema_lists_every_kind_of_check()
    {
        JsonElement check = Definitions.GetProperty("check").GetProperty("anyOf")[1];

        Assert.Equal(
            CheckKinds.All.Keys.Order(StringComparer.Ordinal),
            check.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            CheckKinds.All.Keys.Order(StringComparer.Ordinal),
            check.GetProperty("anyOf").EnumerateArray().Select(kind => kind.GetProperty("required")[0].GetString()!).Order(StringComparer.Ordinal));
    }

    // JSON is YAML, so that an example stands in a file as it is.
    private static IReadOnlyList<string> Examples(JsonElement property) =>
        [.. property.GetProperty("examples").EnumerateArray().Select(example => example.GetRawText())];
}
