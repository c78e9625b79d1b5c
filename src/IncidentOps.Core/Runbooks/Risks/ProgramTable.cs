using System.Collections.Frozen;
using System.Globalization;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Risks;

/// <summary>The programs that IncidentOps knows, read once from Programs.txt.</summary>
internal static class ProgramTable
{
    private static readonly Lazy<FrozenDictionary<string, ProgramRule>> Rules = new(Load);

    public static ProgramRule? Find(string program) => Rules.Value.GetValueOrDefault(program);

    public static bool Knows(string program) => Rules.Value.ContainsKey(program);

    private static FrozenDictionary<string, ProgramRule> Load()
    {
        Dictionary<string, ProgramRule> rules = new(StringComparer.Ordinal);
        ProgramRule current = new();
        using Stream stream = typeof(ProgramTable).Assembly.GetManifestResourceStream(typeof(ProgramTable), "Programs.txt")!;
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is { } line)
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line[0] == ' ')
            {
                Describe(current, words);
                continue;
            }

            current = words[0] == "program" ? new ProgramRule() : new ProgramRule { Always = VerdictOf(words[0]) };
            foreach (string name in words[1..])
            {
                rules[name] = current;
            }
        }

        return rules.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Describe(ProgramRule rule, string[] words)
    {
        switch (words[0])
        {
            case "flags":
                foreach (char letter in words[1])
                {
                    rule.Options["-" + letter] = false;
                }

                break;
            case "values":
                foreach (char letter in words[1])
                {
                    rule.Options["-" + letter] = true;
                }

                break;
            case "long":
                foreach (string option in words[1..])
                {
                    rule.Options[option.TrimEnd('=')] = option.EndsWith('=');
                }

                break;
            case "open":
                rule.Open = true;
                break;
            case "screen":
                rule.Screen = true;
                break;
            case "several":
                rule.Several = true;
                break;
            case "chained":
                rule.Chained = true;
                break;
            case "anycase":
                rule.AnyCase = true;
                break;
            case "deny":
                rule.Denied.AddRange(words[1..]);
                break;
            case "operands":
                rule.OperandPrefix = words[1] == "+" ? "+" : null;
                rule.FewestOperands = Number(words[1], 0);
                rule.MostOperands = Number(words[2], int.MaxValue);
                break;
            case "needs":
                rule.NeedsOperand.UnionWith(words[1..]);
                break;
            case "with":
                rule.With.UnionWith(words[1..]);
                break;
            case "batch":
                rule.Batch.UnionWith(words[1..]);
                break;
            case "otherwise":
                rule.Otherwise = VerdictOf(words[1]);
                break;
            case "bare":
                rule.Bare = VerdictOf(words[1]);
                break;
            default:
                foreach (string verb in words[1..])
                {
                    rule.Verbs[verb] = VerdictOf(words[0]);
                    rule.LongestVerb = Math.Max(rule.LongestVerb, verb.Split('.').Length);
                }

                break;
        }
    }

    private static int Number(string word, int otherwise) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : otherwise;

    private static RiskVerdict VerdictOf(string keyword) => keyword switch
    {
        "read" => new RiskVerdict(Risk.Read),
        "change" => new RiskVerdict(Risk.Change),
        "destructive" => new RiskVerdict(Risk.Destructive),
        "interactive" => new RiskVerdict(Risk.Unknown, Interactive: true),
        "monitor" => new RiskVerdict(Risk.Read, Interactive: true),
        "unknown" => new RiskVerdict(Risk.Unknown),
        _ => throw new InvalidOperationException($"Programs.txt: '{keyword}' is no keyword."),
    };
}
