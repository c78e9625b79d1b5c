using IncidentOps.Core.Configuration;

namespace IncidentOps.Core.Tests.Configuration;

public sealed class SshUserHostsTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("incidentops-ssh-");

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public void Names_are_found_and_patterns_are_not()
    {
        Write("config", """
            # Host no
            Host web-1 web-2 *.example.org !web-9 db-?
              HostName 10.0.0.1
              User host
            host=jump # Host no
            HOST "quoted" web-1 -oProxyCommand=x $(x)
            Match host never
            Host *
              ForwardAgent no
            Hostname no
            """);

        Assert.Equal(["web-1", "web-2", "jump", "quoted"], Read());
    }

    [Fact]
    public void Included_files_are_read_wherever_they_are_and_once_around()
    {
        Write("config", $"Include config.d/*.conf\nInclude \"{Path.Join(_home.FullName, "else where")}\" ~/more/*/hosts none/at/all\nHost last\n");
        Write("config.d/b.conf", "Host b\nInclude config\n");
        Write("config.d/a.conf", "Host a\n");
        Write("config.d/.hidden.conf", "Host hidden\n");
        Write("config.d/c.txt", "Host c\n");
        Write("../else where", "Host else\n");
        Write("../more/x/hosts", "Host x\n");

        Assert.Equal(["a", "b", "else", "x", "last"], Read());
    }

    [Fact]
    public void What_has_no_end_is_cut()
    {
        Assert.Empty(Read());
        Write("config", string.Concat(Enumerable.Range(0, 5000).Select(number => $"Host h{number}\n")));
        Assert.Equal(2000, Read().Count);
        Write("config", "Host x\n" + new string('#', 1024 * 1024));
        Assert.Empty(Read());
        Write("config", "Host x\nInclude /dev/zero /dev/tty /proc/self/fd/0 config\n");
        Assert.Equal(["x"], Read());
    }

    private IReadOnlyList<string> Read() => SshUserHosts.Read(new FakeEnvironment(_home.FullName), TestContext.Current.CancellationToken);

    private void Write(string name, string text)
    {
        string path = Path.GetFullPath(Path.Join(_home.FullName, ".ssh", name));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
