using IncidentOps.Core.Configuration;
using IncidentOps.Core.Errors;

namespace IncidentOps.Core.Tests.Configuration;

public sealed class ConfigurationLoaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeEnvironment _environment;
    private readonly ConfigurationLoader _loader = new();

    public ConfigurationLoaderTests() => _environment = new FakeEnvironment(Path.Join(_folder.Path, "home"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_any_file_the_defaults_serve()
    {
        OrganisationConfiguration configuration = _loader.Load(null, _folder.Path, _environment);

        Assert.Null(configuration.Path);
        Assert.Empty(configuration.Services);
        Assert.Equal(TimeSpan.FromHours(9), configuration.BusinessHours.Start);
        Assert.Equal(5, configuration.BusinessHours.Days.Count);
        Assert.Equal(TimeZoneInfo.Utc, configuration.TimeZone);
    }

    [Fact]
    public void The_explicit_path_wins_then_the_variable_then_the_tree_then_the_users_own()
    {
        string work = Path.Join(_folder.Path, "a", "b", "c");
        Directory.CreateDirectory(work);
        string users = _folder.Write("home/config/incidentops.yaml", "organisation: user");
        Assert.Equal(users, Load().Path);

        string tree = _folder.Write("a/incidentops.yaml", "organisation: tree");
        Assert.Equal(tree, Load().Path);

        string nearer = _folder.Write("a/b/incidentops.yaml", "organisation: nearer");
        Assert.Equal(nearer, Load().Path);

        string variable = _folder.Write("v/incidentops.yaml", "organisation: variable");
        _environment.Variables["INCIDENTOPS_CONFIG"] = variable;
        Assert.Equal(variable, Load().Path);

        string direct = _folder.Write("a/b/c/other.yaml", "organisation: explicit");
        Assert.Equal(direct, Load("other.yaml").Path);
        Assert.Equal("explicit", Load("./other.yaml").Organisation);
        Assert.Equal(nearer, Load("..").Path);

        OrganisationConfiguration Load(string? path = null) => _loader.Load(path, work, _environment);
    }

    [Fact]
    public void A_path_without_a_file_is_an_error_that_names_it()
    {
        IncidentOpsException missing = Assert.Throws<IncidentOpsException>(() => _loader.Load("gone.yaml", _folder.Path, _environment));
        Assert.Equal("ConfigurationNotFound", missing.ErrorId);
        Assert.Equal(ErrorKind.NotFound, missing.Kind);
        Assert.Contains(Path.Join(_folder.Path, "gone.yaml"), missing.Message, StringComparison.Ordinal);

        _environment.Variables["INCIDENTOPS_CONFIG"] = "gone-too.yaml";
        missing = Assert.Throws<IncidentOpsException>(() => _loader.Load(null, _folder.Path, _environment));
        Assert.Equal("ConfigurationNotFound", missing.ErrorId);
        Assert.Contains("INCIDENTOPS_CONFIG", missing.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void A_file_that_others_can_write_is_refused_with_the_remedy(UnixFileMode writable)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such file modes.");
            return;
        }

        string path = _folder.Write("incidentops.yaml", "organisation: x");
        _loader.Load(path, _folder.Path, _environment);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | writable);

        IncidentOpsException refused = Assert.Throws<IncidentOpsException>(() => _loader.Load(path, _folder.Path, _environment));

        Assert.Equal("ConfigurationNotSafe", refused.ErrorId);
        Assert.EndsWith($"chmod go-w '{path}'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unchanged_file_is_read_once_and_a_changed_one_again()
    {
        string path = _folder.Write("incidentops.yaml", "organisation: one");
        OrganisationConfiguration first = _loader.Load(path, _folder.Path, _environment);
        Assert.Same(first, _loader.Load(path, _folder.Path, _environment));

        _folder.Write("incidentops.yaml", "organisation: another");
        Assert.Equal("another", _loader.Load(path, _folder.Path, _environment).Organisation);
    }

    [Fact]
    public void Everything_that_is_written_is_read()
    {
        string path = _folder.Write("conf/incidentops.yaml", """
            organisation: Example Ltd
            time-zone: Europe/Berlin
            business-hours: { start: "08:30", end: "17:00", days: [Mon-Wed, friday] }
            holidays:
              - 2026-04-06
              - 12-25
              - { date: 2026-05-01, name: Labour Day }
            store: state/incidents.db
            guide: ~/guide.md
            runbooks: [runbooks, /srv/runbooks]
            services:
              database:
                checks: tcp://127.0.0.1:5432
              api:
                description: The public API
                severity: P1
                owner: Platform
                depends-on: database
                checks:
                  - http: { url: http://127.0.0.1:8000/health, expect-status: [200, 3xx], timeout: 2s, retries: 0 }
                  - http: http://127.0.0.1:8000/metrics
                    degraded-after: 500ms
                    unhealthy-after: 2
                    weight: partial
              web: http://127.0.0.1/
            responders:
              Ada: { role: DevOps Lead, contacts: { email: ada@example.com, phone: +49 30 1 } }
            rotation: { members: [Ada] }
            channels: { slack: { webhook: env:HOOK } }
            secrets: { token: env:TOKEN }
            """);

        OrganisationConfiguration configuration = _loader.Load(path, "/", _environment);

        string folder = Path.GetDirectoryName(path)!;
        Assert.Equal("Example Ltd", configuration.Organisation);
        Assert.Equal("Europe/Berlin", configuration.TimeZone.Id);
        Assert.Equal(new TimeSpan(8, 30, 0), configuration.BusinessHours.Start);
        Assert.Equal(
            [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Friday],
            configuration.BusinessHours.Days.Order());
        Assert.True(configuration.Holidays.Contains(new DateOnly(2026, 4, 6)));
        Assert.False(configuration.Holidays.Contains(new DateOnly(2027, 4, 6)));
        Assert.True(configuration.Holidays.Contains(new DateOnly(2031, 12, 25)));
        Assert.Equal("Labour Day", configuration.Holidays.NameOf(new DateOnly(2026, 5, 1)));
        Assert.Equal(Path.Join(folder, "state", "incidents.db"), configuration.Store);
        Assert.Equal(Path.Join(_folder.Path, "home", "guide.md"), configuration.Guide);
        Assert.Equal([Path.Join(folder, "runbooks"), "/srv/runbooks"], configuration.Runbooks);
        Assert.Equal(["database", "api", "web"], configuration.Services.Select(service => service.Name));
        Assert.Equal(["database"], configuration.Service("API")!.DependsOn);
        Assert.Equal("P1", configuration.Service("api")!.Severity);
        Assert.Equal("ada@example.com", configuration.Responders.Single().Contacts["Email"]);
        Assert.Equal("env:TOKEN", configuration.Secrets["token"].ToString());
        Assert.Equal("env:HOOK", configuration.Channels["slack"].Entries().Single().Value.Text());
        Assert.Equal("members", configuration.Rotation!.Entries().Single().Key);

        IReadOnlyList<CheckDefinition> checks = configuration.Service("api")!.Checks;
        Assert.Equal(["http http://127.0.0.1:8000/health", "http http://127.0.0.1:8000/metrics"], checks.Select(check => check.Name));
        Assert.Equal((TimeSpan.FromSeconds(2), 0), (checks[0].Timeout, checks[0].Retries));
        Assert.True(checks[0].Required<HttpStatusSet>("expect-status").Contains(302));
        Assert.Equal(TimeSpan.FromMilliseconds(500), checks[1].DegradedAfter);
        Assert.Equal(TimeSpan.FromSeconds(2), checks[1].UnhealthyAfter);
        Assert.Equal((1, CheckWeight.Partial), (checks[1].Retries, checks[1].Weight));
        Assert.Equal(new HostAndPort("127.0.0.1", 5432), configuration.Service("database")!.Checks.Single().Required<HostAndPort>("address"));
        Assert.Equal("http", configuration.Service("web")!.Checks.Single().Name);
    }

    [Fact]
    public void Services_may_be_a_list_and_checks_a_map_of_kinds()
    {
        OrganisationConfiguration configuration = Read("""
            services:
              - name: api
                checks:
                  http: { url: "https://example.com", expect-body: /ok/i }
                  tcp: example.com:443
              - { name: other }
            """);

        Assert.Equal(["http", "tcp"], configuration.Service("api")!.Checks.Select(check => check.Name));
        Assert.Empty(configuration.Service("other")!.Checks);
    }

    [Theory]
    [InlineData("time-zone: W. Europe Standard Time", "W. Europe Standard Time")]
    [InlineData("time-zone: America/Kentucky/Louisville", "America/Kentucky/Louisville")]
    public void Time_zones_by_either_name(string yaml, string id) => Assert.Equal(id, Read(yaml).TimeZone.Id);

    [Theory]
    [InlineData("a: 1", 1, "'a' is not a key of incidentops.yaml. Known: business-hours")]
    [InlineData("\nservcies: {}", 2, "'servcies' is not a key of incidentops.yaml. Did you mean 'services'?")]
    [InlineData("timeZone: Europe/Berlin", 1, "Did you mean 'time-zone'?")]
    [InlineData("organisation: a\norganisation: b", 2, "The key 'organisation' stands here a second time.")]
    [InlineData("organisation: [a", 2, "not valid YAML")]
    [InlineData("organisation: {1. page\ntime-zone: Europe/Berlin", 1, "not valid YAML")]
    [InlineData("organisation: [a]", 1, "Expected a text, not a list.")]
    [InlineData("- a", 1, "Expected a map with the keys organisation")]
    [InlineData("organisation: a\n---\norganisation: b", 2, "second document")]
    [InlineData("time-zone: Europe/Berlni", 1, "Did you mean 'Europe/Berlin'?")]
    [InlineData("business-hours: { start: 9am }", 1, "Expected a time of day")]
    [InlineData("business-hours: { start: '18:00' }", 1, "end after they start")]
    [InlineData("business-hours: { days: [Mon, Noday] }", 1, "days of the week")]
    [InlineData("holidays: [2026-02-30]", 1, "Expected a date")]
    [InlineData("services:\n  api:\n    cheks: []", 3, "Did you mean 'checks'?")]
    [InlineData("services:\n  api:\n    checks:\n    - htp: http://x/", 4, "Did you mean 'http'?")]
    [InlineData("services:\n  api:\n    checks:\n    - http: { url: 'http://x/', expect-staus: 200 }", 4, "Did you mean 'expect-status'?")]
    [InlineData("services:\n  api:\n    checks:\n    - http: { timeout: 2s }", 4, "needs 'url'")]
    [InlineData("services:\n  api:\n    checks:\n    - http: ftp://x/", 4, "Expected a web address")]
    [InlineData("services:\n  api:\n    checks:\n    - ftp://x/", 4, "Expected a check")]
    [InlineData("services:\n  api:\n    checks:\n    - tcp: nowhere", 4, "Expected a host and a port")]
    [InlineData("services:\n  api:\n    checks:\n    - http: http://x/\n      timeout: soon", 5, "Expected a duration")]
    [InlineData("services:\n  api:\n    checks:\n    - http: http://x/\n      timeout: 0", 5, "more than nothing")]
    [InlineData("services:\n  api:\n    checks:\n    - http: http://x/\n      retries: -1", 5, "a whole number from 0 to 10")]
    [InlineData("services:\n  api:\n    checks:\n    - http: http://x/\n      expect-status: 99", 5, "status codes")]
    [InlineData("services:\n  api:\n    checks:\n    - http: http://x/\n      expect-body: /(/", 5, "regular expression")]
    [InlineData("services:\n  api:\n    checks:\n    - http: http://x/\n      weight: heavy", 5, "one of full, partial, none")]
    [InlineData("services:\n  api:\n    checks:\n    - { http: { url: 'http://x/', timeout: 1 }, timeout: 2 }", 4, "given twice")]
    [InlineData("services: [{ description: x }]", 1, "needs a name")]
    [InlineData("services: [{ name: a }, { name: A }]", 1, "already a service named 'A'")]
    [InlineData("services:\n  a: { depends-on: [b] }", 2, "which is not a service here")]
    [InlineData("services:\n  a: { depends-on: [b] }\n  b: { depends-on: [a] }", 2, "depends on itself")]
    [InlineData("responders: { Ada: { contacts: ada@example.com } }", 1, "a map of names to values")]
    [InlineData("organisation: *nobody", 1, "has no anchor")]
    public void What_is_wrong_is_told_with_file_and_line(string yaml, int line, string message)
    {
        IncidentOpsException wrong = Assert.Throws<IncidentOpsException>(() => Read(yaml));

        Assert.Equal("ConfigurationInvalid", wrong.ErrorId);
        Assert.Equal(ErrorKind.InvalidData, wrong.Kind);
        Assert.StartsWith($"{Path.Join(_folder.Path, "incidentops.yaml")}:{line}: ", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(message, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_written_into_the_file_is_refused_and_not_repeated()
    {
        IncidentOpsException wrong = Assert.Throws<IncidentOpsException>(() => Read("secrets: { token: hunter2 }"));

        Assert.Equal("ConfigurationInvalid", wrong.ErrorId);
        Assert.DoesNotContain("hunter2", wrong.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet")]
    [InlineData("---\n")]
    [InlineData("services:\nguide:\nholidays: []\n")]
    public void Empty_files_and_empty_keys_leave_the_defaults(string yaml) => Assert.Empty(Read(yaml).Services);

    [Fact]
    public void Hostile_documents_end_in_an_error()
    {
        string deep = "rotation: " + new string('[', 100_000);
        string laughs = "rotation:\n  a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(
            Enumerable.Range(1, 12).Select(i => $"  a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));
        string circle = "rotation: &a [*a]";

        foreach (string yaml in new[] { deep, laughs, circle, "organisation: \"\\x\"", "\t- x:\n - y" })
        {
            Assert.Equal("ConfigurationInvalid", Assert.Throws<IncidentOpsException>(() => Read(yaml)).ErrorId);
        }
    }

    [Fact]
    public void A_file_that_is_not_text_is_told_so()
    {
        string path = _folder.Write("incidentops.yaml", "");
        File.WriteAllBytes(path, [0x6f, 0x3a, 0x20, 0xff, 0xfe, 0x80]);

        Assert.Contains("UTF-8", Assert.Throws<IncidentOpsException>(() => _loader.Load(path, "/", _environment)).Message, StringComparison.Ordinal);
    }

    private OrganisationConfiguration Read(string yaml) =>
        _loader.Load(_folder.Write("incidentops.yaml", yaml), _folder.Path, _environment);
}
