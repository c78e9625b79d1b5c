using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace IncidentOps.Core.Execution;

/// <summary>A pipe that another process finds by its path. It stands open from the start, so that neither side waits for the other.</summary>
internal sealed class NamedPipe : IDisposable
{
    private const uint OwnerOnly = 0x180;

    private readonly string _path;
    private readonly SafeFileHandle _held;

    public NamedPipe(string path)
    {
        if (MakeFifo(Encoding.UTF8.GetBytes(path + '\0'), OwnerOnly) != 0)
        {
            throw new IOException($"The pipe '{path}' could not be made: {Marshal.GetLastPInvokeErrorMessage()}.");
        }

        _path = path;
        _held = Open(FileAccess.ReadWrite);
        using SafeFileHandle end = Open(FileAccess.Read);
        Reader = new AnonymousPipeClientStream(PipeDirection.In, new SafePipeHandle(end.DangerousGetHandle(), ownsHandle: true));
        end.SetHandleAsInvalid();
    }

    public Stream Reader { get; }

    /// <summary>From now on the pipe ends when the last of its writers does.</summary>
    public void LetEnd() => _held.Dispose();

    public void Dispose()
    {
        Reader.Dispose();
        _held.Dispose();
        File.Delete(_path);
    }

    private SafeFileHandle Open(FileAccess access) => File.OpenHandle(_path, FileMode.Open, access, FileShare.ReadWrite);

    [DllImport("libc", EntryPoint = "mkfifo", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MakeFifo(byte[] path, uint mode);
}
