namespace IncidentOps.PowerShell.Tests.Views;

/// <summary>One session for each kind of screen, since opening one takes longer than a test.</summary>
public sealed class ViewSessions : IDisposable
{
    private readonly Dictionary<(int, bool), ViewSession> _sessions = [];

    public void Dispose()
    {
        foreach (var session in _sessions.Values)
        {
            session.Dispose();
        }
    }

    internal ViewSession Get(int width = 80, bool lists = false)
    {
        if (!_sessions.TryGetValue((width, lists), out var session))
        {
            _sessions.Add((width, lists), session = new ViewSession(width, lists));
        }

        return session;
    }
}
