namespace IncidentOps.Console.Editing;

/// <summary>One way to complete: what is inserted, what the list shows, and a word about it.</summary>
internal sealed record CompletionChoice(string Text, string Label, string Description);

/// <summary>The ways to complete a part of the text.</summary>
internal sealed record Completion(int Index, int Length, IReadOnlyList<CompletionChoice> Choices)
{
    public static Completion None { get; } = new(0, 0, []);

    /// <summary>What all choices start with, in the first one's spelling.</summary>
    public string CommonStart()
    {
        string start = Choices[0].Text;
        foreach (CompletionChoice choice in Choices)
        {
            int same = 0;
            int limit = Math.Min(start.Length, choice.Text.Length);
            while (same < limit && char.ToUpperInvariant(start[same]) == char.ToUpperInvariant(choice.Text[same]))
            {
                same++;
            }

            start = start[..same];
        }

        return start;
    }
}
