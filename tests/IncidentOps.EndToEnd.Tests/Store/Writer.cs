using System.Diagnostics;

namespace IncidentOps.EndToEnd.Tests.Store;

/// <summary>One life of a writing process: from its start until it is killed.</summary>
internal sealed class Writer : IDisposable
{
    private readonly Process _process;

    public Writer(string store, string name) => _process = Process.Start(new ProcessStartInfo("dotnet", [Repository.StoreWriter, store, name])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    })!;

    /// <summary>
    /// Lets it write, kills it in the midst of it, and gives the marks of what it said was done: of whole lines
    /// only, since a line that the kill cut off was not said.
    /// </summary>
    public async Task<(IReadOnlyList<string> Marks, string Errors)> KillAsync(int afterLines, TimeSpan later, CancellationToken stop)
    {
        Task<string> errors = _process.StandardError.ReadToEndAsync(stop);
        List<string> marks = [];
        for (int line = 0; line < afterLines && await _process.StandardOutput.ReadLineAsync(stop) is { } mark; line++)
        {
            marks.Add(mark);
        }

        await Task.Delay(later, stop);
        _process.Kill();
        string rest = await _process.StandardOutput.ReadToEndAsync(stop);
        await _process.WaitForExitAsync(stop);
        marks.AddRange(rest.Split('\n').SkipLast(1));
        return (marks, await errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
