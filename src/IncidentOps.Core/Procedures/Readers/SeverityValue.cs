using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>A fact about a severity: what kind, and its text, as one value or as items.</summary>
internal sealed partial record SeverityValue(GuideField Field, string Text, IReadOnlyList<string> Items, int Line)
{
    /// <summary>The label it was given, or the column's head.</summary>
    public string Label { get; init; } = string.Empty;

    /// <summary>True for what is taken only where the guide says it nowhere outright.</summary>
    public bool Suggested { get; init; }

    /// <summary>Where each item stands; all where the value does unless given.</summary>
    public IReadOnlyList<int> ItemLines { get; init; } = [];

    /// <summary>Text and items as one; a cell's text has its items already.</summary>
    public string All => Items.Count == 0 || Text.EndsWith(Items[^1], StringComparison.Ordinal) ? Text : Text.Length == 0 ? string.Join("; ", Items) : $"{Text} {string.Join("; ", Items)}";

    /// <summary>True for "Response Time" and its like; a bare "Response" may tell what is done instead.</summary>
    public bool NamesTime => TimeLabel().IsMatch(Label);

    [GeneratedRegex(@"time|\bsla\b|within|target|deadline|window|goal|zeit|frist|d[ée]lai|temps|tiempo|plazo|tempo|prazo|tijd|termijn|czas|doba|lh[ůu]ta|tid\b|inom|inden|aika|s[üu]re|waktu|th[ờo]i gian|زمن|час|時效|期限|目標|時間|时间|时限|时效|시간|врем|وقت", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimeLabel();
}
