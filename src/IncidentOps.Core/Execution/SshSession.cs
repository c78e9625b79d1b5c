namespace IncidentOps.Core.Execution;

/// <summary>A command's place on a connection, given back when the command has ended.</summary>
/// <param name="options">What ssh is called with before the command: options, and the machine's name.</param>
/// <param name="leave">Gives the place back.</param>
internal sealed class SshSession(IReadOnlyList<string> options, Action leave) : IDisposable
{
    public IReadOnlyList<string> Options => options;

    public void Dispose() => leave();
}
