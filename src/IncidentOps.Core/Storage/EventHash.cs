using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace IncidentOps.Core.Storage;

/// <summary>
/// The SHA-256 that chains an incident's events. Every field goes in with its length before it, so that no two
/// different events give the same input.
/// </summary>
internal static class EventHash
{
    /// <summary>Lower-case hexadecimal.</summary>
    public static string Compute(StoredEvent stored)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, stored.PreviousHash);
        Append(hash, stored.Stream.ToString("D"));
        Append(hash, stored.Sequence);
        Append(hash, Instant.ToMicroseconds(stored.OccurredAt));
        Append(hash, Instant.ToMicroseconds(stored.RecordedAt));
        Append(hash, stored.Actor);
        Append(hash, stored.Type);
        Append(hash, stored.Version);
        Append(hash, stored.Body);
        return Convert.ToHexString(hash.GetHashAndReset()).ToLowerInvariant();
    }

    private static void Append(IncrementalHash hash, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Append(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
