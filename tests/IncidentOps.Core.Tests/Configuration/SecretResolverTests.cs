using IncidentOps.Core.Configuration;
using IncidentOps.Core.Errors;

namespace IncidentOps.Core.Tests.Configuration;

public sealed class SecretResolverTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeEnvironment _environment;
    private readonly SecretResolver _resolver;

    public SecretResolverTests()
    {
        _environment = new FakeEnvironment(_folder.Path);
        _environment.Variables["TOKEN"] = "s3cret";
        _folder.Write("token.txt", "from file\n");
        string path = _folder.Write("incidentops.yaml", "secrets: { a: env:TOKEN, b: file:token.txt }");
        _resolver = new SecretResolver(new ConfigurationLoader().Load(path, _folder.Path, _environment), _environment);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("env:TOKEN", "s3cret")]
    [InlineData("file:token.txt", "from file")]
    [InlineData("Bearer ${env:TOKEN}", "Bearer s3cret")]
    [InlineData("${secret:a}/${secret:B}", "s3cret/from file")]
    [InlineData("${TOKEN} $1", "${TOKEN} $1")]
    public void Fills_secrets_in(string text, string expected) => Assert.Equal(expected, _resolver.Expand(text));

    [Theory]
    [InlineData("env:GONE", "SecretNotFound")]
    [InlineData("file:gone.txt", "SecretNotFound")]
    [InlineData("${secret:c}", "SecretNotFound")]
    [InlineData("vault:main/token", "SecretNotSupported")]
    public void Tells_which_secret_is_missing(string text, string errorId) =>
        Assert.Equal(errorId, Assert.Throws<IncidentOpsException>(() => _resolver.Expand(text)).ErrorId);

    [Fact]
    public void An_endless_file_is_not_read_to_its_end()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "This system has no endless file.");
        Assert.Equal("SecretNotFound", Assert.Throws<IncidentOpsException>(() => _resolver.Expand("file:/dev/zero")).ErrorId);
    }
}
