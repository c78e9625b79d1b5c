using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IncidentOps.Core.Configuration;

/// <summary>The HTTP status codes that an answer may have: "200", "200-299", "2xx", each once or in a list.</summary>
internal sealed class HttpStatusSet
{
    private readonly IReadOnlyList<(int First, int Last)> _ranges;

    private HttpStatusSet(IReadOnlyList<(int First, int Last)> ranges) => _ranges = ranges;

    /// <summary>Every code of success.</summary>
    public static HttpStatusSet Success { get; } = new([(200, 299)]);

    public static bool TryParse(IEnumerable<string> texts, [NotNullWhen(true)] out HttpStatusSet? statuses)
    {
        statuses = null;
        var ranges = new List<(int First, int Last)>();
        foreach (string part in texts.SelectMany(static text => text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)))
        {
            if (!TryRange(part, out (int First, int Last) range))
            {
                return false;
            }

            ranges.Add(range);
        }

        statuses = ranges.Count == 0 ? null : new HttpStatusSet(ranges);
        return statuses is not null;
    }

    public bool Contains(int status) => _ranges.Any(range => status >= range.First && status <= range.Last);

    public override string ToString() => string.Join(", ", _ranges.Select(static range =>
        range.First == range.Last ? $"{range.First}" : $"{range.First}-{range.Last}"));

    private static bool TryRange(string text, out (int First, int Last) range)
    {
        if (text.Length == 3 && char.IsAsciiDigit(text[0]) && text.EndsWith("xx", StringComparison.OrdinalIgnoreCase))
        {
            int hundred = (text[0] - '0') * 100;
            range = (hundred, hundred + 99);
            return hundred is >= 100 and <= 500;
        }

        string[] ends = text.Split('-');
        range = default;
        if (ends.Length > 2 || !TryCode(ends[0], out int first) || !TryCode(ends[^1], out int last) || first > last)
        {
            return false;
        }

        range = (first, last);
        return true;
    }

    private static bool TryCode(string text, out int code) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out code) && code is >= 100 and <= 599;
}
