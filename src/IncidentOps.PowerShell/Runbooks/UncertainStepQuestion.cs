using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using IncidentOps.Core.Runbooks.Recording;
using IncidentOps.Core.Text;
using IncidentOps.PowerShell.Commands;

namespace IncidentOps.PowerShell.Runbooks;

/// <summary>Asks the person at the shell what to do about a step that may have run already, or that has failed.</summary>
internal static class UncertainStepQuestion
{
    /// <summary>Run it again (true) or go on after it (false); null to leave the whole run as it is.</summary>
    /// <param name="cmdlet">The command that asks.</param>
    /// <param name="step">The step.</param>
    /// <param name="verdict">What its verification says; null where it has none.</param>
    /// <param name="answer">The answer.</param>
    /// <returns>False where nobody could be asked.</returns>
    public static bool TryAsk(PSCmdlet cmdlet, RecordedStep step, string? verdict, out bool? answer)
    {
        answer = null;
        if (!Person.MayBeAsked(cmdlet))
        {
            return false;
        }

        Collection<ChoiceDescription> choices =
        [
            new("&Run it again", "Do it once more. Right where doing it twice does no harm."),
            new("&Go on after it", "Leave it out. Right where it has had its effect."),
            new("&Cancel", "Leave the run as it is."),
        ];
        try
        {
            int chosen = cmdlet.Host.UI.PromptForChoice(
                RunbookOperator.Target(step.Step, [step.HostName]),
                Printable.Line($"{(RunResumption.HasFailed(step) ? $"It has failed: {step.Result!.Reason}" : "It may have run already: it was started, and no end of it is recorded")}{(verdict is null ? "" : $"; {verdict}")}. {RunbookOperator.Action(step.Step)}"),
                choices,
                defaultChoice: 2);
            answer = chosen switch
            {
                0 => true,
                1 => false,
                _ => null,
            };
            return true;
        }
        catch (Exception e) when (Person.IsAbsent(e))
        {
            return false;
        }
    }
}
