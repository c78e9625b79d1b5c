using IncidentOps.PowerShell.Tests.Contract;

namespace IncidentOps.PowerShell.Tests.Views;

/// <summary>A session with a screen, whose first command has brought the views in.</summary>
internal sealed class ViewSession : IDisposable
{
    private readonly Screen _screen;
    private readonly ModuleRunspace _session;
    private readonly string? _lists;

    /// <param name="width">The screen's width.</param>
    /// <param name="lists">Whether lists go before tables.</param>
    /// <param name="configuration">What incidentops.yaml says besides where the store is.</param>
    internal ViewSession(int width = 80, bool lists = false, string configuration = "")
    {
        _screen = new Screen(width);
        if (lists)
        {
            _lists = Path.Combine(Path.GetTempPath(), $"incidentops-{Guid.NewGuid():N}.format.ps1xml");
            FormatViews.SaveLists(_lists);
        }

        _session = new ModuleRunspace(configuration, _screen, _lists is null ? [] : [_lists]);
        _session.Invoke("Get-Incident -First 0").Succeeded();
    }

    public void Dispose()
    {
        _session.Dispose();
        if (_lists is not null)
        {
            File.Delete(_lists);
        }
    }

    /// <summary>Runs a script.</summary>
    internal ScriptResult Invoke(string script, params IEnumerable<(string Name, object? Value)> variables) => _session.Invoke(script, variables);

    /// <summary>What a person sees of the script's output.</summary>
    internal string Show(string script, params IEnumerable<(string Name, object? Value)> variables) => Show(script, "PlainText", variables);

    /// <summary>The same, with colours.</summary>
    internal string ShowColours(string script, params IEnumerable<(string Name, object? Value)> variables) => Show(script, "Ansi", variables);

    /// <summary>What a person sees of an object.</summary>
    internal string Show(object value) => Show("$value", ("value", value));

    /// <summary>How colours are rendered is the same for all sessions of a process, hence said each time.</summary>
    private string Show(string script, string rendering, params IEnumerable<(string Name, object? Value)> variables)
    {
        _screen.Clear();
        _session.Invoke($"$PSStyle.OutputRendering = '{rendering}'; & {{ {script} }} | Out-Default", variables).Succeeded();
        return _screen.Text;
    }
}
