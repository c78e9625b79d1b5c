using IncidentOps.Core.Configuration;
using IncidentOps.Core.Errors;

namespace IncidentOps.Core.Tests.Configuration;

public sealed class PostgresAddressTests
{
    [Theory]
    [InlineData("db", "db", 5432, null, null)]
    [InlineData("db:6432", "db", 6432, null, null)]
    [InlineData("db/app", "db", 5432, "app", null)]
    [InlineData("monitor@db.example.com:6432/app", "db.example.com", 6432, "app", "monitor")]
    [InlineData("[::1]:5432/my%20app", "::1", 5432, "my app", null)]
    [InlineData("/var/run/postgresql", "/var/run/postgresql", 5432, null, null)]
    [InlineData("ada@/var/run/postgresql", "/var/run/postgresql", 5432, null, "ada")]
    public void Addresses_are_read(string text, string host, int port, string? database, string? user)
    {
        Assert.True(PostgresAddress.TryParse(text, out PostgresAddress? address));
        Assert.Equal(new PostgresAddress(host, port, database, user), address);
    }

    [Theory]
    [InlineData("")]
    [InlineData("@db")]
    [InlineData("two words")]
    [InlineData("db:0")]
    [InlineData("ada:hunter2@db")]
    public void The_rest_is_none(string text) => Assert.False(PostgresAddress.TryParse(text, out _));

    [Fact]
    public void Who_logs_in_is_not_part_of_its_name()
    {
        Assert.True(PostgresAddress.TryParse("ada@db/app", out PostgresAddress? address));
        Assert.Equal("db:5432/app", address.ToString());
    }

    [Theory]
    [InlineData("postgres: ada:hunter2@db/app")]
    [InlineData("{ postgres: db/app, password: hunter2 }")]
    [InlineData("{ postgres: db/app, password: 'x${env:PASSWORD}' }")]
    public void A_password_in_the_file_is_refused_and_not_shown(string check)
    {
        IncidentOpsException refusal = Assert.Throws<IncidentOpsException>(() => CheckReader.Read(YamlReader.Read(check, "test.yaml")));

        Assert.DoesNotContain("hunter2", refusal.Message, StringComparison.Ordinal);
    }
}
