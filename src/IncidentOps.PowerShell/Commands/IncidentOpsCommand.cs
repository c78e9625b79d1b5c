using System.Management.Automation;
using IncidentOps.Core;
using IncidentOps.Core.Errors;
using IncidentOps.PowerShell.Views;

namespace IncidentOps.PowerShell.Commands;

/// <summary>
/// What every command shares: its workspace, Ctrl+C, and failures that become error records. Derived classes
/// override <see cref="Begin"/>, <see cref="Process"/> and <see cref="End"/>.
/// </summary>
public abstract class IncidentOpsCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Workspace? _workspace;

    /// <summary>The configuration file to use instead of the one found by itself.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ConfigurationPath { get; set; }

    internal Workspace Workspace => _workspace ??= SessionWorkspace.Open(
        ConfigurationPath is null ? null : ToFilePath(ConfigurationPath),
        CurrentDirectory);

    /// <summary>Cancelled by Ctrl+C.</summary>
    internal CancellationToken StopToken => _stop.Token;

    /// <summary>The folder that relative paths start from.</summary>
    internal string CurrentDirectory => SessionState.Path.CurrentFileSystemLocation.ProviderPath;

    /// <summary>True where the user only wants to be told what would happen.</summary>
    private protected bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? given)
        ? ((SwitchParameter)given).IsPresent
        : LanguagePrimitives.IsTrue(SessionState.PSVariable.GetValue("WhatIfPreference"));

    /// <summary>Frees what the command held.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Before the first object from the pipeline.</summary>
    protected sealed override void BeginProcessing()
    {
        // Not later, with the first object: the pipeline's last command reads the views when it begins.
        ModuleViews.Load();
        Guard(Begin, target: null, terminating: true);
    }

    /// <summary>For each object from the pipeline: what fails is reported, the rest goes on.</summary>
    protected sealed override void ProcessRecord() => Guard(Process, target: null, terminating: false);

    /// <summary>After the last object from the pipeline.</summary>
    protected sealed override void EndProcessing() => Guard(End, target: null, terminating: false);

    /// <summary>Ctrl+C.</summary>
    protected sealed override void StopProcessing() => Stop();

    /// <summary>Before the first object from the pipeline.</summary>
    protected virtual void Begin()
    {
    }

    /// <summary>For each object from the pipeline.</summary>
    protected virtual void Process()
    {
    }

    /// <summary>After the last object from the pipeline.</summary>
    protected virtual void End()
    {
    }

    /// <summary>Frees what the command held.</summary>
    /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stop.Dispose();
        }
    }

    /// <summary>What Ctrl+C does: work that goes on comes to its early end.</summary>
    internal void Stop() => _stop.Cancel();

    /// <summary>Runs asynchronous work to its end, on Ctrl+C to its early one.</summary>
    internal T Await<T>(Func<CancellationToken, Task<T>> work) => work(_stop.Token).GetAwaiter().GetResult();

    /// <summary>Gives a stream's items one at a time as they come. The work goes on elsewhere; what uses them runs here.</summary>
    internal IEnumerable<T> Stream<T>(Func<CancellationToken, IAsyncEnumerable<T>> source) =>
        Stream(source, Timeout.InfiniteTimeSpan, static () => { });

    /// <summary>As above; and while it waits, does something here every so often: shows progress.</summary>
    internal IEnumerable<T> Stream<T>(Func<CancellationToken, IAsyncEnumerable<T>> source, TimeSpan interval, Action whileWaiting)
    {
        IAsyncEnumerator<T> items = source(_stop.Token).GetAsyncEnumerator(_stop.Token);
        try
        {
            while (true)
            {
                Task<bool> next = items.MoveNextAsync().AsTask();
                while (Task.WaitAny([next], interval) < 0)
                {
                    whileWaiting();
                }

                if (!next.GetAwaiter().GetResult())
                {
                    break;
                }

                yield return items.Current;
            }
        }
        finally
        {
            items.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>Runs a piece of work whose failure is about one object of the user's, and must not end the rest.</summary>
    private protected void Guard(Action work, object? target) => Guard(work, target, terminating: false);

    /// <summary>Runs a piece of work whose failure is about one object of the user's, and ends the command.</summary>
    private protected void Require(Action work, object? target) => Guard(work, target, terminating: true);

    /// <summary>The full path of a file that the user named, relative to where the user stands.</summary>
    private protected string ToFilePath(string path)
    {
        string full = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
        return provider.Name == "FileSystem"
            ? full
            : throw new IncidentOpsException("PathNotInFileSystem", ErrorKind.InvalidArgument,
                $"'{path}' leads to {provider.Name}, where there are no files. Give the path of a file or a folder.", path);
    }

    private void Guard(Action work, object? target, bool terminating)
    {
        try
        {
            work();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (IncidentOpsException exception) when (terminating)
        {
            ThrowTerminatingError(exception.ToErrorRecord(target));
        }
        catch (IncidentOpsException exception)
        {
            WriteError(exception.ToErrorRecord(target));
        }
    }
}
