using System.Globalization;
using IncidentOps.Incidents;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>
/// What <c>-Incident</c> takes: an id ("INC-42"), a number, a key, or an incident. It is looked up by the command,
/// not here.
/// </summary>
public sealed class IncidentReference
{
    /// <summary>An id, a number or a key as text.</summary>
    /// <param name="id">The text.</param>
    public IncidentReference(string id)
    {
        Text = id ?? throw new ArgumentNullException(nameof(id));
        Target = id;
    }

    /// <summary>A number.</summary>
    /// <param name="number">The number.</param>
    public IncidentReference(long number)
    {
        Text = number.ToString(CultureInfo.InvariantCulture);
        Target = number;
    }

    /// <summary>A number.</summary>
    /// <param name="number">The number.</param>
    public IncidentReference(int number)
        : this((long)number)
    {
    }

    /// <summary>A key.</summary>
    /// <param name="key">The key.</param>
    public IncidentReference(Guid key)
    {
        Text = key.ToString("D");
        Target = key;
    }

    /// <summary>An incident.</summary>
    /// <param name="incident">The incident.</param>
    public IncidentReference(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        Text = incident.Key.ToString("D");
        Target = incident;
    }

    /// <summary>What to look up.</summary>
    public string Text { get; }

    /// <summary>What the user gave.</summary>
    public object Target { get; }

    /// <summary>The text.</summary>
    /// <returns>What to look up.</returns>
    public override string ToString() => Text;
}
