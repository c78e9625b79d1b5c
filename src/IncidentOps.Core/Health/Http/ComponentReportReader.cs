using System.Text.Json;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Http;

/// <summary>
/// Understands the health documents of the field: a plain <c>{"status": …}</c>, the health+json draft, ASP.NET
/// HealthChecks, Spring Boot's actuator, MicroProfile, Terminus and what resembles them; and in plain text, one word or
/// Kubernetes' list.
/// </summary>
internal static class ComponentReportReader
{
    private const int MaximumDepth = 5;
    private const int MaximumParts = 200;

    private static readonly string[] StatusKeys = ["status", "health", "state", "overallstatus", "healthstatus", "healthy", "ok", "up", "alive", "success", "result"];
    private static readonly string[] NameKeys = ["name", "component", "componentName", "service", "key", "id", "check", "componentId"];
    private static readonly string[] MessageKeys = ["output", "error", "message", "exception", "description", "reason", "detail", "info", "notes", "note"];

    // Whatever stands in these is a component.
    private static readonly string[] Containers = ["checks", "components", "entries", "dependencies", "subsystems", "healthchecks", "probes", "indicators"];

    // These hold components only in a document that has a status of its own; any list of things may be called so.
    private static readonly string[] CommonContainers = ["results", "services"];

    // These as well, and only what has a status in them is one.
    private static readonly string[] LooseContainers = ["details", "data", "info", "error", "errors", "failures"];

    /// <summary>Reads a body; null where it is no health document.</summary>
    public static ComponentReport? Read(string body, string? mediaType)
    {
        ReadOnlySpan<char> text = body.AsSpan().Trim();
        if (text.IsEmpty)
        {
            return null;
        }

        if (text[0] == '{')
        {
            return ReadJson(body);
        }

        return mediaType is null or "text/plain" or "application/json" ? PlainHealthText.Read(text.ToString()) : null;
    }

    private static ComponentReport? ReadJson(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            HealthStatus? status = StatusOf(root);
            var parts = new PartList();
            ReadParts(root, "", parts, 0, hasStatus: status is not null);
            return status is null && parts.Count == 0 ? null : new ComponentReport(status, MessageOf(root), parts.All);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads the parts that an object holds, in containers and, at the top, beside its status.</summary>
    private static void ReadParts(JsonElement owner, string prefix, PartList parts, int depth, bool hasStatus)
    {
        if (depth > MaximumDepth)
        {
            return;
        }

        foreach (JsonProperty property in owner.EnumerateObject())
        {
            bool contains = Contains(Containers, property.Name) || (hasStatus && Contains(CommonContainers, property.Name));
            if (contains || (hasStatus && Contains(LooseContainers, property.Name)))
            {
                ReadContainer(property.Value, prefix, parts, depth, strict: !contains);
            }
            else if (depth == 0 && !Contains(StatusKeys, property.Name) && !Contains(MessageKeys, property.Name))
            {
                ReadBeside(property, parts, hasStatus);
            }
        }
    }

    // Beside the status of a document stand its components as well as its version, its name and its uptime. An object
    // with a status is a component, and so is a word of health.
    private static void ReadBeside(JsonProperty property, PartList parts, bool hasStatus)
    {
        if (hasStatus && property.Value.ValueKind == JsonValueKind.Object && StatusOf(property.Value) is not null)
        {
            ReadPart(property.Name, property.Value, "", parts, 0);
        }
        else if (property.Value.ValueKind == JsonValueKind.String && StatusWords.FindUnmistakable(property.Value.GetString()!, out string? rest) is { } status)
        {
            parts.Add(property.Name, status, rest);
        }
    }

    private static void ReadContainer(JsonElement container, string prefix, PartList parts, int depth, bool strict)
    {
        if (container.ValueKind == JsonValueKind.Array)
        {
            ReadList(container, prefix, parts, depth);
        }
        else if (container.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in container.EnumerateObject())
            {
                if (!strict || (property.Value.ValueKind == JsonValueKind.Object && StatusOf(property.Value) is not null))
                {
                    ReadPart(property.Name, property.Value, prefix, parts, depth);
                }
            }
        }
    }

    private static void ReadList(JsonElement list, string prefix, PartList parts, int depth)
    {
        foreach (JsonElement item in list.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object && TextOf(item, NameKeys) is { } name)
            {
                ReadPart(name, item, prefix, parts, depth);
            }
        }
    }

    private static void ReadPart(string name, JsonElement value, string prefix, PartList parts, int depth)
    {
        string path = prefix + name;
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                if (StatusOf(value) is { } status)
                {
                    parts.Add(path, status, MessageOf(value));
                }

                ReadParts(value, path + "/", parts, depth + 1, hasStatus: true);
                break;
            case JsonValueKind.Array:
                // The health+json draft gives each component a list, with one entry for each of its instances.
                ReadInstances(path, value, parts);
                break;
            case JsonValueKind.String:
                if (StatusWords.FindFirst(value.GetString()!, out string? rest) is { } word)
                {
                    parts.Add(path, word, rest);
                }

                break;
            case JsonValueKind.True or JsonValueKind.False:
                parts.Add(path, value.GetBoolean() ? HealthStatus.Healthy : HealthStatus.Unhealthy, null);
                break;
        }
    }

    private static void ReadInstances(string path, JsonElement list, PartList parts)
    {
        bool several = list.GetArrayLength() > 1;
        int number = 0;
        foreach (JsonElement item in list.EnumerateArray())
        {
            number++;
            if (item.ValueKind == JsonValueKind.Object && StatusOf(item) is { } status)
            {
                string name = several ? $"{path}/{TextOf(item, NameKeys) ?? $"{number}"}" : path;
                parts.Add(name, status, MessageOf(item));
            }
        }
    }

    private static HealthStatus? StatusOf(JsonElement owner)
    {
        foreach (string key in StatusKeys)
        {
            foreach (JsonProperty property in owner.EnumerateObject())
            {
                if (string.Equals(property.Name, key, StringComparison.OrdinalIgnoreCase) && Meaning(property.Value) is { } status)
                {
                    return status;
                }
            }
        }

        return null;
    }

    private static HealthStatus? Meaning(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => StatusWords.FindFirst(value.GetString()!, out _),
        JsonValueKind.True => HealthStatus.Healthy,
        JsonValueKind.False => HealthStatus.Unhealthy,

        // Spring's and others' {"status": {"code": "UP"}}.
        JsonValueKind.Object when TextOf(value, ["code", "status"]) is { } code => StatusWords.Find(code),
        _ => null,
    };

    private static string? MessageOf(JsonElement owner) =>
        TextOf(owner, MessageKeys) is { } message ? message
        : owner.TryGetProperty("details", out JsonElement details) && details.ValueKind == JsonValueKind.Object ? TextOf(details, MessageKeys)
        : owner.TryGetProperty("data", out details) && details.ValueKind == JsonValueKind.Object ? TextOf(details, MessageKeys)
        : null;

    private static string? TextOf(JsonElement owner, string[] keys)
    {
        foreach (string key in keys)
        {
            foreach (JsonProperty property in owner.EnumerateObject())
            {
                if (string.Equals(property.Name, key, StringComparison.OrdinalIgnoreCase)
                    && property.Value.ValueKind == JsonValueKind.String
                    && property.Value.GetString() is { Length: > 0 } text
                    && !string.IsNullOrWhiteSpace(text))
                {
                    return text;
                }
            }
        }

        return null;
    }

    private static bool Contains(string[] names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The parts found so far; a component named twice is as bad as its worse half.</summary>
    internal sealed class PartList
    {
        private readonly List<ProbePart> _parts = [];

        public int Count => _parts.Count;

        public IReadOnlyList<ProbePart> All => _parts;

        public void Add(string name, HealthStatus status, string? message)
        {
            string line = HealthText.OneLine(name, 80);
            string word = status.ToString().ToLowerInvariant();
            string reason = string.IsNullOrWhiteSpace(message) || status == HealthStatus.Healthy ? $"{line} {word}" : $"{line} {word}: {message}";
            var part = new ProbePart(line, status, HealthText.OneLine(reason), new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase));
            int known = _parts.FindIndex(other => other.Name == line);
            if (known < 0 && _parts.Count < MaximumParts)
            {
                _parts.Add(part);
            }
            else if (known >= 0 && _parts[known].Status < status)
            {
                _parts[known] = part;
            }
        }
    }
}
