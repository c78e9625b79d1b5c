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
    public static async Task WriteAsync(string path, byte[] content, bool replace, CancellationToken cancellationToken)
    {
        string folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        string draft = Path.Join(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            await using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None))
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
