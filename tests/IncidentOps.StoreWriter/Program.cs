using System.Globalization;
using IncidentOps.Core;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Incidents;

// Writes to a store without end, and says of each command that returned what has to be there from then on:
//   KIND NUMBER TOKEN
// Made to be killed at any moment by the end-to-end tests. Usage: STORE SEED
string store = args[0];
var random = new Random(int.Parse(args[1], CultureInfo.InvariantCulture));
var workspace = new Workspace(new OrganisationConfiguration(), store, SystemEnvironment.Instance, TimeProvider.System);
IncidentService incidents = workspace.Incidents;
List<long> known = [];
while (true)
{
    string token = Guid.NewGuid().ToString("N");
    if (known.Count == 0 || random.Next(6) == 0)
    {
        (Incident incident, _) = await incidents.DeclareAsync(
            new IncidentDeclaration { Title = token, Severity = "P1", Commander = token }, CancellationToken.None);
        known.Add(incident.Number);
        Say("declared", incident.Number, token);
        continue;
    }

    // Others' incidents as well, so that writers meet.
    long number = random.Next(2) == 0 ? known[random.Next(known.Count)] : 1 + random.Next(3);
    try
    {
        if (random.Next(3) == 0)
        {
            await incidents.UpdateAsync(number, null, token, null, null, CancellationToken.None);
            Say("updated", number, token);
        }
        else
        {
            await incidents.RecordAsync(number, new NoteAdded(token), null, CancellationToken.None);
            Say("noted", number, token);
        }
    }
    catch (IncidentOpsException exception) when (exception.ErrorId is "IncidentNotFound" or "IncidentConflict" or "StoreBusy")
    {
        // Not written, and said so: nothing has to be there.
    }
}

static void Say(string kind, long number, string token)
{
    Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind} {number} {token}"));
    Console.Out.Flush();
}
