namespace IncidentOps.Core.PostMortems;

/// <summary>Where post-mortems go: one file, or a folder with a file for each incident.</summary>
internal sealed class PostMortemDestination
{
    private readonly string _path;
    private readonly bool _isFolder;
    private string? _incident;

    /// <param name="path">The full path of a file, or of a folder.</param>
    /// <param name="isFolder">Whether it is meant as a folder though it need not exist; an existing one always is.</param>
    public PostMortemDestination(string path, bool isFolder)
    {
        _path = path;
        _isFolder = isFolder || Directory.Exists(path);
    }

    /// <summary>The file for an incident. A single file is for the first incident only.</summary>
    public string FileFor(string incident, string extension)
    {
        if (_isFolder)
        {
            return Path.Join(_path, $"{incident}-post-mortem{extension}");
        }

        _incident ??= incident;
        return _incident == incident ? _path : throw PostMortemErrors.PathTaken(_path, _incident);
    }
}
