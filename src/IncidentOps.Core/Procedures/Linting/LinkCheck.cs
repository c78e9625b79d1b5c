using System.Text;
using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;

namespace IncidentOps.Core.Procedures.Linting;

/// <summary>Links to headings and files that do not exist. Only files below the document's repository are looked for; nothing is fetched.</summary>
internal sealed partial class LinkCheck(GuideDocument document, LintReport report, string rule)
{
    private readonly HashSet<string> _anchors = Anchors(document);

    public void Run()
    {
        foreach (GuideSection section in document.Root.SelfAndDescendants)
        {
            bool template = section.Kind is SectionKind.Templates or SectionKind.PostMortemTemplate;
            foreach ((_, int line, IEnumerable<TextLink> links, IEnumerable<string> codes) in GuideWalk.TextsOf(section))
            {
                foreach (TextLink link in links)
                {
                    CheckTarget(link.Target, line);
                }

                foreach (string code in codes.Where(code => !template && DocumentPath().IsMatch(code)))
                {
                    CheckFile(code, line);
                }
            }
        }
    }

    private void CheckTarget(string target, int line)
    {
        if (target.Length == 0)
        {
            report.Add(rule, line, "The link has no target.", "Give the link an address, or take it out.");
        }
        else if (target[0] == '#')
        {
            if (!_anchors.Contains(Uri.UnescapeDataString(target[1..]).ToLowerInvariant()))
            {
                report.Add(rule, line, $"There is no heading '{target}' in the document.", "Correct the link, or the heading.");
            }
        }
        else if (!target.Contains(':', StringComparison.Ordinal) && target[0] is not '/')
        {
            CheckFile(Uri.UnescapeDataString(target.Split('#', '?')[0]), line);
        }
    }

    private void CheckFile(string relative, int line)
    {
        if (report.Path is null || relative.IndexOfAny(Path.GetInvalidPathChars()) >= 0)
        {
            return;
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(report.Path))!;
        for (DirectoryInfo? from = new(folder); from is not null; from = IsRoot(from) ? null : from.Parent)
        {
            string full = Path.Combine(from.FullName, relative);
            if (File.Exists(full) || Directory.Exists(full))
            {
                return;
            }
        }

        report.Add(rule, line, $"There is no file '{relative}' beside the document or above it in its repository.", "Correct the path, or add the file.");
    }

    // Paths in prose are often meant from the root of the repository.
    private static bool IsRoot(DirectoryInfo folder) =>
        !InRepository(folder) || Directory.Exists(Path.Combine(folder.FullName, ".git")) || File.Exists(Path.Combine(folder.FullName, ".git"));

    private static bool InRepository(DirectoryInfo folder)
    {
        for (DirectoryInfo? above = folder; above is not null; above = above.Parent)
        {
            if (Directory.Exists(Path.Combine(above.FullName, ".git")) || File.Exists(Path.Combine(above.FullName, ".git")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The anchors that Git hosts give headings: lower case, blanks to dashes, other marks gone; repeated ones numbered.</summary>
    private static HashSet<string> Anchors(GuideDocument document)
    {
        HashSet<string> anchors = new(StringComparer.Ordinal);
        foreach (GuideSection section in document.Sections.Where(section => !section.IsBold))
        {
            string anchor = Anchor(section.Title);
            for (int i = 1; !anchors.Add(anchor); i++)
            {
                anchor = $"{Anchor(section.Title)}-{i}";
            }
        }

        foreach (Match id in ExplicitAnchor().Matches(document.Text))
        {
            anchors.Add(id.Groups[1].Value.ToLowerInvariant());
        }

        return anchors;
    }

    private static string Anchor(string title)
    {
        StringBuilder anchor = new(title.Length);
        foreach (Rune rune in title.Trim().EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_')
            {
                anchor.Append(Rune.ToLowerInvariant(rune));
            }
            else if (rune.Value == ' ')
            {
                anchor.Append('-');
            }
        }

        return anchor.ToString();
    }

    [GeneratedRegex(@"^[\w.-]+(?:/[\w.-]+){0,8}\.(?:md|markdown|rst|adoc)$", RegexOptions.CultureInvariant)]
    private static partial Regex DocumentPath();

    [GeneratedRegex(@"<a\s[^<>]{0,80}?(?:id|name)\s*=\s*[""']([^""'<>]{1,120})[""']|\{#([\w-]{1,80})\}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ExplicitAnchor();
}
