using System.Text.RegularExpressions;
using IncidentOps.Core.Configuration;

namespace IncidentOps.Core.Tests.Configuration;

/// <summary>What about_IncidentOps_Configuration shows is what the loader reads.</summary>
public sealed class ConfigurationTopicTests : IDisposable
{
    private static readonly string Topic = File.ReadAllText(Path.Join(AppContext.BaseDirectory, "about_IncidentOps_Configuration.md"));
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Examples => [.. Regex.Matches(Topic, "```yaml\n(?<text>.*?)```", RegexOptions.Singleline).Select(match => match.Groups["text"].Value)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Examples))]
    public void Its_examples_can_be_read(string example)
    {
        string path = _folder.Write("incidentops.yaml", example);

        Assert.Equal(path, new ConfigurationLoader().Load(path, _folder.Path, new FakeEnvironment(_folder.Path)).Path);
    }

    [Fact]
    public void It_names_every_kind_of_check() => Assert.All(
        CheckKinds.All.Keys,
        kind => Assert.Contains($"`{kind}`", Topic, StringComparison.Ordinal));
}
