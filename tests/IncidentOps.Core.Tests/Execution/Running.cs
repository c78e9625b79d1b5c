namespace IncidentOps.Core.Tests.Execution;

/// <summary>Which processes run.</summary>
internal static class Running
{
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
