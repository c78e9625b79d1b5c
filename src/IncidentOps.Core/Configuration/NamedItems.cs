namespace IncidentOps.Core.Configuration;

/// <summary>Things that have names, written as a map by name or as a list of maps with the key <c>name</c>.</summary>
internal static class NamedItems
{
    /// <summary>The items, with the name where it is the key of a map.</summary>
    public static IEnumerable<(string? Name, ConfigurationNode Value)> Read(ConfigurationNode node, string what)
    {
        if (node.IsMap)
        {
            return node.Entries().Select(static entry => (
                (string?)entry.Key,
                entry.Value.IsNull ? ConfigurationNode.Map(entry.Value.File, entry.Line, []) : entry.Value));
        }

        return node.IsList
            ? node.Items().Select(static item => ((string?)null, item))
            : throw node.Expected($"a map or a list with one entry for each {what}");
    }

    public static void RefuseTwin(IEnumerable<string> known, string name, ConfigurationNode at, string what)
    {
        if (known.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw at.Error($"There is already a {what} named '{name}'.");
        }
    }
}
