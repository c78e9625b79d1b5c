namespace IncidentOps.Core.Configuration;

/// <summary>
/// Reads the checks of a service. A check is a URI, or a map with its kind as key: <c>http: URI</c>, also with more
/// keys beside it, or <c>http: { url: URI, … }</c>. Several kinds in one map are several checks.
/// </summary>
internal static class CheckReader
{
    private const int MaximumRetries = 10;

    public static IReadOnlyList<CheckDefinition> Read(ConfigurationNode node)
    {
        var checks = new List<(CheckDefinition Check, bool Named, string Target, ConfigurationNode At)>();
        foreach (ConfigurationNode item in node.Items())
        {
            foreach ((CheckKind kind, ConfigurationNode value, ConfigurationNode? beside) in Kinds(item))
            {
                checks.Add(ReadCheck(kind, value, beside));
            }
        }

        return Name(checks);
    }

    /// <summary>The check that one value of a kind describes, as on the command line.</summary>
    public static CheckDefinition FromTarget(CheckKind kind, ConfigurationNode target)
    {
        (CheckDefinition check, _, _, _) = ReadCheck(kind, target, null);
        return check;
    }

    private static IEnumerable<(CheckKind Kind, ConfigurationNode Value, ConfigurationNode? Beside)> Kinds(ConfigurationNode item)
    {
        if (item.IsScalar)
        {
            return CheckKinds.TryFromUri(item.Text(), out CheckKind? kind, out string target)
                ? [(kind, ConfigurationNode.Scalar(item.File, item.Line, target.Length == 0 ? null : target), null)]
                : throw item.Expected($"a check: a web address, or one of the kinds {string.Join(", ", CheckKinds.All.Keys)} with its target");
        }

        IReadOnlyList<ConfigurationEntry> entries = item.Entries();
        List<ConfigurationEntry> kinds = [.. entries.Where(static entry => CheckKinds.All.ContainsKey(entry.Key))];
        return kinds.Count switch
        {
            0 when entries.Count == 0 => throw item.Error("A check needs a kind."),
            0 => throw entries[0].Error($"This check has no kind that is known. {NearestName.Hint(entries[0].Key, [.. CheckKinds.All.Keys])}"),
            1 => [(CheckKinds.All[kinds[0].Key], kinds[0].Value, item)],
            _ when kinds.Count < entries.Count => throw item.Error("A map of several checks holds kinds only. Write the other keys below the kind they belong to."),
            _ => kinds.Select(static entry => (CheckKinds.All[entry.Key], entry.Value, (ConfigurationNode?)null)),
        };
    }

    private static (CheckDefinition Check, bool Named, string Target, ConfigurationNode At) ReadCheck(
        CheckKind kind,
        ConfigurationNode value,
        ConfigurationNode? beside)
    {
        var values = new Dictionary<string, ConfigurationNode>(StringComparer.Ordinal);
        if (value.IsMap)
        {
            value.Keys(ConfigurationKeys.Check(kind), $"a check of the kind {kind.Name}");
            Collect(value.Entries());
        }
        else
        {
            values[kind.Target] = value;
        }

        if (beside is not null)
        {
            beside.Keys([kind.Name, .. ConfigurationKeys.Check(kind)], $"a check of the kind {kind.Name}");
            Collect(beside.Entries().Where(entry => entry.Key != kind.Name));
        }

        ConfigurationNode? target = Value(kind.Target);
        if (target is null && !kind.IsTargetOptional)
        {
            throw value.Error($"A check of the kind {kind.Name} needs '{kind.Target}'.");
        }

        string? name = Value("name")?.Text();
        var check = new CheckDefinition
        {
            Kind = kind.Name,
            Name = name ?? kind.Name,
            Timeout = Value("timeout") is { } timeout ? Positive(timeout) : CheckDefinition.DefaultTimeout,
            Retries = Value("retries")?.WholeNumber(0, MaximumRetries) ?? 1,
            DegradedAfter = Value("degraded-after") is { } degraded ? Positive(degraded) : null,
            UnhealthyAfter = Value("unhealthy-after") is { } unhealthy ? Positive(unhealthy) : null,
            Weight = Value("weight") is { } weight ? Enum.Parse<CheckWeight>(weight.Choice("full", "partial", "none"), ignoreCase: true) : CheckWeight.Full,
            Settings = Settings(),
            Line = value.Line,
        };
        return check.UnhealthyAfter <= check.DegradedAfter
            ? throw value.Error("'unhealthy-after' must be longer than 'degraded-after'.")
            : (check, name is not null, target?.Text() ?? "", value);

        ConfigurationNode? Value(string key) => values.TryGetValue(key, out ConfigurationNode? found) && !found.IsNull ? found : null;

        Dictionary<string, object> Settings()
        {
            var settings = new Dictionary<string, object>(StringComparer.Ordinal);
            foreach ((string key, Func<ConfigurationNode, object> read) in kind.Settings)
            {
                if (Value(key) is { } given)
                {
                    settings[key] = read(given);
                }
            }

            return settings;
        }

        void Collect(IEnumerable<ConfigurationEntry> entries)
        {
            foreach (ConfigurationEntry entry in entries)
            {
                if (!values.TryAdd(entry.Key, entry.Value))
                {
                    throw entry.Error($"'{entry.Key}' is given twice for this check.");
                }
            }
        }
    }

    private static TimeSpan Positive(ConfigurationNode node) =>
        node.Duration() is var duration && duration > TimeSpan.Zero && duration <= TimeSpan.FromDays(1)
            ? duration
            : throw node.Expected("a duration of more than nothing and at most a day");

    /// <summary>Two checks of one kind without names are told apart by their targets.</summary>
    private static List<CheckDefinition> Name(List<(CheckDefinition Check, bool Named, string Target, ConfigurationNode At)> checks)
    {
        var named = new List<CheckDefinition>(checks.Count);
        foreach ((CheckDefinition check, bool hasName, string target, ConfigurationNode at) in checks)
        {
            bool alone = checks.Count(other => other.Check.Name == check.Name) == 1;
            CheckDefinition result = hasName || alone ? check : check with { Name = Distinct(check, target) };
            NamedItems.RefuseTwin(named.Select(static known => known.Name), result.Name, at, "check");
            named.Add(result);
        }

        return named;
    }

    private static string Distinct(CheckDefinition check, string target)
    {
        string name = target.Length == 0 ? check.Kind : $"{check.Kind} {target}";
        return check.Host is { } host ? $"{name} on {host}" : name;
    }
}
