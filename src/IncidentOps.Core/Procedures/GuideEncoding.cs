using System.Text;

namespace IncidentOps.Core.Procedures;

/// <summary>Bytes of a guide to text: UTF-8 or UTF-16 by its mark, UTF-8 without one, Latin-1 where that is not valid.</summary>
internal static class GuideEncoding
{
    public static string Decode(ReadOnlySpan<byte> content)
    {
        if (content is [0xFF, 0xFE, ..])
        {
            return Encoding.Unicode.GetString(content[2..]);
        }

        if (content is [0xFE, 0xFF, ..])
        {
            return Encoding.BigEndianUnicode.GetString(content[2..]);
        }

        ReadOnlySpan<byte> body = content is [0xEF, 0xBB, 0xBF, ..] ? content[3..] : content;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(body);
        }
    }
}
