namespace IncidentOps.Console.Hosting;

/// <summary>A choice's label taken apart: "Yes to &amp;All" is the text "Yes to All" with the key "A".</summary>
internal sealed record ChoiceLabel(string Key, string Text)
{
    /// <summary>The key, or the text where there is none.</summary>
    public string Short => Key.Length > 0 ? Key : Text;

    public static ChoiceLabel Parse(string label)
    {
        int mark = label.IndexOf('&', StringComparison.Ordinal);
        if (mark < 0)
        {
            return new ChoiceLabel("", label);
        }

        string text = label.Remove(mark, 1);
        string key = mark < text.Length ? text[mark].ToString().ToUpperInvariant().Trim() : "";
        return new ChoiceLabel(key, text.Trim());
    }
}
