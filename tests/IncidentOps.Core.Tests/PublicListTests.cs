using System.Reflection;
using System.Runtime.CompilerServices;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Tests;

/// <summary>A list that has no public indexer is a single object to PowerShell: <c>$runbook.Steps[0]</c> would be all steps.</summary>
public sealed class PublicListTests
{
    private static readonly MethodInfo List = typeof(PublicListTests).GetMethod(nameof(Made), BindingFlags.Static | BindingFlags.NonPublic)!;

    [Fact]
    public void Every_list_of_an_object_can_be_indexed()
    {
        PropertyInfo[] lists = [.. typeof(Incident).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && property.CanWrite)];

        Assert.True(lists.Length > 50);
        Assert.All(lists, property =>
        {
            object owner = RuntimeHelpers.GetUninitializedObject(property.DeclaringType!);
            property.SetValue(owner, List.MakeGenericMethod(property.PropertyType.GenericTypeArguments).Invoke(null, [2]));
            object list = property.GetValue(owner)!;
            Assert.True(list.GetType().IsArray || list.GetType().GetDefaultMembers().Length > 0, $"{property.DeclaringType!.Name}.{property.Name} is a {list.GetType().Name}.");
        });
    }

    // What the compiler makes of a list whose length it does not know.
    private static IReadOnlyList<T> Made<T>(int count) => [.. Enumerable.Repeat(default(T)!, count)];
}
