using IncidentOps.Core.Procedures.Model;

namespace IncidentOps.Core.Procedures.Linting;

/// <summary>All texts of a section, each with its line, without the insides of fences.</summary>
internal static class GuideWalk
{
    public static IEnumerable<(string Text, int Line, IEnumerable<TextLink> Links, IEnumerable<string> Codes)> TextsOf(GuideSection section)
    {
        yield return (section.Title, section.Line, section.Links, []);
        foreach (GuideBlock block in section.Blocks)
        {
            foreach ((string, int, IEnumerable<TextLink>, IEnumerable<string>) text in TextsOf(block))
            {
                yield return text;
            }
        }
    }

    private static IEnumerable<(string Text, int Line, IEnumerable<TextLink> Links, IEnumerable<string> Codes)> TextsOf(GuideBlock block) => block switch
    {
        TextBlock text => text.Lines.Select(line => (line.Text, line.Line, line.Links.AsEnumerable(), line.Codes.AsEnumerable())),
        ListBlock list => list.Items.SelectMany(item => item.Lines
            .Select(line => (line.Text, line.Line, line.Links.AsEnumerable(), line.Codes.AsEnumerable()))
            .Concat(item.Blocks.SelectMany(TextsOf))),
        TableBlock table => table.Rows.SelectMany(row => row.Cells.Select(cell => (cell.Text, row.Line, cell.Links.AsEnumerable(), cell.Codes.AsEnumerable()))),
        _ => [],
    };
}
