using System.Runtime.InteropServices;
using SQLitePCL;

namespace IncidentOps.Core.Storage;

/// <summary>What SQLite knows about the file behind a connection and its .NET library does not tell.</summary>
internal static class SqliteFile
{
    private const nint MainDatabase = 0;
    private const int HasMovedQuestion = 20;

    /// <summary>
    /// True where the file was deleted, renamed or replaced since it was opened: what is written there would be
    /// written into nowhere. Always false where open files cannot be, as on Windows.
    /// </summary>
    public static bool HasMoved(sqlite3 handle) =>
        FileControl(handle, MainDatabase, HasMovedQuestion, out int moved) == raw.SQLITE_OK && moved != 0;

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int FileControl(
        sqlite3 handle, nint database, int operation, out int answer);
}
