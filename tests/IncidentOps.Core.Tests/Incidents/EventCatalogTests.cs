using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Storage;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Tests.Incidents;

/// <summary>Bodies to JSON and back, and bodies that somebody has spoilt.</summary>
public sealed class EventCatalogTests
{
    private static readonly Guid Key = Guid.Parse("01970000-0000-7000-8000-000000000001");

    public static TheoryData<string> Shapes => [.. EventCatalog.Shapes.Select(shape => shape.Name)];

    [Theory, MemberData(nameof(Shapes))]
    public void Every_body_comes_back_as_it_was(string type)
    {
        string body = Whole(type);
        IncidentEventBody read = EventCatalog.Read(type, 1, body);
        Assert.Equal((type, 1, body), EventCatalog.Write(read));
        Assert.False(EventCatalog.IsDamaged(type, 1, body));
    }

    [Fact]
    public void What_is_not_given_takes_no_room_and_comes_back_as_not_given()
    {
        (string type, int version, string json) = EventCatalog.Write(new StatusChanged(IncidentStatus.Detected, IncidentStatus.Acknowledged, null, null));
        Assert.Equal("""{"from":"Detected","to":"Acknowledged"}""", json);
        Assert.Null(((StatusChanged)EventCatalog.Read(type, version, json)).Message);
    }

    [Theory, MemberData(nameof(Shapes))]
    public void A_spoilt_body_trips_neither_fold_nor_timeline_nor_row(string type)
    {
        foreach (string body in Spoilt(type))
        {
            StoredEvent first = Event(1, (nameof(IncidentDeclared), Whole(nameof(IncidentDeclared))));
            IncidentState state = IncidentFold.Fold([first, Event(2, (type, body))])!;
            Assert.NotNull(IncidentTimeline.Read("INC-1", Event(2, (type, body))).Text);
            IncidentRow row = IncidentProjection.ToRow(1, state);
            Assert.NotNull(IncidentProjection.FromRow(row));
            Assert.NotNull(new IncidentRecord(1, state).ToIncident(IncidentStory.Start).Title);

            // The first event of all may be the spoilt one.
            IncidentState alone = IncidentFold.Fold([Event(1, (type, body))])!;
            IncidentProjection.ToRow(1, alone);
            new IncidentRecord(1, alone).ToIncident(IncidentStory.Start);
        }
    }

    [Theory]
    [InlineData("NoteAdded", "{}")]
    [InlineData("NoteAdded", "{\"message\":null}")]
    [InlineData("NoteAdded", "{\"message\":7}")]
    [InlineData("NoteAdded", "{\"message\":\"\\ud800\"}")]
    [InlineData("NoteAdded", "null")]
    [InlineData("NoteAdded", "[]")]
    [InlineData("NoteAdded", "")]
    [InlineData("NoteAdded", "{\"message\":\"a\"}x")]
    [InlineData("StatusChanged", "{\"from\":\"Detected\",\"to\":\"Elsewhere\"}")]
    [InlineData("IncidentResolved", "{}")]
    [InlineData("IncidentDeclared", "{\"title\":\"t\"}")]
    [InlineData("IncidentDeclared", "{\"title\":\"t\",\"severity\":\"P1\",\"services\":[null]}")]
    [InlineData("IncidentMerged", "{\"intoKey\":\"no key\",\"into\":\"INC-2\"}")]
    public void A_body_that_this_module_should_understand_and_does_not_is_damaged(string type, string body) =>
        Assert.True(EventCatalog.IsDamaged(type, 1, body));

    [Fact]
    public void A_newer_version_is_not_damaged_and_neither_is_an_unknown_type()
    {
        Assert.False(EventCatalog.IsDamaged("NoteAdded", 2, "{}"));
        Assert.False(EventCatalog.IsDamaged("SomethingNew", 1, "{}"));
    }

    /// <summary>Rubbish, and each value of a whole body left out, made null or of another kind.</summary>
    private static IEnumerable<string> Spoilt(string type)
    {
        foreach (string rubbish in (string[])["", "{", "null", "[]", "{}", "7", "\"text\"", "{\"to\":99,\"status\":99}"])
        {
            yield return rubbish;
        }

        string json = Whole(type);
        foreach ((string name, JsonNode? _) in JsonNode.Parse(json)!.AsObject())
        {
            JsonObject without = JsonNode.Parse(json)!.AsObject();
            without.Remove(name);
            yield return without.ToJsonString();
            foreach (string value in (string[])["null", "\"\"", "[]", "[null]", "{}", "-1", "\"9999-99-99\""])
            {
                JsonObject changed = JsonNode.Parse(json)!.AsObject();
                changed[name] = JsonNode.Parse(value);
                yield return changed.ToJsonString();
            }
        }
    }

    /// <summary>A body of the shape with every value given.</summary>
    private static string Whole(string type)
    {
        var body = new JsonObject();
        foreach (PropertyInfo property in EventCatalog.Shapes.Single(shape => shape.Name == type).GetProperties())
        {
            body[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = Sample(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
        }

        return body.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private static JsonNode? Sample(Type type) => type switch
    {
        _ when type == typeof(string) => "text",
        _ when type == typeof(bool) => true,
        _ when type == typeof(int) || type == typeof(long) => 3,
        _ when type == typeof(Guid) => Key.ToString("D"),
        _ when type == typeof(TimeSpan) => "00:00:03",
        _ when type == typeof(DateTimeOffset) => "2026-03-02T10:00:00+00:00",
        _ when type == typeof(ProcessIdentity) => JsonNode.Parse("""{"machine":"web1","id":7,"boot":"b","space":"s","start":"9"}"""),
        _ when type == typeof(RunbookSetup) => JsonNode.Parse("""{"runner":{"machine":"web1","id":7},"document":[{"number":1,"title":"Look","part":"General","kind":"Command","shell":"bash","command":"uptime","risk":"Read","parameters":[],"retries":0,"interactive":false,"line":1}],"isScenario":false,"values":{"unit":"api"},"chosen":["1"],"parts":["General"],"readOnly":false,"rollback":true,"workingDirectory":"/srv","planHash":"h"}"""),
        _ when type == typeof(RunbookStepState) => JsonNode.Parse("""{"folder":"/srv","variables":{"POD":"api-1","OLD":null},"unknown":["API_TOKEN"]}"""),
        _ when type.IsEnum => Enum.GetNames(type)[^1],
        _ when type == typeof(IReadOnlyList<string>) => new JsonArray("one", "two"),
        _ when type == typeof(IReadOnlyList<RunbookStepPlace>) => JsonNode.Parse("""[{"number":3,"hostName":"web1"}]"""),
        _ => throw new NotSupportedException($"Say here what a {type} looks like."),
    };

    private static StoredEvent Event(long sequence, (string Type, string Body) what) => new()
    {
        Stream = Key,
        Sequence = sequence,
        OccurredAt = IncidentStory.Start,
        RecordedAt = IncidentStory.Start,
        Actor = "ada",
        Type = what.Type,
        Version = 1,
        Body = what.Body,
        PreviousHash = "",
        Hash = "",
    };
}
