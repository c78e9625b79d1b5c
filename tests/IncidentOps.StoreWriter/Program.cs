using IncidentOps.Core.Configuration;
using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Storage;
using IncidentOps.Incidents;
using IncidentOps.Procedures;

// Writes to the store at args[0] until it is killed. Each command bears a mark of its own, beginning with args[1];
// the mark is printed once the command has returned, and not before.
string store = args[0];
string name = args[1];
// A guide of two lines: compiling the built-in one takes longer than many of these processes live.
var policy = new IncidentPolicy(
    new Procedure { Title = "Guide", Severities = [new SeverityLevel { Name = "P1", Rank = 0 }, new SeverityLevel { Name = "P2", Rank = 1 }] },
    new BusinessCalendar(TimeZoneInfo.Utc, BusinessHours.Default, HolidayCalendar.None));
var incidents = new IncidentService(
    new SqlEventStore(new SqliteDialect(store, TimeProvider.System)), () => policy, name, TimeProvider.System);
using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
for (int count = 0; ; count++)
{
    string mark = $"{name}.{count}";
    switch (Random.Shared.Next(12))
    {
        case 0:
            await DeclareAsync(mark);
            break;
        case 1:
            // Two incidents change in one step.
            Incident ended = await DeclareAsync($"{mark}.source");
            output.WriteLine($"{mark}.source");
            await incidents.MergeAsync(ended.Number, await SharedAsync(), mark, CancellationToken.None);
            break;
        default:
            await incidents.RecordAsync(await SharedAsync(), new NoteAdded(mark), null, CancellationToken.None);
            break;
    }

    output.WriteLine(mark);
}

// One event for the incident, one for its commander: one step as well.
async Task<Incident> DeclareAsync(string title) => (await incidents.DeclareAsync(
    new IncidentDeclaration { Title = title, Severity = "P2", Services = ["api"], Commander = "kim", AllowTwin = true },
    CancellationToken.None)).Incident;

// One of the incidents that all writers write to; the first to come makes it.
async Task<long> SharedAsync() => (await incidents.DeclareAsync(
    new IncidentDeclaration { Title = $"Shared {Random.Shared.Next(3)}", Severity = "P1", Services = ["shared"] },
    CancellationToken.None)).Incident.Number;
