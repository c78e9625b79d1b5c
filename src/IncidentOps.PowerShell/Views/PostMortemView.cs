using System.ComponentModel;
using System.Globalization;
using System.Management.Automation;
using IncidentOps.PostMortems;

namespace IncidentOps.PowerShell.Views;

/// <summary>What the views of post-mortems say besides plain properties.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PostMortemView
{
    /// <summary>How many of the action items are done.</summary>
    /// <param name="postMortem">The post-mortem.</param>
    /// <returns>"1/3"; empty where there are none.</returns>
    public static string Actions(PSObject? postMortem)
    {
        IReadOnlyList<PSObject> items = ViewValue.Objects(postMortem, nameof(PostMortem.ActionItems));
        int done = items.Count(item => ViewValue.IsTrue(item, nameof(ActionItem.IsDone)));
        return items.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{done}/{items.Count}");
    }

    /// <summary>The action items, one a line.</summary>
    /// <param name="postMortem">The post-mortem.</param>
    /// <returns>"[ ] Alert at 80 % (Ada)".</returns>
    public static string ActionLines(PSObject? postMortem) => string.Join('\n', ViewValue.Objects(postMortem, nameof(PostMortem.ActionItems)).Select(item =>
    {
        string mark = ViewValue.IsTrue(item, nameof(ActionItem.IsDone)) ? "[x]" : "[ ]";
        string owner = ViewText.Line(item, nameof(ActionItem.Owner));
        string text = ViewText.Line(item, nameof(ActionItem.Text));
        return owner.Length == 0 ? $"{mark} {text}" : $"{mark} {text} ({owner})";
    }));
}
