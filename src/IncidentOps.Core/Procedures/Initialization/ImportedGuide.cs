using IncidentOps.Core.Text;

namespace IncidentOps.Core.Procedures.Initialization;

/// <summary>
/// A document that becomes the workspace's guide: byte for byte, or where it was saved with the wrong encoding as it was
/// meant, which is always said.
/// </summary>
/// <param name="Content">What is written.</param>
/// <param name="Changes">What differs from the document, in words.</param>
internal sealed record ImportedGuide(byte[] Content, IReadOnlyList<string> Changes)
{
    private const int LinesNamed = 8;

    public static ImportedGuide Read(string path)
    {
        byte[] content = ProcedureSource.Read(path);
        string text = GuideEncoding.Decode(content);
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw InitializationErrors.NotMarkdown(path);
        }

        List<string> changes = [];
        if (!System.Text.Unicode.Utf8.IsValid(content))
        {
            changes.Add($"'{Printable.Line(path)}' is not UTF-8; the guide is written as UTF-8.");
        }

        (string repaired, IReadOnlyList<int> lines) = MojibakeRepair.Repair(text);
        if (lines.Count > 0)
        {
            string named = string.Join(", ", lines.Take(LinesNamed)) + (lines.Count > LinesNamed ? ", …" : "");
            changes.Add($"'{Printable.Line(path)}' was once saved with the wrong encoding. The guide is written with the characters that were meant, on {(lines.Count == 1 ? "line" : "the lines")} {named}; the document itself is as it was.");
        }

        return new ImportedGuide(changes.Count == 0 ? content : TextFile.Encode(repaired), changes);
    }
}
