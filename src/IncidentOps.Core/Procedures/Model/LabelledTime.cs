using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Model;

/// <summary>"**Response time: 1 hour**", all of it bold, says what it says and is no title.</summary>
internal static class LabelledTime
{
    private const int LongestTime = 60;

    /// <summary>The line with label and time apart; null where it is another kind of line.</summary>
    public static TextLine? In(TextLine line)
    {
        if (!line.IsBoldTitle || line.Text.IndexOfAny([':', '：']) is not (> 0 and var colon) || !TellsTime(line.Text[..colon]))
        {
            return null;
        }

        TextLine split = new(line.Text, line.Line, colon + 1, line.Codes, line.Links);
        return split.Value.Length <= LongestTime && DurationText.FindAll(split.Value).Count > 0 ? split : null;
    }

    // "Response: the first hour" is a phase.
    private static bool TellsTime(string label) => !PhaseWords.IsNamed(label)
        && GuideWords.Fields.Find(label).Any(match => match is { Whole: true, Meaning: GuideField.Response or GuideField.Acknowledge or GuideField.Update or GuideField.Resolve });
}
