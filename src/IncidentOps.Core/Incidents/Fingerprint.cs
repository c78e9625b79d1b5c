using System.Security.Cryptography;
using System.Text;

namespace IncidentOps.Core.Incidents;

/// <summary>
/// A symptom, normalised and short: two open incidents of the same service with the same one are twins. A drill is
/// never the twin of a real incident.
/// </summary>
internal static class Fingerprint
{
    public static string Of(string symptom, bool isDrill)
    {
        string normalised = string.Join(' ', symptom.ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(isDrill ? $"DRILL\n{normalised}" : normalised));
        return Convert.ToHexString(hash);
    }
}
