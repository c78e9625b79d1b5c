using System.Collections;
using System.Globalization;

namespace IncidentOps.PowerShell.Runbooks;

/// <summary>
/// Objects to go through, and to be had by their names: what $Steps and $Health are to an expression. What is not there
/// is null.
/// </summary>
internal sealed class KeyedList : IEnumerable
{
    private readonly List<object> _items = [];
    private readonly Dictionary<string, object> _byKey = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many there are.</summary>
    public int Count => _items.Count;

    /// <summary>The one of this number, as the document counts, from 1.</summary>
    public object? this[int number] => this[number.ToString(CultureInfo.InvariantCulture)];

    /// <summary>The one of this name.</summary>
    public object? this[string key] => _byKey.GetValueOrDefault(key);

    /// <summary>All of them.</summary>
    public IEnumerator GetEnumerator() => _items.GetEnumerator();

    /// <summary>Adds one; of those with the same name the last one counts.</summary>
    public void Add(object item, params IEnumerable<string?> keys) => Add([item], keys);

    /// <summary>Adds some that have the same names, and are had by them as one list.</summary>
    public void Add(object[] items, params IEnumerable<string?> keys)
    {
        string[] names = [.. keys.OfType<string>()];
        if (_byKey.TryGetValue(names[0], out object? before))
        {
            _items.RemoveAll(item => item == before || before is object[] several && several.Contains(item));
        }

        _items.AddRange(items);
        foreach (string name in names)
        {
            _byKey[name] = items is [var single] ? single : items;
        }
    }
}
