using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace IncidentOps.Core.Procedures.Model;

/// <summary>Turns Markdig's tables into <see cref="TableBlock"/>s.</summary>
internal static class PipeTableReader
{
    public static TableBlock Read(Table table)
    {
        TableLine? header = null;
        List<TableLine> rows = [];
        foreach (Block block in table)
        {
            if (block is not TableRow row)
            {
                continue;
            }

            TableLine line = new(row.Line + 1, [.. row.OfType<TableCell>().Select(ReadCell)]);
            if (row.IsHeader && header is null)
            {
                header = line;
            }
            else
            {
                rows.Add(line);
            }
        }

        return new TableBlock(table.Line + 1, header, rows);
    }

    private static TableText ReadCell(TableCell cell)
    {
        TextLine[] lines = [.. cell.OfType<LeafBlock>().SelectMany(InlineReader.Read).Where(line => line.Text.Length > 0)];
        string[] items = lines.Length > 1 ? [.. lines.Select(line => line.Text.TrimStart('•', '-', '*', '–', ' '))] : [];
        return new TableText(
            string.Join(' ', lines.Select(line => line.Text)),
            items,
            [.. lines.SelectMany(line => line.Codes)],
            [.. lines.SelectMany(line => line.Links)]);
    }
}
