using IncidentOps.Core.Procedures;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>
/// The comparison of compiled guides with facts read out of them by hand. Other guides and facts can be held against the
/// compiler with INCIDENTOPS_GUIDES (a folder) and INCIDENTOPS_FACTS (a file).
/// </summary>
public sealed class GuideFactsTests(ITestOutputHelper output)
{
    private static string FactsPath => Environment.GetEnvironmentVariable("INCIDENTOPS_FACTS")
        ?? Path.Combine(SharedFiles.RepositoryRoot, "tests", "IncidentOps.Core.Tests", "Procedures", "guides.facts");

    [Fact]
    public void At_least_95_percent_of_the_facts_are_compiled_right()
    {
        string folder = Environment.GetEnvironmentVariable("INCIDENTOPS_GUIDES") ?? SharedFiles.Require("corpus", "guides");
        int facts = 0;
        int right = 0;
        foreach (GuideFacts guide in GuideFacts.Read(FactsPath))
        {
            string path = Path.Combine(folder, guide.File);
            (int count, IReadOnlyList<string> wrong) = guide.Compare(ProcedureCompiler.Compile(File.ReadAllText(path), path));
            facts += count;
            right += count - wrong.Count;
            output.WriteLine($"{guide.File}: {count - wrong.Count} of {count}");
            foreach (string fact in wrong)
            {
                output.WriteLine($"    {fact}");
            }
        }

        output.WriteLine($"All: {right} of {facts}");
        Assert.True(right >= 0.95 * facts, $"{right} of {facts} facts are right.");
    }
}
