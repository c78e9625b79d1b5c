using System.Text;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Text;
using IncidentOps.Incidents;
using IncidentOps.PostMortems;

namespace IncidentOps.Core.PostMortems;

/// <summary>The section of a post-mortem that tells what happened when.</summary>
internal static class PostMortemTimelineMarkdown
{
    private const string Indent = "  ";

    /// <summary>How much later than it happened something is recorded by somebody who was there.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(1);

    public static string Write(PostMortem postMortem, PostMortemClock clock)
    {
        var text = new StringBuilder("Times are in ").Append(clock.ZoneName).Append(".\n\n");
        bool shortened = false;
        foreach (TimelineEntry entry in postMortem.Timeline)
        {
            text.Append("- **").Append(clock.Short(entry.At)).Append("** ").Append(EscapedMarkdown.Block(entry.Text, Indent))
                .Append(" *(").Append(EscapedMarkdown.Line(entry.Actor));
            if (entry.RecordedAt - entry.At >= AtOnce)
            {
                text.Append(", recorded ").Append(clock.Short(entry.RecordedAt));
            }

            text.Append(")*\n");
            shortened |= AppendDetail(text, entry);
        }

        if (shortened)
        {
            text.Append("\nLong outputs are shortened here. All of them: `Get-IncidentTimeline ").Append(postMortem.Incident).Append("`\n");
        }

        return text.ToString().TrimEnd('\n');
    }

    /// <returns>Whether something was left out.</returns>
    private static bool AppendDetail(StringBuilder text, TimelineEntry entry)
    {
        // What an incident was resolved with has sections of its own.
        if (string.IsNullOrWhiteSpace(entry.Detail) || entry.Type == nameof(IncidentResolved))
        {
            return false;
        }

        if (entry.Type is nameof(IncidentDeclared) or nameof(ReportedAgain) or nameof(IncidentClosed))
        {
            text.Append('\n').Append(Indent).Append(EscapedMarkdown.Block(entry.Detail, Indent)).Append('\n');
            return false;
        }

        string excerpt = Excerpt.Of(entry.Detail, out bool shortened);
        text.Append('\n').Append(EscapedMarkdown.Fence(excerpt, Indent)).Append('\n');
        return shortened;
    }
}
