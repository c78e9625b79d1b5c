using IncidentOps.Core.Configuration;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures;

/// <summary>The severities of the built-in guide, until the guide itself is compiled.</summary>
internal sealed class ProcedureSource(OrganisationConfiguration configuration)
{
    public Procedure Load() => new()
    {
        Title = configuration.Organisation ?? "Incident response",
        MonitoringWindow = new MonitoringWindow(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(60)),
        Severities =
        [
            new SeverityLevel { Name = "P0", Label = "Critical", Rank = 0, ResponseTime = TimeSpan.FromMinutes(5) },
            new SeverityLevel { Name = "P1", Label = "High", Rank = 1, ResponseTime = TimeSpan.FromMinutes(15) },
            new SeverityLevel { Name = "P2", Label = "Medium", Rank = 2, ResponseTime = TimeSpan.FromMinutes(60) },
            new SeverityLevel { Name = "P3", Label = "Low", Rank = 3, ResponseTime = TimeSpan.FromHours(4), BusinessHours = true },
        ],
    };
}
