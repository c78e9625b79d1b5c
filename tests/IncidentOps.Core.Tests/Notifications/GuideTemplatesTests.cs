using FsCheck.Xunit;
using IncidentOps.Core.Notifications;
using IncidentOps.Core.Procedures;
using IncidentOps.Core.Tests.Incidents;
using IncidentOps.Core.Tests.Procedures;
using IncidentOps.Core.Tests.Text;
using IncidentOps.Incidents;
using IncidentOps.Notifications;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Tests.Notifications;

/// <summary>Templates as guides really have them, and such as nobody should write.</summary>
public sealed class GuideTemplatesTests
{
    [Fact]
    public void Every_blank_of_the_built_in_guide_is_understood() =>
        HoldsUp(ProcedureSource.BuiltIn.Load(), message => Assert.Empty(message.Unresolved));

    [Fact]
    public void Every_blank_of_the_seed_guide_is_understood() =>
        HoldsUp(ProcedureSource.Compile(SharedFiles.SeedGuide()), message => Assert.Empty(message.Unresolved));

    [Fact]
    public void No_public_guide_leaves_a_bracket()
    {
        foreach (string path in Directory.EnumerateFiles(SharedFiles.Require("corpus", "guides"), "*.md"))
        {
            HoldsUp(ProcedureSource.Compile(path), static _ => { });
        }
    }

    [Property(Arbitrary = [typeof(HostileText)], MaxTest = 150)]
    public void No_template_makes_it_fail(HostileText body) => Assert.All(
        Enum.GetValues<MessageFormat>(),
        format => Assert.NotNull(MessageBench.Fill(body.Value + "[Impact]", format: format)));

    [Theory]
    [InlineData("[a")]
    [InlineData("{{a")]
    [InlineData("*a ")]
    [InlineData("a: ")]
    [InlineData("[a]\n")]
    [InlineData("- [Action 1]\n")]
    [InlineData("Status: a / ")]
    [InlineData("__")]
    [InlineData("INC-[a]-")]
    public void A_megabyte_of_it_is_read_to_the_end(string piece)
    {
        string body = string.Concat(Enumerable.Repeat(piece, 1024 * 1024 / piece.Length));

        Assert.NotEmpty(MessageBench.Fill(body + "\nend").Body);
    }

    private static void HoldsUp(Procedure guide, Action<IncidentMessage> check)
    {
        var bench = new MessageBench { Procedure = guide };
        string severity = guide.Severities.Count > 0 ? guide.Severities[0].Name : "P1";
        guide = guide.Severities.Count > 0 ? guide : guide with { Severities = MessageBench.Guide.Severities };
        foreach (IncidentStatus status in new[] { IncidentStatus.Detected, IncidentStatus.Monitoring, IncidentStatus.Resolved })
        {
            IncidentStory story = new IncidentStory(IncidentStory.Checkout with { Severity = severity }, guide).Wait(1);
            story.Do(decide => status == IncidentStatus.Resolved ? decide.Resolve("cause", "cure", [], null) : status == IncidentStatus.Detected ? [] : decide.Update(status, null, null, null));
            foreach (MessageTemplate template in guide.Templates)
            {
                IncidentMessage message = bench.Compose(story, new MessageRequest { Template = template.Name }).Message;
                Assert.All(template.Placeholders, name => Assert.All(
                    [message.Body, message.Subject],
                    text => Assert.DoesNotContain($"[{name}]", text, StringComparison.Ordinal)));
                Assert.All(template.Placeholders, name => Assert.DoesNotContain($"<{name}>", message.Body, StringComparison.Ordinal));
                check(message);
            }
        }
    }
}
