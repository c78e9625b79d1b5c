using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace IncidentOps.Build.Help;

/// <summary>Reads a page of docs/commands: front matter, and sections in the platyPS schema 2.0.0.</summary>
internal sealed class HelpPageReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseYamlFrontMatter()
        .UsePipeTables()
        .UsePreciseSourceLocation()
        .Build();

    private static readonly string[] KnownSections =
        ["SYNOPSIS", "SYNTAX", "DESCRIPTION", "EXAMPLES", "PARAMETERS", "INPUTS", "OUTPUTS", "NOTES", "RELATED LINKS"];

    private readonly string _path;
    private readonly MarkdownDocument _document;
    private readonly Dictionary<string, HelpSection> _sections;

    private HelpPageReader(string path, string text)
    {
        _path = path;
        _document = Markdown.Parse(text, Pipeline);
        _sections = HelpSection.Split(_document, level: 2).ToDictionary(section => section.Title, StringComparer.Ordinal);
    }

    /// <summary>Reads one page.</summary>
    /// <exception cref="HelpException">The page does not follow the schema.</exception>
    internal static HelpPage Read(string path, string text)
    {
        try
        {
            return new HelpPageReader(path, text).Read();
        }
        catch (YamlException exception)
        {
            throw new HelpException(path, (int)exception.Start.Line, exception.Message);
        }
    }

    /// <summary>Reads every page of a folder, in the order of their names.</summary>
    internal static IReadOnlyList<HelpPage> ReadFolder(string folder) =>
    [
        .. new DirectoryInfo(folder) is { Exists: true } pages
            ? pages.EnumerateFiles("*.md")
                .Select(file => file.FullName)
                .Order(StringComparer.Ordinal)
                .Select(path => Read(path, File.ReadAllText(path)))
            : [],
    ];

    private HelpPage Read()
    {
        foreach (var section in _sections.Values.Where(section => !KnownSections.Contains(section.Title)))
        {
            throw new HelpException(_path, section.Line, $"'{section.Title}' is no section of a help page. Known are {string.Join(", ", KnownSections)}.");
        }

        return new HelpPage
        {
            Path = _path,
            Name = Title(),
            FrontMatter = FrontMatter(),
            Synopsis = Text("SYNOPSIS"),
            Syntax = [.. Syntax()],
            Description = Text("DESCRIPTION"),
            Examples = [.. Examples()],
            Parameters = [.. Parameters()],
            Inputs = Notes("INPUTS"),
            Outputs = Notes("OUTPUTS"),
            Notes = Text("NOTES"),
            Links = [.. Links()],
            SectionLines = _sections.ToDictionary(section => section.Key, section => section.Value.Line, StringComparer.Ordinal),
        };
    }

    private string Title() =>
        _document.OfType<HeadingBlock>().FirstOrDefault(heading => heading.Level == 1) is { } heading
            ? HelpText.Inline(heading.Inline)
            : throw new HelpException(_path, 1, "The page has no title: write '# ' and the command's name.");

    private Dictionary<string, string> FrontMatter() =>
        _document.OfType<YamlFrontMatterBlock>().FirstOrDefault() is { } block
            ? Yaml(block.Lines.ToString())
            : throw new HelpException(_path, 1, "The page has no front matter.");

    private static Dictionary<string, string> Yaml(string text) =>
        new DeserializerBuilder().Build().Deserialize<Dictionary<string, string?>>(text)
            .ToDictionary(pair => pair.Key, pair => pair.Value ?? "", StringComparer.OrdinalIgnoreCase);

    private IReadOnlyList<string> Text(string section) =>
        _sections.TryGetValue(section, out var found) ? HelpText.Paragraphs(_path, found.Blocks) : [];

    private IEnumerable<HelpSyntax> Syntax()
    {
        if (!_sections.TryGetValue("SYNTAX", out var section))
        {
            yield break;
        }

        var sets = HelpSection.Split(section.Blocks, level: 3).ToList();
        foreach (var set in sets.Count == 0 ? [section with { Title = "" }] : sets)
        {
            var code = set.Blocks.OfType<FencedCodeBlock>().SingleOrDefault()
                ?? throw new HelpException(_path, set.Line, "A syntax is one fenced block.");
            const string Default = " (Default)";
            var isDefault = set.Title.EndsWith(Default, StringComparison.Ordinal);
            yield return new HelpSyntax(
                set.Title.Length == 0 ? null : isDefault ? set.Title[..^Default.Length] : set.Title,
                isDefault || set.Title.Length == 0,
                string.Join(' ', HelpText.Code(code).Split('\n', StringSplitOptions.TrimEntries)),
                set.Line);
        }
    }

    private IEnumerable<HelpExample> Examples()
    {
        if (!_sections.TryGetValue("EXAMPLES", out var section))
        {
            yield break;
        }

        var pageSetup = Setup(section.Blocks.TakeWhile(block => block is not HeadingBlock { Level: 3 }));
        foreach (var example in HelpSection.Split(section.Blocks, level: 3))
        {
            var introduction = example.Blocks.TakeWhile(block => block is not FencedCodeBlock { Info: "powershell" }).ToList();
            if (introduction.Count == example.Blocks.Count)
            {
                throw new HelpException(_path, example.Line, $"'{example.Title}' has no fenced block of powershell.");
            }

            if (Setup(example.Blocks.Skip(introduction.Count)).Length > 0)
            {
                throw new HelpException(_path, example.Line, "A setup comment stands under its example's heading, before the code.");
            }

            yield return new HelpExample(
                example.Title,
                HelpText.Paragraphs(_path, introduction),
                HelpText.Code((CodeBlock)example.Blocks[introduction.Count]),
                HelpText.Paragraphs(_path, example.Blocks.Skip(introduction.Count + 1)),
                pageSetup + Setup(introduction),
                example.Line);
        }
    }

    /// <summary>The script in comments of the form <c>&lt;!-- setup: … --&gt;</c>.</summary>
    private static string Setup(IEnumerable<Block> blocks) => string.Concat(blocks
        .OfType<HtmlBlock>()
        .Where(block => block.Type == HtmlBlockType.Comment)
        .Select(block => block.Lines.ToString().Trim()["<!--".Length..^"-->".Length].Trim())
        .Where(comment => comment.StartsWith("setup:", StringComparison.Ordinal))
        .Select(comment => comment["setup:".Length..].Trim() + "\n"));

    private IEnumerable<HelpParameter> Parameters()
    {
        if (!_sections.TryGetValue("PARAMETERS", out var section))
        {
            yield break;
        }

        foreach (var parameter in HelpSection.Split(section.Blocks, level: 3).Where(parameter => parameter.Title.StartsWith('-')))
        {
            yield return new HelpParameter(
                parameter.Title[1..],
                HelpText.Paragraphs(_path, parameter.Blocks.Where(block => !IsYaml(block))),
                [.. parameter.Blocks.Where(IsYaml).Cast<FencedCodeBlock>().Select(Facts)],
                parameter.Line);
        }
    }

    private static bool IsYaml(Block block) => block is FencedCodeBlock { Info: "yaml" };

    private ParameterFacts Facts(FencedCodeBlock block)
    {
        var yaml = Yaml(HelpText.Code(block));
        string Value(string key) => yaml.TryGetValue(key, out var value)
            ? value
            : throw new HelpException(_path, block.Line + 1, $"The parameter's block lacks '{key}:'.");
        return new ParameterFacts
        {
            Type = Value("Type"),
            ParameterSets = Value("Parameter Sets"),
            Aliases = Value("Aliases"),
            Required = IsTrue(Value("Required")),
            Position = Value("Position"),
            DefaultValue = Value("Default value"),
            PipelineInput = Value("Accept pipeline input"),
            Wildcards = IsTrue(Value("Accept wildcard characters")),
        };
    }

    private static bool IsTrue(string value) => value.Equals("True", StringComparison.OrdinalIgnoreCase);

    private IReadOnlyList<HelpNote> Notes(string section) => _sections.TryGetValue(section, out var found)
        ? [.. HelpSection.Split(found.Blocks, level: 3).Select(note => new HelpNote(note.Title, HelpText.Paragraphs(_path, note.Blocks), note.Line))]
        : [];

    private IEnumerable<HelpLink> Links() => _sections.TryGetValue("RELATED LINKS", out var section)
        ? section.Blocks
            .SelectMany(block => block.Descendants<Markdig.Syntax.Inlines.LinkInline>())
            .Select(link => new HelpLink(HelpText.Inline(link), Uri.TryCreate(link.Url, UriKind.Absolute, out _) ? link.Url! : ""))
        : [];
}
