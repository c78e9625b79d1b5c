using IncidentOps.Core.Errors;
using IncidentOps.Core.Notifications;
using IncidentOps.Notifications;

namespace IncidentOps.Core.Tests.Notifications;

public sealed class TemplateBookTests
{
    [Theory]
    [InlineData("Initial Alert", "x [Impact]", MessageKind.InitialAlert)]
    [InlineData("Incident Announcement", "x [Impact]", MessageKind.InitialAlert)]
    [InlineData("Initial Status Update", "x [Impact]", MessageKind.InitialAlert)]
    [InlineData("Investigating", "x [Impact]", MessageKind.InitialAlert)]
    [InlineData("Hourly Update Template", "x [Impact]", MessageKind.StatusUpdate)]
    [InlineData("Progress", "x [Impact]", MessageKind.StatusUpdate)]
    [InlineData("Resolution Update", "x [Impact]", MessageKind.Resolution)]
    [InlineData("All-Clear Message", "x [Impact]", MessageKind.Resolution)]
    [InlineData("Update communication", "STATUS: RESOLVED\n[Impact]", MessageKind.Resolution)]
    [InlineData("Status Update", "Status: [Investigating/Resolved]", MessageKind.StatusUpdate)]
    [InlineData("Slack", "🚨 INCIDENT DECLARED - [Severity]", MessageKind.InitialAlert)]
    [InlineData("Template A", "✅ RESOLVED: [Title]", MessageKind.Resolution)]
    [InlineData("Entwarnung", "x [Impact]", MessageKind.Resolution)]
    [InlineData("Post-Incident Review", "x [Impact]", MessageKind.Other)]
    [InlineData("Birthday", "x [Name]", MessageKind.Other)]
    public void A_template_tells_what_its_name_or_its_head_says(string name, string body, MessageKind expected) =>
        Assert.Equal(expected, MessageKinds.Of(MessageBench.Template(name, body)));

    [Fact]
    public void What_the_guide_lacks_is_built_in()
    {
        TemplateBook book = Book(("Status Update", "Own [Impact]"), ("Customer Notification", "Dear [Customer Name]"), ("P1 Alert", "Started 2025-01-01"));

        Assert.Equal("Own [Impact]", book.For(MessageKind.StatusUpdate, "P1").Template.Body);
        Assert.True(book.For(MessageKind.InitialAlert, "P1").IsBuiltIn);
        Assert.True(book.For(MessageKind.Resolution, "P1").IsBuiltIn);
        Assert.Equal(["Status Update", "Customer Notification", "P1 Alert", "Initial Alert", "Resolution"], book.All.Select(template => template.Name));
    }

    [Fact]
    public void A_guide_that_has_all_does_not_load_the_built_in_one() =>
        Assert.Equal(3, new TemplateBook(MessageBench.Guide, () => throw new InvalidOperationException()).All.Count);

    [Theory]
    [InlineData("P1", "SEV1 Alert")]
    [InlineData("P0", "P0/P2 Alert")]
    [InlineData("P2", "P0/P2 Alert")]
    [InlineData("P3", "Alert")]
    public void The_incidents_severity_is_preferred(string severity, string expected) => Assert.Equal(
        expected,
        Book(("SEV1 Alert", "[Impact]"), ("P0/P2 Alert", "[Impact]"), ("Alert", "[Impact]")).For(MessageKind.InitialAlert, severity).Name);

    [Theory]
    [InlineData("resolution", "Resolution")]
    [InlineData("Alert", "Initial Alert")]
    [InlineData("Status*", "Status Update")]
    public void A_name_is_found_by_a_part_of_it(string name, string expected) =>
        Assert.Equal(expected, new TemplateBook(MessageBench.Guide, () => MessageBench.Guide).Find(name).Name);

    [Theory]
    [InlineData("Frob", "MessageTemplateNotFound")]
    [InlineData("t", "MessageTemplateAmbiguous")]
    [InlineData("*a*", "MessageTemplateAmbiguous")]
    public void What_is_not_found_is_said_with_what_there_is(string name, string errorId)
    {
        IncidentOpsException error = Assert.Throws<IncidentOpsException>(() => new TemplateBook(MessageBench.Guide, () => MessageBench.Guide).Find(name));

        Assert.Equal(errorId, error.ErrorId);
        Assert.Contains("'Status Update'", error.Message, StringComparison.Ordinal);
    }

    private static TemplateBook Book(params (string Name, string Body)[] templates) => new(
        MessageBench.Guide with { Templates = [.. templates.Select(template => MessageBench.Template(template.Name, template.Body))] },
        () => MessageBench.Guide);
}
