using IncidentOps.Core;
using IncidentOps.Core.Notifications;

namespace IncidentOps.PowerShell.Completion;

/// <summary>Completes the message templates, with their first line as the tool tip.</summary>
public sealed class TemplateCompleter : WorkspaceCompleter
{
    private protected override Task<List<Candidate>> FindAsync(
        Workspace workspace,
        CompletionWord word,
        CancellationToken cancellationToken) =>
        Task.FromResult(workspace.Messages.Templates.All.Select(template => new Candidate(template.Name, Head(template))).ToList());

    private static string Head(BookedTemplate template) =>
        template.Template.Body.Split('\n').FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) ?? template.Name;
}
