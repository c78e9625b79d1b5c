using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>How long to watch after a fix: "Monitor for 30-60 minutes", wherever it is said.</summary>
internal sealed partial class MonitoringReader(GuideContext context)
{
    public MonitoringWindow? Read()
    {
        foreach (GuideSection section in context.Document.Root.SelfAndDescendants)
        {
            if (section.Kind is SectionKind.PostMortemTemplate or SectionKind.Exercise or SectionKind.Templates or SectionKind.Severities or SectionKind.Scenario)
            {
                continue;
            }

            if (section.Kind is SectionKind.Phase && MonitorTitle().IsMatch(section.Heading.NameWithoutRemarks) && section.Heading.Remarks.Select(remark => DurationText.TryParse(remark, out DurationText window) && window is { Recurring: false, Value.TotalMinutes: >= 1 } ? window : null).FirstOrDefault(window => window is not null) is { } phase)
            {
                // "Monitor (4-24 hours)", a phase of its own
                return new MonitoringWindow(phase.Minimum ?? phase.Value, phase.Value);
            }

            foreach (string text in section.Blocks.SelectMany(TextsOf))
            {
                string searched = text.Length > 1_000 ? text[..1_000] : text;
                Match match = FirstWithTime(WithTime(Monitor().Match(searched)), Beside().Match(searched), BackToNormal().Match(searched), AfterCalm().Match(searched));
                if (Period().IsMatch(searched) && DurationText.FindAll(searched) is [{ Recurring: false }, ..] periods)
                {
                    // "Monitoring period: 7 days for critical ones, 3 days for others"
                    return new MonitoringWindow(periods.Min(period => period.Minimum ?? period.Value), periods.Max(period => period.Value));
                }

                if (InOtherWords(searched) is { } told)
                {
                    return new MonitoringWindow(told.Minimum ?? told.Value, told.Value);
                }

                if (match.Success && DurationText.TryParse(match.Groups["time"].Value, out DurationText time) && time is { Recurring: false } && time.Value >= TimeSpan.FromMinutes(1))
                {
                    return new MonitoringWindow(time.Minimum ?? time.Value, time.Value);
                }
            }
        }

        return null;
    }

    private static Match FirstWithTime(params ReadOnlySpan<Match> matches)
    {
        foreach (Match match in matches)
        {
            if (match.Success && DurationText.TryParse(match.Groups["time"].Value, out _))
            {
                return match;
            }
        }

        return Match.Empty;
    }

    // "Monitor for relapses: watch it for 72 hours"
    private static Match WithTime(Match match) =>
        match.Success && !DurationText.TryParse(match.Groups["time"].Value, out _) && match.NextMatch() is { Success: true } next ? next : match;

    // "Systeme 60 Minuten lang überwachen", "monitorare per 60 minuti": one time, and the word for watching.
    private static DurationText? InOtherWords(string text) =>
        GuideWords.Terms.Has(text, GuideTerm.Monitor) && DurationText.FindAll(text) is [{ Value.TotalMinutes: >= 1 } time] && (!time.Recurring || text.AsSpan(time.Start).StartsWith("per ")) ? time : null;

    private static IEnumerable<string> TextsOf(GuideBlock block) => block switch
    {
        TextBlock { IsWrapped: true } text => [text.Text],
        TextBlock text => text.Lines.Select(line => line.Text),
        ListBlock list => list.Items.SelectMany(item => item.Blocks.OfType<ListBlock>().SelectMany(TextsOf).Prepend(item.Text)),
        CodeBlock code => code.TextLines,
        _ => [],
    };

    [GeneratedRegex(@"^(?:post[- ](?:fix|recovery|incident) )?(?:monitor|monitoring|observe|observation|watch)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MonitorTitle();

    // "Monitor for relapses (a closer look for 72 hours)"
    [GeneratedRegex(@"^(?:monitor|watch|observe)\b[^.;()]{0,60}\([^.;()]{0,40}?\bfor\s+(?<time>\d[^.;()]{1,30})\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Beside();

    [GeneratedRegex(@"^\W*(?:(?:post[- ]\w+ )?(?:monitoring|observation|watch)|soak|stability) (?:period|window|time)\W*:\W*\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Period();

    // "Close it only after 30 minutes of stable metrics"
    [GeneratedRegex(@"\bafter\s+(?:at least\s+)?(?<time>\d[\w -]{0,20}?\s?(?:min(?:ute)?s?|hours?|h|days?))\s+(?:of\s+)?(?:stable|stability|normal|healthy|green|clean)\b|\b(?<time>\d{1,3}[- ](?:minute|min|hour|day))s?\s+(?:of\s+)?(?:\w+\s+)?(?:monitoring|observation)\b|\b(?:heightened|increased|enhanced|close) monitoring for (?<time>\d[\w -]{0,20}?\s?(?:min(?:ute)?s?|hours?|h|days?))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AfterCalm();

    [GeneratedRegex(@"\b(?:(?:returned|back|return) to (?:normal|baseline)|(?:is|are|remains?|stays?|been) (?:normal|healthy|green)|(?:indicators|metrics|checks|dashboards|SLOs?) (?:normal|healthy|green))\b[^.;]{0,20}?\bfor\s+(?=[^.;)]{0,40}(?:hour|day|min))(?<time>[^.;)]{2,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BackToNormal();

    [GeneratedRegex(@"\b(?:monitor|watch|observe|überwachen|surveiller|monitorear|monitorizar|monitorar|stabil|stable|estabili|estable|estáve)\w*\b[^.;]{0,60}?(?:\bfor\b|\bwährend\b|\bfür\b|\bpendant\b|\bdurante\b|\bpor\b|\()\s*(?=[^.;)]{0,40}(?:\d|hour|day|minute|week|stunde|tag|heure|jour|hora|d[ií]a))(?<time>(?:at least |a minimum of |another |the next |an additional )?[^.;)]{2,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Monitor();
}
