using FsCheck.Xunit;
using IncidentOps.Core.Execution;

namespace IncidentOps.Core.Tests.Execution;

public sealed class SecretRedactorTests
{
    [Theory]
    [InlineData("postgres://app:s3cr3t@db:5432/app", "postgres://app:***@db:5432/app")]
    [InlineData("amqp://u:p@ss@host/v", "amqp://u:***@host/v")]
    [InlineData("https://:token123@host", "https://:***@host")]
    [InlineData("Authorization: Bearer abc.def.ghi", "Authorization: Bearer ***")]
    [InlineData("> authorization: Basic dXNlcjpwYXNz", "> authorization: Basic ***")]
    [InlineData("curl -H 'Authorization: token abcdef' x", "curl -H 'Authorization: token ***' x")]
    [InlineData("using bearer abcdefgh12345678", "using bearer ***")]
    [InlineData("AKIAIOSFODNN7EXAMPLE", "***")]
    [InlineData("aws_secret_access_key = wJalrXUtnFEMI/K7MDENG", "aws_secret_access_key = ***")]
    [InlineData("password=hunter2", "password=***")]
    [InlineData("PGPASSWORD=hunter2 psql", "PGPASSWORD=*** psql")]
    [InlineData("db.password: \"hunter 2\"", "db.password: ***")]
    [InlineData("{\"password\":\"hunter2\",\"a\":1}", "{\"password\":***,\"a\":1}")]
    [InlineData("{\\\"api_key\\\":\\\"hunter2\\\"}", "{\\\"api_key\\\":***}")]
    [InlineData("mysql --password hunter2 -h db", "mysql --password *** -h db")]
    [InlineData("Server=db;Uid=a;Pwd=hunter2;", "Server=db;Uid=a;Pwd=***;")]
    [InlineData("client-secret: abc", "client-secret: ***")]
    [InlineData("ghp_0123456789abcdefghij0123456789", "***")]
    public void Takes_out_what_looks_like_a_secret(string text, string expected) =>
        Assert.Equal(expected, SecretRedactor.Default.Redact(text));

    [Theory]
    [InlineData("GET http://localhost:8080/a?mail=a@b.example")]
    [InlineData("PWD=/home/someone")]
    [InlineData("The token was refused by the server")]
    [InlineData("nginx.service - A high performance web server")]
    [InlineData("2026-01-02T03:04:05Z level=info msg=\"listening\" port=8080")]
    public void Leaves_ordinary_text_alone(string text) =>
        Assert.Equal(text, SecretRedactor.Default.Redact(text));

    [Fact]
    public void Takes_out_told_values_in_the_spellings_that_travel()
    {
        SecretRedactor redactor = new(["p@ss word", "p@ss"]);

        Assert.Equal("a *** b", redactor.Redact("a p@ss word b"));
        Assert.Equal("q=***", redactor.Redact("q=p%40ss%20word"));
        Assert.Equal("***", redactor.Redact(Convert.ToBase64String("p@ss word"u8)));
    }

    [Fact]
    public void A_private_key_goes_as_a_whole_also_line_by_line()
    {
        string key = "before\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc=\n-----END RSA PRIVATE KEY-----\nafter";

        Assert.DoesNotContain("MIIE", SecretRedactor.Default.Redact(key), StringComparison.Ordinal);
        SecretRedactor.LineRedactor lines = SecretRedactor.Default.ForLines();
        string[] redacted = [.. key.Split('\n').Select(lines.Redact)];
        Assert.DoesNotContain("MIIE", string.Concat(redacted), StringComparison.Ordinal);
        Assert.DoesNotContain("abc", string.Concat(redacted), StringComparison.Ordinal);
        Assert.Equal("before", redacted[0]);
        Assert.Equal("after", redacted[^1]);
    }

    [Property]
    public bool A_told_value_is_never_left(string prefix, FsCheck.NonEmptyString secret, string suffix)
    {
        string value = "x" + secret.Get + "yz";
        string text = new SecretRedactor([value]).Redact(prefix + value + suffix);
        return !text.Contains(value, StringComparison.Ordinal);
    }
}
