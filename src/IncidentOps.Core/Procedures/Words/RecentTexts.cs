using System.Collections.Concurrent;

namespace IncidentOps.Core.Procedures.Words;

/// <summary>
/// What was read out of short texts lately: the same headings and labels are asked about again and again, within a guide
/// and when it is compiled anew. Holds no more than a fixed number.
/// </summary>
internal sealed class RecentTexts<T>(Func<string, T> read)
{
    private const int LongestText = 120;
    private const int Most = 1_024;

    private readonly ConcurrentDictionary<string, T> _known = new(StringComparer.Ordinal);
    private int _count;

    public T Read(string text)
    {
        if (text.Length > LongestText)
        {
            return read(text);
        }

        if (_known.TryGetValue(text, out T? known))
        {
            return known;
        }

        T value = read(text);
        if (Interlocked.Increment(ref _count) > Most)
        {
            _known.Clear();
            Interlocked.Exchange(ref _count, 1);
        }

        _known.TryAdd(text, value);
        return value;
    }
}
