using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IncidentOps.Core.Procedures.Initialization;

/// <summary>The text of a new incidentops.yaml: what is needed, and commented examples of all the rest.</summary>
internal static partial class ConfigurationTemplate
{
    public const string SchemaFileName = "incidentops.schema.json";

    private const string Resource = "IncidentOps.Core.Procedures.Initialization.incidentops.template.yaml";

    private static readonly JsonSerializerOptions Quoted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="guide">The guide's path, from the file's folder.</param>
    /// <param name="runbooks">The runbooks' folder, likewise.</param>
    /// <param name="zone">The zone to give as the example.</param>
    public static string Fill(string guide, string runbooks, TimeZoneInfo zone) => Blank().Replace(Read(), blank => Scalar(blank.Value switch
    {
        "@guide" => guide,
        "@runbooks" => runbooks,
        _ => zone.Id.Contains('/', StringComparison.Ordinal) && zone.Id != "Etc/UTC" ? zone.Id : "Europe/Berlin",
    }));

    private static string Read()
    {
        using Stream resource = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>A text as YAML; JSON's quotes are YAML's as well.</summary>
    private static string Scalar(string text) => Plain().IsMatch(text) ? text : JsonSerializer.Serialize(text, Quoted);

    [GeneratedRegex("@(?:guide|runbooks|zone)", RegexOptions.NonBacktracking)]
    private static partial Regex Blank();

    [GeneratedRegex(@"^[A-Za-z_.][\w./-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
