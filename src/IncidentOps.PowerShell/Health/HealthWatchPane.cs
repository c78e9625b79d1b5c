using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using IncidentOps.Core.Health.Watching;
using IncidentOps.Core.Text;
using IncidentOps.Health;

namespace IncidentOps.PowerShell.Health;

/// <summary>
/// How every watched service is now, as a table that stays below what is written: rows of progress, which every host
/// shows in its own way, and which are nothing where nobody looks.
/// </summary>
internal sealed class HealthWatchPane(Cmdlet cmdlet, HealthWatch watch)
{
    /// <summary>How often the time that is left changes.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // Hosts show five rows or so; the first one tells of all services.
    private const int MaximumRows = 4;
    private const int WidestName = 24;

    private readonly Dictionary<string, ServiceHealth> _services = new(StringComparer.OrdinalIgnoreCase);
    private int _rows;

    /// <summary>Takes a service's health in.</summary>
    public void Show(ServiceHealth health)
    {
        _services[health.Service] = health;
        Show();
    }

    /// <summary>Draws it.</summary>
    public void Show()
    {
        cmdlet.WriteProgress(new ProgressRecord(0, $"Watching {Count(watch.Services, "service")}", Counts())
        {
            SecondsRemaining = watch.Remaining is { } left && left.TotalSeconds < int.MaxValue ? (int)Math.Ceiling(left.TotalSeconds) : -1,
        });
        ServiceHealth[] shown = [.. _services.Values
            .OrderByDescending(static health => health.Status)
            .ThenBy(static health => health.Service, StringComparer.OrdinalIgnoreCase)
            .Take(MaximumRows)];
        int width = Math.Min(WidestName, shown.Select(static health => health.Service.Length).DefaultIfEmpty(0).Max());
        for (int row = 0; row < shown.Length; row++)
        {
            cmdlet.WriteProgress(new ProgressRecord(row + 1, Printable.Line(shown[row].Service.PadRight(width)), Row(shown[row])) { ParentActivityId = 0 });
        }

        _rows = shown.Length;
    }

    /// <summary>Takes it away.</summary>
    public void Close()
    {
        for (int row = _rows; row >= 0; row--)
        {
            cmdlet.WriteProgress(new ProgressRecord(row, "Watching", "Done") { RecordType = ProgressRecordType.Completed });
        }
    }

    /// <summary>Writes lines to the person at the terminal, past a pipeline that takes nothing any more.</summary>
    public static void WriteLines(PSHost? host, IEnumerable<string> lines)
    {
        try
        {
            foreach (string line in lines)
            {
                host?.UI?.WriteLine(Printable.Line(line));
            }
        }
        catch (Exception failure) when (failure is HostException or NotImplementedException or NotSupportedException)
        {
            // Nobody is there.
        }
    }

    private static string Row(ServiceHealth health) => Printable.Line(string.Create(
        CultureInfo.InvariantCulture, $"{health.Status,-9} {ReadableDuration.Precise(health.Duration),7}  {health.Reason}"));

    private static string Count(int number, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");

    private string Counts() => _services.Count == 0 ? "looking" : string.Join(", ", _services.Values
        .GroupBy(static health => health.Status)
        .OrderByDescending(static group => group.Key)
        .Select(static group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {group.Key}")));
}
