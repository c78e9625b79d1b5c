using System.Globalization;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>How many machines may fail before a run on many of them stops: a number, or a share of them.</summary>
internal readonly record struct FailureThreshold
{
    private const int Most = 999_999;

    private readonly int _number;
    private readonly bool _isPercentage;

    private FailureThreshold(int number, bool isPercentage) => (_number, _isPercentage) = (number, isPercentage);

    /// <summary>"2" or "30%"; null for anything else.</summary>
    public static FailureThreshold? Parse(string text)
    {
        string trimmed = text.Trim();
        bool isPercentage = trimmed.EndsWith('%');
        string digits = isPercentage ? trimmed[..^1].TrimEnd() : trimmed;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= (isPercentage ? 100 : Most)
            ? new FailureThreshold(number, isPercentage)
            : null;
    }

    /// <summary>How many of so many machines may fail.</summary>
    public int Of(int hosts) => _isPercentage ? (int)((long)hosts * _number / 100) : _number;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_number}{(_isPercentage ? "%" : "")}");
}
