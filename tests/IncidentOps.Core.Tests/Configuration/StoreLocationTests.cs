using IncidentOps.Core.Configuration;

namespace IncidentOps.Core.Tests.Configuration;

public sealed class StoreLocationTests
{
    private static readonly string Root = Path.GetFullPath("/base");
    private readonly FakeEnvironment _environment = new(Root);

    [Fact]
    public void The_variable_wins_then_the_configuration_then_the_data_folder()
    {
        var none = new OrganisationConfiguration();
        var configured = new OrganisationConfiguration { Path = Path.Join(Root, "incidentops.yaml"), Store = Path.Join(Root, "x.db") };
        Assert.Equal(Path.Join(Root, "data", "incidents.db"), StoreLocation.Resolve(none, _environment));
        Assert.Equal(Path.Join(Root, "x.db"), StoreLocation.Resolve(configured, _environment));

        _environment.Variables["INCIDENTOPS_STORE"] = "y.db";
        Assert.Equal(Path.Join(Root, "work", "y.db"), StoreLocation.Resolve(configured, _environment, Path.Join(Root, "work")));
    }

    [Fact]
    public void An_address_stays_as_it_is_and_may_be_a_secret()
    {
        _environment.Variables["DATABASE"] = "postgres://ada@db/incidents";
        Assert.Equal(
            "postgres://ada@db/incidents",
            StoreLocation.Resolve(new OrganisationConfiguration { Store = "env:DATABASE" }, _environment));
    }
}
