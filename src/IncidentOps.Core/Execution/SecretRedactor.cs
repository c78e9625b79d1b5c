using System.Text;
using System.Text.RegularExpressions;

namespace IncidentOps.Core.Execution;

/// <summary>
/// Takes secrets out of text: the values it was told, and what looks like a secret anywhere.
/// </summary>
internal sealed partial class SecretRedactor
{
    public const string Mask = "***";

    // Shorter values would shred ordinary words and protect nothing.
    private const int ShortestSecret = 3;

    private readonly string[] _values;
    private readonly bool _isBlind;

    private SecretRedactor() => (_values, _isBlind) = ([], true);

    public SecretRedactor(IEnumerable<string> secrets)
    {
        HashSet<string> values = new(StringComparer.Ordinal);
        foreach (string secret in secrets)
        {
            Add(values, secret);
            foreach (string line in secret.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
            {
                Add(values, line);
            }
        }

        // The longest first, or a secret that contains another would be half shown.
        _values = [.. values.OrderByDescending(value => value.Length)];
    }

    /// <summary>Knows no values, only the patterns.</summary>
    public static SecretRedactor Default { get; } = new([]);

    /// <summary>Takes nothing out: for what is shown to nobody as it comes.</summary>
    public static SecretRedactor None { get; } = new();

    public string Redact(string text)
    {
        if (_isBlind)
        {
            return text;
        }

        text = PrivateKey().Replace(text, "${begin}" + Mask + "${end}");
        return RedactFlat(text);
    }

    /// <summary>Starts on a text that comes line by line.</summary>
    public LineRedactor ForLines() => new(this);

    private static void Add(HashSet<string> values, string secret)
    {
        if (secret.Trim().Length < ShortestSecret)
        {
            return;
        }

        values.Add(secret);
        values.Add(Uri.EscapeDataString(secret));
        values.Add(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)));
    }

    private string RedactFlat(string text)
    {
        foreach (string value in _values)
        {
            text = text.Replace(value, Mask, StringComparison.Ordinal);
        }

        // Every pattern needs one of these; most lines of output have none.
        if (text.AsSpan().IndexOfAny("=:- _") < 0)
        {
            return KnownToken().Replace(text, Mask);
        }

        text = UrlPassword().Replace(text, "${keep}" + Mask + "@");
        text = Authorization().Replace(text, "${keep}" + Mask);
        text = Bearer().Replace(text, "${keep}" + Mask);
        text = Option().Replace(text, "${keep}" + Mask);
        text = Assignment().Replace(text, "${keep}" + Mask);
        return KnownToken().Replace(text, Mask);
    }

    [GeneratedRegex(@"(?<begin>-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----).*?(?<end>-----END [A-Z0-9 ]*PRIVATE KEY-----|\z)", RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"\b(?<keep>[a-z][a-z0-9+.\-]{1,30}://[^\s:/@""'<>]{0,256}:)(?:[^\s/@""'<>]{1,512}@)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UrlPassword();

    [GeneratedRegex(@"(?<keep>\b(?:proxy-)?authorization[""']?\s*[:=]\s*[""']?(?:(?:bearer|basic|token|digest|negotiate|apikey)\s+)?)[^\s""'][^\r\n""']*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Authorization();

    [GeneratedRegex(@"(?<keep>\bbearer\s+)[A-Za-z0-9._~+/\-]{8,}=*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bearer();

    [GeneratedRegex(@"(?<keep>--?(?:[a-z0-9]+-)*(?:password|passwd|passphrase|secret|token|api-?key|access-key|private-key)\s+)(?!-)(?:""[^""]*""|'[^']*'|[^\s""']+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Option();

    [GeneratedRegex(@"(?<keep>(?:[\w.\-]{0,64}(?:password|passwd|passphrase|secret|token|api[_\-]?key|access[_\-]?key|private[_\-]?key|credentials?)[\w\-]{0,32}|[;?&]pwd)\\?[""']?\s{0,4}[=:]\s{0,4})(?:\\""[^""\\]*\\""|""(?:[^""\\]|\\.)+""?|'[^']+'?|[^\s,;&""'\\){}\]\[]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"\b(?:(?:AKIA|ASIA)[A-Z0-9]{16}|gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{20,255}|glpat-[A-Za-z0-9_\-]{20,64}|xox[abeoprs]-[A-Za-z0-9\-]{10,255}|eyJ[A-Za-z0-9_\-]{8,}\.eyJ[A-Za-z0-9_\-]{8,}\.[A-Za-z0-9_\-]{8,})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KnownToken();

    /// <summary>Redacts one line after the other and remembers when it is inside a private key.</summary>
    internal sealed class LineRedactor(SecretRedactor owner)
    {
        private bool _insideKey;

        public string Redact(string line)
        {
            if (owner._isBlind)
            {
                return line;
            }

            if (_insideKey)
            {
                int end = line.IndexOf("-----END ", StringComparison.Ordinal);
                if (end < 0)
                {
                    return Mask;
                }

                _insideKey = false;
                return Mask + owner.RedactFlat(line[end..]);
            }

            int begin = line.LastIndexOf("-----BEGIN ", StringComparison.Ordinal);
            _insideKey = begin >= 0
                && line.IndexOf("PRIVATE KEY-----", begin, StringComparison.Ordinal) >= 0
                && line.IndexOf("-----END ", begin, StringComparison.Ordinal) < 0;
            return owner.Redact(line);
        }
    }
}
