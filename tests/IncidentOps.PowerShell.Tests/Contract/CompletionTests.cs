using System.Management.Automation;

namespace IncidentOps.PowerShell.Tests.Contract;

/// <summary>Every parameter that names something offers what there is, and no state of the world makes it throw.</summary>
public sealed class CompletionTests
{
    private const string Configuration =
        """
        services:
          checkout: { checks: [{ http: "http://127.0.0.1:9/" }, { memory: , host: web1 }] }
        responders:
          Kim: { contacts: { email: kim@example.com } }
        runbooks: [.]
        """;

    private const string Runbook =
        """
        # Application down

        1. Look: `uptime`
        """;

    /// <summary>A word that a hasty user may have typed already.</summary>
    private static readonly string[] Words = ["", "I", "*", "[", "'", "\"", "$(", "`", "1", "-", "é", "\u202e"];

    public static TheoryData<string, string> Parameters =>
    [
        .. ExportedCmdlets.All.SelectMany(cmdlet => ExportedCmdlets.OwnParameters(cmdlet)
            .Where(parameter => CmdletContractTests.HasToComplete(cmdlet, parameter))
            .Select(parameter => (cmdlet.Name, parameter.Name))),
    ];

    [Theory, MemberData(nameof(Parameters))]
    public void Offers_what_there_is(string cmdlet, string parameter)
    {
        using var session = new ModuleRunspace(Configuration);
        File.WriteAllText(Path.Combine(session.Folder, "application-down.md"), Runbook);
        session.Invoke("New-Incident 'Checkout fails' -Severity P1 -Service checkout -Component proxy -Commander Kim; Invoke-Runbook -Path application-down.md").Succeeded();

        var offered = session.Complete($"{cmdlet} -{parameter} ");
        Assert.NotEmpty(offered);
        Assert.All(offered, result =>
        {
            Assert.Equal(CompletionResultType.ParameterValue, result.ResultType);
            Assert.NotEmpty(result.ToolTip);
        });
    }

    [Theory, MemberData(nameof(Parameters))]
    public void Throws_in_no_state_of_the_world(string cmdlet, string parameter)
    {
        var completer = ExportedCmdlets.Get(cmdlet).Parameters[parameter].Attributes.OfType<ArgumentCompleterAttribute>().SingleOrDefault()?.Type;
        if (completer is null)
        {
            // A list of values, which the engine completes.
            return;
        }

        foreach (var configuration in (string[])["", "services: [", "responders: 1"])
        {
            using var session = new ModuleRunspace(configuration);
            session.Invoke("[IO.File]::WriteAllText($store, 'no database')", ("store", session.StorePath)).Succeeded();
            foreach (var word in Words)
            {
                // Not through the engine, which hides what completers throw.
                session.Invoke(
                    "$completer.CompleteArgument($cmdlet, $parameter, $word, $null, @{}).ForEach({ $_.CompletionText })",
                    ("completer", Activator.CreateInstance(completer)),
                    ("cmdlet", cmdlet),
                    ("parameter", parameter),
                    ("word", word)).Succeeded();
            }
        }
    }
}
