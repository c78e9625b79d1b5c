using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace IncidentOps.PowerShell.Tests.Views;

/// <summary>Objects of every type that users hold in their hands, made without knowing the types.</summary>
internal static class SampleObjects
{
    internal static readonly DateTimeOffset Moment = new(2020, 2, 3, 4, 5, 6, TimeSpan.Zero);

    private static readonly Lazy<IReadOnlyDictionary<string, Type>> Known = new(Read);

    /// <summary>The names of the types: a row of test data each.</summary>
    internal static TheoryData<string> Names => [.. All];

    internal static IEnumerable<string> All => Known.Value.Keys;

    internal static Type Type(string name) => Known.Value[name];

    /// <summary>With nothing in it: every reference is null.</summary>
    internal static object Empty(string name) => RuntimeHelpers.GetUninitializedObject(Type(name));

    /// <summary>With something in every property; every text is <paramref name="text"/>.</summary>
    internal static object Filled(string name, string text) => Fill(Type(name), text);

    private static object Fill(Type type, string text)
    {
        var sample = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            property.SetValue(sample, Value(property.PropertyType, text));
        }

        return sample;
    }

    private static object Value(Type type, string text)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            { IsEnum: true } => Enum.GetValues(type).GetValue(0)!,
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => List(type.GenericTypeArguments[0], text),
            _ when type == typeof(IReadOnlyDictionary<string, string>) => new Dictionary<string, string>(StringComparer.Ordinal) { ["one"] = text, [text] = "two" },
            _ when type == typeof(IReadOnlyDictionary<string, object>) => new Dictionary<string, object?>(StringComparer.Ordinal) { ["one"] = text, [text] = null },
            _ when type == typeof(string) => text,
            _ when type == typeof(object) => text,
            _ when type == typeof(bool) => true,
            _ when type == typeof(int) => 1,
            _ when type == typeof(long) => 1L,
            _ when type == typeof(double) => 1.5,
            _ when type == typeof(decimal) => 1.5m,
            _ when type == typeof(Guid) => Guid.Empty,
            _ when type == typeof(TimeSpan) => TimeSpan.FromSeconds(90),
            _ when type == typeof(TimeOnly) => new TimeOnly(9, 0),
            _ when type == typeof(DateOnly) => new DateOnly(2020, 2, 3),
            _ when type == typeof(DateTimeOffset) => Moment,
            _ when type == typeof(TimeZoneInfo) => TimeZoneInfo.Utc,
            _ when type == typeof(Uri) => new Uri("http://127.0.0.1/"),
            _ when Known.Value.Values.Contains(type) => Fill(type, text),
            _ => throw new NotSupportedException($"Say what a sample of {type} is."),
        };
    }

    private static Array List(Type item, string text)
    {
        var items = Array.CreateInstance(item, 2);
        ((IList)items)[0] = Value(item, text);
        ((IList)items)[1] = Value(item, text);
        return items;
    }

    private static SortedDictionary<string, Type> Read()
    {
        using var session = new ModuleRunspace();
        var types = AssemblyLoadContext.Default.Assemblies.Single(assembly => assembly.GetName().Name == "IncidentOps.Abstractions")
            .GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false });
        return new SortedDictionary<string, Type>(types.ToDictionary(type => type.FullName!), StringComparer.Ordinal);
    }
}
