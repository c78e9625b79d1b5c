using System.Security.Cryptography;

namespace IncidentOps.Core.Incidents;

/// <summary>UUIDs of version 7 (RFC 9562): milliseconds first, so that they sort by creation; the rest is random.</summary>
internal static class UuidV7
{
    public static Guid Create(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[6..]);
        long milliseconds = at.ToUnixTimeMilliseconds();
        for (int index = 5; index >= 0; index--)
        {
            bytes[index] = (byte)milliseconds;
            milliseconds >>= 8;
        }

        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
