using IncidentOps.Core.Errors;
using IncidentOps.Core.Text;

namespace IncidentOps.Core.Procedures.Initialization;

/// <summary>The failures of laying out a workspace.</summary>
internal static class InitializationErrors
{
    public static IncidentOpsException GuideNotFound(string path) => new(
        "ProcedureNotFound",
        ErrorKind.NotFound,
        $"There is no document at '{Show(path)}'. Give -FromGuide the path of a Markdown file, or leave it out to begin with the built-in guide.",
        path);

    public static IncidentOpsException NotMarkdown(string path) => new(
        "GuideNotMarkdown",
        ErrorKind.InvalidData,
        $"'{Show(path)}' is no text. Save the document as Markdown first, then give that file.",
        path);

    public static IncidentOpsException ConfigurationPathNotUsed(string path) => new(
        "ConfigurationPathNotUsed",
        ErrorKind.InvalidArgument,
        "A workspace's configuration stands in its folder. Give the folder with -Path, without -ConfigurationPath.",
        path);

    public static IncidentOpsException FileInTheWay(string path) => new(
        "WorkspaceFolderIsFile",
        ErrorKind.InvalidArgument,
        $"'{Show(path)}' is a file, where a folder is needed. Give another folder with -Path.",
        path);

    public static IncidentOpsException FolderInTheWay(string path) => new(
        "WorkspaceFileIsFolder",
        ErrorKind.InvalidOperation,
        $"'{Show(path)}' is a folder, where a file is to be written. Move it away, or give another folder with -Path.",
        path);

    public static IncidentOpsException NotWritten(string path, Exception inner) => new(
        "WorkspaceNotWritten",
        inner is UnauthorizedAccessException ? ErrorKind.PermissionDenied : ErrorKind.ResourceUnavailable,
        $"'{Show(path)}' could not be written: {Show(inner.Message)} Nothing of it was left behind. See to the folder, then run the command again: what is there is kept.",
        path,
        inner);

    private static string Show(string text) => Printable.Line(text);
}
