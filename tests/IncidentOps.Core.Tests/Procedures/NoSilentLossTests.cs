using IncidentOps.Core.Procedures;

namespace IncidentOps.Core.Tests.Procedures;

public sealed class NoSilentLossTests
{
    public static TheoryData<string> Files => [.. Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, "*.md").Select(path => Path.GetFileName(path)) : ["01-gds-way.md"]];

    private static string Folder => Environment.GetEnvironmentVariable("INCIDENTOPS_GUIDES") ?? Path.Combine(SharedFiles.Root ?? ".", "corpus", "guides");

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_heading_item_and_row_is_compiled_or_reported(string file)
    {
        string path = Path.Combine(Folder, file);
        Assert.SkipUnless(File.Exists(path), $"There is no {file} beside the repository.");
        string guide = File.ReadAllText(path).ReplaceLineEndings("\n");
        Assert.Empty(CompiledTexts.Lost(guide, ProcedureCompiler.Compile(guide, file)));
    }

    [Fact]
    public void The_built_in_guide_and_the_seed_lose_nothing()
    {
        string builtIn = File.ReadAllText(ProcedureSource.BuiltIn.Path);
        Assert.Empty(CompiledTexts.Lost(builtIn, ProcedureCompiler.Compile(builtIn, null)));
        string seed = File.ReadAllText(SharedFiles.SeedGuide());
        Assert.Empty(CompiledTexts.Lost(seed, ProcedureCompiler.Compile(seed, null)));
    }
}
