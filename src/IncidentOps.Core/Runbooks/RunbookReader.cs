using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IncidentOps.Core.Runbooks.Linting;
using IncidentOps.Core.Runbooks.Reading;
using IncidentOps.Core.Runbooks.Risks;
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
            findings.Add(Finding(RunbookRules.Unreadable, FindingSeverity.Error, 1, $"The document cannot be read as Markdown: {e.Message}", "Take its deepest lists and quotes apart."));
        }

        ParameterCollector parameters = new(front.Parameters);
        List<RunbookStep> steps = [];
        foreach (StepDraft draft in walker.Steps)
        {
            steps.Add(Compile(draft, steps.Count + 1));
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
            Parameters = parameters.Parameters,
            Steps = steps,
            Findings = findings,
        };

        RunbookStep Compile(StepDraft draft, int number)
        {
            if (draft.Command is not { } command || draft.Shell is not { } shell)
            {
                return new RunbookStep
                {
                    Number = number,
                    Title = draft.Title,
                    Part = draft.Part,
                    Kind = RunbookStepKind.Manual,
                    Risk = Risk.Unknown,
                    RiskReason = "a person does it",
                    Line = draft.Line,
                };
            }

            RiskAssessment assessed = RiskClassifier.Classify(command, shell);
            (Risk risk, string reason) = Stated(draft, assessed);
            FenceAttributes attributes = draft.Attributes;
            return new RunbookStep
            {
                Number = number,
                Id = attributes.Id,
                Title = draft.Title,
                Part = draft.Part,
                Kind = RunbookStepKind.Command,
                Shell = shell,
                Command = command,
                Risk = risk,
                RiskReason = reason,
                Interactive = assessed.Interactive,
                Parameters = parameters.Take(command, shell),
                Timeout = Duration(draft),
                Retries = int.TryParse(attributes["retry"], NumberStyles.None, CultureInfo.InvariantCulture, out int retries) ? Math.Clamp(retries, 0, 100) : 0,
                OnFailure = attributes["on-failure"],
                When = attributes["when"],
                Verify = attributes["verify"],
                Undo = attributes["undo"],
                Parallel = attributes["parallel"],
                Approve = attributes["approve"],
                HostPattern = attributes["host"],
                Line = draft.Line,
            };
        }

        TimeSpan? Duration(StepDraft draft)
        {
            if (draft.Attributes["timeout"] is not { } text)
            {
                return null;
            }

            TimeSpan? duration = FenceAttributes.Duration(text);
            if (duration is null)
            {
                findings.Add(Finding(RunbookRules.Attribute, FindingSeverity.Warning, draft.Line, $"'{text}' is no duration.", "Write 30s, 5m or 1h."));
            }

            return duration;
        }

        (Risk Risk, string Reason) Stated(StepDraft draft, RiskAssessment assessed)
        {
            if (draft.Attributes["risk"] is not { } text)
            {
                return (assessed.Risk, assessed.Reason);
            }

            if (!Enum.TryParse(text, ignoreCase: true, out Risk stated) || !Enum.IsDefined(stated))
            {
                findings.Add(Finding(RunbookRules.Attribute, FindingSeverity.Warning, draft.Line, $"'{text}' is no risk.", "Write read, change or destructive."));
                return (assessed.Risk, assessed.Reason);
            }

            // The author knows a script that we do not; but what is seen to change something cannot be talked away.
            if (stated < assessed.Risk && assessed.Risk != Risk.Unknown)
            {
                findings.Add(Finding(
                    RunbookRules.StatedRisk,
                    FindingSeverity.Warning,
                    draft.Line,
                    $"The document says risk={text}, but '{assessed.Reason}' makes it {assessed.Risk}.",
                    "Take the statement out: what is seen to change something cannot be talked away."));
                return (assessed.Risk, assessed.Reason);
            }

            return stated == assessed.Risk ? (stated, assessed.Reason) : (stated, "the document says so");
        }

        Finding Finding(string rule, FindingSeverity severity, int line, string message, string remedy) => new()
        {
            RuleId = rule,
            Severity = severity,
            Path = path,
            Line = line,
            Message = message,
            Remedy = remedy,
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
