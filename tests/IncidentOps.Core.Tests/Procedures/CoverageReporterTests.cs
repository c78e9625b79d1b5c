using IncidentOps.Core.Procedures;

namespace IncidentOps.Core.Tests.Procedures;

public sealed class CoverageReporterTests
{
    private const string Guide =
        """
        # Procedures

        ## Catering

        - Order the coffee

        ### Menus

        | day | soup |
        | --- | ---- |
        | Mon | Pea  |

        ## Contacts

        | who | how |
        | --- | --- |
        | Ops | ops@example.com |

        ## Parking

        - Behind the house
        """;

    [Fact]
    public void Nothing_is_lost_and_the_advice_is_given_once_for_each_section()
    {
        Assert.Equal(
            [
                (3, false), // Catering
                (5, true), // the coffee
                (7, true), // Menus
                (11, true), // the soup
                (19, false), // Parking
                (21, true), // the house
            ],
            ProcedureCompiler.Compile(Guide, "guide.md").Findings
                .Select(finding => (finding.Line, finding.Remedy is "As for the section in line 3." or "As for the section in line 19.")));
    }
}
