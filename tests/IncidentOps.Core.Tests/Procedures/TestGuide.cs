using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Guides as the tests write them: the chapters alone, below one title.</summary>
internal static class TestGuide
{
    public static Procedure Compile(string chapters) => ProcedureCompiler.Compile("# Guide\n\n" + chapters, "guide.md");
}
