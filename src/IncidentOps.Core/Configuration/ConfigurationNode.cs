using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using IncidentOps.Core.Errors;

namespace IncidentOps.Core.Configuration;

/// <summary>
/// A value of a YAML document together with the place it stands at, so that whoever reads it can say exactly what
/// is wrong with it and where.
/// </summary>
internal sealed class ConfigurationNode
{
    private readonly string? _scalar;
    private readonly IReadOnlyList<ConfigurationNode>? _items;
    private readonly IReadOnlyList<ConfigurationEntry>? _entries;

    private ConfigurationNode(
        string file,
        int line,
        string? scalar,
        IReadOnlyList<ConfigurationNode>? items,
        IReadOnlyList<ConfigurationEntry>? entries)
    {
        File = file;
        Line = line;
        _scalar = scalar;
        _items = items;
        _entries = entries;
    }

    /// <summary>The document.</summary>
    public string File { get; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>True for a key without a value, which counts as left out.</summary>
    public bool IsNull => _scalar is null && _items is null && _entries is null;

    public bool IsScalar => _scalar is not null;

    public bool IsList => _items is not null;

    public bool IsMap => _entries is not null;

    public static ConfigurationNode Scalar(string file, int line, string? value) => new(file, line, value, null, null);

    public static ConfigurationNode List(string file, int line, IReadOnlyList<ConfigurationNode> items) =>
        new(file, line, null, items, null);

    public static ConfigurationNode Map(string file, int line, IReadOnlyList<ConfigurationEntry> entries) =>
        new(file, line, null, null, entries);

    /// <summary>The failure "file:line: what is wrong".</summary>
    public IncidentOpsException Error(string message) => ConfigurationErrors.Invalid(File, Line, message);

    public string Text()
    {
        string text = _scalar ?? throw Expected("a text");
        return string.IsNullOrWhiteSpace(text) ? throw Expected("a text that is not empty") : text;
    }

    public bool Flag() => _scalar?.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "ON" => true,
        "FALSE" or "NO" or "OFF" => false,
        _ => throw Expected("true or false"),
    };

    public int WholeNumber(int minimum, int maximum) =>
        int.TryParse(_scalar, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
        && number >= minimum && number <= maximum
            ? number
            : throw Expected($"a whole number from {minimum} to {maximum}");

    public double Number(double minimum, double maximum) =>
        double.TryParse(_scalar, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        && number >= minimum && number <= maximum
            ? number
            : throw Expected(string.Create(CultureInfo.InvariantCulture, $"a number from {minimum} to {maximum}"));

    public TimeSpan Duration() =>
        DurationText.TryParse(_scalar, out TimeSpan duration) ? duration : throw Expected(DurationText.Expected);

    /// <summary>One of a few words, however they are capitalised; returned as they are listed.</summary>
    public string Choice(params string[] choices) =>
        choices.FirstOrDefault(choice => string.Equals(choice, _scalar, StringComparison.OrdinalIgnoreCase))
        ?? throw Expected($"one of {string.Join(", ", choices)}");

    /// <summary>The items of a list; a single value counts as a list of one.</summary>
    public IReadOnlyList<ConfigurationNode> Items() =>
        _items is not null ? [.. _items.Where(static item => !item.IsNull)] : IsNull ? [] : [this];

    /// <summary>The texts of a list, or the one text.</summary>
    public IReadOnlyList<string> Texts() => [.. Items().Select(static item => item.Text())];

    /// <summary>The entries of a map whose keys are the user's own names.</summary>
    public IReadOnlyList<ConfigurationEntry> Entries() => _entries ?? throw Expected("a map of names to values");

    /// <summary>The entries of a map whose keys are ours: any other key is an error.</summary>
    public ConfigurationMap Keys(IReadOnlyCollection<string> known, string what)
    {
        IReadOnlyList<ConfigurationEntry> entries =
            _entries ?? throw Expected($"a map with the keys {string.Join(", ", known)}");
        foreach (ConfigurationEntry entry in entries)
        {
            if (!known.Contains(entry.Key, StringComparer.Ordinal))
            {
                throw entry.Error($"'{entry.Key}' is not a key of {what}. {NearestName.Hint(entry.Key, known)}");
            }
        }

        return new ConfigurationMap(this, entries);
    }

    /// <summary>The failure "expected …, not …".</summary>
    public IncidentOpsException Expected(string what) => Error($"Expected {what}, not {Describe()}.");

    private string Describe() => this switch
    {
        { IsList: true } => "a list",
        { IsMap: true } => "a map",
        { IsNull: true } => "nothing",
        _ => _scalar!.Length <= 60 ? $"'{_scalar}'" : $"'{_scalar[..57]}...'",
    };
}

/// <summary>A key of a map, the line it stands at, and its value.</summary>
internal readonly record struct ConfigurationEntry(string Key, int Line, ConfigurationNode Value)
{
    /// <summary>The failure "file:line: what is wrong", at the key.</summary>
    public IncidentOpsException Error(string message) => ConfigurationErrors.Invalid(Value.File, Line, message);
}

/// <summary>A map whose keys have been checked.</summary>
internal sealed class ConfigurationMap(ConfigurationNode node, IReadOnlyList<ConfigurationEntry> entries)
{
    public ConfigurationNode Node { get; } = node;

    /// <summary>The value of a key; null where it is left out or empty.</summary>
    public ConfigurationNode? this[string key]
    {
        get
        {
            ConfigurationEntry found = entries.FirstOrDefault(entry => entry.Key == key);
            return found.Value is { IsNull: false } value ? value : null;
        }
    }

    public bool TryGet(string key, [NotNullWhen(true)] out ConfigurationNode? value)
    {
        value = this[key];
        return value is not null;
    }
}
