using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IncidentOps.Core.Configuration;

/// <summary>
/// What a JSON document holds at a path: <c>$.queue.length</c> and <c>&lt; 100</c>. The path knows names, indexes
/// (also from the end) and <c>[*]</c>, where every value must be as expected.
/// </summary>
internal sealed partial class JsonExpectation
{
    private readonly IReadOnlyList<string> _segments;
    private readonly string _operator;
    private readonly string _operand;
    private readonly TextPattern? _pattern;

    private JsonExpectation(string path, string expected, IReadOnlyList<string> segments, string @operator, string operand, TextPattern? pattern)
    {
        Path = path;
        Expected = expected;
        _segments = segments;
        _operator = @operator;
        _operand = operand;
        _pattern = pattern;
    }

    public string Path { get; }

    public string Expected { get; }

    public static bool TryParse(string path, string expected, [NotNullWhen(true)] out JsonExpectation? expectation, out string? problem)
    {
        expectation = null;
        problem = null;
        Match whole = PathSyntax().Match(path);
        if (!whole.Success)
        {
            problem = $"'{path}' is not a JSON path such as $.queue.length, $.items[0].name or $['a name'].";
            return false;
        }

        Match comparison = ComparisonSyntax().Match(expected);
        TextPattern? pattern = null;
        if (!comparison.Success && expected.StartsWith('/') && !TextPattern.TryParse(expected, out pattern, out problem))
        {
            return false;
        }

        expectation = new JsonExpectation(
            path,
            expected,
            [.. whole.Groups["segment"].Captures.Select(static capture => capture.Value)],
            comparison.Success ? comparison.Groups["operator"].Value : "==",
            comparison.Success ? comparison.Groups["operand"].Value : expected,
            pattern);
        return true;
    }

    /// <summary>What is wrong with the document, "$.status is 'down', not 'up'"; null where it is as expected.</summary>
    public string? Mismatch(JsonElement document)
    {
        List<JsonElement> values = [document];
        foreach (string segment in _segments)
        {
            values = [.. values.SelectMany(value => Step(value, segment))];
        }

        if (values.Count == 0)
        {
            return $"{Path} is not there";
        }

        foreach (JsonElement value in values)
        {
            string actual = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
            if (!Holds(actual))
            {
                return $"{Path} is '{actual}', not {(_operator == "==" ? $"'{Expected}'" : Expected)}";
            }
        }

        return null;
    }

    private static IEnumerable<JsonElement> Step(JsonElement value, string segment)
    {
        if (segment == "[*]")
        {
            return value.ValueKind switch
            {
                JsonValueKind.Array => value.EnumerateArray(),
                JsonValueKind.Object => value.EnumerateObject().Select(static property => property.Value),
                _ => [],
            };
        }

        bool bracketed = segment.StartsWith('[');
        if (bracketed && int.TryParse(segment.AsSpan(1, segment.Length - 2), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int index))
        {
            int length = value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() : 0;
            int at = index < 0 ? length + index : index;
            return at >= 0 && at < length ? [value[at]] : [];
        }

        string name = bracketed ? segment[2..^2] : segment;
        return value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out JsonElement found) ? [found] : [];
    }

    private bool Holds(string actual)
    {
        if (_pattern is not null)
        {
            return _pattern.IsFoundIn(actual);
        }

        bool numbers = double.TryParse(actual, NumberStyles.Float, CultureInfo.InvariantCulture, out double left)
            & double.TryParse(_operand, NumberStyles.Float, CultureInfo.InvariantCulture, out double right);
        return _operator switch
        {
            "<" => numbers && left < right,
            "<=" => numbers && left <= right,
            ">" => numbers && left > right,
            ">=" => numbers && left >= right,
            "!=" => numbers ? !left.Equals(right) : actual != _operand,
            _ => numbers ? left.Equals(right) : actual == _operand,
        };
    }

    [GeneratedRegex(@"^(\$\.?|\.)?((?<segment>[^.\[\]'""$]+)(\.|(?=\[)|$)|(?<segment>\[(\*|-?\d{1,9}|'[^']*'|""[^""]*"")\])(\.|(?=\[)|$))*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PathSyntax();

    [GeneratedRegex(@"^\s*(?<operator><=|>=|!=|==|<|>)\s*(?<operand>.*?)\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ComparisonSyntax();
}
