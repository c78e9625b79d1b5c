using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using IncidentOps.Core.Incidents.Severities;
using IncidentOps.Core.Text;
using IncidentOps.PowerShell.Commands;
using IncidentOps.Procedures;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>Asks the person at the shell how bad it is, with the proposal as the default.</summary>
internal static class SeverityQuestion
{
    private const int LongestTitle = 120;

    /// <summary>The answer; null where nobody could be asked.</summary>
    public static SeverityLevel? Ask(PSCmdlet cmdlet, string title, IReadOnlyList<SeverityLevel> levels, SeveritySuggestion suggestion)
    {
        if (!Person.MayBeAsked(cmdlet))
        {
            return null;
        }

        try
        {
            int answer = cmdlet.Host.UI.PromptForChoice(
                Printable.Line(Excerpt.Cut(title, LongestTitle)),
                Printable.Line($"{suggestion.Proposed} is proposed, since {suggestion.ProposedReason}. Which severity is it?"),
                Choices(levels),
                suggestion.Proposed.Rank);
            return levels[answer];
        }
        catch (Exception e) when (Person.IsAbsent(e))
        {
            return null;
        }
    }

    /// <summary>Each with a key: the first character by which its name differs from all others, "P&amp;0", "&amp;Critical".</summary>
    private static Collection<ChoiceDescription> Choices(IReadOnlyList<SeverityLevel> levels)
    {
        string[] labels = [.. levels.Select(level => Printable.Line(level.ToString()).Replace("&", "", StringComparison.Ordinal))];
        Collection<ChoiceDescription> choices = [];
        for (int i = 0; i < labels.Length; i++)
        {
            string label = labels[i];
            int key = KeyOf(label, labels.Where(other => !ReferenceEquals(other, label)));
            choices.Add(new ChoiceDescription(
                key < 0 ? label : label.Insert(key, "&"),
                levels[i].Definition is { } definition ? Printable.Line(definition) : label));
        }

        return choices;
    }

    private static int KeyOf(string label, IEnumerable<string> others)
    {
        for (int at = 0; at < label.Length; at++)
        {
            if (char.IsAsciiLetterOrDigit(label[at])
                && others.All(other => other.Length <= at || char.ToUpperInvariant(other[at]) != char.ToUpperInvariant(label[at])))
            {
                return at;
            }
        }

        return -1;
    }
}
