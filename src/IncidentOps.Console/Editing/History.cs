namespace IncidentOps.Console.Editing;

/// <summary>The lines entered in this session. What is being typed is kept while older lines are looked at.</summary>
internal sealed class History
{
    private readonly List<string> _lines = [];
    private string _draft = "";
    private int _position;

    public void Add(string line)
    {
        if (_lines.Count == 0 || _lines[^1] != line)
        {
            _lines.Add(line);
        }

        _position = _lines.Count;
    }

    /// <summary>The line before; null where there is none.</summary>
    public string? Older(string current)
    {
        if (_position == 0)
        {
            return null;
        }

        if (_position == _lines.Count)
        {
            _draft = current;
        }

        return _lines[--_position];
    }

    /// <summary>The line after, at last the one being typed; null where there is none.</summary>
    public string? Newer()
    {
        if (_position >= _lines.Count)
        {
            return null;
        }

        return ++_position == _lines.Count ? _draft : _lines[_position];
    }

    /// <summary>The next line starts from the newest entry again.</summary>
    public void Rewind() => _position = _lines.Count;
}
