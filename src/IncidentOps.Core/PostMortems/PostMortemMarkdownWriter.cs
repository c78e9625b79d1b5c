using System.Globalization;
using System.Text;
using IncidentOps.Core.Text;
using IncidentOps.Incidents;
using IncidentOps.PostMortems;

namespace IncidentOps.Core.PostMortems;

/// <summary>A post-mortem as Markdown that reads well on a Git host, in the order that reviews go through it. Pure.</summary>
internal static class PostMortemMarkdownWriter
{
    private const string NotKnown = "Not recorded yet.";

    public static string Write(PostMortem postMortem)
    {
        var clock = new PostMortemClock(postMortem);
        var text = new StringBuilder();
        text.Append("# Incident Post-Mortem: ").Append(EscapedMarkdown.Line(postMortem.Title)).Append('\n');
        foreach (string remark in Remarks(postMortem, clock))
        {
            text.Append("\n*").Append(remark).Append("*\n");
        }

        text.Append('\n');
        foreach ((string name, string value) in Facts(postMortem, clock))
        {
            text.Append("- **").Append(name).Append("**: ").Append(value).Append('\n');
        }

        Section(text, "Timeline", PostMortemTimelineMarkdown.Write(postMortem, clock));
        Section(text, "Root Cause", Prose(postMortem.RootCause));
        Section(text, "Resolution", Prose(postMortem.Resolution));
        Section(text, "Impact", List(Figures(postMortem)));
        Section(text, "Lessons Learned", List(postMortem.Lessons.Select(lesson => EscapedMarkdown.Block(lesson, "  "))));
        Section(text, "Action Items", List(postMortem.ActionItems.Select(ActionItemText)));
        Section(text, "Prevention", Prose(postMortem.Prevention));
        return text.ToString();
    }

    private static void Section(StringBuilder text, string heading, string body) =>
        text.Append("\n## ").Append(heading).Append("\n\n").Append(body).Append('\n');

    private static string Prose(string? text) => text is null ? NotKnown : EscapedMarkdown.Block(text);

    private static string List(IEnumerable<string> items)
    {
        string list = string.Join('\n', items.Select(item => $"- {item}"));
        return list.Length == 0 ? NotKnown : list;
    }

    /// <summary>What a reader must know before anything else.</summary>
    private static IEnumerable<string> Remarks(PostMortem postMortem, PostMortemClock clock)
    {
        if (postMortem.IsDrill)
        {
            yield return "This was a drill.";
        }

        if (postMortem.EndedAt is null)
        {
            yield return $"This incident is still open ({postMortem.Status}): what follows was known at {clock.Full(postMortem.AsOf)}.";
        }
        else if (postMortem.Status == IncidentStatus.Dismissed)
        {
            yield return "This was a false alarm.";
        }
        else if (postMortem.Status == IncidentStatus.Merged)
        {
            yield return $"This incident continues under {EscapedMarkdown.Line(postMortem.MergedInto)}.";
        }
    }

    private static IEnumerable<(string Name, string Value)> Facts(PostMortem postMortem, PostMortemClock clock)
    {
        yield return ("Incident", EscapedMarkdown.Line(postMortem.Incident));
        yield return ("Date", postMortem.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        yield return ("Duration", postMortem.EndedAt is { } end
            ? $"{ReadableDuration.Format(postMortem.Duration)} ({clock.Short(postMortem.StartedAt)} to {clock.Short(end)} {clock.ZoneId})"
            : $"{ReadableDuration.Format(postMortem.Duration)} so far (since {clock.Short(postMortem.StartedAt)} {clock.ZoneId})");
        yield return ("Severity", EscapedMarkdown.Line($"{postMortem.Severity} {postMortem.SeverityLabel}"));
        if (postMortem.Services.Count > 0)
        {
            yield return ("Services", EscapedMarkdown.Line(string.Join(", ", postMortem.Services)));
        }

        yield return ("Impact", postMortem.Impact is { } impact ? EscapedMarkdown.Block(impact, "  ") : NotKnown);
        if (postMortem.Commander is { } commander)
        {
            yield return ("Commander", EscapedMarkdown.Line(commander));
        }

        string[] response =
        [
            .. After("acknowledged", postMortem.TimeToAcknowledge),
            .. After("fixed", postMortem.TimeToFix),
            .. After("resolved", postMortem.TimeToResolve),
        ];
        if (response.Length > 0)
        {
            yield return ("Response", string.Join(", ", response));
        }
    }

    private static IEnumerable<string> After(string what, TimeSpan? time) =>
        time is { } taken ? [$"{what} after {ReadableDuration.Format(taken)}"] : [];

    private static IEnumerable<string> Figures(PostMortem postMortem)
    {
        PostMortemImpact figures = postMortem.ImpactFigures;
        string downtime = figures switch
        {
            { DowntimeEndedAt: null } => $"{ReadableDuration.Format(figures.Downtime)} so far",
            { Downtime.Ticks: 0 } => "none",
            _ => ReadableDuration.Format(figures.Downtime),
        };
        yield return $"Users affected: {(figures.UsersAffected is { } users ? EscapedMarkdown.Block(users, "  ") : NotKnown)}";
        yield return $"Downtime: {downtime}";
        yield return $"Data loss: {(figures.DataLoss is { } loss ? EscapedMarkdown.Block(loss, "  ") : NotKnown)}";
    }

    private static string ActionItemText(ActionItem item)
    {
        string owner = item.Owner is { } name ? EscapedMarkdown.Line(name) : "nobody yet";
        string due = item.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "no date yet";
        return $"[{(item.IsDone ? 'x' : ' ')}] {EscapedMarkdown.Line(item.Text)} - Owner: {owner} - Due: {due}";
    }
}
