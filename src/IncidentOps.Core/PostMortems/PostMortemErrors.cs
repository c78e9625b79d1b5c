using IncidentOps.Core.Errors;
using IncidentOps.Core.Text;

namespace IncidentOps.Core.PostMortems;

/// <summary>What can be wrong with writing a post-mortem, and what to do about it.</summary>
internal static class PostMortemErrors
{
    public static IncidentOpsException Exists(string path) =>
        new("PostMortemExists", ErrorKind.InvalidOperation,
            $"'{Show(path)}' is there already and may hold what people wrote. Nothing was written. " +
            "Add -Force to replace it, or name another file with -Path.", path);

    public static IncidentOpsException PathTaken(string path, string incident) =>
        new("PostMortemPathTaken", ErrorKind.InvalidArgument,
            $"'{Show(path)}' is one file and holds the post-mortem of {incident}. To write several, name a folder: " +
            "end -Path with a slash.", path);

    public static IncidentOpsException FileInTheWay(string path) =>
        new("PostMortemFolderIsFile", ErrorKind.InvalidArgument,
            $"'{Show(path)}' is a file, where a folder is needed. Name another place with -Path.", path);

    public static IncidentOpsException FolderInTheWay(string path) =>
        new("PostMortemFileIsFolder", ErrorKind.InvalidArgument,
            $"'{Show(path)}' is a folder, where a file is to be written. Name another place with -Path.", path);

    public static IncidentOpsException NotAllowed(string path, Exception inner) =>
        new("PostMortemNotAllowed", ErrorKind.PermissionDenied,
            $"'{Show(path)}' cannot be written: {Show(inner.Message)} Check the permissions of the folder, or name another place with -Path.",
            path, inner);

    public static IncidentOpsException NotWritten(string path, Exception inner) =>
        new("PostMortemNotWritten", ErrorKind.ResourceUnavailable,
            $"'{Show(path)}' could not be written: {Show(inner.Message)} Nothing was left behind. " +
            "See to it, or name another place with -Path.", path, inner);

    private static string Show(string text) => Printable.Line(text);
}
