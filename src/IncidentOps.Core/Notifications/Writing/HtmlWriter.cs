using System.Net;
using System.Text;

namespace IncidentOps.Core.Notifications.Writing;

/// <summary>A fragment of HTML: paragraphs, lists and headings, to be put into a page or a mail.</summary>
internal sealed class HtmlWriter(bool ascii) : MessageWriter(ascii)
{
    public override string Write(IReadOnlyList<MessageLine> lines)
    {
        StringBuilder html = new();
        string open = "";
        foreach (MessageLine line in lines)
        {
            string element = ElementOf(line, open);
            if (element != open)
            {
                html.Append(End(open)).Append(Begin(element));
                open = element;
            }
            else if (element is "p")
            {
                html.Append("<br>\n");
            }
            else if (element.Length > 0 && !line.GoesOn)
            {
                html.Append("</li>\n<li>");
            }

            if (line.GoesOn)
            {
                html.Append(element is "p" ? "&emsp;" : "<br>");
            }

            html.Append(line.Heading > 0 ? $"<h{line.Heading}>{Inline(line)}</h{line.Heading}>\n" : Inline(line));
        }

        return html.Append(End(open)).ToString().TrimEnd('\n');
    }

    private static string ElementOf(MessageLine line, string open) => line switch
    {
        { IsEmpty: true } or { Heading: > 0 } => "",
        { GoesOn: true } => open,
        { IsNumbered: true } => "ol",
        { Marker.Length: > 0 } => "ul",
        _ => "p",
    };

    private static string Begin(string element) => element switch
    {
        "" => "",
        "p" => "<p>",
        _ => $"<{element}>\n<li>",
    };

    private static string End(string element) => element switch
    {
        "" => "",
        "p" => "</p>\n",
        _ => $"</li>\n</{element}>\n",
    };

    protected override string Escape(string text) => WebUtility.HtmlEncode(text);

    protected override string Bold(string escaped) => $"<strong>{escaped}</strong>";

    protected override string Link(string escaped, Uri address) => $"<a href=\"{WebUtility.HtmlEncode(address.AbsoluteUri)}\">{escaped}</a>";
}
