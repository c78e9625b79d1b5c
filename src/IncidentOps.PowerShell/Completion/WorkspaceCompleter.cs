using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using IncidentOps.Core;

namespace IncidentOps.PowerShell.Completion;

/// <summary>
/// Completes an argument from the workspace. Completing must never fail and never be slow: whatever goes wrong, or
/// takes longer than a person would wait, gives no completions.
/// </summary>
public abstract class WorkspaceCompleter : IArgumentCompleter
{
    // As long as a first completion needs on a busy machine, before anything is compiled; later ones take milliseconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        try
        {
            string folder = CurrentDirectory();
            var word = new CompletionWord(wordToComplete)
            {
                Parameter = parameterName,
                Bound = name => fakeBoundParameters?[name] as string,
                Folder = folder,
            };
            using var patience = new CancellationTokenSource(Patience);
            Workspace workspace = WorkspaceFactory.Default.Open(word.Bound("ConfigurationPath"), folder);
            // On the pool, so that a store that hangs costs no more than the wait.
            Task<List<Candidate>> candidates = Task.Run(() => FindAsync(workspace, word, patience.Token), patience.Token);
            return candidates.Wait(Patience)
                ? [.. candidates.Result.Where(candidate => Matches(candidate, word)).Select(word.ToResult)]
                : [];
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return [];
        }
    }

    /// <summary>The candidates, matching ones first where there are many.</summary>
    private protected abstract Task<List<Candidate>> FindAsync(Workspace workspace, CompletionWord word, CancellationToken cancellationToken);

    /// <summary>Whether a candidate is what the word may become.</summary>
    private protected virtual bool Matches(Candidate candidate, CompletionWord word) => word.Matches(candidate);

    private static string CurrentDirectory()
    {
        using var shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        return shell.AddScript("$ExecutionContext.SessionState.Path.CurrentFileSystemLocation.ProviderPath").Invoke<string>().First();
    }
}
