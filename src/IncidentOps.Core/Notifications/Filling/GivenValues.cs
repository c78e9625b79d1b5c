using System.Collections;
using System.Globalization;
using IncidentOps.Core.Notifications.Templates;
using IncidentOps.Core.Procedures.Model;

namespace IncidentOps.Core.Notifications.Filling;

/// <summary>
/// The values that the user gives, by a blank's words, by its label or by what it asks for. They come before what the
/// incident knows.
/// </summary>
internal sealed class GivenValues
{
    private readonly List<(string Key, string Normal, object? Value)> _values = [];
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public GivenValues(IDictionary? values)
    {
        foreach (DictionaryEntry entry in values ?? new Hashtable())
        {
            string key = Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? "";
            _values.Add((key, Normal(key), entry.Value));
        }
    }

    /// <summary>The keys that no blank asked for.</summary>
    public IEnumerable<string> Unused => _values.Select(value => value.Key).Where(key => !_used.Contains(key)).Order(StringComparer.Ordinal);

    /// <summary>The value given for a blank; null where none is.</summary>
    public Fact? For(TemplateBlank blank, MessageField field)
    {
        if (_values.Count == 0)
        {
            return null;
        }

        // The more exact one wins: a label tells two blanks of the same words apart.
        string[] names = [Normal($"{blank.Label} {blank.Name}"), blank.IsValue ? Normal(blank.Label) : "", Normal(blank.Name)];
        foreach (string name in names.Where(name => name.Length > 0))
        {
            if (_values.FindIndex(value => value.Normal == name) is >= 0 and var index)
            {
                return Use(index);
            }
        }

        return !field.IsAny() && field is not (MessageField.None or MessageField.Outside)
            && _values.FindIndex(value => MessageWords.Fields.Best(value.Key) == field) is >= 0 and var meant ? Use(meant) : null;
    }

    private Fact? Use(int index)
    {
        (string key, _, object? value) = _values[index];
        _used.Add(key);
        return value switch
        {
            DateTimeOffset moment => Fact.At(moment),
            DateTime time => Fact.At(new DateTimeOffset(time)),
            TimeSpan duration => Fact.Known(Text.ReadableDuration.Format(duration)),
            string text => string.IsNullOrWhiteSpace(text) ? null : Fact.Known(text),
            IEnumerable items => Fact.Known([.. items.Cast<object?>().Select(ToText).Where(text => !string.IsNullOrWhiteSpace(text))]) is { Items.Count: > 0 } list ? list : null,
            _ => ToText(value) is { Length: > 0 } text ? Fact.Known(text) : null,
        };
    }

    private static string ToText(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string Normal(string text) => SectionTitle.Normalise(BlankMeaning.Words(text));
}
