using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Text;
using IncidentOps.Incidents;
using IncidentOps.PostMortems;
using IncidentOps.Procedures;

namespace IncidentOps.Core.PostMortems;

/// <summary>Makes post-mortems of what the store holds, and writes them.</summary>
/// <param name="incidents">The incidents.</param>
/// <param name="procedure">The guide.</param>
/// <param name="zone">The organisation's time zone.</param>
internal sealed class PostMortemService(IncidentService incidents, Func<Procedure> procedure, TimeZoneInfo zone)
{
    public async Task<PostMortem> BuildAsync(long number, CancellationToken cancellationToken)
    {
        Incident incident = await incidents.GetAsync(number, asOf: null, cancellationToken);
        IReadOnlyList<TimelineEntry> timeline = await incidents.ReadTimelineAsync(number, asOf: null, cancellationToken);

        // What was recorded between the two reads would contradict the incident.
        return PostMortemBuilder.Build(
            incident, [.. timeline.Where(entry => entry.Sequence <= incident.Sequence)], procedure(), zone);
    }

    /// <summary>Throws where it is known beforehand that the file cannot be written.</summary>
    public static void RequireWritable(string path, bool replace)
    {
        if (Directory.Exists(path))
        {
            throw PostMortemErrors.FolderInTheWay(path);
        }

        if (!replace && File.Exists(path))
        {
            throw PostMortemErrors.Exists(path);
        }

        for (string? folder = Path.GetDirectoryName(path); folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(folder))
            {
                throw PostMortemErrors.FileInTheWay(folder);
            }
        }
    }

    /// <summary>Writes the file, then notes it in the incident's timeline.</summary>
    public async Task<FileInfo> WriteAsync(
        long number, PostMortem postMortem, PostMortemFormat format, string path, bool replace, CancellationToken cancellationToken)
    {
        PostMortemDocument document = PostMortemDocument.Of(postMortem, format);
        try
        {
            await TextFile.WriteAsync(path, document.Content, replace, cancellationToken);
        }
        catch (IOException) when (!replace && File.Exists(path))
        {
            throw PostMortemErrors.Exists(path);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw PostMortemErrors.NotAllowed(path, exception);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or NotSupportedException)
        {
            throw PostMortemErrors.NotWritten(path, exception);
        }

        var exported = new PostMortemExported(Path.GetFileName(path), format.ToString(), document.Sha256);
        await incidents.RecordAsync(number, exported, at: null, cancellationToken);
        return new FileInfo(path);
    }
}
