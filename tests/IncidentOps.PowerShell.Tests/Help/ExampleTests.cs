using System.Text.Json;

namespace IncidentOps.PowerShell.Tests.Help;

/// <summary>Every example of docs/commands runs, after its hidden setup, against a store of its own.</summary>
public sealed class ExampleTests
{
    /// <summary>Command, title, setup and code, as the help compiler took them from the pages.</summary>
    public static TheoryData<string, string> Examples =>
        [.. Pages.Value.Select(example => (example.Command, example.Title))];

    private static readonly Lazy<Example[]> Pages = new(
        () => JsonSerializer.Deserialize<Example[]>(File.ReadAllText(Repository.HelpExamples))!);

    [Theory, MemberData(nameof(Examples))]
    public void Runs_without_an_error(string command, string title)
    {
        var example = Pages.Value.Single(other => other.Command == command && other.Title == title);
        using var session = new ModuleRunspace();
        session.Invoke("$ConfirmPreference = 'None'\n" + example.Setup).Succeeded();
        session.Invoke(example.Code).Succeeded();
    }

    private sealed record Example(string Command, string Title, string Setup, string Code);
}
