using System.Text;
using System.Text.RegularExpressions;

namespace IncidentOps.Core.Configuration;

/// <summary>The one place that turns a reference into the secret. Secrets are read when they are used, and never kept.</summary>
internal sealed partial class SecretResolver(OrganisationConfiguration configuration, ISystemEnvironment environment)
{
    private const int MaximumLength = 64 * 1024;

    /// <summary>The secret that a reference points to.</summary>
    public string Resolve(SecretReference reference) => reference.Source switch
    {
        SecretSource.Env => environment.Variable(reference.Location) ?? throw ConfigurationErrors.SecretNotFound(
            reference.ToString(),
            $"The environment variable '{reference.Location}', which the configuration names as a secret, is not set."),
        SecretSource.File => ReadFile(reference),
        _ => throw ConfigurationErrors.SecretNotSupported(reference.ToString()),
    };

    /// <summary>A secret by its name in the configuration's <c>secrets</c>.</summary>
    public string Named(string name) => configuration.Secrets.TryGetValue(name, out SecretReference? reference)
        ? Resolve(reference)
        : throw ConfigurationErrors.SecretNotFound(
            name,
            $"The configuration has no secret '{name}'. {NearestName.Hint(name, [.. configuration.Secrets.Keys])}");

    /// <summary>
    /// Fills the secrets into a text: a text that is one reference becomes the secret; <c>${env:NAME}</c>,
    /// <c>${file:PATH}</c> and <c>${secret:NAME}</c> within a text are replaced.
    /// </summary>
    public string Expand(string text) => SecretReference.TryParse(text, out SecretReference? whole)
        ? Resolve(whole)
        : Placeholder().Replace(text, match => match.Groups["source"].Value == "secret"
            ? Named(match.Groups["location"].Value)
            : SecretReference.TryParse(match.Value[2..^1], out SecretReference? part) ? Resolve(part) : match.Value);

    private string ReadFile(SecretReference reference)
    {
        string path = ConfigurationPaths.Resolve(reference.Location, ConfigurationPaths.FolderOf(configuration), environment);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, new UTF8Encoding(false, true));
            char[] buffer = new char[MaximumLength + 1];
            int length = reader.ReadBlock(buffer);
            return length > MaximumLength
                ? throw ConfigurationErrors.SecretNotFound(reference.ToString(), $"The secret file '{path}' is longer than {MaximumLength} characters.")
                : new string(buffer, 0, length).TrimEnd('\r', '\n');
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw ConfigurationErrors.SecretNotFound(reference.ToString(), $"The secret file '{path}' cannot be read: {failure.Message}", failure);
        }
    }

    [GeneratedRegex(@"\$\{(?<source>env|file|vault|secret):(?<location>[^{}]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
