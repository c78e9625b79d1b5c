using System.Text.RegularExpressions;
using IncidentOps.Core.Notifications.Templates;
using IncidentOps.Core.Procedures;
using IncidentOps.Core.Text;
using IncidentOps.Notifications;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Notifications;

/// <summary>
/// The templates to write messages with: the guide's, and the built-in ones for what the guide has none for.
/// </summary>
internal sealed partial class TemplateBook
{
    private static readonly MessageKind[] Needed = [MessageKind.InitialAlert, MessageKind.StatusUpdate, MessageKind.Resolution];

    private readonly SeverityScale _scale;

    /// <param name="guide">The organisation's guide.</param>
    /// <param name="builtIn">The built-in guide; asked for only where the other one lacks something.</param>
    public TemplateBook(Procedure guide, Func<Procedure> builtIn)
    {
        _scale = new SeverityScale(guide);
        List<BookedTemplate> templates = Read(guide, isBuiltIn: false);
        MessageKind[] lacking = [.. Needed.Where(kind => !templates.Exists(template => template.Kind == kind && IsForAll(template)))];
        if (lacking.Length > 0)
        {
            templates.AddRange(Read(builtIn(), isBuiltIn: true).Where(template => lacking.Contains(template.Kind)));
        }

        All = templates;
    }

    /// <summary>In the order of the guide.</summary>
    public IReadOnlyList<BookedTemplate> All { get; }

    /// <summary>The template of that name, or the only one whose name holds it; wildcards are allowed.</summary>
    public BookedTemplate Find(string name)
    {
        if (All.FirstOrDefault(template => string.Equals(template.Name, name, StringComparison.OrdinalIgnoreCase)) is { } exact)
        {
            return exact;
        }

        Wildcard pattern = new(Wildcard.IsPattern(name) ? name : $"*{name}*");
        List<BookedTemplate> found = [.. All.Where(template => pattern.Matches(template.Name))];
        return found switch
        {
            [var only] => only,
            [] => throw MessageErrors.TemplateNotFound(name, All),
            _ => throw MessageErrors.TemplateAmbiguous(name, found),
        };
    }

    /// <summary>
    /// The template for what is to be told, rather one for the incident's severity than for all. A text for customers or
    /// the board, and an example that tells of another incident, are taken only by their names.
    /// </summary>
    public BookedTemplate For(MessageKind kind, string severity)
    {
        SeverityLevel? level = _scale.Find(severity);
        return All
            .Where(template => template.Kind == kind && IsForAll(template))
            .OrderBy(template => SeverityRank(template, level))
            .FirstOrDefault()
            ?? throw MessageErrors.TemplateMissing(kind);
    }

    /// <summary>0 where it names this severity, 1 where it names none, 2 where it names others.</summary>
    private int SeverityRank(BookedTemplate template, SeverityLevel? level)
    {
        IReadOnlyList<SeverityLevel> meant = _scale.MeantBy(template.Name);
        return meant.Count == 0 ? 1 : level is not null && meant.Contains(level) ? 0 : 2;
    }

    private static bool IsForAll(BookedTemplate template) => !template.IsExample && !Outsiders().IsMatch(template.Name);

    private static List<BookedTemplate> Read(Procedure procedure, bool isBuiltIn) =>
        [.. procedure.Templates.Select(template => new BookedTemplate(template, TemplateParser.Parse(template.Body), procedure.Path, isBuiltIn))];

    [GeneratedRegex(@"\b(?:customer|client|external|public|executive|board|management|legal|regulator|regulatory|merchant|partner|press|status page)s?\b|kunden|cliente", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Outsiders();
}
