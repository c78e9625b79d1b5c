using System.Text;
using IncidentOps.Core.Runbooks;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Tests.Runbooks;

/// <summary>Public runbooks, read where they stand beside the repository.</summary>
public sealed class RunbookCorpusTests
{
    private static readonly string[] Pieces = ["```", "`", "$(", "<", ">", "\n", "1. ", "- ", "{{", "---\n", "|", "**", "'", "\"", "\0", "\uD800"];

    [Fact]
    public void Every_document_is_read_and_its_commands_are_there()
    {
        foreach (string file in Documents())
        {
            string text = File.ReadAllText(file);
            Runbook runbook = RunbookReader.Read(text, file);

            Assert.DoesNotContain(runbook.Findings, finding => finding.RuleId == "runbook/unreadable");
            Assert.All(runbook.Steps, step => Assert.False(string.IsNullOrWhiteSpace(step.Title)));

            // The tools that these collections are about: a line of a block that begins with one is a command.
            string commands = string.Join('\n', runbook.Steps.Select(step => step.Command));
            Assert.All(CommandLines(text), line => Assert.Contains(line, commands, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void No_mutation_of_a_document_stops_the_reader()
    {
        Random random = new(20260101);
        foreach (string file in Documents())
        {
            string text = File.ReadAllText(file);
            for (int round = 0; round < 10; round++)
            {
                StringBuilder mutated = new(text);
                for (int change = 0; change < 8 && mutated.Length > 10; change++)
                {
                    int at = random.Next(mutated.Length - 5);
                    if (random.Next(2) == 0)
                    {
                        mutated.Remove(at, random.Next(1, Math.Min(200, mutated.Length - at)));
                    }
                    else
                    {
                        mutated.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    }
                }

                Assert.NotNull(RunbookReader.Read(mutated.ToString(), file).Name);
            }
        }
    }

    private static IEnumerable<string> CommandLines(string text)
    {
        bool inside = false;
        foreach (string line in text.Split('\n').Select(line => line.Trim()))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inside = !inside;
            }
            else if (inside && line.TrimStart('$', ' ') is var command
                && (command.StartsWith("oc ", StringComparison.Ordinal) || command.StartsWith("kubectl ", StringComparison.Ordinal)))
            {
                yield return command;
            }
        }
    }

    private static string[] Documents()
    {
        string? folder = Environment.GetEnvironmentVariable("INCIDENTOPS_SHARED");
        for (DirectoryInfo? up = new(AppContext.BaseDirectory); folder is null && up is not null; up = up.Parent)
        {
            string beside = Path.Combine(up.FullName, "shared");
            folder = Directory.Exists(Path.Combine(beside, "corpus")) ? beside : null;
        }

        Assert.SkipWhen(folder is null, "The folder of shared documents does not stand beside the repository.");
        return Directory.GetFiles(Path.Combine(folder!, "corpus", "runbooks"), "*.md", SearchOption.AllDirectories);
    }
}
