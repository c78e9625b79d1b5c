using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Text;

namespace IncidentOps.Console.Hosting;

/// <summary>Asks which of several answers is meant: -Confirm and everything like it.</summary>
internal sealed class ChoicePrompt(QuestionLine line)
{
    public int AskOne(string? caption, string? message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        line.DemandSomebody();
        DemandChoices(choices);
        if (defaultChoice < -1 || defaultChoice >= choices.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(defaultChoice), defaultChoice, "It must be the index of a choice, or -1.");
        }

        List<ChoiceLabel> labels = [.. choices.Select(choice => ChoiceLabel.Parse(choice.Label))];
        line.WriteHeading(caption, message);
        while (true)
        {
            line.Write(Question(labels, defaultChoice));
            string answer = line.ReadLine().Trim();
            if (answer.Length == 0 && defaultChoice >= 0)
            {
                return defaultChoice;
            }

            int picked = Pick(answer, labels, choices);
            if (picked >= 0)
            {
                return picked;
            }
        }
    }

    public Collection<int> AskSeveral(
        string? caption, string? message, Collection<ChoiceDescription> choices, IEnumerable<int> defaultChoices)
    {
        line.DemandSomebody();
        DemandChoices(choices);
        List<int> defaults = [.. defaultChoices.Distinct()];
        if (defaults.Exists(choice => choice < 0 || choice >= choices.Count))
        {
            throw new ArgumentOutOfRangeException(nameof(defaultChoices), "Each must be the index of a choice.");
        }

        List<ChoiceLabel> labels = [.. choices.Select(choice => ChoiceLabel.Parse(choice.Label))];
        line.WriteHeading(caption, message);
        foreach (ChoiceLabel label in labels)
        {
            line.WriteLine($"[{label.Key}] {label.Text}");
        }

        line.WriteLine("[?] Help");
        if (defaults.Count > 0)
        {
            line.WriteLine($"(default: {string.Join(", ", defaults.Select(choice => labels[choice].Short))})");
        }

        Collection<int> picked = [];
        while (true)
        {
            line.Write($"Choice[{picked.Count}]: ");
            string answer = line.ReadLine().Trim();
            if (answer.Length == 0)
            {
                return picked.Count > 0 ? picked : [.. defaults];
            }

            int choice = Pick(answer, labels, choices);
            if (choice >= 0)
            {
                picked.Add(choice);
            }
        }
    }

    private static void DemandChoices(Collection<ChoiceDescription> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        if (choices.Count == 0)
        {
            throw new ArgumentException("There must be at least one choice.", nameof(choices));
        }
    }

    private static string Question(List<ChoiceLabel> labels, int defaultChoice)
    {
        StringBuilder question = new();
        for (int i = 0; i < labels.Count; i++)
        {
            string choice = $"[{labels[i].Key}] {labels[i].Text}";
            question.Append(i == defaultChoice ? PSStyle.Instance.Bold + choice + PSStyle.Instance.BoldOff : choice).Append("  ");
        }

        question.Append("[?] Help");
        if (defaultChoice >= 0)
        {
            question.Append(" (default is \"").Append(labels[defaultChoice].Short).Append("\")");
        }

        return question.Append(": ").ToString();
    }

    /// <summary>The choice an answer names by its key or its whole label; -1 for none, after showing help where asked.</summary>
    private int Pick(string answer, List<ChoiceLabel> labels, Collection<ChoiceDescription> choices)
    {
        if (answer == "?")
        {
            for (int i = 0; i < labels.Count; i++)
            {
                line.WriteLine($"{labels[i].Short} - {choices[i].HelpMessage}");
            }

            return -1;
        }

        return labels.FindIndex(label =>
            string.Equals(answer, label.Text, StringComparison.OrdinalIgnoreCase)
            || (label.Key.Length > 0 && string.Equals(answer, label.Key, StringComparison.OrdinalIgnoreCase)));
    }
}
