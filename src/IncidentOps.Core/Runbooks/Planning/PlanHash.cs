using System.Security.Cryptography;
using System.Text.Json;

namespace IncidentOps.Core.Runbooks.Planning;

/// <summary>One number for all that decides what a run does, the same on every machine.</summary>
internal static class PlanHash
{
    /// <param name="sha256">The document's hash: it stands for the text and the attributes of all steps.</param>
    /// <param name="incident">The incident's id.</param>
    /// <param name="steps">The numbers of the chosen steps, and the machines, or the database, of each.</param>
    /// <param name="values">The values by name.</param>
    /// <param name="secrets">The names whose values are secret: that there is one counts, not what it is.</param>
    public static string Of(
        string sha256, string? incident, IEnumerable<(int Number, IReadOnlyList<string> Hosts)> steps, IReadOnlyDictionary<string, string> values, IReadOnlySet<string> secrets)
    {
        using MemoryStream content = new();
        using (Utf8JsonWriter json = new(content))
        {
            json.WriteStartObject();
            json.WriteString("document", sha256);
            json.WriteString("incident", incident);
            json.WriteStartArray("steps");
            foreach ((int number, IReadOnlyList<string> hosts) in steps)
            {
                json.WriteNumberValue(number);
                json.WriteStartArray();
                foreach (string host in hosts)
                {
                    json.WriteStringValue(host);
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteStartObject("values");
            foreach ((string name, string value) in values.OrderBy(value => value.Key, StringComparer.Ordinal))
            {
                if (secrets.Contains(name))
                {
                    json.WriteNull(name);
                }
                else
                {
                    json.WriteString(name, value);
                }
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Convert.ToHexString(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length))).ToLowerInvariant();
    }
}
