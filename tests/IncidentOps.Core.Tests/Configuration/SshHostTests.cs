using IncidentOps.Core.Configuration;

namespace IncidentOps.Core.Tests.Configuration;

public sealed class SshHostTests
{
    [Theory]
    [InlineData("web1", "web1", null)]
    [InlineData("ada@web1.example.com", "ada@web1.example.com", null)]
    [InlineData("ada@web1:2222", "ada@web1", 2222)]
    [InlineData("127.0.0.1:22", "127.0.0.1", 22)]
    [InlineData("[::1]:2222", "::1", 2222)]
    [InlineData("ada@[fe80::1%eth0]", "ada@fe80::1%eth0", null)]
    public void Hosts_are_read(string text, string name, int? port)
    {
        Assert.True(SshHost.TryParse(text, out SshHost? host));
        Assert.Equal(new SshHost(name, port), host);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-oProxyCommand=touch")]
    [InlineData("ada@-web1")]
    [InlineData("-ada@web1")]
    [InlineData("web1 web2")]
    [InlineData("web1;reboot")]
    [InlineData("web1\n")]
    [InlineData("web1:0")]
    [InlineData("web1:99999")]
    [InlineData("$(reboot)")]
    public void What_could_be_an_option_or_a_command_is_no_host(string text) => Assert.False(SshHost.TryParse(text, out _));

    [Fact]
    public void Checks_of_one_kind_are_told_apart_by_their_machines() => Assert.Equal(
        ["memory", "memory on web1", "disk / on web1", "disk / on web2"],
        [
            .. CheckReader.Read(YamlReader.Read("memory", "test.yaml")).Select(check => check.Name),
            .. CheckReader.Read(YamlReader.Read("[{ memory: 80%, name: own }, { memory: , host: web1 }, { memory: , host: web2 }]", "test.yaml")).Skip(1).Take(1).Select(check => check.Name),
            .. CheckReader.Read(YamlReader.Read("[{ disk: /, host: web1 }, { disk: /, host: web2 }]", "test.yaml")).Select(check => check.Name),
        ]);
}
