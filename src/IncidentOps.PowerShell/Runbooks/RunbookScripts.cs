using System.Globalization;
using System.Management.Automation;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Core.Runbooks.Scripts;
using IncidentOps.PowerShell.Incidents;
using IncidentOps.Runbooks;
using Shell = System.Management.Automation.PowerShell;

namespace IncidentOps.PowerShell.Runbooks;

/// <summary>
/// Runs the PowerShell steps of a runbook as script blocks in the caller's session, in a scope of their own: what the
/// session knows is there, and it is left as it was. The values of the run are variables of that scope, and the step
/// runs in the folder of the run, with what the steps before it have set.
/// </summary>
/// <param name="cmdlet">The command that runs the runbook.</param>
/// <param name="environment">This process's environment.</param>
/// <param name="time">The clock.</param>
/// <param name="stopping">The operator.</param>
internal sealed class RunbookScripts(PSCmdlet cmdlet, ISystemEnvironment environment, TimeProvider time, CancellationToken stopping)
{
    // The step was approved as a whole, so its commands do not ask again. As in a shell, a change stops at the first
    // failure, be it a program's, and a look goes on.
    private const string Scope = """
        $ConfirmPreference = 'None'
        $PSNativeCommandUseErrorActionPreference = $ErrorActionPreference -eq 'Stop'
        . $__io_script 3>&1 6>&1
        """;

    public void Run(ScriptReached reached)
    {
        using var shell = Shell.Create(RunspaceMode.CurrentRunspace);
        using PSDataCollection<PSObject> output = [];
        bool stopped = false;
        string? error = null;
        bool tooLong = false;
        bool asked = false;
        IReadOnlyDictionary<string, string?> changes = new Dictionary<string, string?>(StringComparer.Ordinal);
        string? folder = null;
        using ITimer timer = time.CreateTimer(_ => TimeIsUp(), state: null, reached.Timeout, Timeout.InfiniteTimeSpan);

        // The engine stops what runs at that moment. A script that begins just then, or on a slow machine after its time, would run on.
        shell.InvocationStateChanged += (_, changed) =>
        {
            if (changed.InvocationStateInfo.State == PSInvocationState.Running && (stopping.IsCancellationRequested || Volatile.Read(ref tooLong)))
            {
                Stop();
            }
        };
        using CancellationTokenRegistration stop = stopping.Register(Stop);
        try
        {
            string variables = string.Concat(reached.Values.Variables.Keys.Select(static name => $", ${{{name}}}"));
            shell.AddScript($"param($Steps, $__io_script, $ErrorActionPreference{variables})\n{Scope}", useLocalScope: true)
                .AddParameter(ExpressionRules.Steps, RunbookExpressions.Of(reached.Results))
                .AddParameter("__io_script", ScriptBlock.Create(reached.Text))
                .AddParameter("ErrorActionPreference", reached.Step.Risk == Risk.Read ? ActionPreference.Continue : ActionPreference.Stop);
            foreach ((string name, string value) in reached.Values.Variables)
            {
                shell.AddParameter(name, value);
            }

            using LentEnvironment lent = new(environment, reached.Values.Environment, reached.Values.Named);
            using LentLocation place = new(cmdlet.SessionState.Path, reached.Folder);
            try
            {
                shell.Invoke(input: null, output);

                // One that was stopped as it began comes to its end as if it had run.
                stopped = shell.InvocationStateInfo.State == PSInvocationState.Stopped || Volatile.Read(ref asked);
            }
            finally
            {
                changes = lent.Changes();
                folder = place.Moved;
            }
        }
        catch (PipelineStoppedException)
        {
            stopped = true;
        }
        catch (RuntimeException e)
        {
            error = e.Message;
        }

        string errors = string.Join('\n', shell.Streams.Error.Select(record => record.ToString()).Append(error).OfType<string>().Distinct(StringComparer.Ordinal));
        ProcessOutcome outcome = !stopped ? ProcessOutcome.Exited : Volatile.Read(ref tooLong) ? ProcessOutcome.TimedOut : ProcessOutcome.Cancelled;
        bool mayRun = outcome != ProcessOutcome.Cancelled;
        reached.Finish(new ScriptOutcome
        {
            Outcome = outcome,
            Output = Text(output, mayRun),
            Objects = [.. output.OfType<PSObject>().Where(static item => !IsMessage(item)).Select(static item => item.BaseObject is string text ? text : (object)item)],
            Errors = errors,
            Error = error,
            Environment = changes,
            Folder = folder,
        });

        void TimeIsUp()
        {
            Volatile.Write(ref tooLong, true);
            Stop();
        }

        void Stop()
        {
            Volatile.Write(ref asked, true);
            try
            {
                _ = shell.BeginStop(callback: null, state: null);
            }
            catch (ObjectDisposedException)
            {
                // It has just come to its own end.
            }
        }
    }

    private static bool IsMessage(PSObject item) => item.BaseObject is InformationalRecord or InformationRecord;

    /// <summary>Texts and numbers as lines of their own, other objects as the screen would show them.</summary>
    private string Text(IEnumerable<PSObject> output, bool mayRun)
    {
        List<string> parts = [];
        List<PSObject> objects = [];
        foreach (PSObject item in output.OfType<PSObject>())
        {
            if (mayRun && item.BaseObject is not (string or ValueType) && !IsMessage(item))
            {
                objects.Add(item);
                continue;
            }

            Flush();
            parts.Add(item.ToString(format: null, CultureInfo.InvariantCulture));
        }

        Flush();
        return string.Join('\n', parts);

        void Flush()
        {
            if (objects.Count > 0)
            {
                parts.Add(EvidenceText.Render(objects, cmdlet));
                objects.Clear();
            }
        }
    }
}
