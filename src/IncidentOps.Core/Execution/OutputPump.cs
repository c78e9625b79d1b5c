using System.Text;

namespace IncidentOps.Core.Execution;

/// <summary>Reads one of a command's streams: bytes to valid text, text to lines, lines redacted and kept.</summary>
internal sealed class OutputPump(Stream stream, bool isError, SecretRedactor redactor, Action<ProcessOutputLine> onLine)
{
    // A "line" of a binary file or a progress bar can be endless: it is passed on in pieces of this length.
    private const int LongestLine = 16 * 1024;

    private readonly OutputCapture _capture = new();
    private readonly StringBuilder _line = new();
    private readonly SecretRedactor.LineRedactor _redactor = redactor.ForLines();
    private readonly object _gate = new();
    private bool _closed;
    private int _reads;

    /// <summary>How often something has come so far.</summary>
    public int Reads => Volatile.Read(ref _reads);

    public async Task RunAsync()
    {
        byte[] bytes = new byte[16 * 1024];
        char[] chars = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
        Decoder decoder = Encoding.UTF8.GetDecoder();
        try
        {
            int count;
            while ((count = await stream.ReadAsync(bytes).ConfigureAwait(false)) > 0)
            {
                Interlocked.Increment(ref _reads);
                Take(chars.AsSpan(0, decoder.GetChars(bytes, 0, count, chars, 0, flush: false)));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The other end was ended, or nobody waits for the rest: what came so far counts.
        }

        Take(chars.AsSpan(0, decoder.GetChars([], 0, 0, chars, 0, flush: true)));
    }

    /// <summary>Ends the reading: what comes later is not taken any more.</summary>
    public string Close()
    {
        lock (_gate)
        {
            if (!_closed)
            {
                if (_line.Length > 0)
                {
                    Flush(lineEnd: false);
                }

                _closed = true;
            }

            return _capture.ToString().TrimEnd('\r', '\n');
        }
    }

    private void Take(ReadOnlySpan<char> text)
    {
        lock (_gate)
        {
            if (_closed)
            {
                return;
            }

            foreach (char c in text)
            {
                if (c == '\n')
                {
                    Flush(lineEnd: true);
                    continue;
                }

                _line.Append(c);
                if (_line.Length >= LongestLine && !char.IsHighSurrogate(c))
                {
                    Flush(lineEnd: false);
                }
            }
        }
    }

    private void Flush(bool lineEnd)
    {
        string text = _redactor.Redact(_line.ToString());
        _line.Clear();
        _capture.Append(lineEnd ? text + "\n" : text);
        onLine(new ProcessOutputLine(text.TrimEnd('\r'), isError));
    }
}
