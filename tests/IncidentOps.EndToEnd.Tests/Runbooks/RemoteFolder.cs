namespace IncidentOps.EndToEnd.Tests.Runbooks;

/// <summary>The folder that a run has on another machine.</summary>
internal static class RemoteFolder
{
    /// <summary>A command of a step that writes where it is.</summary>
    public const string Show = "set | sed -n \"s/^__io_dir='*\\([^']*\\)'*\\$/\\1/p\"";
}
