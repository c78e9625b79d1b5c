namespace IncidentOps.Core.Notifications.Filling;

/// <summary>What is known for a blank.</summary>
/// <param name="Items">The texts; several are a list.</param>
/// <param name="IsKnown">False where the texts only say that it is not.</param>
/// <param name="Moment">The moment, for the blank to say how it is written; null for text.</param>
internal sealed record Fact(IReadOnlyList<string> Items, bool IsKnown, DateTimeOffset? Moment = null)
{
    /// <summary>How it reads in a sentence, where that differs.</summary>
    public string? InSentence { get; init; }

    /// <summary>Whether the day goes without saying, where it is the message's own.</summary>
    public bool IsNear { get; init; }

    public static Fact Known(string text) => new([text], IsKnown: true);

    public static Fact Known(IReadOnlyList<string> items) => new(items, IsKnown: true);

    public static Fact At(DateTimeOffset moment, bool near = false) => new([], IsKnown: true, moment) { IsNear = near };

    /// <summary>Says in words that it is not known.</summary>
    public static Fact Unknown(string text) => new([text], IsKnown: false);
}
