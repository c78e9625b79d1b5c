using Markdig.Syntax;

namespace IncidentOps.Build.Help;

/// <summary>A heading and what stands under it, up to the next heading of the same level.</summary>
internal sealed record HelpSection(string Title, int Line, IReadOnlyList<Block> Blocks)
{
    internal static IEnumerable<HelpSection> Split(IEnumerable<Block> blocks, int level)
    {
        HeadingBlock? heading = null;
        var own = new List<Block>();
        foreach (var block in blocks)
        {
            if (block is HeadingBlock next && next.Level <= level)
            {
                if (heading is not null)
                {
                    yield return Create(heading, own);
                }

                heading = next.Level == level ? next : null;
                own = [];
            }
            else
            {
                own.Add(block);
            }
        }

        if (heading is not null)
        {
            yield return Create(heading, own);
        }
    }

    private static HelpSection Create(HeadingBlock heading, List<Block> blocks) =>
        new(HelpText.Inline(heading.Inline), heading.Line + 1, blocks);
}
