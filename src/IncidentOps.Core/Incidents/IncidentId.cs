using System.Globalization;

namespace IncidentOps.Core.Incidents;

/// <summary>"INC-42": what people see and type. A bare number is understood as well, in any case of letters.</summary>
internal static class IncidentId
{
    private const string Prefix = "INC-";

    public static string Format(long number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}");

    public static bool TryParse(string? text, out long number)
    {
        number = 0;
        return long.TryParse(NumberOf(text.AsSpan().Trim()), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
    }

    /// <summary>What stands after "INC-", or all of it.</summary>
    public static ReadOnlySpan<char> NumberOf(ReadOnlySpan<char> id) =>
        id.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? id[Prefix.Length..] : id;
}
