using System.Text.RegularExpressions;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Risks;

/// <content>Programs that fetch, send and look at what a server shows.</content>
internal sealed partial class CommandRisk
{
    private void AssessCurl(Argument[] arguments)
    {
        if (arguments.Any(argument => !argument.IsOption && OtherScheme().IsMatch(argument.Prefix)))
        {
            walk.Note(Risk.Unknown, "curl: a protocol that can carry commands");
        }

        CheckAddresses("curl", arguments);

        bool get = arguments.Any(argument => argument.Literal is "-G" or "--get");
        new RuleCheck(walk, ProgramTable.Find("curl")!, "curl", _hasInput, (option, value) => option switch
        {
            "-o" or "--output" or "-D" or "--dump-header" when value?.Literal is not ("/dev/null" or "-" or "/dev/stdout" or "/dev/stderr") => (Risk.Change, $"curl {option} {value?.Text}"),
            "-X" or "--request" when value?.Literal is "DELETE" => (Risk.Destructive, "curl -X DELETE"),
            "-X" or "--request" when value?.Literal is not ("GET" or "HEAD" or "OPTIONS") => (Risk.Change, $"curl -X {value?.Text}"),
            // Since 8.3 the text that is written at the end can open files; it may come from a file itself.
            "-w" or "--write-out" when value?.Literal is not { } format || format.StartsWith('@') || format.Contains("%output{", StringComparison.Ordinal) =>
                (Risk.Unknown, $"curl {option} {value?.Text}"),
            "-F" or "--form" or "-T" or "--upload-file" or "--json" => (Risk.Change, $"curl {option}"),
            "-d" or "--data" or "--data-raw" or "--data-urlencode" or "--data-binary" or "--data-ascii" when !get => (Risk.Change, $"curl {option}"),
            _ => null,
        }).Apply(arguments);
    }

    private void AssessWget(Argument[] arguments)
    {
        CheckAddresses("wget", arguments);
        bool shows = arguments.Any(argument => argument.Literal == "--spider");
        new RuleCheck(walk, ProgramTable.Find("wget")!, "wget", _hasInput, (option, value) =>
        {
            if (option is "-O" or "--output-document" && value?.Literal is "-" or "/dev/null" or "/dev/stdout")
            {
                shows = true;
                return null;
            }

            return option is "-O" or "--output-document" or "--post-data" or "--method" ? (Risk.Change, $"wget {option}") : null;
        }).Apply(arguments);
        if (!shows)
        {
            walk.Note(Risk.Change, "wget writes a file");
        }
    }

    /// <summary>To fetch is to read, except where the address itself is an order.</summary>
    private void CheckAddresses(string name, Argument[] arguments)
    {
        if (Array.Find(arguments, argument => !argument.IsOption && ActingAddresses.Act(argument.Shape, argument.Names)) is { } address)
        {
            walk.Note(Risk.Unknown, $"{name}: what {address.Shape} does");
        }
    }

    private void AssessOpenSsl(Argument[] arguments)
    {
        string verb = arguments.Length > 0 ? arguments[0].Literal ?? "" : "";
        bool reads = verb is "version" or "ciphers"
            || (verb is "x509" or "s_client" or "verify" or "crl" or "req" or "rsa" or "pkey" or "asn1parse" or "pkcs7" or "crl2pkcs7"
                && arguments.Skip(1).All(argument => !argument.Wild && (!argument.IsOption || OpenSslOption().IsMatch(argument.Prefix))));
        walk.Note(reads ? Risk.Read : Risk.Unknown, $"openssl {verb}", interactive: reads && verb == "s_client" && !_hasInput);
    }

    [GeneratedRegex(@"^(?!https?:)[A-Za-z][A-Za-z0-9+.-]*://", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OtherScheme();

    [GeneratedRegex(@"^-(?:in|noout|text|dates|enddate|startdate|subject|issuer|serial|fingerprint|checkend|purpose|ext|inform|nameopt|hash|modulus|pubkey|alias|sha256|sha1|connect|servername|showcerts|CAfile|CApath|verify_return_error|brief|tls1_2|tls1_3|tls1_1|status|starttls|quiet|verify|verify_hostname|alpn|cert|key|prexit|check|email|certopt|nocrl|certfile|print_certs)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OpenSslOption();
}
