using System.Net.Http.Headers;
using System.Text;

namespace IncidentOps.Core.Health.Http;

/// <summary>Reads the beginning of a body, and leaves the rest of an endless one where it is.</summary>
internal static class BoundedBody
{
    public const int MaximumLength = 1024 * 1024;

    private const int FirstLength = 4096;

    public static async Task<(string Text, bool Complete)> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using Stream stream = await content.ReadAsStreamAsync(cancellationToken);
        byte[] buffer = new byte[FirstLength];
        int length = 0;
        while (true)
        {
            int read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0)
            {
                return (Decode(buffer, length, content.Headers.ContentType), true);
            }

            length += read;
            if (length == MaximumLength)
            {
                return (Decode(buffer, length, content.Headers.ContentType), false);
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, Math.Min(buffer.Length * 4, MaximumLength));
            }
        }
    }

    private static string Decode(byte[] bytes, int length, MediaTypeHeaderValue? type)
    {
        using var reader = new StreamReader(new MemoryStream(bytes, 0, length), EncodingOf(type), detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    private static Encoding EncodingOf(MediaTypeHeaderValue? type)
    {
        try
        {
            return type?.CharSet is { Length: > 0 } name ? Encoding.GetEncoding(name.Trim('"')) : Encoding.UTF8;
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }
}
