using System.Management.Automation;

namespace IncidentOps.PowerShell.Tests;

/// <summary>What a script wrote, stream by stream; a terminating error is the last of the errors.</summary>
internal sealed record ScriptResult(
    IReadOnlyList<PSObject> Output,
    IReadOnlyList<ErrorRecord> Errors,
    IReadOnlyList<WarningRecord> Warnings,
    IReadOnlyList<VerboseRecord> Verbose,
    IReadOnlyList<InformationRecord> Information,
    IReadOnlyList<ProgressRecord> Progress)
{
    /// <summary>The output as one object of type <typeparamref name="T"/>.</summary>
    internal T Single<T>() => Assert.IsType<T>(Assert.Single(Succeeded().Output).BaseObject);

    /// <summary>The output's objects, all of type <typeparamref name="T"/>.</summary>
    internal IReadOnlyList<T> All<T>() => [.. Succeeded().Output.Select(item => Assert.IsType<T>(item.BaseObject))];

    /// <summary>Fails the test with the errors' text if there were any.</summary>
    internal ScriptResult Succeeded()
    {
        Assert.True(Errors.Count == 0, string.Join(Environment.NewLine, Errors.Select(Describe)));
        return this;
    }

    /// <summary>The only error, which must carry <paramref name="errorId"/>.</summary>
    internal ErrorRecord Failed(string errorId)
    {
        var error = Assert.Single(Errors);
        Assert.Equal(errorId, error.FullyQualifiedErrorId.Split(',')[0]);
        return error;
    }

    private static string Describe(ErrorRecord error) =>
        $"{error.FullyQualifiedErrorId}: {error}{Environment.NewLine}{error.InvocationInfo?.PositionMessage}";
}
