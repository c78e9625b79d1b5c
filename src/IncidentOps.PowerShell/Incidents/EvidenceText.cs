using System.Management.Automation;
using System.Text;
using System.Text.RegularExpressions;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>Objects as a person would have seen them on the screen.</summary>
internal static partial class EvidenceText
{
    private const int Width = 160;

    public static string Render(IReadOnlyList<PSObject> objects, PSCmdlet command)
    {
        string text = !HasOutString(command.SessionState.InvokeCommand)
            ? ListProperties(objects)
            : string.Concat(command.InvokeCommand.InvokeScript(
                $"$input | Out-String -Width {Width}", useNewScope: true, System.Management.Automation.Runspaces.PipelineResultTypes.None, objects.ToList()));
        return EscapeSequence().Replace(text, "").Trim('\r', '\n');
    }

    /// <summary>Out-String belongs to a module that our own console does not have.</summary>
    private static bool HasOutString(CommandInvocationIntrinsics commands)
    {
        // To ask is not to miss it: a host that explains missing commands has nothing to explain here.
        EventHandler<CommandLookupEventArgs> explain = commands.CommandNotFoundAction;
        commands.CommandNotFoundAction = null;
        try
        {
            return commands.GetCommand("Out-String", CommandTypes.Cmdlet) is not null;
        }
        finally
        {
            commands.CommandNotFoundAction = explain;
        }
    }

    private static string ListProperties(IReadOnlyList<PSObject> objects)
    {
        var text = new StringBuilder();
        foreach (PSObject item in objects)
        {
            text.Append(text.Length > 0 ? "\n" : "");
            if (item.BaseObject is string or ValueType)
            {
                text.Append(item).Append('\n');
                continue;
            }

            PSPropertyInfo[] properties = [.. item.Properties.Where(property => property.IsGettable)];
            int width = properties.Length == 0 ? 0 : properties.Max(property => property.Name.Length);
            foreach (PSPropertyInfo property in properties)
            {
                text.Append(property.Name.PadRight(width)).Append(" : ").Append(Value(property)).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Value(PSPropertyInfo property)
    {
        try
        {
            return property.Value switch
            {
                null => "",
                string text => text,
                System.Collections.IEnumerable items => string.Join(", ", items.Cast<object>()),
                { } value => value.ToString() ?? "",
            };
        }
        catch (RuntimeException)
        {
            return "";
        }
    }

    [GeneratedRegex(@"\x1b\[[0-9;]*m", RegexOptions.NonBacktracking)]
    private static partial Regex EscapeSequence();
}
