using System.Collections;
using System.Management.Automation;
using IncidentOps.Core.Notifications;
using IncidentOps.Notifications;
using IncidentOps.PowerShell.Completion;
using IncidentOps.PowerShell.Incidents;
using IncidentOps.PowerShell.Views;

namespace IncidentOps.PowerShell.Notifications;

/// <summary>Fills a message template of the procedure from incidents. Sends nothing.</summary>
[Cmdlet(VerbsData.ConvertTo, "IncidentMessage")]
[OutputType(typeof(IncidentMessage))]
public sealed class ConvertToIncidentMessageCommand : IncidentCommand
{
    /// <inheritdoc/>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(IncidentCompleter))]
    [ValidateNotNullOrEmpty]
    public override IncidentReference[]? Incident { get; set; }

    /// <summary>The template's name, or a part of it. Unless given, the one that fits the incident as it stands.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(TemplateCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Template { get; set; }

    /// <summary>What to write it for.</summary>
    [Parameter]
    public MessageFormat Format { get; set; }

    /// <summary>Values for placeholders, by their words or by the label before them.</summary>
    [Parameter]
    public IDictionary? Value { get; set; }

    /// <summary>Write ASCII only, emoji as names: for pagers and text messages.</summary>
    [Parameter]
    public SwitchParameter Ascii { get; set; }

    /// <summary>Fail, instead of warning, where a placeholder cannot be filled.</summary>
    [Parameter]
    public SwitchParameter Strict { get; set; }

    /// <summary>The message as it would have been at this time.</summary>
    [Parameter]
    public DateTimeOffset? AsOf { get; set; }

    private protected override void Process(long number, object? target)
    {
        MessageRequest request = new() { Template = Template, Format = Format, Ascii = Ascii, Values = Plain(Value), AsOf = AsOf };
        MessageResult result = Await(stop => Workspace.Messages.ComposeAsync(number, request, stop));
        IncidentMessage message = result.Message;
        if (message.Unresolved.Count > 0)
        {
            if (Strict)
            {
                throw MessageErrors.PlaceholderUnknown(message.Incident, message.Template, message.Unresolved);
            }

            WriteWarning(MessageErrors.Unresolved(message.Incident, message.Template, message.Unresolved));
        }

        foreach (string remark in MessageErrors.Remarks(result))
        {
            WriteWarning(remark);
        }

        if (result.Template.IsBuiltIn)
        {
            WriteVerbose($"The guide has no template for this; the built-in '{message.Template}' is used.");
        }

        WriteObject(message);
    }

    /// <summary>Without the engine's wrappers, which Core does not know.</summary>
    private static Hashtable? Plain(IDictionary? values)
    {
        if (values is null)
        {
            return null;
        }

        Hashtable plain = [];
        foreach (DictionaryEntry entry in values)
        {
            plain[entry.Key] = ViewValue.Plain(entry.Value) switch
            {
                string text => text,
                IEnumerable items => items.Cast<object?>().Select(ViewValue.Text).ToArray(),
                var value => value,
            };
        }

        return plain;
    }
}
