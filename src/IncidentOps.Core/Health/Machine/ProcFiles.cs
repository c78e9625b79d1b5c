using System.Globalization;

namespace IncidentOps.Core.Health.Machine;

/// <summary>What the kernel tells of the machine and its processes under /proc.</summary>
internal sealed class ProcFiles(string root)
{
    /// <summary>The reason to give where there is no /proc.</summary>
    public const string Missing = "this system has no /proc to read it from";

    public bool Exist => File.Exists(Path.Join(root, "stat"));

    /// <summary>A file's text; null where it is not there or may not be read, as when its process has just ended.</summary>
    public string? Read(string name)
    {
        try
        {
            return File.ReadAllText(Path.Join(root, name));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The ids of the processes that there are.</summary>
    public IEnumerable<int> ProcessIds() => new DirectoryInfo(root)
        .EnumerateDirectories()
        .Select(static folder => int.TryParse(folder.Name, NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : 0)
        .Where(static id => id > 0);
}
