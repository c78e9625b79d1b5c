using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>The incident that Use-Incident chose: one for each session, in each store, gone with the session.</summary>
internal static class ChosenIncident
{
    private static readonly ConditionalWeakTable<Runspace, Dictionary<string, long>> Choices = new();

    public static long? Get(string store) =>
        Choices.GetOrCreateValue(Runspace.DefaultRunspace).TryGetValue(store, out long number) ? number : null;

    public static void Set(string store, long? number)
    {
        Dictionary<string, long> choices = Choices.GetOrCreateValue(Runspace.DefaultRunspace);
        if (number is { } chosen)
        {
            choices[store] = chosen;
        }
        else
        {
            choices.Remove(store);
        }
    }
}
