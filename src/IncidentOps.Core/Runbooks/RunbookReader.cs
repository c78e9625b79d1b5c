using System.Security.Cryptography;
using System.Text;
using IncidentOps.Core.Runbooks.Linting;
using IncidentOps.Core.Runbooks.Reading;
using IncidentOps.Procedures;
using IncidentOps.Runbooks;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace IncidentOps.Core.Runbooks;

/// <summary>Compiles a Markdown document into a <see cref="Runbook"/>. It takes any text and never fails.</summary>
internal static class RunbookReader
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().UseTaskLists().Build();

    /// <param name="text">The document.</param>
    /// <param name="path">Where it stands; its file's name becomes the runbook's.</param>
    /// <param name="sha256">The hash of the file's bytes, where the caller has it.</param>
    public static Runbook Read(string text, string? path = null, string? sha256 = null) => Read(text, path, sha256, out _);

    /// <summary>Compiles, and hands out the front matter, for those who look closer.</summary>
    public static Runbook Read(string text, string? path, string? sha256, out FrontMatter front)
    {
        List<Finding> findings = [];
        front = new FrontMatter();
        DocumentWalker walker = new(source => Markdown.Parse(source, Pipeline));
        try
        {
            MarkdownDocument document = Markdown.Parse(text.TrimStart('\uFEFF'), Pipeline);
            if (document.FirstOrDefault() is YamlFrontMatterBlock yaml)
            {
                front = FrontMatter.Read(yaml.Lines.ToString(), yaml.Line + 2, path);
                findings.AddRange(front.Findings);
            }

            walker.Walk(document);
        }
        catch (ArgumentException e)
        {
            // Markdig gives up on elements that are nested without end.
            findings.Add(new Finding
            {
                RuleId = RunbookRules.Unreadable,
                Severity = FindingSeverity.Error,
                Path = path,
                Line = 1,
                Message = $"The document cannot be read as Markdown: {e.Message}",
                Remedy = "Take its deepest lists and quotes apart.",
            });
        }

        StepCompiler compiler = new(path, front.Parameters);
        foreach (StepDraft draft in walker.Steps)
        {
            compiler.Add(draft);
        }

        string title = front.Title ?? walker.Title ?? (path is null ? "Runbook" : Path.GetFileNameWithoutExtension(path));
        return new Runbook
        {
            Name = NameOf(path is null ? title : Path.GetFileNameWithoutExtension(path)),
            Title = title,
            Path = path,
            Sha256 = sha256 ?? HashOf(Encoding.UTF8.GetBytes(text)),
            Severity = front.Severity,
            Services = front.Services,
            Symptoms = front.Symptoms.Count > 0 ? front.Symptoms : walker.Symptoms,
            Purpose = walker.Purpose,
            Parameters = compiler.Parameters,
            Steps = compiler.Steps,
            Findings = [.. findings, .. compiler.Findings],
        };
    }

    /// <summary>The SHA-256 of a document's bytes, lower-case hexadecimal.</summary>
    public static string HashOf(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant();

    /// <summary>"KubePodCrashLooping" and "Kube Pod crash_looping" are both kube-pod-crash-looping.</summary>
    public static string NameOf(string text)
    {
        StringBuilder name = new(text.Length + 8);
        for (int at = 0; at < text.Length; at++)
        {
            char c = text[at];
            if (!char.IsLetterOrDigit(c))
            {
                if (name.Length > 0 && name[^1] != '-')
                {
                    name.Append('-');
                }

                continue;
            }

            bool starts = char.IsUpper(c) && at > 0
                && (char.IsLower(text[at - 1]) || char.IsDigit(text[at - 1])
                    || (char.IsUpper(text[at - 1]) && at + 1 < text.Length && char.IsLower(text[at + 1])));
            if (starts && name.Length > 0 && name[^1] != '-')
            {
                name.Append('-');
            }

            name.Append(char.ToLowerInvariant(c));
        }

        return name.Length == 0 ? "runbook" : name.ToString().Trim('-');
    }
}
