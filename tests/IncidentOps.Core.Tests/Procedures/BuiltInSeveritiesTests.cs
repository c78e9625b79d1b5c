using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Tests.Procedures;

public sealed class BuiltInSeveritiesTests
{
    [Fact]
    public void Are_those_of_the_built_in_guide()
    {
        IReadOnlyList<SeverityLevel> levels = ProcedureSource.BuiltIn.Load().Severities;
        Assert.All(levels, level => Assert.Equal(level.Rank, BuiltInSeverities.RankOf(level.Name)));
        Assert.Null(BuiltInSeverities.RankOf("P4"));
    }
}
