using IncidentOps.Health;

namespace IncidentOps.Core.Health.Http;

/// <summary>
/// Understands health in plain text: ASP.NET's one word, and Kubernetes' list of <c>[+]name ok</c> and
/// <c>[-]name failed: reason</c>.
/// </summary>
internal static class PlainHealthText
{
    public static ComponentReport? Read(string text)
    {
        if (StatusWords.Find(text.Trim('"')) is { } word)
        {
            return new ComponentReport(word, null, []);
        }

        if (!text.StartsWith("[+]", StringComparison.Ordinal) && !text.StartsWith("[-]", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = new ComponentReportReader.PartList();
        foreach (string line in text.Split('\n', StringSplitOptions.TrimEntries))
        {
            bool well = line.StartsWith("[+]", StringComparison.Ordinal);
            if (well || line.StartsWith("[-]", StringComparison.Ordinal))
            {
                string[] words = line[3..].Split(' ', 2);
                StatusWords.FindFirst(words.ElementAtOrDefault(1) ?? "", out string? message);
                parts.Add(words[0], well ? HealthStatus.Healthy : HealthStatus.Unhealthy, message);
            }
        }

        return new ComponentReport(null, null, parts.All);
    }
}
