namespace IncidentOps.Core.Procedures.Words;

/// <summary>Reads labels and columns' heads in their context.</summary>
internal static class Fields
{
    /// <summary>The meaning of a label among those allowed: the longest phrase wins, then the order given.</summary>
    public static GuideField Among(string? label, params ReadOnlySpan<GuideField> allowed)
    {
        if (string.IsNullOrEmpty(label))
        {
            return GuideField.None;
        }

        GuideField best = GuideField.None;
        int weight = 0;
        IReadOnlyList<PhraseMatch<GuideField>> matches = GuideWords.Fields.Find(label);
        foreach (GuideField field in allowed)
        {
            foreach (PhraseMatch<GuideField> match in matches)
            {
                int length = match.Whole ? match.Length + 100 : match.Length;
                if (match.Meaning == field && length > weight)
                {
                    (best, weight) = (field, length);
                }
            }
        }

        return best;
    }

    /// <summary>For each column its meaning, every meaning given away once, best fit first.</summary>
    public static GuideField[] OfColumns(IReadOnlyList<string> heads, params GuideField[] allowed)
    {
        GuideField[] fields = new GuideField[heads.Count];
        List<(int Column, GuideField Field, int Weight, int Order)> offers = [];
        for (int column = 0; column < Math.Min(heads.Count, 24); column++)
        {
            foreach (PhraseMatch<GuideField> match in GuideWords.Fields.Find(heads[column]))
            {
                int order = Array.IndexOf(allowed, match.Meaning);
                if (order >= 0)
                {
                    offers.Add((column, match.Meaning, match.Whole ? match.Length + 100 : match.Length, order));
                }
            }
        }

        HashSet<GuideField> given = [];
        foreach ((int column, GuideField field, _, _) in offers.OrderByDescending(offer => offer.Weight).ThenBy(offer => offer.Order).ThenBy(offer => offer.Column))
        {
            if (fields[column] == GuideField.None && given.Add(field))
            {
                fields[column] = field;
            }
        }

        return fields;
    }
}
