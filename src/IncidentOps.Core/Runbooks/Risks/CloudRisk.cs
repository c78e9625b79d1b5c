using System.Text.RegularExpressions;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Risks;

/// <summary>Judges the command lines of cloud providers, whose verbs follow a pattern that a table need not repeat.</summary>
internal static partial class CloudRisk
{
    private static readonly HashSet<string> AwsValues = new(StringComparer.Ordinal)
    {
        "--region", "--profile", "--output", "--query", "--endpoint-url", "--cli-read-timeout", "--cli-connect-timeout", "--ca-bundle", "--color",
    };

    private static readonly HashSet<string> AwsFlags =
        new(StringComparer.Ordinal) { "--no-verify-ssl", "--no-cli-pager", "--no-paginate", "--no-sign-request", "--debug" };

    // "get" that writes what it gets into a file.
    private static readonly HashSet<string> AwsDownloads = new(StringComparer.Ordinal)
    {
        "get-object", "get-object-torrent", "get-export", "get-sdk", "get-media", "get-job-output", "get-thing-shadow",
        "get-raw-message-content", "get-clip", "get-snapshot-block", "get-media-for-fragment-list", "get-lending-fragment", "get-images",
        "get-configuration", "get-latest-configuration", "get-read-set", "get-reference", "get-dice-id",
        "get-package-version-asset", "get-map-tile", "get-map-glyphs", "get-map-sprites", "get-map-style-descriptor", "get-tile",
        "get-image-frame", "get-image-set-metadata", "get-chunk", "get-object-metadata", "get-style-descriptor", "get-glyphs", "get-sprites", "get-static-map",
    };

    private static readonly HashSet<string> Groups = new(StringComparer.Ordinal)
    {
        "alpha", "beta", "compute", "instances", "disks", "networks", "subnets", "firewall-rules", "addresses", "instance-groups",
        "managed", "backend-services", "health-checks", "forwarding-rules", "url-maps", "target-pools", "zones", "regions",
        "operations", "snapshots", "images", "container", "clusters", "node-pools", "sql", "databases", "backups", "logging", "logs",
        "projects", "services", "iam", "service-accounts", "roles", "run", "revisions", "jobs", "executions", "functions", "pubsub",
        "topics", "subscriptions", "redis", "dns", "record-sets", "managed-zones", "monitoring", "config", "configurations", "auth",
        "vm", "vmss", "aks", "nodepool", "webapp", "functionapp", "group", "network", "nsg", "rule", "vnet", "lb", "public-ip", "nic",
        "storage", "account", "server", "db", "postgres", "flexible-server", "mysql", "monitor", "metrics", "activity-log",
        "keyvault", "acr", "repository", "resource", "disk", "snapshot", "deployment", "app", "cosmosdb", "servicebus", "queue",
        "topic", "eventhubs", "namespace", "appservice", "plan", "log", "alert", "diagnostic-settings", "advisor", "artifacts",
        "backup", "secret", "private-endpoint", "private-dns", "zone", "record-set", "a", "link", "role", "assignment", "identity",
        "federated-credential", "consumption", "usage", "cognitiveservices", "ad", "member", "blob", "sp", "user",
    };

    private static readonly HashSet<string> Reading =
        new(StringComparer.Ordinal) { "list", "describe", "show", "read", "get-iam-policy", "get-value", "get-health", "list-usage", "get-instance-view", "list-tags", "show-tags", "list-versions" };

    private static readonly HashSet<string> Removing =
        new(StringComparer.Ordinal) { "delete", "destroy", "remove", "purge", "terminate" };

    public static void Aws(ShellRisk walk, IReadOnlyList<Argument> arguments)
    {
        List<string> words = [];
        int at = 0;
        for (; at < arguments.Count && words.Count < 2; at++)
        {
            Argument argument = arguments[at];
            string text = argument.Prefix.Split('=')[0];
            if (argument.Wild || (!argument.IsOption && argument.Literal is null) || (argument.IsOption && !AwsValues.Contains(text) && !AwsFlags.Contains(text)))
            {
                walk.Note(Risk.Unknown, $"aws {argument.Text}");
                return;
            }

            if (!argument.IsOption)
            {
                words.Add(argument.Literal!);
            }
            else if (AwsValues.Contains(text) && !argument.Prefix.Contains('=', StringComparison.Ordinal))
            {
                at++;
            }
        }

        string service = words.Count > 0 ? words[0] : "";
        string verb = words.Count > 1 ? words[1] : "";
        Risk risk = (service, verb) switch
        {
            ("configure", "list" or "get" or "list-profiles") => Risk.Read,
            ("configure", _) => Risk.Change,
            ("s3", "ls") => Risk.Read,
            ("s3", "rm" or "rb") => Risk.Destructive,
            ("s3", "cp" or "sync" or "mv" or "mb" or "website") => Risk.Change,
            ("logs", "tail" or "filter-log-events") => Risk.Read,
            ("dynamodb", "scan" or "query" or "batch-get-item") => Risk.Read,
            ("cloudtrail", "lookup-events") => Risk.Read,
            ("s3api", "head-object" or "head-bucket") => Risk.Read,
            (_, "wait") => Risk.Read,
            ("cloudfront", "get-function") => Risk.Change,
            ("rds", "download-db-log-file-portion") => Risk.Read,
            _ when AwsDownloads.Contains(verb) => Risk.Change,
            _ when AwsReads().IsMatch(verb) => Risk.Read,
            _ when AwsRemoves().IsMatch(verb) => Risk.Destructive,
            _ when AwsChanges().IsMatch(verb) => Risk.Change,
            _ => Risk.Unknown,
        };
        walk.Note(risk, $"aws {service} {verb}".TrimEnd(), interactive: verb is "start-session" || (service == "configure" && verb.Length == 0));
    }

    public static void Grouped(ShellRisk walk, string name, IReadOnlyList<Argument> arguments)
    {
        List<string> words = [];
        foreach (Argument argument in arguments)
        {
            if (argument.Literal is not { } word || argument.Wild || argument.IsOption)
            {
                break;
            }

            words.Add(word);
            if (!Groups.Contains(word))
            {
                break;
            }
        }

        if (arguments.Any(argument => argument.Prefix.StartsWith("--refresh", StringComparison.Ordinal)))
        {
            walk.Note(Risk.Unknown, $"{name} --refresh");
        }

        string verb = words.Count > 0 ? words[^1] : "";
        Risk risk = Reading.Contains(verb) && words.Count > 1 ? Risk.Read
            : Removing.Contains(verb) ? Risk.Destructive
            : words.Count > 1 && !Groups.Contains(verb) ? Risk.Change
            : Risk.Unknown;
        walk.Note(risk, $"{name} {string.Join(' ', words)}".TrimEnd(), interactive: verb is "ssh" or "login");
    }

    [GeneratedRegex(@"^(?:(?:batch-)?(?:describe|list|get)|search|lookup)-[a-z0-9-]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AwsReads();

    [GeneratedRegex(@"^(?:delete|terminate|remove|purge|deregister|release|destroy|batch-delete|empty|revoke)(?:-|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AwsRemoves();

    [GeneratedRegex(@"^(?:create|update|put|modify|start|stop|reboot|run|attach|detach|associate|disassociate|enable|disable|restore|promote|failover|set|reset|add|register|tag|untag|send|invoke|import|copy|authorize|change|apply|execute|cancel|publish|scale|rotate|upload)(?:-|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AwsChanges();
}
