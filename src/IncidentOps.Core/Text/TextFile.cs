using System.Text;

namespace IncidentOps.Core.Text;

/// <summary>Writes a text file whole or not at all: UTF-8 without a byte order mark.</summary>
internal static class TextFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static byte[] Encode(string text) => Utf8.GetBytes(text);

    /// <summary>
    /// Writes beside the target and moves it into place, so that nobody ever sees half a file. Fails with an
    /// <see cref="IOException"/> where the target exists and may not be replaced.
    /// </summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="replace">Whether it may be there already.</param>
    /// <param name="cancellationToken">Ctrl+C.</param>
    /// <param name="mode">What at most its owner and others may do with it; the user's umask takes away from that.</param>
    public static async Task WriteAsync(
        string path, byte[] content, bool replace, CancellationToken cancellationToken, UnixFileMode? mode = null)
    {
        string folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        string draft = Path.Join(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
            if (mode is not null && !OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = mode;
            }

            await using (var file = new FileStream(draft, options))
            {
                await file.WriteAsync(content, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, replace);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }
}
