using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentOps.Core.Runbooks.Reading;

/// <summary>What the braces behind a fence's language say: {#id risk=change timeout=30s}.</summary>
internal sealed partial class FenceAttributes
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    public static FenceAttributes None { get; } = new();

    /// <summary>The language, the part in front of the braces.</summary>
    public string Language { get; private init; } = "";

    public string? Id { get; private set; }

    /// <summary>Whether the braces say anything.</summary>
    public bool Any => Id is not null || _values.Count > 0;

    public string? this[string name] => _values.GetValueOrDefault(name);

    public static FenceAttributes Parse(string info)
    {
        int brace = info.IndexOf('{', StringComparison.Ordinal);
        string head = (brace < 0 ? info : info[..brace]).Trim();
        int space = head.AsSpan().IndexOfAny(" \t,:;");
        FenceAttributes attributes = new() { Language = (space < 0 ? head : head[..space]).TrimStart('.') };
        if (brace < 0)
        {
            return attributes;
        }

        string classes = "";
        int end = info.LastIndexOf('}');
        foreach (Match match in Attribute().Matches(end > brace ? info[(brace + 1)..end] : info[(brace + 1)..]))
        {
            if (match.Groups["id"] is { Success: true, Value: var id })
            {
                attributes.Id = id;
            }
            else if (match.Groups["class"] is { Success: true, Value: var name })
            {
                classes = classes.Length == 0 ? name : classes;
            }
            else
            {
                string value = match.Groups["value"].Value;
                attributes._values[match.Groups["key"].Value] = value is ['"', .., '"'] or ['\'', .., '\''] ? value[1..^1] : value;
            }
        }

        return attributes.Language.Length == 0 && classes.Length > 0
            ? new FenceAttributes { Language = classes, Id = attributes.Id }.With(attributes._values)
            : attributes;
    }

    /// <summary>"500ms", "30s", "5m", "1h" or a number of seconds; null where it is none of them.</summary>
    public static TimeSpan? Duration(string? text)
    {
        Match match = DurationText().Match(text ?? "");
        if (!match.Success
            || !double.TryParse(match.Groups["number"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
        {
            return null;
        }

        double seconds = number * match.Groups["unit"].Value switch { "ms" => 0.001, "m" => 60, "min" => 60, "h" => 3600, _ => 1 };
        return seconds is > 0 and < 31_536_000 ? TimeSpan.FromSeconds(seconds) : null;
    }

    private FenceAttributes With(Dictionary<string, string> values)
    {
        foreach ((string key, string value) in values)
        {
            _values[key] = value;
        }

        return this;
    }

    [GeneratedRegex(@"#(?<id>[\w.\-]+)|\.(?<class>[\w\-]+)|(?<key>[A-Za-z][\w\-]*)\s*=\s*(?<value>""[^""]*""|'[^']*'|[^\s}]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^\s*(?<number>\d{1,9}(?:\.\d{1,3})?)\s*(?<unit>ms|s|m|min|h)?\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DurationText();
}
