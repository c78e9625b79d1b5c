using System.Globalization;

namespace IncidentOps.Core.Health.Machine;

/// <summary>Amounts of memory and disk as people read them.</summary>
internal static class Bytes
{
    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB", "PB"];

    public static string Format(double bytes)
    {
        int unit = 0;
        for (; bytes >= 1000 && unit < Units.Length - 1; unit++)
        {
            bytes /= 1024;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{bytes.ToString(bytes < 10 && unit > 0 ? "0.#" : "0", CultureInfo.InvariantCulture)} {Units[unit]}");
    }
}
