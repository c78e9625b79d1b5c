using System.Globalization;
using System.Text;

namespace IncidentOps.Core.Execution;

/// <summary>
/// Keeps the first and the last part of a text of any length. Whole lines only, so that no character is ever cut.
/// </summary>
internal sealed class OutputCapture(int headBytes = OutputCapture.DefaultBytes, int tailBytes = OutputCapture.DefaultBytes)
{
    public const int DefaultBytes = 64 * 1024;

    private readonly StringBuilder _head = new();
    private readonly Queue<(string Text, int Bytes)> _tail = new();
    private int _headUsed;
    private int _tailUsed;
    private bool _headFull;
    private long _leftOut;

    /// <summary>How many bytes were left out so far.</summary>
    public long LeftOut => _leftOut;

    public void Append(string text)
    {
        int bytes = Encoding.UTF8.GetByteCount(text);
        if (!_headFull && _headUsed + bytes <= headBytes)
        {
            _head.Append(text);
            _headUsed += bytes;
            return;
        }

        _headFull = true;
        _tail.Enqueue((text, bytes));
        _tailUsed += bytes;
        while (_tailUsed > tailBytes)
        {
            (_, int gone) = _tail.Dequeue();
            _tailUsed -= gone;
            _leftOut += gone;
        }
    }

    public override string ToString()
    {
        StringBuilder text = new(_head.Length + _tailUsed + 64);
        text.Append(_head);
        if (_leftOut > 0)
        {
            if (text.Length > 0 && text[^1] != '\n')
            {
                text.Append('\n');
            }

            text.Append(CultureInfo.InvariantCulture, $"[... {_leftOut} bytes left out ...]\n");
        }

        foreach ((string part, _) in _tail)
        {
            text.Append(part);
        }

        return text.ToString();
    }
}
