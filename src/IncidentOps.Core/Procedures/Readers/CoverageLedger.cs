using IncidentOps.Core.Procedures.Model;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>What of a guide has been compiled, so that the rest can be reported. Keeps objects, not lines.</summary>
internal sealed class CoverageLedger
{
    private readonly HashSet<object> _taken = new(ReferenceEqualityComparer.Instance);

    public void Take(object? part)
    {
        if (part is not null)
        {
            _taken.Add(part);
        }
    }

    public bool Has(object part) => _taken.Contains(part);

    /// <summary>Takes an item with everything nested in it, for texts that are kept as a whole.</summary>
    public void TakeAll(ListItem item)
    {
        Take(item);
        foreach (GuideBlock block in item.Blocks)
        {
            TakeAll(block);
        }
    }

    public void TakeAll(GuideBlock block)
    {
        Take(block);
        if (block is ListBlock list)
        {
            foreach (ListItem item in list.Items)
            {
                TakeAll(item);
            }
        }
        else if (block is TableBlock table)
        {
            foreach (TableLine row in table.Rows)
            {
                Take(row);
            }
        }
    }

    public void TakeAll(GuideSection section)
    {
        foreach (GuideSection part in section.SelfAndDescendants)
        {
            Take(part);
            foreach (GuideBlock block in part.Blocks)
            {
                TakeAll(block);
            }
        }
    }
}
