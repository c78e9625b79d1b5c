using System.Management.Automation;

namespace IncidentOps.PowerShell.Runbooks;

/// <summary>A folder that the session is in for as long as something runs there; then it is where it was.</summary>
internal sealed class LentLocation : IDisposable
{
    private readonly PathIntrinsics _session;
    private readonly PathInfo _before;
    private readonly string _folder;

    /// <param name="session">The session's place.</param>
    /// <param name="folder">The folder; null for where the session is.</param>
    public LentLocation(PathIntrinsics session, string? folder)
    {
        (_session, _before) = (session, session.CurrentLocation);
        if (folder is not null)
        {
            session.SetLocation(WildcardPattern.Escape(folder));
        }

        _folder = session.CurrentFileSystemLocation.ProviderPath;
    }

    /// <summary>The folder that what runs there has gone to; null where it stayed.</summary>
    public string? Moved => _session.CurrentFileSystemLocation.ProviderPath is var now && now != _folder ? now : null;

    public void Dispose()
    {
        try
        {
            _session.SetLocation(WildcardPattern.Escape(_before.Path));
        }
        catch (SessionStateException)
        {
            // It has been taken away meanwhile.
        }
    }
}
