namespace IncidentOps.Core.Text.Troubles;

/// <summary>The words of the field: what means the same, what counts, and what says nothing.</summary>
internal static class TroubleWords
{
    /// <summary>The trouble that something does not work, which "not" and "cannot" tell as well.</summary>
    public static Term Down { get; } = new("down", TermKind.Trouble);

    /// <summary>Some or little of it, which "does not affect" tells as well.</summary>
    public static Term Little { get; } = new("little", TermKind.Little);

    /// <summary>What a corrupt database is as well: corrupt data.</summary>
    public static (Term Of, Term Also) Implied { get; } = (new("database", TermKind.Subject), new("data", TermKind.Subject));

    private static readonly (string Meaning, TermKind Kind, string Words)[] Rows =
    [
        (Down.Word, TermKind.Trouble,
            "down outage unreachable unavailable unavailability inaccessible offline dead gone broken breaks brick crash crashing fail failing failure"
            + " refused unusable unresponsive unhealthy downtime interruption blackout halted stopped stops hangs hung stuck 502 503 504"),
        ("slow", TermKind.Trouble,
            "slow slowness slowly slower sluggish latency latencies lag lagging degraded degradation degrades performance speed delay delayed late timeout timeouts"),
        ("error", TermKind.Trouble, "error erroneous exception exceptions 500 5xx 4xx"),
        ("loss", TermKind.Trouble, "loss losing lost lose corrupt corrupted corruption deleted deletion wiped missing vanished"),
        ("breach", TermKind.Trouble,
            "breach breached security hacked hack hacker intrusion intruder compromise compromised leak leaked leaking exfiltration unauthorized unauthorised"
            + " ransomware malware phishing attack attacker vulnerability exploit exploited ddos stolen theft exposed exposure"),
        ("cosmetic", TermKind.Trouble,
            "cosmetic cosmetics ui display displays visual layout typo typos spelling wording misaligned alignment styling screen font colour color pixel icon"),
        ("full", TermKind.Trouble, "exhausted exhaustion saturated saturation overload overloaded capacity"),
        ("flaw", TermKind.Flaw, "bug bugs buggy defect defects flaw flaws flawed glitch glitches"),
        ("login", TermKind.Subject, "login logins logon signin auth authenticate authentication authorization authorisation sso oauth credentials"),
        ("database", TermKind.Subject, "database databases db postgres postgresql mysql mariadb mongodb sql rds"),
        ("data", TermKind.Subject, "data record records dataset"),
        ("payment", TermKind.Subject, "payment payments pay paying billing checkout checkouts purchase purchases invoice invoices invoicing transaction transactions"),
        ("mail", TermKind.Subject, "mail mails email emails smtp"),
        ("network", TermKind.Subject, "network networks networking dns vpn"),
        ("backup", TermKind.Subject, "backup backups restore"),
        ("monitor", TermKind.Subject, "monitoring alerting observability"),
        ("deploy", TermKind.Subject, "deploy deploys deployment deployments pipeline ci"),
        ("much", TermKind.Much,
            "all whole entire entirely complete completely total totally every everything everyone everybody nobody nothing most mostly majority many major"
            + " massive massively severe severely significant significantly substantial substantially widespread large critical core high"),
        (Little.Word, TermKind.Little,
            "some part partial partially partly several limited subset intermittent intermittently occasional occasionally sporadic sporadically sometimes"
            + " minor small slight slightly little few fewer single isolated trivial low noncritical nonessential internal individual rare rarely negligible outside"),
        ("", TermKind.Generic,
            "service services application applications app apps system systems site website web page pages platform product products production prod feature features"
            + " function functions functionality capability component components user users customer customers client clients people person team request requests"
            + " response responses answer answers answered call calls api apis endpoint endpoints operation operations server servers host instance environment"
            + " issue issues problem problems incident incidents fault impact impacts impacted affect affects affecting affected effect"
            + " work works workaround business reach reached reachable connect connection connections available availability access accessible detect detected"
            + " turn turns time times rate rates number quality condition state status level case cases event report reports reported check checks health"
            + " result results cause causes experience experiencing see sees seeing get gets become becomes everyday normal main path paths depend depends keep keeps look looks wrong something somebody someone certain"),
    ];

    private static readonly Dictionary<string, Term> Known = Build();

    private static readonly HashSet<string> Silent = Words(
        "a an the of to in on at by for from with within as is are was were be been being it its this that these those there here and or but nor if than then so"
        + " has have had having do does did will would can could may might must should shall which who whom whose what when where how they them their we our you your"
        + " i my he she his her also any other such very more less just only still now today since after before during while until over under into onto about per via"
        + " up off again already either both each much etc eg ie due because cannot cant unable neither dont doesnt didnt wont couldnt"
        + " der die das den dem ein eine einer und oder ist sind wird im in fur mit von zu auf bei"
        + " le la les des un une et ou est sont au aux en du dans sur pour par el los las y o es son del al con por para una os as um uma e ao dos das no na com"
        + " il lo gli di che per het de een en van");

    // "cannot pay", "nobody can sign in": something that should happen does not.
    private static readonly HashSet<string> Refusing = Words("cannot cant nobody nothing unable neither dont doesnt didnt wont couldnt");

    // "not working" says the same, "no data loss" the opposite.
    private static readonly HashSet<string> Denying = Words("no not never none without isnt arent wasnt");

    /// <summary>What is no trouble when it is denied, beside trouble itself: "no customer impact".</summary>
    private static readonly HashSet<string> Deniable = Words("impact impacts impacted effect affect affected affecting workaround workarounds risk harm urgent urgency alternative");

    // The longest first, where one begins like another.
    private static readonly (string[] Words, string Meaning)[] Phrases =
    [
        .. new (string Words, string Meaning)[]
        {
            ("non critical", "noncritical"), ("not critical", "noncritical"), ("non essential", "nonessential"), ("non blocking", "noncritical"),
            ("come and go", "intermittent"), ("comes and goes", "intermittent"), ("now and then", "intermittent"), ("from time to time", "intermittent"),
            ("sign in", "login"), ("signing in", "login"), ("signs in", "login"), ("sign on", "login"), ("log in", "login"), ("logging in", "login"),
            ("logged in", "login"), ("logs in", "login"), ("log on", "login"), ("logging on", "login"),
            ("time out", "timeout"), ("times out", "timeout"), ("timed out", "timeout"), ("timing out", "timeout"),
            ("response time", "latency"), ("response times", "latency"), ("load time", "latency"), ("load times", "latency"),
            ("turns out", ""), ("turn out", ""), ("turned out", ""), ("carried out", ""), ("rolled out", ""), ("roll out", ""),
            ("ran out of", "exhausted"), ("run out of", "exhausted"), ("runs out of", "exhausted"), ("running out of", "exhausted"), ("out of", "exhausted"),
            ("is out", "down"), ("denial of service", "ddos"), ("are out", "down"), ("disk full", "disk exhausted"), ("fully", "completely"), ("full outage", "complete outage"),
            ("must not be", "unauthorised"), ("should not be", "unauthorised"), ("not allowed", "unauthorised"),
            ("a few", "few"), ("a bit", "slightly"), ("no longer", "not"), ("no one", "nobody"),
            ("nobody from", ""), ("no one from", ""), ("error free", ""),
        }.Select(phrase => (phrase.Words.Split(' '), phrase.Meaning)).OrderByDescending(phrase => phrase.Item1.Length),
    ];

    /// <summary>Every word of the field, with what it stands for.</summary>
    public static IEnumerable<(string Word, Term Term)> Vocabulary =>
        from row in Rows
        from word in row.Words.Split(' ')
        select (word, new Term(row.Meaning.Length > 0 ? row.Meaning : WordStem.Of(word), row.Kind));

    public static bool IsSilent(string word) => Silent.Contains(word);

    public static bool IsRefusing(string word) => Refusing.Contains(word);

    public static bool IsDenying(string word) => Denying.Contains(word);

    public static bool IsDeniable(string word) => Deniable.Contains(word);

    /// <summary>The term that a word stands for.</summary>
    public static Term TermOf(string word)
    {
        string stem = WordStem.Of(word);
        return Known.TryGetValue(stem, out Term known) ? known : new Term(stem, TermKind.Plain);
    }

    /// <summary>The words with phrases put as the one word that they mean.</summary>
    public static List<string> WithoutPhrases(IReadOnlyList<string> words)
    {
        List<string> plain = [];
        for (int at = 0; at < words.Count;)
        {
            (string[] phrase, string meaning) = Array.Find(Phrases, phrase => StartsAt(words, at, phrase.Words));
            if (phrase is null)
            {
                plain.Add(words[at++]);
                continue;
            }

            plain.AddRange(meaning.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            at += phrase.Length;
        }

        return plain;
    }

    private static bool StartsAt(IReadOnlyList<string> words, int at, string[] phrase)
    {
        for (int i = 0; i < phrase.Length; i++)
        {
            if (at + i >= words.Count || words[at + i] != phrase[i])
            {
                return false;
            }
        }

        return true;
    }

    private static Dictionary<string, Term> Build()
    {
        Dictionary<string, Term> known = new(StringComparer.Ordinal);
        foreach ((string word, Term term) in Vocabulary)
        {
            known.TryAdd(WordStem.Of(word), term);
        }

        return known;
    }

    private static HashSet<string> Words(string words) => [.. words.Split(' ')];
}
