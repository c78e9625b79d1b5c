using System.Management.Automation;

namespace IncidentOps.PowerShell.Tests.Incidents;

/// <summary>How commands come to know which incident is meant.</summary>
public sealed class IncidentReferenceTests : IDisposable
{
    private readonly ModuleRunspace _session = new();

    public IncidentReferenceTests() => _session.Invoke(
        """
        $ConfirmPreference = 'None'
        $one = New-Incident 'Checkout fails' -Severity P1 -Service checkout
        $two = New-Incident 'Search is slow' -Severity P2 -Service search
        $three = New-Incident 'Disk full' -Severity P3 -Service files
        """).Succeeded();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("'INC-2'")]
    [InlineData("'inc-2'")]
    [InlineData("2")]
    [InlineData("'2'")]
    [InlineData("$two")]
    [InlineData("$two.Id")]
    [InlineData("$two.Number")]
    [InlineData("$two.Key")]
    [InlineData("([int]2)")]
    [InlineData("(Get-Incident -Title Search*)")]
    public void An_id_a_number_and_an_incident_all_name_it(string reference)
    {
        Assert.Equal("INC-2", _session.Invoke($"Get-Incident -Id {reference}").Text("Id"));
        Assert.Equal("INC-2", _session.Invoke($"{reference} | Get-Incident").Text("Id"));
        Assert.Equal("INC-2", _session.Invoke($"Update-Incident -Incident {reference} -Message news -PassThru").Text("Id"));
        Assert.Equal("INC-2", _session.Invoke($"{reference} | Update-Incident -Message news -PassThru").Text("Id"));
        Assert.Equal("INC-2", _session.Invoke($"{reference} | Add-IncidentNote 'a note' -PassThru").Text("Id"));
        Assert.Equal("INC-2", _session.Invoke($"'text' | Add-IncidentEvidence -Incident {reference} -PassThru").Text("Id"));
        Assert.Equal("INC-2", _session.Invoke($"Get-IncidentTimeline {reference}").Texts("Incident")[0]);
        Assert.Equal("INC-2", _session.Invoke($"Test-IncidentLog {reference}").Text("Incident"));
        Assert.Equal("INC-2", _session.Invoke($"Use-Incident {reference} -PassThru; Use-Incident -Clear").Text("Id"));
        Assert.Equal("INC-2", _session.Invoke($"Merge-Incident 3 -Into {reference} -PassThru").Text("MergedInto"));
    }

    [Theory]
    [InlineData("[pscustomobject]@{ Id = 'INC-2'; Other = 7 }")]
    [InlineData("[pscustomobject]@{ Incident = 'INC-2' }")]
    [InlineData("[pscustomobject]@{ Number = 7; Id = 2 }")]
    [InlineData("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($two))")]
    public void An_object_with_an_id_names_it_in_a_pipeline(string piped)
    {
        Assert.Equal("INC-2", _session.Invoke($"{piped} | Get-Incident").Text("Id"));
        Assert.Equal("INC-2", _session.Invoke($"{piped} | Confirm-Incident -PassThru").Text("Id"));
        Assert.Equal("INC-2", _session.Invoke($"{piped} | Add-IncidentNote 'a note' -PassThru").Text("Id"));
        Assert.Equal("INC-2", _session.Invoke($"{piped} | Test-IncidentLog").Text("Incident"));
        Assert.Equal("INC-2", _session.Invoke($"{piped} | Use-Incident -PassThru").Text("Id"));
    }

    [Theory]
    [InlineData("Test-IncidentLog")]
    [InlineData("Confirm-Incident -PassThru")]
    [InlineData("Get-IncidentTimeline")]
    public void An_empty_pipeline_means_no_incident_rather_than_any(string command) =>
        Assert.Empty(_session.Invoke($"Get-Incident -Title nothing | {command}").Succeeded().Output);

    [Fact]
    public void What_other_commands_give_can_be_piped_on()
    {
        Assert.Equal("INC-2", _session.Invoke("Get-IncidentTimeline 2 | Get-Incident").Text("Id"));
        Assert.Equal("INC-2", _session.Invoke("Test-IncidentLog 2 | Confirm-Incident -PassThru").Text("Id"));
        Assert.Equal(
            ["INC-3", "INC-2", "INC-1"],
            _session.Invoke("Get-Incident -Active | Confirm-Incident -PassThru").Texts("Id"));
    }

    [Theory]
    [InlineData("Get-Incident -Id")]
    [InlineData("Get-IncidentTimeline")]
    [InlineData("Update-Incident -Message news -PassThru -Incident")]
    [InlineData("Confirm-Incident -PassThru -Incident")]
    [InlineData("Add-IncidentNote note -PassThru -Incident")]
    [InlineData("Set-IncidentSeverity P0 -Reason worse -PassThru -Incident")]
    [InlineData("Test-IncidentLog")]
    public void One_bad_id_among_several_does_not_end_the_rest(string command)
    {
        ScriptResult result = _session.Invoke($"{command} 1, nonsense, 99, 3");
        string property = command.StartsWith("Test-", StringComparison.Ordinal) || command.EndsWith("Timeline", StringComparison.Ordinal) ? "Incident" : "Id";
        string[] ids = [.. result.Output.Select(item => item.Text(property)).Distinct(StringComparer.Ordinal)];
        Assert.Equal(["INC-1", "INC-3"], ids);
        Assert.Equal(2, result.Errors.Count);
        AssertError(result.Errors[0], "IncidentIdInvalid", ErrorCategory.InvalidArgument, "nonsense");
        AssertError(result.Errors[1], "IncidentNotFound", ErrorCategory.ObjectNotFound, 99);
    }

    [Fact]
    public void One_bad_item_in_a_pipeline_does_not_end_the_rest()
    {
        ScriptResult result = _session.Invoke("'INC-1', 'INC-99', $three | Close-Incident -Force -Reason done -PassThru");
        Assert.Equal(["INC-1", "INC-3"], result.Output.Select(item => item.Text("Id")));
        AssertError(result.Failed("IncidentNotFound"), "IncidentNotFound", ErrorCategory.ObjectNotFound, "INC-99");

        ScriptResult again = _session.Invoke("$one, $two | Set-Incident -Title ' '");
        Assert.Equal(2, again.Errors.Count);
        Assert.Equal("INC-1", again.Errors[0].TargetObject.Text("Id"));
    }

    [Fact]
    public void A_refusal_names_the_users_own_object_and_the_way_on()
    {
        _session.Invoke("Close-Incident 1 -Force -Reason done").Succeeded();
        ErrorRecord refusal = _session.Invoke("Confirm-Incident $one").Failed("IncidentEnded");
        Assert.Equal(ErrorCategory.InvalidOperation, refusal.CategoryInfo.Category);
        Assert.Equal("INC-1", refusal.TargetObject.Text("Id"));
        Assert.Contains("Open-Incident INC-1", refusal.Exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(",IncidentOps.PowerShell.Incidents.ConfirmIncidentCommand", refusal.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_merge_names_the_target_that_is_wrong()
    {
        ErrorRecord refusal = _session.Invoke("Merge-Incident 1 -Into INC-99").Failed("IncidentNotFound");
        Assert.Equal("INC-99", refusal.TargetObject);
        Assert.Contains("INC-99", refusal.Exception.Message, StringComparison.Ordinal);
        Assert.Single(_session.Invoke("1, 2 | Merge-Incident -Into INC-99").Errors);
        _session.Invoke("Merge-Incident 1 -Into 1").Failed("IncidentMergeWithItself");
    }

    [Fact]
    public void Only_one_open_incident_is_meant_where_none_is_named()
    {
        ErrorRecord several = _session.Invoke("Update-Incident -Message news").Failed("IncidentAmbiguous");
        Assert.Equal(ErrorCategory.InvalidArgument, several.CategoryInfo.Category);
        Assert.Contains("INC-3, INC-2, INC-1", several.Exception.Message, StringComparison.Ordinal);

        _session.Invoke("2, 3 | Close-Incident -Force -Reason done").Succeeded();
        Assert.Equal("INC-1", _session.Invoke("Update-Incident -Message news -PassThru").Text("Id"));
        Assert.Equal("INC-1", _session.Invoke("'text' | Add-IncidentEvidence -PassThru").Text("Id"));

        _session.Invoke("Close-Incident -Force -Reason done").Succeeded();
        _session.Invoke("Update-Incident -Message news").Failed("IncidentNotChosen");
    }

    [Fact]
    public void Use_Incident_chooses_for_this_session_and_this_store_only()
    {
        Assert.Equal("INC-2", _session.Invoke("Use-Incident 2 -PassThru").Text("Id"));
        Assert.Equal("INC-2", _session.Invoke("Update-Incident -Message news -PassThru").Text("Id"));
        Assert.Equal("INC-2", _session.Invoke("'text' | Add-IncidentEvidence -PassThru").Text("Id"));
        Assert.Equal("INC-2", _session.Invoke("Get-IncidentTimeline").Texts("Incident")[0]);

        using (var other = new ModuleRunspace())
        {
            other.Invoke("Update-Incident -Message news").Failed("IncidentNotChosen");
        }

        _session.Invoke("Use-Incident 99").Failed("IncidentNotFound");
        Assert.Equal("INC-2", _session.Invoke("Update-Incident -Message news -PassThru").Text("Id"));
        _session.Invoke("Use-Incident -Clear").Succeeded();
        _session.Invoke("Update-Incident -Message news").Failed("IncidentAmbiguous");
    }

    [Theory]
    [InlineData("Get-Incident -Id $null")]
    [InlineData("Get-Incident -Id @()")]
    [InlineData("Update-Incident -Incident $null -Message news")]
    [InlineData("Update-Incident -Incident '' -Message news")]
    [InlineData("Update-Incident -Incident @() -Message news")]
    [InlineData("Merge-Incident 1 -Into $null")]
    public void Nothing_is_no_incident(string script)
    {
        // A variable that holds nothing must never fall back to whichever incident is open.
        _session.Invoke("2, 3 | Close-Incident -Force -Reason done").Succeeded();
        Assert.NotEmpty(_session.Invoke(script).Errors);
        Assert.Equal("1", _session.Invoke("Get-Incident 1").Text("Sequence"));
    }

    private static void AssertError(ErrorRecord error, string errorId, ErrorCategory category, object target)
    {
        Assert.Equal(errorId, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Equal(target.ToString(), error.TargetObject?.ToString());
    }
}
