using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace IncidentOps.PowerShell.Tests.Incidents;

/// <summary>Properties of what a script wrote, as text: the tests do not load the module's own types.</summary>
internal static class ResultText
{
    /// <summary>One property of every object of the output, which has to come without an error.</summary>
    internal static string[] Texts(this ScriptResult result, string property) => [.. result.Succeeded().Output.Select(item => item.Text(property))];

    /// <summary>Properties of the only object of the output, with bars between.</summary>
    internal static string Text(this ScriptResult result, params IEnumerable<string> properties)
    {
        var item = Assert.Single(result.Succeeded().Output);
        return string.Join(" | ", properties.Select(property => item.Text(property)));
    }

    internal static string Text(this object? item, string property) => PSObject.AsPSObject(item).Properties[property]?.Value switch
    {
        string text => text,
        IEnumerable items => string.Join(", ", items.Cast<object>()),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
