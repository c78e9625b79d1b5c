using System.Collections.Concurrent;
using System.Text;
using IncidentOps.Core.Errors;

namespace IncidentOps.Core.Configuration;

/// <summary>Finds and reads the configuration. A file that has not changed is read once.</summary>
internal sealed class ConfigurationLoader
{
    private const long MaximumLength = 4 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, (DateTime Changed, long Length, OrganisationConfiguration Configuration)> _known =
        new(StringComparer.Ordinal);

    /// <summary>
    /// The configuration at the explicit path, at <c>$INCIDENTOPS_CONFIG</c>, in the nearest folder up the tree or in
    /// the user's configuration folder; without any, the built-in defaults.
    /// </summary>
    /// <exception cref="IncidentOpsException">The file is not there, not safe, or not right.</exception>
    public OrganisationConfiguration Load(string? explicitPath, string currentDirectory, ISystemEnvironment environment) =>
        ConfigurationPaths.Find(explicitPath, currentDirectory, environment) is { } path
            ? LoadFile(path, environment)
            : new OrganisationConfiguration { TimeZone = environment.LocalTimeZone };

    private OrganisationConfiguration LoadFile(string path, ISystemEnvironment environment)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (FileSafety.OthersCanWrite(file.SafeFileHandle, out UnixFileMode mode))
            {
                throw ConfigurationErrors.NotSafe(path, mode);
            }

            DateTime changed = File.GetLastWriteTimeUtc(file.SafeFileHandle);
            long length = file.Length;
            if (_known.TryGetValue(path, out var known) && known.Changed == changed && known.Length == length)
            {
                return known.Configuration;
            }

            OrganisationConfiguration configuration = new ConfigurationReader(path, environment).Read(YamlReader.Read(ReadText(file, path), path));
            _known[path] = (changed, length, configuration);
            return configuration;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw ConfigurationErrors.NotReadable(path, failure);
        }
    }

    private static string ReadText(FileStream file, string path)
    {
        if (file.Length > MaximumLength)
        {
            throw ConfigurationErrors.Invalid(path, 0, $"The file is larger than {MaximumLength / 1024 / 1024} MB.");
        }

        try
        {
            using var reader = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException broken)
        {
            throw ConfigurationErrors.Invalid(path, 0, "The file is not UTF-8 text.", broken);
        }
    }
}
