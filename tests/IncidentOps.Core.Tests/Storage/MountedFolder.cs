using System.Diagnostics;
using IncidentOps.Core.Tests.Configuration;

namespace IncidentOps.Core.Tests.Storage;

/// <summary>A folder with a file system of its own, for what permissions cannot do to root: full disks and read-only ones.</summary>
internal sealed class MountedFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Skips the test where this user cannot mount.</summary>
    public MountedFolder(string size)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Mounting a file system needs Linux and root.");
        (int exitCode, string error) = Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", Path);
        if (exitCode != 0)
        {
            _folder.Dispose();
            Assert.Skip($"This machine does not let root mount a file system: {error}");
        }
    }

    public string Path => _folder.Path;

    public void MakeReadOnly() => Assert.Equal((0, ""), Run("mount", "-o", "remount,ro", Path));

    public void MakeWritable() => Assert.Equal((0, ""), Run("mount", "-o", "remount,rw", Path));

    /// <summary>Fills the disk to the last byte and gives the file that does it.</summary>
    public string Fill()
    {
        string path = System.IO.Path.Join(Path, "ballast");
        using FileStream file = File.Create(path, bufferSize: 0);
        foreach (int size in (int[])[4096, 1])
        {
            try
            {
                while (true)
                {
                    file.Write(new byte[size]);
                }
            }
            catch (IOException)
            {
                // Full, as was wanted.
            }
        }

        return path;
    }

    public void Dispose()
    {
        // A connection that a store keeps for a while would keep the file system busy: it goes when they do.
        Run("umount", "--lazy", Path);
        _folder.Dispose();
    }

    private static (int ExitCode, string Error) Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error);
    }
}
