using System.Diagnostics.CodeAnalysis;

namespace IncidentOps.Core.Configuration;

/// <summary>Where a PostgreSQL server is: "db.example.com:5432/app", "monitor@db.example.com", or the folder of its socket.</summary>
internal sealed record PostgresAddress(string Host, int Port, string? Database, string? User)
{
    public const int DefaultPort = 5432;

    public static bool TryParse(string text, [NotNullWhen(true)] out PostgresAddress? address)
    {
        address = null;
        int at = text.IndexOf('@', StringComparison.Ordinal);
        string? user = at > 0 ? text[..at] : null;
        string place = text[(at + 1)..];
        if (at == 0 || user?.Contains(':', StringComparison.Ordinal) == true)
        {
            return false;
        }

        if (place.StartsWith('/'))
        {
            address = new PostgresAddress(place, DefaultPort, null, user);
            return true;
        }

        int slash = place.IndexOf('/', StringComparison.Ordinal);
        string? database = slash >= 0 && slash + 1 < place.Length ? Uri.UnescapeDataString(place[(slash + 1)..]) : null;
        string server = slash >= 0 ? place[..slash] : place;
        if (HostAndPort.TryParse(server, out HostAndPort? found) || HostAndPort.TryParse($"{server}:{DefaultPort}", out found))
        {
            address = new PostgresAddress(found.Host, found.Port, database, user);
        }

        return address is not null;
    }

    public override string ToString() => Host.StartsWith('/') ? Host : $"{new HostAndPort(Host, Port)}{(Database is null ? "" : $"/{Database}")}";
}
