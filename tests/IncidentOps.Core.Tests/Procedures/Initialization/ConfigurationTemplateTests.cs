using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Procedures.Initialization;
using IncidentOps.Core.Tests.Configuration;
using IncidentOps.Procedures;
using Json.Schema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace IncidentOps.Core.Tests.Procedures.Initialization;

/// <summary>A new incidentops.yaml is right as it is, and stays right when its examples are made use of.</summary>
public sealed class ConfigurationTemplateTests : IDisposable
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(File.ReadAllText(Path.Join(AppContext.BaseDirectory, "incidentops.schema.json")));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void As_it_is_written_it_loads_and_is_valid()
    {
        string text = ConfigurationTemplate.Fill("incident-response.md", "runbooks", TimeZoneInfo.Utc);

        OrganisationConfiguration read = Load(text);

        Assert.Equal(Path.Join(_folder.Path, "incident-response.md"), read.Guide);
        Assert.Equal([Path.Join(_folder.Path, "runbooks")], read.Runbooks);
        Assert.Null(read.Organisation);
        Assert.Null(read.Store);
        Assert.Empty(read.Services);
        Assert.True(IsValid(text));
        Assert.StartsWith("# yaml-language-server: $schema=./incidentops.schema.json\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void With_every_example_it_loads_and_is_valid()
    {
        string text = Uncommented(ConfigurationTemplate.Fill("incident-response.md", "runbooks", TimeZoneInfo.Utc));

        OrganisationConfiguration read = Load(text);

        Assert.Equal("Example Ltd", read.Organisation);
        Assert.Equal("Europe/Berlin", read.TimeZone.Id);
        Assert.Equal(TimeSpan.FromHours(17), read.BusinessHours.End);
        Assert.Equal(3, read.Holidays.Count);
        Assert.Equal(Path.Join(_folder.Path, "state", "incidents.db"), read.Store);
        Assert.Equal(["api", "database", "web"], read.Services.Select(service => service.Name));
        Assert.Equal("Ada", Assert.Single(read.Responders).Name);
        Assert.Equal("env:API_TOKEN", Assert.Single(read.Secrets).Value.ToString());
        Assert.True(IsValid(text));
        Assert.Empty(ConfigurationGaps.Find("x", text));
    }

    [Fact]
    public void The_schema_is_asked_in_earnest() => Assert.False(IsValid("organisation: [1]"));

    [Fact]
    public void It_speaks_of_every_key_that_this_version_reads()
    {
        string text = Uncommented(ConfigurationTemplate.Fill("g.md", "r", TimeZoneInfo.Utc));

        // Rotation and channels are known to the reader, and to no command yet.
        Assert.All(ConfigurationKeys.Root.Except(["rotation", "channels"], StringComparer.Ordinal), key => Assert.Matches($"(?m)^{key}:", text));
        Assert.All(CheckKinds.All.Keys, kind => Assert.Contains(kind, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("docs/our guide.md")]
    [InlineData("- it's: \"so\" #1.md")]
    [InlineData("Störung/対応.md")]
    [InlineData("@zone.md")]
    [InlineData("&a *b !c |d >e %f")]
    public void A_path_is_quoted_where_it_has_to_be(string guide)
    {
        string text = ConfigurationTemplate.Fill(guide, "runbooks", TimeZoneInfo.Utc);

        Assert.Equal(Path.Join(_folder.Path, guide), Load(text).Guide);
        Assert.True(IsValid(text));
    }

    [Fact]
    public void The_example_of_a_zone_is_the_machines_own() => Assert.Contains(
        "\n#time-zone: Asia/Tokyo\n",
        ConfigurationTemplate.Fill("g.md", "r", TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo")),
        StringComparison.Ordinal);

    [Fact]
    public void Gaps_are_found_at_the_lines_of_their_examples()
    {
        string text = ConfigurationTemplate.Fill("g.md", "r", TimeZoneInfo.Utc);

        IReadOnlyList<Finding> gaps = ConfigurationGaps.Find("it.yaml", text);

        Assert.Equal(
            ["configuration/no-organisation", "configuration/no-time-zone", "configuration/no-services", "configuration/no-responders"],
            gaps.Select(gap => gap.RuleId));
        string[] lines = text.Split('\n');
        Assert.All(gaps, gap => Assert.StartsWith($"#{gap.RuleId["configuration/no-".Length..]}:", lines[gap.Line - 1], StringComparison.Ordinal));
        Assert.All(gaps, gap => Assert.Equal("it.yaml", gap.Path));
        Assert.Equal(6, ConfigurationGaps.Find("it.yaml", "# nothing\n").Count);
        Assert.Equal(5, ConfigurationGaps.Find("it.yaml", "services: { api: http://127.0.0.1/ }\nresponders:\n").Count);
    }

    /// <summary>Takes the # from the examples, and leaves the prose.</summary>
    private static string Uncommented(string text) => Regex.Replace(text, @"(?m)^#(?! \S)(?=.)", "");

    private OrganisationConfiguration Load(string text) =>
        new ConfigurationLoader().Load(_folder.Write("incidentops.yaml", text), _folder.Path, new FakeEnvironment(_folder.Path));

    private static bool IsValid(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        using var document = System.Text.Json.JsonDocument.Parse(Json(stream.Documents[0].RootNode)?.ToJsonString() ?? "null");
        return Schema.Evaluate(document.RootElement).IsValid;
    }

    /// <summary>YAML's values as JSON's, by YAML's core schema.</summary>
    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(entry => KeyValuePair.Create(((YamlScalarNode)entry.Key).Value!, Json(entry.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode { Style: not ScalarStyle.Plain } text => JsonValue.Create(text.Value),
        YamlScalarNode { Value: null or "" or "~" or "null" } => null,
        YamlScalarNode { Value: "true" or "false" } flag => JsonValue.Create(flag.Value == "true"),
        YamlScalarNode number when double.TryParse(number.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) => JsonValue.Create(value),
        YamlScalarNode text => JsonValue.Create(text.Value),
        _ => throw new NotSupportedException(),
    };
}
