using System.Text.Json;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Health.Http;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Remote;

/// <summary>
/// Asks a system that watches services. Where it is silent or out of order, the services are unknown and not ill.
/// </summary>
internal static class JsonApi
{
    /// <param name="check">The check, for its headers and its trust.</param>
    /// <param name="address">The whole address to ask.</param>
    /// <param name="attempt">The look that this is a part of.</param>
    /// <param name="judge">Judges the document that was answered.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<ProbeOutcome> AskAsync(
        CheckDefinition check,
        Uri address,
        ProbeAttempt attempt,
        Func<JsonElement, ProbeOutcome> judge,
        CancellationToken cancellationToken)
    {
        attempt.SilenceStatus = HealthStatus.Unknown;
        bool judged = false;
        ProbeOutcome outcome = await HttpExchange.AskAsync(HttpQuestion.From(check, address), attempt, Judge, cancellationToken);
        return judged ? outcome : outcome with { Status = HealthStatus.Unknown };

        ProbeOutcome Judge(HttpAnswer answer)
        {
            judged = true;
            try
            {
                using JsonDocument document = JsonDocument.Parse(answer.Body);
                return answer.Status < 300
                    ? judge(document.RootElement) with { Latency = answer.Latency }
                    : new ProbeOutcome(HealthStatus.Unknown, HealthText.OneLine(
                        $"{answer.StatusText} from {address.Authority}: {Text(document.RootElement, "error") ?? Text(document.RootElement, "message") ?? "no reason given"}"));
            }
            catch (Exception strange) when (strange is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
            {
                return new ProbeOutcome(HealthStatus.Unknown, answer.Status < 300
                    ? $"{address.Authority} does not answer as expected"
                    : $"{answer.StatusText} from {address.Authority}");
            }
        }
    }

    /// <summary>An address below another one.</summary>
    public static Uri Below(Uri root, string path) => new(root.GetLeftPart(UriPartial.Path).TrimEnd('/') + path);

    /// <summary>A text of an object; null where it is not there.</summary>
    public static string? Text(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>The items of a list of an object; none where it is not there.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : [];
}
