using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Documents that nobody means well with: no crash, no hang, and nothing lost without a word.</summary>
public sealed class HostileGuideTests
{
    private const int Size = 1_000_000;

    public static TheoryData<string, string, string> Repeated => new()
    {
        { "brackets", "", "[" },
        { "links", "", "[a](" },
        { "links in paragraphs", "", "[a]([a]([a]([a](\n\n" },
        { "images", "", "![a](" },
        { "reference definitions", "", "[a]: x\n" },
        { "emphasis", "", "*a " },
        { "crossed emphasis", "", "***a_b__" },
        { "code spans", "", "`a``b```c " },
        { "quotes", "", ">" },
        { "list markers", "", "- " },
        { "list items", "", "1. a\n" },
        { "headings", "", "# a\n" },
        { "underlined headings", "", "a\n=\n" },
        { "severity headings", "## Severity\n", "### P1 - Critical\nx\n" },
        { "pipes", "", "|" },
        { "rows", "a|b\n-|-\n", "a|b|c|d|e\n" },
        { "tables", "## Severity\n", "|a|b|\n|-|-|\n|P1|x|\n\n" },
        { "HTML tables", "<table>", "<tr><td>P1</td><td>x" },
        { "comments", "", "a<!--" },
        { "instructions", "", "a<?" },
        { "fences", "", "```\n" },
        { "templates in fences", "", "```markdown\n" },
        { "templates with fences", "", "```markdown\n```a\n```\n" },
        { "fences that close with a word", "", "```a\n```text\n\n" },
        { "fences of keys", "## Roles\n```yaml\n", "a:\n  - Role: b\n" },
        { "severities as keys", "## Severity\n```yaml\n", "P1:\n  - Response: 1 h\n" },
        { "bullets below numbers", "", "1. a\n  - b\n" },
        { "courses that say nothing", "", "## Lifecycle\n\na → b → c\n\n" },
        { "entries of a register", "## Playbooks\n", "### PLAY-001: a\n- a. b\n- c. d\n\n" },
        { "labels below items", "", "- a\nFix:\n" },
        { "numbered chapters", "# Process\n", "## 1. a\n" },
        { "levels of nothing", "# a\n", "### Level 1: High\n" },
        { "templates of post-mortems", "## Post-Mortem Template\n", "### a\nwithin 2 days\n" },
        { "phases of templates", "## Workflow\n", "### 1. Template\n" },
        { "involvement", "## Roles\n|a|b|c|\n|-|-|-|\n", "|R|A|C|\n" },
        { "accents", "## ", "é" },
        { "one word", "", "a" },
        { "mis-decoded text", "", "Ã©â€" },
        { "tasks", "", "- [ ] a (if P1)\n" },
        { "severities in a heading", "# ", "P1/" },
        { "arrows", "## Escalation\n", "a → " },
        { "durations", "## Updates\n", "every 5 minutes for P1 " },
        { "digits", "## Response times\n- P1: ", "1" },
        { "colons", "", "a: " },
        { "bold labels", "", "**a:** b\n" },
        { "scenarios", "## Scenarios\n", "### a\n**Symptoms**: b\n1. c\n" },
        { "ladders by time", "## Escalation\n|a|5 min|1 hour|\n|-|-|-|\n", "|P1|b|c|\n" },
        { "contacts in fences", "## Contacts\n```\n", "a: [b]\n- c: d\n" },
        { "severities in sentences", "", "SEV-1 high, SEV-2 low, SEV-3 low.\n\n" },
        { "names of phases", "## a\n", "1. Detect\n" },
        { "cases with a severity", "## Procedures\n", "### P1: a b\n1. c\n2. d\n" },
        { "ladders by people", "## Escalation\n|a|lead|manager|director|\n|-|-|-|-|\n", "|P1|x|x|x|\n" },
        { "labels in a line", "", "**a**: b **c**: d " },
        { "sentences of severities", "", "a is critical; b is high; c is low;" },
        { "comments of commands", "## Scenarios\n### a\n```bash\n", "# A\n" },
        { "troubles", "", "## Leak\n1. a\n2. b\n" },
        { "numbers without indents", "## Process\n", "1. a\n- b\n" },
        { "letters", "## Process\n", "a. a\n* b\n" },
        { "paths of severities", "## Severity\n", "## P0 - Critical\n\n**Escalation**:\n- CTO\n- Lead\n- CEO\n\n" },
        { "cases of a table", "", "## A\n\n| B | Severity |\n|-|-|\n| Leak | P1 |\n\n## C\n\n### Leak a\n\n1. a\n\n### Leak b\n\n1. a\n\n" },
        { "zeros", "", "\0" },
        { "half characters", "", "\ud83d" },
        { "carriage returns", "", "\r" },
    };

    [Theory]
    [MemberData(nameof(Repeated))]
    public async Task A_megabyte_of_one_thing_is_read_to_an_end(string name, string head, string part)
    {
        string guide = new StringBuilder(head).Insert(head.Length, part, Size / part.Length).ToString();
        Task<Procedure> compiling = Task.Run(() => ProcedureCompiler.Compile(guide, name), TestContext.Current.CancellationToken);

        // A hang is caught; the speed itself is measured with the benchmarks.
        Procedure procedure = await compiling.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.NotNull(procedure.Title);
    }

    [Theory]
    [InlineData("> ", 200)]
    [InlineData("- ", 200)]
    [InlineData("[", 5_000)]
    [InlineData("*a", 5_000)]
    public void What_is_nested_beyond_reason_is_reported_and_the_rest_still_read(string nested, int times)
    {
        string guide = string.Concat(Enumerable.Repeat(nested, times)) + new string('x', 20_000) + "\n\n## Severity\n\n- **P0 Critical**: all is lost, 5 minutes\n- **P1 High**: much is lost, 1 hour\n";
        Procedure procedure = ProcedureCompiler.Compile(guide, "hostile.md");
        Assert.Equal(["P0", "P1"], procedure.Severities.Select(level => level.Name));
        Assert.Contains(procedure.Findings, finding => finding.RuleId == "guide/too-complex" && finding.Line == 1);
    }

    [Theory]
    [InlineData("# a\n", 3_001)]
    [InlineData("a\n=\n", 6_002)]
    [InlineData("**a**\n\n", 6_001)]
    public void Of_more_headings_than_any_guide_has_the_rest_is_not_read_and_that_is_said(string heading, int line)
    {
        Procedure procedure = ProcedureCompiler.Compile(string.Concat(Enumerable.Repeat(heading, 6_000)), "hostile.md");
        Assert.Equal(3_000, procedure.Sections.Count, 50.0);
        Assert.Equal(line, procedure.Findings.Single(finding => finding.RuleId == "guide/too-complex").Line);
    }

    [Fact]
    public void Comments_in_a_fence_are_no_headings()
    {
        Procedure procedure = ProcedureCompiler.Compile("```bash\n" + string.Concat(Enumerable.Repeat("# a\n", 6_000)) + "```\n\n## Severity\n\n- **P0 Critical**: all is lost, 5 minutes\n- **P1 High**: much is lost, 1 hour\n", "long.md");
        Assert.Equal(["P0", "P1"], procedure.Severities.Select(level => level.Name));
    }

    [Fact]
    public void A_mutated_guide_loses_nothing_silently()
    {
        string[] guides = [.. Guides()];
        Gen<(int Guide, int Seed)> mutations =
            from guide in Gen.Choose(0, guides.Length - 1)
            from seed in Gen.Choose(0, int.MaxValue - 1)
            select (guide, seed);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(150),
            Prop.ForAll(mutations.ToArbitrary(), mutation =>
            {
                string guide = Mutate(guides[mutation.Guide], mutation.Seed);
                IReadOnlyList<string> lost = CompiledTexts.Unaccounted(guide, ProcedureCompiler.Compile(guide, "mutated.md"));
                return (lost.Count == 0).Label(string.Join('\n', lost.Take(5)));
            }));
    }

    [Property(MaxTest = 300)]
    public void Any_text_compiles(NonNull<string> text) =>
        Assert.NotNull(ProcedureCompiler.Compile(text.Get, null));

    public static IEnumerable<string> Guides()
    {
        yield return File.ReadAllText(ProcedureSource.BuiltIn.Path);
        if (SharedFiles.Root is { } root && Directory.Exists(Path.Combine(root, "corpus", "guides")))
        {
            foreach (string path in Directory.EnumerateFiles(Path.Combine(root, "corpus", "guides"), "*.md"))
            {
                yield return File.ReadAllText(path);
            }
        }
    }

    private static string Mutate(string guide, int seed)
    {
        Random random = new(seed);
        List<string> lines = [.. guide.Split('\n')];
        for (int i = random.Next(1, 12); i > 0 && lines.Count > 1; i--)
        {
            int at = random.Next(lines.Count);
            switch (random.Next(7))
            {
                case 0:
                    lines.RemoveAt(at);
                    break;
                case 1:
                    lines.Insert(at, lines[random.Next(lines.Count)]);
                    break;
                case 2:
                    (lines[at], lines[0]) = (lines[0], lines[at]);
                    break;
                case 3:
                    lines[at] = lines[at].Insert(random.Next(lines[at].Length + 1), "[](*|`<#->!: \t"[random.Next(14)].ToString());
                    break;
                case 4:
                    lines[at] = string.Concat("  ", lines[at]);
                    break;
                case 5:
                    lines[at] = lines[at].TrimStart(' ', '#', '-', '*', '|');
                    break;
                default:
                    lines.Insert(at, new[] { "", "---", "## Escalation", "- item", "| a | b |", "**Bold**:", "### P1 - High" }[random.Next(7)]);
                    break;
            }
        }

        return string.Join('\n', lines);
    }
}
