namespace IncidentOps.Core.Tests.Execution;

/// <summary>Which processes run.</summary>
internal static class Running
{
    /// <summary>Waits for the end of a process that has been killed: on a busy machine that takes its moment.</summary>
    public static async Task<bool> EndsAsync(string pid)
    {
        for (int look = 0; look < 500 && Is(pid); look++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        return !Is(pid);
    }

    // A zombie that nobody has collected yet does not run any more.
    public static bool Is(string pid)
    {
        try
        {
            string stat = File.ReadAllText($"/proc/{pid.Trim()}/stat");
            return stat[stat.LastIndexOf(')')..].Split(' ')[1] is not ("Z" or "X");
        }
        catch (IOException)
        {
            return false;
        }
    }
}
